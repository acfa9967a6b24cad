#include "ensemble.hpp"

#include "small_hospital.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace golive::validation {
namespace {

constexpr std::uint64_t seed = 1;

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> rank(values.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        for (std::size_t i = first; i < last; ++i)
            rank[order[i]] = 0.5 * static_cast<double>(first + last - 1);
    }
    return rank;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
    const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace

double Future::scalar(const std::string& name) const {
    return result_.scalars[blueprint_.catalogue().scalar(name)];
}

std::size_t Future::members(model::ScopeKind scope) const {
    return blueprint_.catalogue().members_of(scope).size();
}

double Future::finished(const std::string& activity) const {
    const auto& instances = blueprint_.catalogue().instances;
    for (std::size_t i = 0; i < instances.size(); ++i)
        if (instances[i].activity == activity) return result_.instances[i].finished;
    return std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> Future::weeks(const std::string& series, model::ScopeKind scope,
                                  std::size_t member) const {
    const model::Catalogue& catalogue = blueprint_.catalogue();
    for (std::size_t s = 0; s < catalogue.series.size(); ++s) {
        if (catalogue.series[s].name != series || !catalogue.series[s].kept(scope)) continue;
        std::vector<double> values;
        for (std::size_t week = 0; week < catalogue.weeks; ++week)
            values.push_back(
                result_.series[catalogue.block_offset(s, scope) + week * members(scope) + member]);
        return values;
    }
    throw Error{ErrorKind::model, "no series is called " + series};
}

Sample measure(const std::string& file, const std::vector<std::string>& overrides,
               const std::vector<Measure>& measures) {
    const auto blueprint = model::testing::blueprint_of_file(file, {.overrides = overrides});
    Sample sample(measures.size());
    for (std::uint64_t replication = 0; replication < replications; ++replication) {
        const model::Result result = model::simulate(blueprint, seed, replication);
        const Future future{blueprint, result, random::Streams{seed, replication}};
        for (std::size_t m = 0; m < measures.size(); ++m) sample[m].push_back(measures[m](future));
    }
    return sample;
}

double mean_of_weeks(const std::vector<double>& weeks, std::size_t first, std::size_t last) {
    double sum = 0;
    for (std::size_t week = first; week <= last; ++week) sum += weeks.at(week);
    return sum / static_cast<double>(last - first + 1);
}

double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> both_a, both_b;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!std::isnan(a[i]) && !std::isnan(b[i])) {
            both_a.push_back(a[i]);
            both_b.push_back(b[i]);
        }
    return correlation(ranks(both_a), ranks(both_b));
}

}  // namespace golive::validation
