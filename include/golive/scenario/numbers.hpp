//! Sections whose numbers hold for a whole replication: as laws in a scenario, as plain numbers in a
//! replication.
//!
//!     template <template <class> class Number>
//!     struct BurnoutSection {
//!         Number<Share> reference;
//!     };
//!     using Burnout = BurnoutSection<Uncertain>;       // what a file says
//!     Numbers<Burnout> numbers = numbers_of(burnout, streams);    // its `reference` is a Share
//!
//! A member that is drawn for each person, order or visit stays an Uncertain in both.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <tuple>
#include <type_traits>

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

template <class Quantity>
using Plain = Quantity;

template <class Section>
struct NumbersOf;
template <template <template <class> class> class Section>
struct NumbersOf<Section<Uncertain>> {
    using type = Section<Plain>;
};
/// The section with the value that each of its laws has in one replication.
template <class Section>
using Numbers = typename NumbersOf<Section>::type;

template <class Section>
[[nodiscard]] Numbers<Section> numbers_of(const Section& section, const random::Streams& streams) {
    Numbers<Section> numbers{};
    const auto settle = [&streams](auto& number, const auto& law) {
        if constexpr (std::is_same_v<decltype(number), std::remove_cvref_t<decltype(law)>&>)
            number = law;
        else
            number = law.for_run(streams);
    };
    std::apply(
        [&](auto&... number) {
            std::apply([&](const auto&... law) { (settle(number, law), ...); }, Section::members(section));
        },
        Numbers<Section>::members(numbers));
    return numbers;
}

/// Of a section that was left out: nothing of everything.
template <class Section>
[[nodiscard]] Numbers<Section> numbers_of(const std::optional<Section>& section,
                                          const random::Streams& streams) {
    return section ? numbers_of(*section, streams) : Numbers<Section>{};
}

}  // namespace golive::scenario
