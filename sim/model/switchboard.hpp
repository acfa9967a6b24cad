//! Who is called when something happens: each event's handler, each signal's listeners, each kind of step's
//! mechanism, and whoever gave a team work.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/event.hpp"
#include "model/signals.hpp"
#include "model/work.hpp"

#include <array>
#include <cstdint>
#include <tuple>
#include <variant>
#include <vector>

#include <golive/base/error.hpp>

namespace golive::model {

/// The position of a type among those of a tuple or variant; their number where it is not there.
template <class Type, class List>
struct PositionIn;
template <class Type, template <class...> class List, class... Each>
struct PositionIn<Type, List<Each...>> {
    static constexpr std::size_t value = [] {
        const std::array<bool, sizeof...(Each)> matches{std::is_same_v<Type, Each>...};
        return static_cast<std::size_t>(std::find(matches.begin(), matches.end(), true) - matches.begin());
    }();
};
template <class Type, class List>
inline constexpr std::size_t position_in = PositionIn<Type, List>::value;

/// Events of the mechanism, none where it declares none.
template <class Mechanism>
constexpr std::size_t event_count() {
    if constexpr (requires { typename Mechanism::Events; }) return Mechanism::Events::count;
    return 0;
}

/// Filled once, mechanism by mechanism in their order; listeners are told in that order.
class Switchboard {
 public:
    struct Handler {
        void* mechanism;
        void (*handle)(void*, std::uint32_t subject);
        std::uint64_t key;  // for fingerprints
    };

    /// `listens`: whether it hears signals; steps and work come to it in any case.
    template <class Mechanism>
    void connect(Mechanism& mechanism, bool listens) {
        if constexpr (requires { typename Mechanism::Events; })
            Mechanism::Events::each([&]<class Event>(Event) {
                constexpr std::uint64_t key = event_key(Mechanism::name, Event::name);
                handlers_.push_back({&mechanism, &Event::handle, key});
            });
        if (listens) listen(mechanism, static_cast<Signals*>(nullptr));
        take_steps(mechanism, static_cast<Step*>(nullptr));
        work_.push_back({&mechanism, [](void* m, std::uint32_t payload, WorkMove move) {
                             if constexpr (requires(Mechanism& owner) { owner.work_moved(payload, move); })
                                 static_cast<Mechanism*>(m)->work_moved(payload, move);
                         }});
    }

    [[nodiscard]] const Handler& handler(std::uint16_t event) const { return handlers_[event]; }

    template <class Signal>
    void announce(const Signal& signal) const {
        for (const Listener& listener : listeners_[position_in<Signal, Signals>])
            listener.hear(listener.mechanism, &signal);
    }
    /// Hands a step that begins to the mechanism of its kind.
    void begin(const Step& step, InstanceId instance) const {
        hand(steps_[step.index()].begin, step, instance);
    }
    /// All the work that the step put to teams is done.
    void work_done(const Step& step, InstanceId instance) const {
        hand(steps_[step.index()].work_done, step, instance);
    }
    [[nodiscard]] bool hears_of_work(const Step& step) const {
        return steps_[step.index()].work_done.call != nullptr;
    }
    void work_moved(std::uint16_t owner, std::uint32_t payload, WorkMove move) const {
        work_[owner].tell(work_[owner].mechanism, payload, move);
    }

 private:
    struct Listener {
        void* mechanism;
        void (*hear)(void*, const void* signal);
    };
    struct StepCall {
        void* mechanism = nullptr;
        void (*call)(void*, const Step&, InstanceId) = nullptr;
    };
    struct StepHandler {
        StepCall begin;
        StepCall work_done;
    };
    struct WorkOwner {
        void* mechanism;
        void (*tell)(void*, std::uint32_t, WorkMove);
    };

    static void hand(const StepCall& to, const Step& step, InstanceId instance) {
        to.call(to.mechanism, step, instance);
    }
    template <class Mechanism, class... Signal>
    void listen(Mechanism& mechanism, std::tuple<Signal...>*) {
        (listen_to<Signal>(mechanism), ...);
    }
    template <class Signal, class Mechanism>
    void listen_to(Mechanism& mechanism) {
        if constexpr (requires(const Signal& signal) { mechanism.on(signal); })
            listeners_[position_in<Signal, Signals>].push_back({&mechanism, [](void* m, const void* signal) {
                                                                    static_cast<Mechanism*>(m)->on(
                                                                        *static_cast<const Signal*>(signal));
                                                                }});
    }
    template <class Mechanism, class... Kind>
    void take_steps(Mechanism& mechanism, std::variant<Kind...>*) {
        (take_step<Kind>(mechanism), ...);
    }
    template <class Kind, class Mechanism>
    void take_step(Mechanism& mechanism) {
        StepHandler& handler = steps_[position_in<Kind, Step>];
        if constexpr (requires(const Kind& step) { mechanism.begin(step, InstanceId{}); }) {
            ensure(handler.begin.call == nullptr, "two mechanisms begin steps of one kind");
            handler.begin = {&mechanism, [](void* m, const Step& step, InstanceId instance) {
                                 static_cast<Mechanism*>(m)->begin(std::get<Kind>(step), instance);
                             }};
        }
        if constexpr (requires(const Kind& step) { mechanism.work_done(step, InstanceId{}); })
            handler.work_done = {&mechanism, [](void* m, const Step& step, InstanceId instance) {
                                     static_cast<Mechanism*>(m)->work_done(std::get<Kind>(step), instance);
                                 }};
    }

    std::vector<Handler> handlers_;
    std::array<std::vector<Listener>, std::tuple_size_v<Signals>> listeners_;
    std::array<StepHandler, std::variant_size_v<Step>> steps_;
    std::vector<WorkOwner> work_;  // by owner
};

}  // namespace golive::model
