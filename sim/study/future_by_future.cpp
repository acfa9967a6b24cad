#include <cmath>
#include <limits>

#include <golive/study/future_by_future.hpp>

namespace golive::study {
namespace {

double last(const Scalars& scalars, std::string_view metric) {
    return scalars.of(scalars.catalogue().scalar(metric)).back();
}

/// The batch counts positions; people count futures.
batch::Progress in_futures(batch::Progress progress, std::uint64_t alternatives) {
    progress.done /= alternatives;
    progress.total /= alternatives;
    return progress;
}

Played in_futures(const batch::Outcome& outcome, std::uint64_t alternatives) {
    Played played{.futures = (outcome.delivered + outcome.failures.size()) / alternatives,
                  .failures = {},
                  .stopped = outcome.stopped};
    for (const batch::Failure& failure : outcome.failures)
        played.failures.push_back({.alternative = failure.replication % alternatives,
                                   .future = failure.replication / alternatives,
                                   .message = failure.message});
    return played;
}

}  // namespace

double difference_of(double other, double base, const batch::PrecisionTarget& target) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double never = std::numeric_limits<double>::quiet_NaN();
    if (!std::isnan(base) && !std::isnan(other)) return other - base;
    if (!target.quantile || !std::isnan(base)) return never;
    return std::isnan(other) ? 0.0 : -infinity;
}

FutureByFuture::FutureByFuture(const std::vector<const model::Catalogue*>& catalogues,
                               std::vector<WantedDifference> wanted, batch::Precision& precision)
    : wanted_{std::move(wanted)}, precision_{precision}, sooner_(catalogues.size()) {
    for (const model::Catalogue* catalogue : catalogues)
        scalars_.push_back(std::make_unique<Scalars>(*catalogue));
}

void FutureByFuture::accept(const model::Result& result) {
    scalars_[result.replication % alternatives()]->add(result.replication / alternatives(), result.scalars);
    ++with_this_future_;
}

bool FutureByFuture::enough(std::uint64_t positions) {
    if (positions % alternatives() != 0) return false;
    if (with_this_future_ == alternatives()) add_differences();
    with_this_future_ = 0;
    return precision_.decided(positions / alternatives());
}

void FutureByFuture::add_differences() {
    const Scalars& base = *scalars_.front();
    for (std::size_t other = 1; other < alternatives(); ++other) {
        const double days = last(base, "all_live") - last(*scalars_[other], "all_live");
        if (!std::isnan(days)) sooner_[other].add(days);
    }
    for (std::size_t w = 0; w < wanted_.size(); ++w) {
        const auto& [alternative, scalar, target] = wanted_[w];
        const double of_other = last(*scalars_[alternative], base.catalogue().scalars[scalar].name);
        precision_.add(w, difference_of(of_other, base.of(scalar).back(), target));
    }
}

Played play_alternatives(const std::vector<model::Blueprint>& alternatives, const Futures& futures,
                         FutureByFuture& sink, const batch::OnProgress& on_progress, std::stop_token stop) {
    const std::uint64_t count = alternatives.size();
    const batch::Outcome outcome = batch::run_batch(
        {.first = futures.first * count,
         .replications = futures.count * count,
         .threads = futures.threads,
         .enough = [&](std::uint64_t positions) { return sink.enough(positions); }},
        [&](std::uint64_t position) {
            model::Result result =
                model::simulate(alternatives[position % count], futures.seed, position / count);
            result.replication = position;
            return result;
        },
        sink, [&](const batch::Progress& progress) { on_progress(in_futures(progress, count)); },
        std::move(stop));
    return in_futures(outcome, count);
}

}  // namespace golive::study
