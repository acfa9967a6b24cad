//! [systems].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/systems.hpp>

namespace golive::scenario {

template <>
const KeyTable<Systems>& table_of<Systems>() {
    static const KeyTable<Systems> table =
        KeyTable<Systems>{"[systems]", "systems",
                          "What the other systems cost people and IT. Left out: nothing."}
            .key("network", &Systems::network, fallback("54"), range("5", "1000"), possible(0, 100'000),
                 source(Grade::vendor,
                        "Symplr 2023: most organisations run more than 50 for operations alone"),
                 help("Different systems of the network."))
            .key("per_unit", &Systems::per_unit, fallback("12"), range("2", "40"), possible(0, 1000),
                 source(Grade::textbook, "log-ins of a ward nurse"),
                 help("Systems that a unit's people work with."))
            .key("switching", &Systems::switching, unsure("20 s", "45 s", "90 s"), range("5 s", "5 min"),
                 source(Grade::vendor,
                        "80 % say disparate systems complicate their job (Symplr 2023); time judged"),
                 help("Lost per system and shift: log-ins, looking things up twice."))
            .key("double_documentation", &Systems::double_documentation, unsure("3 min", "8 min", "15 min"),
                 range("0 min", "60 min"),
                 source(Grade::textbook, "the same thing on paper and on the screen"),
                 help("Per shift, while an old way is kept beside a new one in full use."))
            .key("team", &Systems::team, help("That keeps them running. Left out: nobody has to."))
            .key("upkeep", &Systems::upkeep, written("", "per week"), fallback("2 h per week"),
                 range("0 h per week", "40 h per week"),
                 source(Grade::textbook, "patches, interfaces, accounts"), help("Of that team, per system."));
    return table;
}

}  // namespace golive::scenario
