//! Typed events: a mechanism schedules one of its own members, and says by which name fingerprints know it.
//!
//!     using Events = EventsOf<Event<&Staffing::leave, "leave">, Event<&Staffing::join, "join">>;
//!     world_.schedule<&Staffing::leave>(at, post);
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <golive/base/hash.hpp>
#include <golive/kernel/event_list.hpp>

namespace golive::model {

/// A string literal as an argument of a template.
template <std::size_t size>
struct Literal {
    char text[size];
    constexpr Literal(const char (&literal)[size]) { std::copy_n(literal, size, text); }
    [[nodiscard]] constexpr std::string_view view() const { return {text, size - 1}; }
};

/// What a handler takes: nothing, or one subject that fits into 32 bits.
template <class Handler>
struct HandlerOf;
template <class Mechanism_>
struct HandlerOf<void (Mechanism_::*)()> {
    using Mechanism = Mechanism_;
    static void call(Mechanism& mechanism, void (Mechanism::*handler)(), std::uint32_t) {
        (mechanism.*handler)();
    }
};
template <class Mechanism_, class Subject>
struct HandlerOf<void (Mechanism_::*)(Subject)> {
    using Mechanism = Mechanism_;
    static void call(Mechanism& mechanism, void (Mechanism::*handler)(Subject), std::uint32_t subject) {
        (mechanism.*handler)(static_cast<Subject>(subject));
    }
};

/// The subject of an event as the event list keeps it: an id's number, or a number as it is.
constexpr std::uint32_t packed() { return 0; }
template <class Subject>
constexpr std::uint32_t packed(Subject subject) {
    if constexpr (requires { subject.value(); })
        return subject.value();
    else
        return subject;
}

template <auto handler_, Literal name_, kernel::Priority priority_ = kernel::Priority::normal>
struct Event {
    static constexpr auto handler = handler_;
    static constexpr std::string_view name = name_.view();
    static constexpr kernel::Priority priority = priority_;

    static void handle(void* mechanism, std::uint32_t subject) {
        using Handler = HandlerOf<decltype(handler_)>;
        Handler::call(*static_cast<typename Handler::Mechanism*>(mechanism), handler_, subject);
    }
    template <auto other>
    static constexpr bool calls = std::is_same_v<std::integral_constant<decltype(handler_), handler_>,
                                                 std::integral_constant<decltype(other), other>>;
};

/// The events of one mechanism.
template <class... Each>
struct EventsOf {
    static constexpr std::size_t count = sizeof...(Each);
    /// The position of the event that this member handles.
    template <auto handler>
    static constexpr std::size_t position = [] {
        const std::array<bool, count> matches{Each::template calls<handler>...};
        return static_cast<std::size_t>(std::find(matches.begin(), matches.end(), true) - matches.begin());
    }();
    static constexpr std::array<kernel::Priority, count> priorities{Each::priority...};

    template <class Visit>
    static void each(Visit visit) {
        (visit(Each{}), ...);
    }
};

/// What fingerprints know an event by: the names of its mechanism and of itself, so that a mechanism more in
/// the list, or an event more in a mechanism, leaves those of everything else alone.
constexpr std::uint64_t event_key(std::string_view mechanism, std::string_view event) {
    std::array<char, 64> name{};
    auto end = std::copy(mechanism.begin(), mechanism.end(), name.begin());
    *end++ = '.';
    end = std::copy(event.begin(), event.end(), end);
    return hash_name({name.data(), static_cast<std::size_t>(end - name.begin())});
}

}  // namespace golive::model
