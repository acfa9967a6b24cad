//! Alternatives under common random numbers: what sets them apart, and whether that can be told.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/model/catalogue.hpp>
#include <golive/stats/interval.hpp>

namespace golive::study {

/// The scalars of one alternative's replications, and nothing else of them: [scalar][replication].
class Scalars : public batch::ResultSink {
 public:
    explicit Scalars(model::Catalogue catalogue)
        : catalogue_{std::move(catalogue)}, values_(catalogue_.scalars.size()) {}
    void accept(const model::Result& result) override { add(result.replication, result.scalars); }
    /// The same of the scalars alone.
    void add(std::uint64_t replication, std::span<const double> scalars);
    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const std::vector<double>& of(std::size_t scalar) const { return values_[scalar]; }
    [[nodiscard]] const std::vector<std::uint64_t>& replications() const { return replications_; }

 private:
    model::Catalogue catalogue_;
    std::vector<std::vector<double>> values_;
    std::vector<std::uint64_t> replications_;
};

enum class Verdict {
    same,    ///< equal in every pair
    higher,  ///< than the base
    lower,
    cannot_tell,  ///< within what chance does
};
/// "cannot tell"
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// One metric of one alternative against the base. Differences are alternative less base, over the pairs of
/// replications in which both happened.
struct Contrast {
    std::size_t alternative = 0;  ///< position among the alternatives; the base is 0
    model::ScalarInfo metric;
    double base_mean = 0;
    double mean = 0;
    std::uint64_t pairs = 0;
    std::uint64_t only_base = 0;  ///< pairs in which it happened for the base alone
    std::uint64_t only_other = 0;
    stats::Interval difference{};  ///< of the mean, 95 % for this metric alone
    /// Chance that the alternative is higher than the base in one and the same future, ties counted half;
    /// what did not happen is higher than anything: later.
    double chance_higher = 0;
    /// Share of the difference's variance that pairing took away, against independent runs; negative where
    /// it added some.
    double variance_cut = 0;
    double p_value = 1;
    Verdict verdict = Verdict::same;
    /// Replications in all with which a difference of the size seen would be told with a chance of 80 %; none
    /// beyond a hundred million.
    std::optional<std::uint64_t> replications_to_tell;
};

/// Holds every alternative against the first, in each metric that both have by name and unit. A difference
/// is told where it passes Holm's step-down test (1979): with this chance at most, any difference that is
/// told is none.
struct Comparison {
    static constexpr double family_error = 0.05;
    std::vector<Contrast> contrasts;       ///< by alternative, then in the order of the base's metrics
    std::vector<std::string> only_in_one;  ///< metrics that not all alternatives have
    std::uint64_t replications = 0;        ///< pairs of each contrast, at most
};

/// The numbers of the replications that all alternatives have, ascending.
[[nodiscard]] std::vector<std::uint64_t> common_replications(const std::vector<const Scalars*>& alternatives);

/// The position of the metric of this name and unit.
[[nodiscard]] std::optional<std::size_t> same_metric(const model::Catalogue& catalogue,
                                                     const model::ScalarInfo& metric);

/// Only replications that all alternatives have are compared. Throws Error{input} where there are fewer than
/// two, or where an alternative shares no metric with the base.
[[nodiscard]] Comparison compare(const std::vector<const Scalars*>& alternatives);

}  // namespace golive::study
