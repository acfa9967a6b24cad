//! [early_wins].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/early_wins.hpp>

namespace golive::scenario {

template <>
const KeyTable<EarlyWins>& table_of<EarlyWins>() {
    static const KeyTable<EarlyWins> table =
        KeyTable<EarlyWins>{"[early_wins]", "early wins",
                            "Units hear how it goes elsewhere, the good and the bad. Left out: they do not."}
            .key("rate", &EarlyWins::rate, unsure("0.01", "0.03", "0.06"), range("0", "0.2"), possible(0, 1),
                 source(Grade::abstract,
                        "Angst et al. 2010: diffusion is contagious by proximity; the rate is a judgement"),
                 help("Pull per week on the attitudes of those who hear of it, towards how it goes."))
            .key("other_sites", &EarlyWins::other_sites, unsure("10 %", "25 %", "50 %"),
                 range("0 %", "100 %"), source(Grade::textbook, "news travels badly between hospitals"),
                 help("How much is heard from another site."));
    return table;
}

}  // namespace golive::scenario
