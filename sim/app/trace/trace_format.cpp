//! Events written one after the other.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/trace_format.hpp"

#include "app/terminal/csv.hpp"
#include "app/terminal/json.hpp"

#include <fmt/format.h>

namespace golive::app {
namespace {

class TraceText : public TraceFormat {
 public:
    explicit TraceText(TextOutput& output) : output_{output} {}
    void event(std::uint64_t, const TraceLine& line) override {
        const std::string_view colon = line.cause.empty() && line.detail.empty() ? "" : ": ";
        const std::string_view comma = line.cause.empty() || line.detail.empty() ? "" : ", ";
        output_.write(fmt::format("{} {}  {:<19}  {}{}{}{}{}\n", line.date, line.clock, line.event, line.whom,
                                  colon, line.cause, comma, line.detail));
    }

 private:
    TextOutput& output_;
};

class TraceCsv : public TraceFormat {
 public:
    explicit TraceCsv(TextOutput& output) : rows_{output} {}
    void begin() override {
        rows_.header("replication", "second", "time", "event", "entity_kind", "entity", "name", "unit",
                     "cause", "value", "detail");
    }
    void event(std::uint64_t replication, const TraceLine& line) override {
        rows_.number(replication).number(line.second).text(line.date + "T" + line.clock).text(line.event);
        rows_.text(line.kind);
        if (line.entity >= 0)
            rows_.number(line.entity);
        else
            rows_.missing();
        rows_.text(line.name).text(line.unit).text(line.cause);
        if (line.value)
            rows_.number(*line.value);
        else
            rows_.missing();
        rows_.text(line.detail).end();
    }

 private:
    CsvRows rows_;
};

/// An array with one object a line, so that it can be read whole or line by line.
class TraceJson : public TraceFormat {
 public:
    explicit TraceJson(TextOutput& output) : output_{output} {}
    void begin() override { output_.write("["); }
    void event(std::uint64_t replication, const TraceLine& line) override {
        const auto or_null = [](std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); };
        const Json object{{"replication", replication},
                          {"second", line.second},
                          {"time", line.date + "T" + line.clock},
                          {"event", line.event},
                          {"entity_kind", line.kind},
                          {"entity", line.entity >= 0 ? Json(line.entity) : Json(nullptr)},
                          {"name", or_null(line.name)},
                          {"unit", or_null(line.unit)},
                          {"cause", or_null(line.cause)},
                          {"value", line.value ? Json(*line.value) : Json(nullptr)},
                          {"detail", or_null(line.detail)}};
        output_.write(first_ ? "\n" : ",\n");
        first_ = false;
        output_.write(object.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    void end() override { output_.write(first_ ? "]\n" : "\n]\n"); }

 private:
    TextOutput& output_;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<TraceFormat> trace_format(std::string_view name, TextOutput& output) {
    if (name == "csv") return std::make_unique<TraceCsv>(output);
    if (name == "json") return std::make_unique<TraceJson>(output);
    return std::make_unique<TraceText>(output);
}

}  // namespace golive::app
