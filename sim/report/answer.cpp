#include "report/answer.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include <golive/base/version.hpp>
#include <golive/report/headline.hpp>
#include <golive/report/results_view.hpp>
#include <golive/report/words.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

using model::Reading;

/// "The plan's last target is 3 April 2028: 12 % chance of meeting it; half of the futures are there by
/// 2 May 2028."
std::string against_target(const ResultsView& view, const store::ResultsFile& results) {
    const auto* const row = view.find("all_live");
    double target = std::nan("");
    for (const auto* go_live : view.go_lives()) target = std::fmax(target, go_live->target_days);
    if (row == nullptr || row->count == 0 || std::isnan(target)) return "";
    const auto days = results.scalar(results.catalogue().scalar("all_live"));
    const auto in_time =
        std::ranges::count_if(days, [&](double day) { return std::floor(day) <= std::floor(target); });
    const double median = view.quantile(*row, 0.5);
    const std::string even = std::isfinite(median) ? fmt::format("; half of the futures are there by {}",
                                                                 date_after(view.start(), median).in_words())
                                                   : "";
    const std::string chance =
        in_time == 0 ? "not one future meets it"
                     : share_in_words(static_cast<double>(in_time) / static_cast<double>(row->count)) +
                           " chance of meeting it";
    return fmt::format("The plan's last target is {}: {}{}.", date_after(view.start(), target).in_words(),
                       chance, even);
}

std::string mean_and_range(const ResultsView& view, const store::ScalarSummary& row, std::string_view name,
                           Reading reading) {
    const std::string mean = view.wording().value(row.mean, reading);
    const std::string range = view.usual_range(name, reading);
    return range == mean ? mean : fmt::format("{} ({})", mean, range);
}

std::string a_year_after(const ResultsView& view) {
    const auto* const row = view.find("adoption_12_months");
    if (row == nullptr || row->missing == row->count) return "";
    const std::string which = row->missing == 0 ? ""
                                                : fmt::format(", in the {} of futures that get so far",
                                                              share_in_words(row->happened));
    return fmt::format("A year after its go-live the new technology is used on {} of occasions{}.",
                       mean_and_range(view, *row, "adoption_12_months", Reading::share), which);
}

std::string money(const ResultsView& view) {
    const auto* const cost = view.find("cost.total");
    if (cost == nullptr || cost->max == 0) return "";
    std::string text =
        fmt::format("The rollout costs {} by {}", mean_and_range(view, *cost, "cost.total", Reading::money),
                    view.end().in_words());
    const auto* const value = view.find("net_present_value");
    if (value == nullptr || value->missing == value->count) return text + ".";
    const auto values = view.happened("net_present_value");
    const auto worth_it = std::ranges::count_if(values, [](double x) { return x > 0; });
    return fmt::format("{}; its net present value by then is {}, positive in {} of futures.", text,
                       mean_and_range(view, *value, "net_present_value", Reading::money),
                       share_in_words(static_cast<double>(worth_it) / static_cast<double>(values.size())));
}

/// The waits of the last go-live's path that are nobody's choice, the longest three.
std::string waiting(const study::Explanation& explanation, const model::Catalogue& catalogue) {
    const auto& path = explanation.delays().last();
    if (path.futures() == 0) return "";
    const auto days = path.by_cause(catalogue.causes.size());
    std::vector<std::size_t> order(days.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t cause) {
        return days[cause] < 1 || catalogue.causes[cause] == "work" ||
               catalogue.causes[cause] == "planned date";
    });
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t cause) { return days[cause]; });
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
        text +=
            fmt::format("{}{} ({:.0f} days)", i == 0 ? "" : ", ", catalogue.causes[order[i]], days[order[i]]);
    if (text.empty()) return "";
    return fmt::format(
        "The last go-live comes {} after the start; planned dates aside, it waits longest for: {}.",
        count_in_words(static_cast<std::uint64_t>(std::llround(path.elapsed())), "day"), text);
}

