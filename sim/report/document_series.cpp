//! The weekly series that the page draws, as many and as fine as a page can carry.
#include "report/document.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <golive/report/words.hpp>

namespace golive::report {
namespace {

using model::ScopeKind;

/// Numbers of all series by place, at most: with more, every second week is kept of them, every third ...
constexpr std::size_t most_cells = 450'000;
/// With more members than this, a series comes without its quantiles.
constexpr std::size_t most_fans = 30;

bool all_nothing(const std::vector<float>& values) {
    return std::ranges::all_of(values, [](float x) { return std::isnan(x) || x == 0; });
}

/// Weeks at the end of each period of `step` weeks, the last one always among them.
std::vector<std::size_t> kept_weeks(std::size_t weeks, std::size_t step) {
    std::vector<std::size_t> kept;
    for (std::size_t week = weeks; week-- > 0;)
        if ((weeks - 1 - week) % step == 0) kept.push_back(week);
    std::ranges::reverse(kept);
    return kept;
}

/// [member][sample] of values that stand [week][member].
Json by_member(const std::vector<float>& values, std::size_t members, const std::vector<std::size_t>& weeks) {
    Json table = Json::array();
    for (std::size_t member = 0; member < members; ++member) {
        Json row = Json::array();
        for (const std::size_t week : weeks)
            row.push_back(rounded(static_cast<double>(values[week * members + member])));
        table.push_back(std::move(row));
    }
    return table;
}

/// Everything of the network; of places what the page lets people pick there.
bool wanted(const model::SeriesInfo& series, ScopeKind scope) {
    return series.kept(scope) && (scope == ScopeKind::network || series.family == "adoption");
}

bool has_fan(ScopeKind scope, std::size_t members) {
    return scope != ScopeKind::unit && members <= most_fans;
}

/// One in so many weeks is kept of the series by place; of the network's every one.
std::size_t thinning(const model::Catalogue& catalogue) {
    std::size_t cells = 0;
    for (const model::SeriesInfo& series : catalogue.series)
        for (const ScopeKind scope : model::scope_kinds) {
            if (scope == ScopeKind::network || !wanted(series, scope)) continue;
            const std::size_t members = catalogue.members_of(scope).size();
            cells += catalogue.weeks * members * (has_fan(scope, members) ? 4 : 1);
        }
    return 1 + cells / most_cells;
}

Json one_series(const store::ResultsFile& results, std::size_t index, ScopeKind scope, std::size_t step) {
    const model::Catalogue& catalogue = results.catalogue();
    const model::SeriesInfo& info = catalogue.series[index];
    const auto& members = catalogue.members_of(scope);
    const store::SeriesSummary summary = results.series_summary(index, scope);
    if (all_nothing(summary.mean) && all_nothing(summary.p90)) return nullptr;
    const auto weeks = kept_weeks(catalogue.weeks, step);
    const bool fan = has_fan(scope, members.size());
    Json days = Json::array();
    for (const std::size_t week : weeks) days.push_back(7 * (week + 1));
    const auto quantile = [&](const std::vector<float>& values) {
        return fan ? by_member(values, members.size(), weeks) : Json(nullptr);
    };
    return {{"name", info.name},
            {"family", info.family},
            {"of", info.of},
            {"role", info.role},
            {"label", label_of(info.name)},
            {"description", info.description},
            {"unit", info.unit},
            {"scope", name_of(scope)},
            {"members", members},
            {"days", std::move(days)},
            {"mean", by_member(summary.mean, members.size(), weeks)},
            {"p10", quantile(summary.p10)},
            {"p50", quantile(summary.p50)},
            {"p90", quantile(summary.p90)}};
}

}  // namespace

Json series_json(const store::ResultsFile& results) {
    Json list = Json::array();
    const std::size_t step = thinning(results.catalogue());
    for (std::size_t index = 0; index < results.catalogue().series.size(); ++index)
        for (const ScopeKind scope : model::scope_kinds) {
            if (!wanted(results.catalogue().series[index], scope)) continue;
            Json series = one_series(results, index, scope, scope == ScopeKind::network ? 1 : step);
            if (!series.is_null()) list.push_back(std::move(series));
        }
    return list;
}

}  // namespace golive::report
