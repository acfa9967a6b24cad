#include "experiment.hpp"

#include "documented.hpp"
#include "small_hospital.hpp"

namespace golive::claims {
namespace {

constexpr std::uint64_t seed = 1;

/// Three digits that count, and money in thousands.
std::string number(double x) {
    if (std::abs(x) >= 10'000) return fmt::format("{:.0f}k", x / 1000);
    if (std::abs(x) >= 100) return fmt::format("{:.0f}", x);
    return std::abs(x) >= 10 ? fmt::format("{:.1f}", x) : fmt::format("{:.3f}", x);
}

stats::Moments happened(const std::vector<double>& values) {
    stats::Moments moments;
    for (double value : values)
        if (!std::isnan(value)) moments.add(value);
    return moments;
}

}  // namespace

Experiment::Experiment(const std::vector<Option>& options, std::vector<std::string> outcomes,
                       int replications)
    : outcomes_{std::move(outcomes)} {
    for (const Option& option : options) {
        options_.push_back(option.name);
        const auto blueprint =
            model::testing::blueprint_of_file("claims/" + option.file, {.overrides = option.overrides});
        for (int replication = 0; replication < replications; ++replication) {
            const model::Result result =
                model::simulate(blueprint, seed, static_cast<std::uint64_t>(replication));
            for (const std::string& outcome : outcomes_)
                values_[option.name][outcome].push_back(
                    result.scalars[blueprint.catalogue().scalar(outcome)]);
        }
    }
}

const std::vector<double>& Experiment::values(const std::string& option, const std::string& outcome) const {
    return values_.at(option).at(outcome);
}

double Experiment::mean(const std::string& option, const std::string& outcome) const {
    return happened(values(option, outcome)).mean();
}

stats::Interval Experiment::difference(const std::string& outcome, const std::string& a,
                                       const std::string& b) const {
    return stats::paired_difference(values(a, outcome), values(b, outcome), 1 - 2 * false_alarm).interval;
}

stats::Interval Experiment::relative_gain(const std::string& outcome, const std::string& a,
                                          const std::string& b) const {
    const auto& of_a = values(a, outcome);
    const auto& of_b = values(b, outcome);
    stats::Moments with, without;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        if (std::isnan(of_a[i]) || std::isnan(of_b[i])) continue;
        with.add(of_a[i]);
        without.add(of_b[i]);
    }
    stats::Moments influence;  // of each pair on the logarithm of the ratio
    for (std::size_t i = 0; i < of_a.size(); ++i)
        if (!std::isnan(of_a[i]) && !std::isnan(of_b[i]))
            influence.add(of_a[i] / with.mean() - of_b[i] / without.mean());
    const double log_ratio = std::log(with.mean() / without.mean());
    const double half = stats::mean_interval(influence).half_width();
    return {std::exp(log_ratio - half) - 1, std::exp(log_ratio + half) - 1};
}

stats::Interval Experiment::interaction(const std::string& outcome, const std::string& a,
                                        const std::string& b, const std::string& c,
                                        const std::string& d) const {
    stats::Moments moments;
    for (std::size_t i = 0; i < values(a, outcome).size(); ++i) {
        const double value =
            values(a, outcome)[i] - values(b, outcome)[i] - values(c, outcome)[i] + values(d, outcome)[i];
        if (!std::isnan(value)) moments.add(value);
    }
    return stats::mean_interval(moments, 1 - 2 * false_alarm);
}

std::string Experiment::table() const {
    std::string text = "| |";
    for (const std::string& outcome : outcomes_) text += fmt::format(" `{}` |", outcome);
    text += "\n|---|";
    for (std::size_t o = 0; o < outcomes_.size(); ++o) text += "---|";
    for (const std::string& option : options_) {
        text += fmt::format("\n| {} |", option);
        for (const std::string& outcome : outcomes_) {
            text += " " + number(mean(option, outcome));
            if (option != options_.front()) {
                const auto difference =
                    stats::paired_difference(values(option, outcome), values(options_.front(), outcome))
                        .interval;
                text += fmt::format(" ({} to {})", number(difference.low), number(difference.high));
            }
            text += " |";
        }
    }
    return text + "\n";
}

std::string percent(const stats::Interval& interval) {
    return fmt::format("{:.0f} to {:.0f} %", 100 * interval.low, 100 * interval.high);
}

std::string plain(const stats::Interval& interval) {
    return fmt::format("{} to {}", number(interval.low), number(interval.high));
}

void expect_documented(const std::string& id, const Experiment& experiment, const std::string& sentence) {
    golive::testing::expect_documented("claims.md", id,
                                       experiment.table() + (sentence.empty() ? "" : "\n" + sentence + "\n"));
}

}  // namespace golive::claims
