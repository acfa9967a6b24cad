//! The replications of several alternatives in one batch.
// SPDX-License-Identifier: Apache-2.0
#include "app/compared.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <golive/report/verdicts.hpp>
#include <golive/stats/interval.hpp>
#include <golive/study/future_by_future.hpp>

namespace golive::app {
namespace {

bool has(const study::Scalars& scalars, std::uint64_t future) {
    return !scalars.replications().empty() && scalars.replications().back() == future;
}

double last(const study::Scalars& scalars, std::string_view metric) {
    return scalars.of(scalars.catalogue().scalar(metric)).back();
}

}  // namespace

double difference_of(double other, double base, const batch::PrecisionTarget& target) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double never = std::numeric_limits<double>::quiet_NaN();
    if (!std::isnan(base) && !std::isnan(other)) return other - base;
    if (!target.quantile || !std::isnan(base)) return never;
    return std::isnan(other) ? 0.0 : -infinity;
}

FutureByFuture::FutureByFuture(const std::vector<const model::Catalogue*>& catalogues, UntilWatch& watch)
    : watch_{watch}, sooner_(catalogues.size()) {
    for (const model::Catalogue* catalogue : catalogues)
        scalars_.push_back(std::make_unique<study::Scalars>(*catalogue));
}

void FutureByFuture::accept(const model::Result& result) {
    const std::uint64_t alternatives = scalars_.size();
    scalars_[result.replication % alternatives]->add(result.replication / alternatives, result.scalars);
}

bool FutureByFuture::enough(std::uint64_t positions) {
    if (positions % scalars_.size() != 0) return false;
    const std::uint64_t futures = positions / scalars_.size();
    if (std::ranges::all_of(scalars_, [&](const auto& s) { return has(*s, futures - 1); })) add_differences();
    return watch_.enough(futures);
}

void FutureByFuture::add_differences() {
    const study::Scalars& base = *scalars_.front();
    const std::size_t wishes = watch_.wishes().size() / (scalars_.size() - 1);
    for (std::size_t other = 1; other < scalars_.size(); ++other) {
        const double days = last(base, "all_live") - last(*scalars_[other], "all_live");
        if (!std::isnan(days)) sooner_[other].add(days);
        for (std::size_t w = (other - 1) * wishes; w < other * wishes; ++w) {
            const Wish& wish = watch_.wishes()[w];
            const double of_other = last(*scalars_[other], base.catalogue().scalars[wish.scalar].name);
            watch_.add(w, difference_of(of_other, base.of(wish.scalar).back(), wish.target));
        }
    }
}

std::string FutureByFuture::in_words(std::uint64_t futures, const Reader& reader) {
    if (!watch_.empty()) return watch_.in_words(futures);
    const auto days_in_words = [&](double days) {
        return report::amount_in_words(days, model::Reading::days, reader);
    };
    std::string text;
    for (std::size_t other = 1; other < sooner_.size(); ++other) {
        const stats::Moments& sooner = sooner_[other];
        if (sooner.count() < 5) continue;
        text += fmt::format("{}{} live {} {} (± {})", text.empty() ? "" : ", ", letter_of(other),
                            days_in_words(std::abs(sooner.mean())), sooner.mean() < 0 ? "later" : "sooner",
                            days_in_words(stats::mean_interval(sooner).half_width()));
    }
    return text;
}

}  // namespace golive::app
