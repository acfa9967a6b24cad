//! Counter-based random streams: every variate has an address, so that nothing depends on who drew before.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Random123/philox.h>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include <golive/base/hash.hpp>

namespace golive::random {

/// What a draw is for, keyed by name: adding a purpose moves no other draw.
/// `constexpr Draw comfort{"workforce.comfort"};`
class Draw {
 public:
    constexpr explicit Draw(std::string_view name) : key_{hash_name(name)} {}
    [[nodiscard]] constexpr std::uint64_t key() const { return key_; }

 private:
    std::uint64_t key_;
};

/// Who a draw is for, keyed by name ("Riverside General/4 East", then the 12th nurse there), never by
/// position in a file: adding a unit leaves the draws of every other unit's people alone.
class EntityKey {
 public:
    constexpr explicit EntityKey(std::string_view name) : key_{hash_name(name)} {}
    [[nodiscard]] constexpr EntityKey child(std::string_view name) const {
        return EntityKey{combine(key_, hash_name(name))};
    }
    [[nodiscard]] constexpr EntityKey child(std::uint64_t number) const {
        return EntityKey{combine(key_, number)};
    }
    [[nodiscard]] constexpr std::uint64_t key() const { return key_; }

 private:
    constexpr explicit EntityKey(std::uint64_t key) : key_{key} {}
    std::uint64_t key_;
};

/// The random words of one variate: a UniformRandomBitGenerator over counter blocks that no other
/// variate touches, so that a distribution that rejects never shifts its neighbour. Philox4x64-10:
/// Salmon et al., SC11 (Random123).
class Engine {
 public:
    using result_type = std::uint64_t;
    using Block = std::array<std::uint64_t, 4>;

    Engine(std::uint64_t seed, std::uint64_t replication, Draw purpose, EntityKey entity, std::uint64_t index)
        : key_{{seed, replication}}, counter_{{0, index, entity.key(), purpose.key()}} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() {
        if (used_ == 4) {
            words_ = r123::Philox4x64{}(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return words_[used_++];
    }

 private:
    r123::Philox4x64::key_type key_;
    r123::Philox4x64::ctr_type counter_;
    r123::Philox4x64::ctr_type words_{};
    unsigned used_ = 4;
};

/// A number in the open interval (0, 1), its logarithm and that of its complement finite: the middle of one
/// of 2^52 equal cells. With one more bit the middle of the last cell would round to 1.
[[nodiscard]] constexpr double to_unit(std::uint64_t word) {
    return (static_cast<double>(word >> 12) + 0.5) * 0x1.0p-52;
}

/// Three numbers in (0, 1) from the thirds of one word: for choices to which 21 bits, half a millionth,
/// are precise enough.
[[nodiscard]] constexpr std::array<double, 3> to_three_units(std::uint64_t word) {
    constexpr std::uint64_t third = (std::uint64_t{1} << 21) - 1;
    const auto unit = [&](unsigned shift) {
        return (static_cast<double>(word >> shift & third) + 0.5) * 0x1.0p-21;
    };
    return {unit(0), unit(21), unit(42)};
}

/// All the randomness of one replication: a pure function of (seed, replication, purpose, entity, index).
/// Copies are cheap and equal; const members may be called from several threads.
class Streams {
 public:
    Streams(std::uint64_t seed, std::uint64_t replication) : seed_{seed}, replication_{replication} {}

    /// The words of the variate number `index` of this purpose and entity (a visit, a day, the
    /// n-th order ...).
    [[nodiscard]] Engine variate(Draw purpose, EntityKey entity, std::uint64_t index = 0) const {
        return Engine{seed_, replication_, purpose, entity, index};
    }
    /// One uniform number in (0, 1).
    [[nodiscard]] double uniform(Draw purpose, EntityKey entity, std::uint64_t index = 0) const {
        return to_unit(variate(purpose, entity, index)());
    }
    [[nodiscard]] bool bernoulli(double probability, Draw purpose, EntityKey entity,
                                 std::uint64_t index = 0) const {
        return uniform(purpose, entity, index) < probability;
    }
    [[nodiscard]] std::uint64_t replication() const { return replication_; }

 private:
    std::uint64_t seed_;
    std::uint64_t replication_;
};

}  // namespace golive::random
