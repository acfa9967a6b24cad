//! Events written one after the other: lines for people, CSV and JSON for programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal/text_output.hpp"
#include "app/trace/trace_words.hpp"

#include <memory>

namespace golive::app {

class TraceFormat {
 public:
    virtual ~TraceFormat() = default;
    virtual void begin() {}
    virtual void event(std::uint64_t replication, const TraceLine& line) = 0;
    virtual void end() {}
};

/// `name` is text, csv or json. `output` must outlive what is made.
[[nodiscard]] std::unique_ptr<TraceFormat> trace_format(std::string_view name, TextOutput& output);

}  // namespace golive::app
