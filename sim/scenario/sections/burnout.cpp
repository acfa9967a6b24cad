//! [burnout].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/burnout.hpp>

namespace golive::scenario {

template <>
const KeyTable<Burnout>& table_of<Burnout>() {
    static const KeyTable<Burnout> table =
        KeyTable<Burnout>{"[burnout]", "burnout",
                          "Burden wears people out, and worn-out people leave. Left out: it does not."}
            .key("reference", &Burnout::reference, fallback("42 %"), range("20 %", "60 %"),
                 possible(0.01, 0.99), source(Grade::abstract, "Melnick et al. 2021: 42 % of nurses"),
                 help("Share of people burned out at the start, at a workload of 100 %."))
            .key("per_hour", &Burnout::per_hour, unsure("0.1", "0.3", "0.6"), range("0", "2"),
                 source(Grade::derived,
                        "Melnick et al. 2021: odds ratio 0.98 per SUS point; 20 minutes a shift for ten "
                        "points judged"),
                 help("Log odds per hour of burden a shift beyond that of the start."))
            .key("lag", &Burnout::lag, unsure("13 weeks", "26 weeks", "52 weeks"),
                 range("2 weeks", "2 years"), source(Grade::textbook, "slowly"),
                 help("In which 63 % of the way is gone."))
            .key("exits", &Burnout::exits, fallback("31.5 %"), range("0 %", "60 %"),
                 source(Grade::abstract, "Shah et al. 2021: 31.5 % of nurses who left cite burnout"),
                 help("Of resignations at the start; these grow and shrink with burnout."))
            .key("cynicism", &Burnout::cynicism, unsure("0.000", "0.005", "0.015"), range("0", "0.1"),
                 source(Grade::textbook, "a part of burnout by definition (Maslach); size judged"),
                 help("Taken from attitudes per shift, from nobody burned out to everybody."));
    return table;
}

}  // namespace golive::scenario
