//! A quantity that may be uncertain: a law of probability in the quantity's base unit, and what kind of not
//! knowing it is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <golive/base/quantity.hpp>
#include <golive/random/distribution.hpp>
#include <golive/random/stream.hpp>

namespace golive::scenario {

/// The two kinds of uncertainty: the world is random, or we do not know it.
enum class Vary {
    each,  ///< drawn anew at each use
    run,   ///< one value per replication, whatever is asked for
};

/// How a quantity is made from a number in its base unit: seconds, currency units, shares of one,
/// events a second.
template <class Quantity>
Quantity quantity_from(double base) {
    if constexpr (std::is_same_v<Quantity, Duration>) {
        return Duration::from_seconds(base);
    } else if constexpr (std::is_same_v<Quantity, Money>) {
        return Money::units(base);
    } else if constexpr (std::is_same_v<Quantity, HourlyRate>) {
        return HourlyRate::per_hour(Money::units(base));
    } else if constexpr (std::is_same_v<Quantity, Rate>) {
        return Rate::per(base, Duration::seconds(1));
    } else {
        return Quantity{base};
    }
}

/// A scenario's quantity, certain or not. Const and shared by all replications; draws are
/// addressed, never stored.
template <class Quantity>
class Uncertain {
 public:
    /// Certainly nothing: what stands in a struct until it is filled.
    Uncertain() : Uncertain{random::Distribution{random::Constant{0.0}}, Vary::each, random::EntityKey{""}} {}
    Uncertain(random::Distribution law, Vary vary, random::EntityKey path)
        : law_{std::move(law)}, vary_{vary}, path_{path} {}

    /// The value for `who` at their `index`-th use for `purpose`; with Vary::run the same for everyone
    /// in a replication.
    [[nodiscard]] Quantity draw(const random::Streams& streams, random::Draw purpose, random::EntityKey who,
                                std::uint64_t index = 0) const {
        if (law_.is_constant()) return quantity_from<Quantity>(law_.mean());
        if (vary_ == Vary::run) return for_run(streams);
        auto engine = streams.variate(purpose, who, index);
        return quantity_from<Quantity>(law_.sample(engine));
    }
    /// One value for the whole replication: how a parameter of the model that has no "each use" is read.
    [[nodiscard]] Quantity for_run(const random::Streams& streams) const {
        static constexpr random::Draw purpose{"scenario.unknown"};
        auto engine = streams.variate(purpose, path_);
        return quantity_from<Quantity>(law_.sample(engine));
    }
    [[nodiscard]] Quantity typical() const { return quantity_from<Quantity>(law_.quantile(0.5)); }
    [[nodiscard]] const random::Distribution& law() const { return law_; }
    [[nodiscard]] Vary vary() const { return vary_; }

 private:
    random::Distribution law_;
    Vary vary_;
    random::EntityKey path_;  // the key's place in the file: what a Vary::run value is drawn for
};

}  // namespace golive::scenario
