//! Events of a trace in words.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/trace_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace golive::app {

const TraceWords::Meaning& TraceWords::meaning_of(std::string_view event) {
    static constexpr std::array meanings{
        Meaning{"item submitted", Shows::number, "submission {}"},
        Meaning{"item deferred", Shows::number, "submission {}"},
        Meaning{"item rejected", Shows::number, "submission {}"},
        Meaning{"item approved", Shows::number, "submission {}"},
        Meaning{"meeting held", Shows::number, "{} attending"},
        Meaning{"meeting lost", Shows::number, "{} attending"},
        Meaning{"batch ordered", Shows::devices, "{}"},
        Meaning{"batch received", Shows::devices, "{}"},
        Meaning{"device deployed", Shows::unit, "to {}"},
        Meaning{"device failed", Shows::unit, "in {}"},
        Meaning{"device lost", Shows::unit, "in {}"},
        Meaning{"work started", Shows::hours, "{} of work"},
        Meaning{"work interrupted", Shows::hours, "{} of work"},
        Meaning{"work resumed", Shows::hours, "{} of work"},
        Meaning{"work finished", Shows::hours, "{} of work"},
        Meaning{"work refused", Shows::hours, "{} of work"},
        Meaning{"session started", Shows::number, "{} seated"},
        Meaning{"person trained", Shows::number, "skill gained {}"},
        Meaning{"issue found", Shows::number, "severity {}"},
        Meaning{"issue shown", Shows::number, "severity {}"},
        Meaning{"issue resolved", Shows::number, "severity {}"},
        Meaning{"issue created", Shows::number, "severity {}"},
        Meaning{"change built", Shows::number, "worth {}"},
        Meaning{"product chosen", Shows::number, "candidate {}"},
        Meaning{"scope cut", Shows::share, "{} of the money asked for"},
        Meaning{"money granted", Shows::money, "{} so far"},
        Meaning{"mandate met", Shows::lateness, "{}"},
        Meaning{"help sent", Shows::share, "used on {} of occasions"},
        Meaning{"state changed", Shows::stage, "{}"},
        Meaning{"gave up", Shows::reason, "{}"},
        Meaning{"call answered", Shows::minutes, "waited {}"},
    };
    static constexpr Meaning none{"", Shows::nothing, ""};
    const auto found = std::ranges::find(meanings, event, &Meaning::event);
    return found == meanings.end() ? none : *found;
}

TraceWords::TraceWords(const EntityNames& names, Date start, const std::string& currency)
    : names_{names}, start_{start}, wording_{start, currency} {
    for (const std::string& event : names.catalogue().event_names) meanings_.push_back(&meaning_of(event));
}

TraceLine TraceWords::line(const model::TraceRecord& record, const DeviceBook& devices) const {
    constexpr std::int64_t day = 86'400;
    const std::int64_t second = ((record.time % day) + day) % day;
    TraceLine line{.second = record.time,
                   .date = (start_ + std::chrono::days{(record.time - second) / day}).iso(),
                   .clock = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60),
                   .event = names_.event(record),
                   .kind = names_.kind_name(record),
                   .entity = record.entity,
                   .cause = names_.cause(record)};
    name(line, record, devices);
    const auto event = static_cast<std::size_t>(record.event);
    if (event < meanings_.size() && meanings_[event]->shows != Shows::nothing) {
        line.value = record.value;
        line.detail = in_words(*meanings_[event], record.value);
    } else if (record.value != 0.0) {
        line.value = record.value;  // of an event that this version does not know
        line.detail = number_in_words(record.value);
    }
    return line;
}

void TraceWords::name(TraceLine& line, const model::TraceRecord& record, const DeviceBook& devices) const {
    const EntityKind kind = names_.kind(record);
    line.name = names_.name(record);
    if (kind == EntityKind::clinician && !names_.units(record).empty())
        line.unit = names_.unit_name(names_.units(record).front());
    if (kind == EntityKind::unit) line.unit = line.name;
    if (kind == EntityKind::device && record.entity >= 0) {
        const auto device = static_cast<std::size_t>(record.entity);
        line.name = devices.technology(device);
        if (devices.unit(device)) line.unit = names_.unit_name(devices.unit(device));
    }
    const bool numbered = kind == EntityKind::clinician || kind == EntityKind::device || line.name.empty();
    if (!numbered) {
        line.whom = kind == EntityKind::course ? "course " + line.name : line.name;
        return;
    }
    line.whom =
        line.entity < 0 ? fmt::format("some {}", line.kind) : fmt::format("{} {}", line.kind, line.entity);
    const std::string place = kind == EntityKind::clinician ? line.unit : "";
    const std::string_view comma = line.name.empty() || place.empty() ? "" : ", ";
    if (!line.name.empty() || !place.empty()) line.whom += fmt::format(" ({}{}{})", line.name, comma, place);
}

std::string TraceWords::in_words(const Meaning& meaning, double value) const {
    const std::string shown = value_in_words(meaning.shows, value);
    const std::size_t place = meaning.words.find("{}");
    return std::string{meaning.words.substr(0, place)} + shown + std::string{meaning.words.substr(place + 2)};
}

std::string TraceWords::value_in_words(Shows shows, double value) const {
    using model::Reading;
    const auto named = [&](const std::string& name) { return name.empty() ? number_in_words(value) : name; };
    const auto position = static_cast<std::size_t>(value >= 0 ? value : 1e9);
    switch (shows) {
        case Shows::nothing:
            return {};
        case Shows::number:
            return number_in_words(value);
        case Shows::devices:
            return count_in_words(position, "device");
        case Shows::unit:
            return named(names_.unit_name(UnitId{position}));
        case Shows::stage:
            return named(names_.stage_name(position));
        case Shows::reason:
            return named(names_.reason_name(position));
        case Shows::hours:
            return wording_.value(value, Reading::hours);
        case Shows::minutes:
            return wording_.value(value, Reading::minutes);
        case Shows::lateness:
            return fmt::format("{} {}", wording_.value(std::abs(value), Reading::days),
                               value > 0 ? "late" : "before it was due");
        case Shows::share:
            return wording_.value(value, Reading::share);
        case Shows::money:
            return wording_.value(value, Reading::money);
    }
    return {};
}

}  // namespace golive::app