std::string best_relief(const study::Explanation& explanation) {
    const auto gains = study::without_planned_dates(explanation.gains());
    const auto best = std::ranges::max_element(gains, {}, study::certain_days);
    if (best == gains.end() || study::certain_days(*best) <= 0) return "";
    return fmt::format(
        "What would help most of what was tried: if {}, the last go-live comes {:.0f} days sooner "
        "({:.0f} to {:.0f}).",
        best->how, best->days, best->days_interval.low, best->days_interval.high);
}

std::string giving_up(const study::Explanation& explanation, const model::Catalogue& catalogue) {
    if (!explanation.giving_up()) return "";
    const auto everyone = explanation.giving_up()->everyone();
    if (everyone.all() < 1) return "";
    const auto most = std::ranges::max_element(everyone.times) - everyone.times.begin();
    return fmt::format(
        "On average clinicians give the technology up {} in a future; what stands in the way most: {}.",
        count_in_words(static_cast<std::uint64_t>(std::llround(everyone.all())), "time"),
        catalogue.reasons[static_cast<std::size_t>(most)]);
}

std::string thin_evidence(const std::vector<scenario::Assumption>& assumptions) {
    const auto by_default = std::ranges::count(assumptions, "default", &scenario::Assumption::origin);
    const auto judged = std::ranges::count_if(assumptions, [](const scenario::Assumption& assumption) {
        return assumption.origin == "default" && assumption.grade == "T";
    });
    if (judged == 0) return "";
    return fmt::format(
        "{} of the {} assumptions are golive's defaults, and {} of those rest on judgement, not on "
        "published measurements (grade T under Assumptions). Comparing alternatives is safer than "
        "believing a level.",
        count_in_words(static_cast<std::uint64_t>(by_default)), count_in_words(assumptions.size()),
        count_in_words(static_cast<std::uint64_t>(judged)));
}

}  // namespace

std::vector<std::string> answer(const store::ResultsFile& results, const study::Explanation& explanation) {
    const ResultsView view{results};
    std::vector<std::string> sentences{headline(view),
                                       against_target(view, results),
                                       a_year_after(view),
                                       money(view),
                                       waiting(explanation, results.catalogue()),
                                       best_relief(explanation),
                                       giving_up(explanation, results.catalogue())};
    std::erase(sentences, "");
    return sentences;
}

std::vector<std::string> warnings(const store::ResultsFile& results) {
    constexpr std::size_t few = 200;
    const ResultsView view{results};
    const store::Provenance& from = results.provenance();
    std::vector<std::string> all;
    if (from.stopped)
        all.push_back(fmt::format("The run was stopped after {} of {} futures.",
                                  count_in_words(results.replications().size()),
                                  count_in_words(from.replications_asked)));
    if (!results.failures().empty())
        all.push_back(fmt::format("{} failed and {} left out of every figure.",
                                  count_in_words(results.failures().size(), "future"),
                                  results.failures().size() == 1 ? "is" : "are"));
    if (results.replications().size() < few)
        all.push_back(fmt::format("This rests on {} only: P10 and P90 are rough. A thousand cost little.",
                                  count_in_words(results.replications().size(), "future")));
    const auto* const live = view.find("all_live");
    if (live != nullptr && live->missing > 0 && !view.go_lives().empty())
        all.push_back(
            fmt::format("In {} of futures not everything is live by {}, the end of what was simulated; "
                        "means of dates leave these futures out, quantiles rank them last.",
                        share_in_words(1 - live->happened), view.end().in_words()));
    if (from.version != build_info().version)
        all.push_back(fmt::format("The results are of golive {}, this page of golive {}.", from.version,
                                  build_info().version));
    if (std::string thin = thin_evidence(from.assumptions); !thin.empty()) all.push_back(std::move(thin));
    return all;
}

}  // namespace golive::report
