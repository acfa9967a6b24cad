#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <golive/base/enum_names.hpp>
#include <golive/base/error.hpp>
#include <golive/study/comparison.hpp>

namespace golive::study {
namespace {

constexpr double most_replications = 1e8;
constexpr double power_z = 0.8416;  // of the normal law: a chance of 80 %

/// The values of the wanted replications, which ascend in both lists.
std::vector<double> values_of(const Scalars& scalars, std::size_t scalar,
                              const std::vector<std::uint64_t>& wanted) {
    std::vector<double> values;
    std::size_t at = 0;
    for (std::uint64_t replication : wanted) {
        while (scalars.replications()[at] != replication) ++at;
        values.push_back(scalars.of(scalar)[at]);
    }
    return values;
}

/// Never is later than any day.
double or_later(double value) { return std::isnan(value) ? std::numeric_limits<double>::infinity() : value; }

Contrast contrast_of(const std::vector<double>& base, const std::vector<double>& other) {
    Contrast contrast;
    stats::Moments of_base, of_other;
    double higher = 0;
    bool equal = true;
    for (std::size_t i = 0; i < base.size(); ++i) {
        const double a = or_later(base[i]);
        const double b = or_later(other[i]);
        higher += b > a ? 1.0 : b == a ? 0.5 : 0.0;
        equal = equal && a == b;
        if (std::isnan(base[i]) != std::isnan(other[i]))
            ++(std::isnan(base[i]) ? contrast.only_other : contrast.only_base);
        if (std::isnan(base[i]) || std::isnan(other[i])) continue;
        of_base.add(base[i]);
        of_other.add(other[i]);
    }
    const stats::PairedDifference paired = stats::paired_difference(other, base);
    contrast.base_mean = of_base.mean();
    contrast.mean = of_other.mean();
    contrast.pairs = paired.moments.count();
    contrast.difference = paired.interval;
    contrast.chance_higher = higher / static_cast<double>(base.size());
    const double apart = of_base.variance() + of_other.variance();
    contrast.variance_cut = apart > 0 ? 1.0 - paired.moments.variance() / apart : 0.0;
    contrast.verdict = equal ? Verdict::same : Verdict::cannot_tell;
    contrast.p_value = equal ? 1.0 : stats::p_value_of_zero_mean(paired.moments);
    return contrast;
}

/// Holm (1979): the smallest p against alpha / m, the next against alpha / (m - 1), and so on
/// until one fails.
void tell(std::vector<Contrast>& contrasts) {
    std::vector<std::size_t> order(contrasts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t c) { return contrasts[c].verdict == Verdict::same; });
    std::ranges::stable_sort(order, {}, [&](std::size_t c) { return contrasts[c].p_value; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        Contrast& contrast = contrasts[order[i]];
        if (contrast.p_value > Comparison::family_error / static_cast<double>(order.size() - i)) break;
        contrast.verdict = contrast.mean > contrast.base_mean ? Verdict::higher : Verdict::lower;
    }
}

/// Of all replications as large a share as now is taken to have both figures.
void say_what_would_settle(Contrast& contrast, std::uint64_t replications, double level) {
    if (contrast.verdict != Verdict::cannot_tell || contrast.pairs < 2) return;
    const double difference = std::abs(contrast.mean - contrast.base_mean);
    const double error = contrast.difference.half_width() / stats::t_quantile(0.975, contrast.pairs - 1);
    const double z = stats::t_quantile(1.0 - level / 2, contrast.pairs - 1) + power_z;
    const double wanted = static_cast<double>(replications) * std::pow(z * error / difference, 2);
    if (wanted < most_replications)
        contrast.replications_to_tell =
            std::max(replications + 1, static_cast<std::uint64_t>(std::ceil(wanted)));
}

std::vector<std::string> not_in_all(const std::vector<const Scalars*>& alternatives) {
    std::map<std::string, std::size_t> seen;
    for (const Scalars* scalars : alternatives)
        for (const model::ScalarInfo& metric : scalars->catalogue().scalars) ++seen[metric.name];
    std::vector<std::string> names;
    for (const auto& [name, count] : seen)
        if (count < alternatives.size()) names.push_back(name);
    return names;
}

/// In each metric that both have.
std::vector<Contrast> contrasts_with_base(const std::vector<const Scalars*>& alternatives, std::size_t other,
                                          const std::vector<std::uint64_t>& common) {
    const Scalars& base = *alternatives.front();
    std::vector<Contrast> contrasts;
    for (std::size_t s = 0; s < base.catalogue().scalars.size(); ++s) {
        const auto match = same_metric(alternatives[other]->catalogue(), base.catalogue().scalars[s]);
        if (!match) continue;
        Contrast contrast =
            contrast_of(values_of(base, s, common), values_of(*alternatives[other], *match, common));
        contrast.alternative = other;
        contrast.metric = base.catalogue().scalars[s];
        contrasts.push_back(std::move(contrast));
    }
    return contrasts;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    static constexpr EnumNames<Verdict, 4> names{{{Verdict::same, "same"},
                                                  {Verdict::higher, "higher"},
                                                  {Verdict::lower, "lower"},
                                                  {Verdict::cannot_tell, "cannot tell"}}};
    return names[verdict];
}

void Scalars::add(std::uint64_t replication, std::span<const double> scalars) {
    replications_.push_back(replication);
    for (std::size_t s = 0; s < values_.size(); ++s) values_[s].push_back(scalars[s]);
}

std::vector<std::uint64_t> common_replications(const std::vector<const Scalars*>& alternatives) {
    std::vector<std::uint64_t> common = alternatives.front()->replications();
    for (const Scalars* scalars : alternatives) {
        std::vector<std::uint64_t> both;
        std::ranges::set_intersection(common, scalars->replications(), std::back_inserter(both));
        common = std::move(both);
    }
    return common;
}

std::optional<std::size_t> same_metric(const model::Catalogue& catalogue, const model::ScalarInfo& metric) {
    for (std::size_t s = 0; s < catalogue.scalars.size(); ++s)
        if (catalogue.scalars[s].name == metric.name && catalogue.scalars[s].unit == metric.unit) return s;
    return std::nullopt;
}

Comparison compare(const std::vector<const Scalars*>& alternatives) {
    Comparison comparison;
    const std::vector<std::uint64_t> common = common_replications(alternatives);
    comparison.replications = common.size();
    if (common.size() < 2)
        throw Error{ErrorKind::input, "fewer than two replications of all alternatives to compare"};
    comparison.only_in_one = not_in_all(alternatives);
    for (std::size_t other = 1; other < alternatives.size(); ++other) {
        std::vector<Contrast> found = contrasts_with_base(alternatives, other, common);
        if (found.empty())
            throw Error{ErrorKind::input,
                        "two of the scenarios have no metric in common: there is nothing to compare"};
        std::ranges::move(found, std::back_inserter(comparison.contrasts));
    }
    tell(comparison.contrasts);
    const auto open = std::ranges::count(comparison.contrasts, Verdict::cannot_tell, &Contrast::verdict);
    for (Contrast& contrast : comparison.contrasts)
        say_what_would_settle(
            contrast, comparison.replications,
            Comparison::family_error / static_cast<double>(std::max<std::ptrdiff_t>(1, open)));
    return comparison;
}

}  // namespace golive::study
