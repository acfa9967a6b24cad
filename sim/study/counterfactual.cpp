#include <algorithm>
#include <cmath>
#include <map>

#include <golive/base/error.hpp>
#include <golive/model/cause.hpp>
#include <golive/study/counterfactual.hpp>

namespace golive::study {
namespace {

/// The values of a scalar in those replications that both have, in pairs; none where one lacks the scalar.
struct Pairs {
    std::vector<double> base, without;
};

Pairs pairs_of(const Scalars& base, const Scalars& without, std::string_view scalar) {
    const auto has = [&](const Scalars& one) {
        return std::ranges::find(one.catalogue().scalars, scalar, &model::ScalarInfo::name) !=
               one.catalogue().scalars.end();
    };
    if (!has(base) || !has(without)) return {};
    const auto& a = base.of(base.catalogue().scalar(scalar));
    const auto& b = without.of(without.catalogue().scalar(scalar));
    Pairs pairs;
    std::size_t at = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        const std::uint64_t replication = without.replications()[i];
        while (at < a.size() && base.replications()[at] < replication) ++at;
        if (at == a.size() || base.replications()[at] != replication) continue;
        pairs.base.push_back(a[at]);
        pairs.without.push_back(b[i]);
    }
    return pairs;
}

std::vector<double> at_latest(std::vector<double> days, double horizon) {
    for (double& day : days)
        if (std::isnan(day)) day = horizon;
    return days;
}

double share_that_happened(const std::vector<double>& values) {
    const auto happened = std::ranges::count_if(values, [](double x) { return !std::isnan(x); });
    return static_cast<double>(happened) / static_cast<double>(values.size());
}

}  // namespace

std::vector<Attributed> attributed_to_levers(const model::Blueprint& blueprint, const PathTally& path) {
    std::map<Lever, double> days;
    for (const PathTally::Share& share : path.shares())
        if (can_be_relieved(share.cause))
            days[lever_of(blueprint, share.instance, share.cause)] += share.days;
    std::vector<Attributed> all;
    for (const auto& [lever, sum] : days) all.push_back({lever, sum});
    std::ranges::stable_sort(all, std::greater{}, &Attributed::days);
    return all;
}

double certain_days(const Gain& gain) { return gain.days_interval.low > 0 ? gain.days : 0; }

std::vector<Gain> without_planned_dates(std::vector<Gain> gains) {
    std::erase_if(gains, [](const Gain& gain) {
        return gain.lever.cause == static_cast<std::size_t>(model::Cause::planned_date);
    });
    return gains;
}

Gain gain_of(const Attributed& attributed, std::string how, const Scalars& base, const Scalars& without,
             Duration horizon) {
    const Pairs live = pairs_of(base, without, "all_live");
    if (live.base.empty()) throw Error{ErrorKind::input, "no replication has both futures"};
    const auto days = stats::paired_difference(at_latest(live.base, horizon.in_days()),
                                               at_latest(live.without, horizon.in_days()));
    const Pairs adoption = pairs_of(base, without, "adoption_6_months");
    const auto used = stats::paired_difference(adoption.without, adoption.base);
    return {.lever = attributed.lever,
            .how = std::move(how),
            .attributed_days = attributed.days,
            .days = days.moments.mean(),
            .days_interval = days.interval,
            .live = share_that_happened(live.without) - share_that_happened(live.base),
            .adoption = used.moments.count() > 0 ? std::optional{used.moments.mean()} : std::nullopt,
            .futures = live.base.size()};
}

}  // namespace golive::study
