//! [mandate.*].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/mandates.hpp>

namespace golive::scenario {

template <>
const KeyTable<Mandate>& table_of<Mandate>() {
    static const KeyTable<Mandate> table =
        KeyTable<Mandate>{"[mandate.*]", "mandate",
                          "Work that an authority imposes, once at a date or at random."}
            .key("date", &Mandate::date, help("When it arrives. Left out: at random, by `rate`."))
            .key("rate", &Mandate::rate, fallback("0 per year"), range("0 per year", "6 per year"),
                 source(Grade::textbook, "authorities differ"), help("How often one arrives."))
            .key("team", &Mandate::team, only_one(), help("Who has to do it."))
            .key("effort", &Mandate::effort,
                 fallback("{ p10 = \"200 h\", p50 = \"600 h\", p90 = \"2,000 h\" }"),
                 range("10 h", "10,000 h"), source(Grade::textbook, "a reporting duty to a new interface"),
                 help("Person-hours of focused work, when planned."))
            .key("due", &Mandate::due, fallback("12 weeks"), range("1 week", "2 years"),
                 source(Grade::textbook, "authorities are in a hurry"), help("After its arrival."))
            .key("notice", &Mandate::notice, fallback("26 weeks"), range("0 weeks", "2 years"),
                 source(Grade::textbook, "consultations are public"),
                 help("How long before it arrives somebody with a roadmap knows of it."))
            .key("rush", &Mandate::rush, unsure("1.1", "1.3", "1.7"), range("1", "3"), possible(0.1, 100),
                 source(Grade::textbook, "work done in a hurry is done twice"),
                 help("Effort of work done in a hurry over that of planned work."))
            .key("documentation", &Mandate::documentation, written("", "per shift"),
                 fallback("0 min per shift"), range("0 min per shift", "30 min per shift"),
                 source(Grade::textbook, "depends on the mandate"),
                 help("That it adds for every clinician, from its due date on."))
            .key("penalty", &Mandate::penalty, written("", "per week"), fallback("¤0 per week"),
                 range("¤0 per week", "¤500,000 per week"), source(Grade::textbook, "depends on the mandate"),
                 help("After its due date, until it is done."));
    return table;
}

}  // namespace golive::scenario
