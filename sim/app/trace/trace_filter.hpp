//! Which events of a trace are wanted: by place, by whom they happen to, by what they are, and by date.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"
#include "app/trace/device_book.hpp"
#include "app/trace/entity_names.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace golive::app {

inline constexpr std::array trace_filter_options{
    Option{.name = "wave",
           .value = "NAME",
           .help = "what happens in a wave: to its units, their clinicians, devices and activities",
           .repeat = Repeat::often},
    Option{.name = "site", .value = "NAME", .help = "what happens in a site", .repeat = Repeat::often},
    Option{.name = "unit",
           .value = "NAME",
           .help = "what happens in a unit, such as \"Riverside General/4 East\"",
           .repeat = Repeat::often},
    Option{
        .name = "clinician", .value = "N", .help = "what happens to one clinician", .repeat = Repeat::often},
    Option{.name = "device", .value = "N", .help = "what happens to one device", .repeat = Repeat::often},
    Option{.name = "activity",
           .value = "NAME",
           .help = "of an activity, such as train, or only in one place: \"train/wave 1\"",
           .repeat = Repeat::often},
    Option{.name = "team", .value = "NAME", .help = "the work of a team", .repeat = Repeat::often},
    Option{.name = "body",
           .value = "NAME",
           .help = "the meetings of a decision body and what is submitted to it",
           .repeat = Repeat::often},
    Option{.name = "event",
           .value = "NAME",
           .help = "one kind of event, such as \"state changed\"",
           .repeat = Repeat::often},
    Option{.name = "cause",
           .value = "NAME",
           .help = "waits for one cause, such as \"team queue\"",
           .repeat = Repeat::often},
    Option{.name = "from", .value = "DATE", .help = "from this day on: 2027-03-01"},
    Option{.name = "to", .value = "DATE", .help = "to this day, which belongs to it"},
};

/// Every option narrows down further; of one that is repeated any value will do.
class TraceFilter {
 public:
    /// Throws Error{usage} for a name that the scenario does not have, with the nearest one it has, and
    /// Error{input} for what cannot be told without the scenario.
    TraceFilter(const Arguments& arguments, const EntityNames& names, Date start);
    TraceFilter(const TraceFilter&) = delete;  // its tests look at its own names
    TraceFilter& operator=(const TraceFilter&) = delete;

    [[nodiscard]] bool passes(const model::TraceRecord& record, const DeviceBook& devices) const;

 private:
    using Test = std::function<bool(const model::TraceRecord&, const DeviceBook&)>;
    using Numbers = std::vector<bool>;  // by number, whether it is wanted

    void by_place(const Arguments& arguments);
    void by_number(const Arguments& arguments, std::string_view option, EntityKind kind);
    void by_name(const Arguments& arguments, std::string_view option, EntityKind kind,
                 const std::vector<std::string>& known);
    void by_activity(const Arguments& arguments);
    void by_event_and_cause(const Arguments& arguments);
    void by_date(const Arguments& arguments, Date start);
    void only(EntityKind kind, Numbers wanted);
    void need_scenario(std::string_view option) const;

    const EntityNames& names_;
    std::vector<Test> tests_;
};

}  // namespace golive::app
