//! [workforce]: people come and go, if the section is there.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/people.hpp>

namespace golive::scenario {

template <>
const KeyTable<Workforce>& table_of<Workforce>() {
    static const KeyTable<Workforce> table =
        KeyTable<Workforce>{"[workforce]", "workforce",
                            "Resignations and successors. Left out: nobody ever leaves."}
            .key("onboarding", &Workforce::onboarding,
                 fallback("{ p10 = \"1 week\", p50 = \"2 weeks\", p90 = \"6 weeks\" }"),
                 range("0 days", "12 weeks"),
                 source(Grade::textbook, "orientation comes before classes on systems"),
                 help("From the first shift until a newcomer may be booked into a course."));
    return table;
}

}  // namespace golive::scenario
