//! [issues].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/issues.hpp>

namespace golive::scenario {

template <>
const KeyTable<Issues>& table_of<Issues>() {
    static const KeyTable<Issues> table =
        KeyTable<Issues>{"[issues]", "issues",
                         "What a technology does not fit in a unit is made of issues, which units share."}
            .key("types", &Issues::types, fallback("12"), range("4", "40"), possible(1, 64),
                 source(Grade::textbook, "as many as a kick-off workshop fills the wall with"),
                 help("Types of issue that a technology may have."))
            .key("presence", &Issues::presence, fallback("50 %"), range("20 %", "90 %"), possible(0.01, 1),
                 source(Grade::textbook, "half of them matter to a given kind of unit"),
                 help("Chance that a kind of unit has a type."))
            .key("beyond", &Issues::beyond, unsure("15 %", "35 %", "55 %"), range("0 %", "90 %"),
                 source(Grade::secondary,
                        "Longhurst et al. 2019: less than a fifth of experience is the software's; share of "
                        "issues judged"),
                 help("Of types: nothing but another product would do away with them."))
            .key("kind_resemblance", &Issues::kind_resemblance, unsure("55 %", "75 %", "90 %"),
                 range("0 %", "100 %"),
                 source(Grade::textbook, "two medical wards work alike; two of them never wholly"),
                 help("Chance that a unit has an issue because its kind has it, and not by itself."))
            .key("site_resemblance", &Issues::site_resemblance, unsure("10 %", "20 %", "35 %"),
                 range("0 %", "100 %"), source(Grade::textbook, "a hospital has its ways"),
                 help("How much two units of one site resemble each other, whatever their kinds."))
            .key("severity_spread", &Issues::severity_spread, fallback("0.8"), range("0.2", "1.5"),
                 possible(0, 5), source(Grade::textbook, "few of the issues make most of the trouble"),
                 help("Standard deviation of the log of severities."))
            .key("uses_to_surface", &Issues::uses_to_surface, unsure("150", "500", "1500"),
                 range("20", "10000"), possible(1e-3, 1e9),
                 source(Grade::textbook, "weeks in a busy ward, months in a small clinic"),
                 help("Uses times severity after which 63 % of the latent issues have shown themselves."))
            .key("build_effort", &Issues::build_effort,
                 fallback("{ dist = \"lognormal\", median = \"12 h\", p90 = \"60 h\" }"),
                 range("1 h", "400 h"),
                 source(Grade::textbook, "a screen, a rule or a label more while the builders are at it"),
                 help("Person-hours that build away a type that was known before the build began."));
    return table;
}

}  // namespace golive::scenario
