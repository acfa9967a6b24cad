//! Events of a trace in words: when, what, to whom, and what their numbers mean.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal/words.hpp"
#include "app/trace/device_book.hpp"
#include "app/trace/entity_names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <golive/store/provenance.hpp>

namespace golive::app {

/// One event, ready to be written in any format.
struct TraceLine {
    std::int64_t second;  ///< since the start of the scenario
    std::string date;     ///< "2027-01-04"
    std::string clock;    ///< "08:30:15"
    std::string_view event;
    std::string_view kind;   ///< of entity
    std::int32_t entity;     ///< -1: no particular one, such as a caller with some other matter
    std::string name;        ///< of a clinician the role, of a device the technology; may be empty
    std::string unit;        ///< where a clinician works, or a device is; empty where there is none
    std::string_view cause;  ///< empty: none
    std::optional<double> value;
    std::string detail;  ///< the value in words
    std::string whom;    ///< "clinician 412 (nurse, Riverside General/4 East)"
};

/// How the events of one scenario read.
class TraceWords {
 public:
    TraceWords(const EntityNames& names, Date start, const std::string& currency);
    [[nodiscard]] TraceLine line(const model::TraceRecord& record, const DeviceBook& devices) const;

 private:
    enum class Shows {
        nothing,
        number,
        devices,
        unit,
        stage,
        reason,
        hours,
        minutes,
        lateness,
        share,
        money
    };
    /// What the value of an event means: `words` with `{}` in the place of the value.
    struct Meaning {
        std::string_view event;
        Shows shows;
        std::string_view words;
    };
    [[nodiscard]] static const Meaning& meaning_of(std::string_view event);
    [[nodiscard]] std::string in_words(const Meaning& meaning, double value) const;
    [[nodiscard]] std::string value_in_words(Shows shows, double value) const;
    void name(TraceLine& line, const model::TraceRecord& record, const DeviceBook& devices) const;

    const EntityNames& names_;
    Date start_;
    Wording wording_;
    std::vector<const Meaning*> meanings_;  // by event
};

}  // namespace golive::app
