//! [intake].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/intake.hpp>

namespace golive::scenario {

template <>
const KeyTable<Intake>& table_of<Intake>() {
    static const KeyTable<Intake> table =
        KeyTable<Intake>{"[intake]", "intake",
                         "Projects that departments start by themselves. Left out: none."}
            .key("projects", &Intake::projects, fallback("2 per year"), range("0 per year", "20 per year"),
                 source(Grade::vendor,
                        "40 % of hospitals run 10 to 25 projects besides their EHR (HealthIT PM 2011)"),
                 help("Per site."))
            .key("effort", &Intake::effort,
                 fallback("{ dist = \"lognormal\", median = \"120 h\", p90 = \"600 h\" }"),
                 range("8 h", "10,000 h"), source(Grade::textbook, "a server, an interface, a contract"),
                 help("Person-hours of one project."))
            .key("teams", &Intake::teams, required(), help("Teams that it may fall to, one of them by lot."))
            .key("new_system", &Intake::new_system, fallback("40 %"), range("0 %", "100 %"),
                 source(Grade::textbook, "departments buy applications"),
                 help("Chance that it leaves one system more on its site; needs [systems]."))
            .key("strategy_load", &Intake::strategy_load, fallback("10 %"), range("0 %", "40 %"),
                 source(Grade::textbook,
                        "trade press: strategy falls to IT where nobody else has it; size judged"),
                 help("Of those teams' time that goes into strategy unless a digital officer has it."));
    return table;
}

}  // namespace golive::scenario
