//! [scenario] and [calendar].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/scenario/setting.hpp>

namespace golive::scenario {

template <>
struct Codec<std::chrono::weekday> {
    static constexpr std::array<std::string_view, 7> days{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    static Shape shape() { return {.kind = Shape::Kind::word, .words = {days.begin(), days.end()}}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader,
                     std::chrono::weekday& out) {
        if (!node.text()) return reader.wrong_kind(node, key), false;
        const auto day = std::find(days.begin(), days.end(), *node.text());
        if (day == days.end()) {
            reader.wrong(node.place, fmt::format("`{}` is not a day of the week", *node.text()),
                         suggestion(*node.text(), shape().words));
            return false;
        }
        out = std::chrono::weekday{static_cast<unsigned>(day - days.begin())};
        return true;
    }
};

namespace {

std::optional<Duration> time_of_day(const Node& node) {
    if (const auto* clock = std::get_if<ClockTime>(&node.value)) return clock->since_midnight;
    const auto seconds = node.text() ? parse_clock(*node.text()) : std::nullopt;
    return seconds ? std::optional{Duration::from_seconds(*seconds)} : std::nullopt;
}

bool read_working_day(WorkingTime& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    const Node::Array* ends = node.array();
    if (!ends || ends->size() != 2) return reader.wrong_kind(node, key), false;
    const auto opens = time_of_day((*ends)[0]), closes = time_of_day((*ends)[1]);
    for (std::size_t i = 0; i < 2; ++i)
        if (!(i == 0 ? opens : closes))
            reader.wrong((*ends)[i].place, "this is not a time of day", "write \"08:00\"");
    if (!opens || !closes) return false;
    if (*closes <= *opens) return reader.wrong(node.place, "the working day ends before it begins"), false;
    out.opens = *opens;
    out.closes = *closes;
    return true;
}

const KeyTable<Freeze>& freeze_table() {
    static const KeyTable<Freeze> table =
        KeyTable<Freeze>{"[[calendar.freeze]]", "freeze", "A period in which nothing goes live."}
            .key("from", &Freeze::from, required(), help("First day."))
            .key("to", &Freeze::to, required(), help("Last day; it belongs to the freeze."))
            .key("why", &Freeze::why, fallback("change freeze"), help("For the reader."));
    return table;
}

}  // namespace

template <>
const KeyTable<Header>& table_of<Header>() {
    static const KeyTable<Header> table =
        KeyTable<Header>{"[scenario]", "scenario", "What is studied, and from when."}
            .key("name", &Header::name, fallback("Unnamed"), help("Printed on results."))
            .key("description", &Header::description, fallback("\"\""), help("For the reader."))
            .key("currency", &Header::currency, fallback("USD"),
                 help("Three letters; how money is written and printed."))
            .key("start", &Header::start, required(), help("First simulated day."))
            .key("horizon", &Header::horizon, fallback("24 months"), range("1 month", "10 years"),
                 possible(86400, 50 * 31'557'600.0),
                 source(Grade::textbook,
                        "long enough for a year of use after the last go-live of most rollouts"),
                 help("How long is simulated."));
    return table;
}

template <>
const KeyTable<WorkingTime>& table_of<WorkingTime>() {
    static const KeyTable<WorkingTime> table =
        KeyTable<WorkingTime>{
            "[calendar]", "calendar",
            "Office hours of teams and bodies. Clinicians work their shifts on every day of the year."}
            .key("working_week", &WorkingTime::working_week,
                 fallback("[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"),
                 source(Grade::textbook, "office week"), help("Days on which offices are open."))
            .custom("working_day",
                    shape_of(Shape::Kind::other, "two times of day, such as [\"08:00\", \"17:00\"]"),
                    read_working_day, fallback("[\"08:00\", \"17:00\"]"),
                    source(Grade::textbook, "office hours"), help("From when to when."))
            .key("holidays", &WorkingTime::holidays, fallback("[]"),
                 help("Days on which offices are closed."))
            .list("freeze", &WorkingTime::freezes, freeze_table(),
                  help("Periods in which nothing goes live."));
    return table;
}

}  // namespace golive::scenario
