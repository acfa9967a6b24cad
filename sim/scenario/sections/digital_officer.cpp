//! [digital_officer].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/digital_officer.hpp>

namespace golive::scenario {

template <>
const KeyTable<DigitalOfficer>& table_of<DigitalOfficer>() {
    static const KeyTable<DigitalOfficer> table =
        KeyTable<DigitalOfficer>{"[digital_officer]", "digital officer",
                                 "Somebody who owns digitalisation and keeps a roadmap. Left out: nobody."}
            .key("in_progress", &DigitalOfficer::in_progress, fallback("2"), range("1", "10"),
                 possible(1, 1000), source(Grade::textbook, "limit of work in progress"),
                 help("Technologies on their way at once, by maturity level and then by their order in the "
                      "file."))
            .key("accepts", &DigitalOfficer::accepts, fallback("30 %"), range("0 %", "100 %"),
                 source(Grade::textbook, "most wishes have an answer in the roadmap"),
                 help("Of departments' projects."))
            .key("announces", &DigitalOfficer::announces, fallback("8 weeks"), range("0 weeks", "52 weeks"),
                 source(Grade::textbook, "trade press: change that does not surprise"),
                 help("Before a go-live's target, people hear of it."))
            .key("readiness", &DigitalOfficer::readiness, unsure("0.0", "0.05", "0.1"), range("0", "0.3"),
                 possible(-1, 1), source(Grade::textbook, "trade press; size judged"),
                 help("Added to attitudes by a go-live that was announced."))
            .key("cost", &DigitalOfficer::cost, written("", "per year"), fallback("¤250,000 per year"),
                 range("¤0 per year", "¤1,000,000 per year"),
                 source(Grade::textbook, "salary and one assistant"), help("Counted as management."));
    return table;
}

}  // namespace golive::scenario
