//! The mechanisms of one replication, put together in their order, and its weeks.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/figures.hpp"
#include "model/world.hpp"

#include <optional>
#include <tuple>

namespace golive::model {

/// Whether a scenario has the mechanism: one that is absent starts nothing, hears no signals and records no
/// figures, and its numbers are zeros.
template <class Mechanism>
[[nodiscard]] bool is_present(const Scenario& scenario) {
    if constexpr (requires { Mechanism::present(scenario); }) return Mechanism::present(scenario);
    return true;
}

template <class List>
class HospitalOf;

/// Of a list of mechanisms in their order: each may call those before it (those named in its WorldFor<>), and
/// is told signals by those before it. They are made, started, told and sampled in that order.
template <class... Mechanism>
class HospitalOf<std::tuple<Mechanism...>> {
    using List = std::tuple<Mechanism...>;

 public:
    /// With the blueprint's figures, which are those of the model's own list.
    HospitalOf(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing)
        : HospitalOf{blueprint, blueprint.figures(), seed, replication, tracing} {}
    /// With `figures` of this list; see figures_of().
    HospitalOf(const Blueprint& blueprint, const FigureBook& figures, std::uint64_t seed,
               std::uint64_t replication, Tracing tracing)
        : world_{blueprint, seed, replication, tracing},
          figures_{figures},
          recorder_{world_.scenario, world_.layout, figures.catalogue(), world_.result()} {
        (add<Mechanism>(), ...);
    }

    /// Simulates from the start to the horizon.
    Result run();

    [[nodiscard]] World& world() { return world_; }
    template <class Wanted>
    [[nodiscard]] Wanted& the() {
        return *std::get<std::optional<Wanted>>(mechanisms_);
    }

    template <class Wanted>
    static constexpr std::uint16_t number_of = position_in<Wanted, List>;
    template <class Wanted>
    static constexpr std::uint16_t first_event_of = [] {
        std::size_t before = 0;
        std::size_t number = 0;
        ((before += number++ < number_of<Wanted> ? event_count<Mechanism>() : 0), ...);
        return static_cast<std::uint16_t>(before);
    }();

    /// Every mechanism's figures; results list those of the mechanisms in `Listing` first, in its order.
    template <class Listing>
    [[nodiscard]] static FigureBook figures_of(const Scenario& scenario, const Layout& layout) {
        FigureBook book{scenario, layout};
        book.begin_mechanism(sizeof...(Mechanism) - 1);
        const auto declare_listed = [&]<class... Listed>(std::type_identity<std::tuple<Listed...>>) {
            (declare<Listed>(book, scenario, layout), ...);
        };
        declare_listed(std::type_identity<Listing>{});
        const auto declare_other = [&]<class One>(std::type_identity<One>) {
            if (position_in<One, Listing> == std::tuple_size_v<Listing>) declare<One>(book, scenario, layout);
        };
        (declare_other(std::type_identity<Mechanism>{}), ...);
        return book;
    }

 private:
    template <class User, class... Used>
    static constexpr bool stands_below_all(std::type_identity<std::tuple<Used...>>) {
        return ((position_in<Used, List> < position_in<User, List>) && ...);
    }
    template <class Signal, class Listener>
    static constexpr bool comes_from_above() {
        if constexpr (requires(Listener& listener, const Signal& signal) { listener.on(signal); })
            return position_in<typename Signal::Sender, List> < position_in<Listener, List>;
        return true;
    }
    template <class Listener, class... Signal>
    static constexpr bool hears_from_above(std::type_identity<std::tuple<Signal...>>) {
        return (comes_from_above<Signal, Listener>() && ...);
    }

    template <class One>
    static void declare(FigureBook& book, const Scenario& scenario, const Layout& layout) {
        if constexpr (requires(Figures<One>& figures) { One::declare(figures); }) {
            book.begin_mechanism(number_of<One>);
            Figures<One> figures{scenario, layout, book};
            if (is_present<One>(scenario)) One::declare(figures);
        }
    }
    template <class One>
    void add() {
        static_assert(stands_below_all<One>(std::type_identity<typename One::World::Mechanisms>{}),
                      "a mechanism uses one that does not come before it in the order of mechanisms");
        static_assert(hears_from_above<One>(std::type_identity<Signals>{}),
                      "a mechanism listens to one that does not come before it in the order of mechanisms");
        One& made = std::get<std::optional<One>>(mechanisms_).emplace(typename One::World{*this});
        world_.switchboard().connect(made, is_present<One>(world_.scenario));
    }
    template <class Visit>
    void each_present(Visit visit) {
        std::size_t number = 0;
        const auto see = [&]<class One>(std::optional<One>& mechanism) {
            if (is_present<One>(world_.scenario)) visit(*mechanism, number);
            ++number;
        };
        std::apply([&](auto&... mechanism) { (see(mechanism), ...); }, mechanisms_);
    }
    void sample_week(std::size_t week);

    World world_;
    const FigureBook& figures_;
    Recorder recorder_;
    std::tuple<std::optional<Mechanism>...> mechanisms_;
};

template <class... Mechanism>
Result HospitalOf<std::tuple<Mechanism...>>::run() {
    each_present([](auto& mechanism, std::size_t) {
        if constexpr (requires { mechanism.start(); }) mechanism.start();
    });
    for (std::size_t week = 0; week < figures_.catalogue().weeks; ++week) {
        world_.run_until(Time{} + Duration::weeks(static_cast<std::int64_t>(week) + 1));
        sample_week(week);
    }
    world_.run_until(world_.layout.horizon());
    each_present([&](auto& mechanism, std::size_t number) {
        if constexpr (requires { mechanism.end(); }) mechanism.end();
        figures_.sample_end(number, &mechanism, recorder_);
    });
    return std::move(world_.result());
}

/// What is measured over a week is reckoned before it is read, and begins anew afterwards.
template <class... Mechanism>
void HospitalOf<std::tuple<Mechanism...>>::sample_week(std::size_t week) {
    recorder_.begin_week(week);
    each_present([&](auto& mechanism, std::size_t number) {
        if constexpr (requires { mechanism.reckon_week(); }) mechanism.reckon_week();
        figures_.sample_week(number, &mechanism, recorder_);
        if constexpr (requires { mechanism.begin_week(); }) mechanism.begin_week();
    });
}

}  // namespace golive::model
