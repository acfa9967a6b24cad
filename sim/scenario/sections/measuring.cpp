//! [measuring].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/measuring.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<Measuring::What, 2> words_of<Measuring::What>{
    {{Measuring::What::adoption, "adoption"}, {Measuring::What::uptime, "uptime"}}};

template <>
const KeyTable<Measuring>& table_of<Measuring>() {
    static const KeyTable<Measuring> table =
        KeyTable<Measuring>{"[measuring]", "measuring",
                            "What management sees of units, and the help that follows. Left out: nothing."}
            .key("what", &Measuring::what, fallback("adoption"),
                 source(Grade::textbook, "trade press: not just uptime"),
                 help("Adoption: units that lag get help. Uptime: all is green, and nobody comes."))
            .key("every", &Measuring::every, written("every", ""), fallback("every 4 weeks"),
                 range("every 1 week", "every 6 months"), possible(86400, 31'557'600),
                 source(Grade::textbook, "a monthly report"), help("Cadence."))
            .key("delay", &Measuring::delay, fallback("2 weeks"), range("0 weeks", "12 weeks"),
                 source(Grade::textbook, "a report is read at the next meeting"),
                 help("From the count until somebody acts on it."))
            .key("below", &Measuring::below, fallback("50 %"), range("10 %", "90 %"),
                 source(Grade::textbook, "a target"), help("Units that use the technology less lag."))
            .key("units", &Measuring::units, fallback("3"), range("1", "20"), possible(0, 10'000),
                 source(Grade::derived, "UCHealth sprints: two teams, a clinic each for two weeks"),
                 help("Helped at a time, the worst first."))
            .key("team", &Measuring::team,
                 help("Who helps. Left out: clinicians among themselves, in their own time."))
            .key("hours", &Measuring::hours, fallback("16 h"), range("2 h", "400 h"),
                 source(Grade::textbook, "two days at the elbow"), help("Of help per unit."))
            .key("tau_hours", &Measuring::tau_hours, unsure("6", "12", "24"), range("1", "200"),
                 possible(0.01, 1e6), source(Grade::textbook, "as in discovery"),
                 help("Hours after which 63 % of latent issues are known."))
            .key("fix_hours", &Measuring::fix_hours, unsure("3 h", "6 h", "12 h"), range("1 h", "100 h"),
                 source(Grade::textbook, "as in optimisation"),
                 help("Hours that do away with one known issue."))
            .key("refresher", &Measuring::refresher, unsure("5 %", "15 %", "30 %"), range("0 %", "80 %"),
                 source(Grade::abstract, "targeted training saves time (UCHealth, Sutter); size judged"),
                 help("Of the skill still missing in the unit, closed."))
            .key("revival", &Measuring::revival, unsure("10 %", "25 %", "50 %"), range("0 %", "100 %"),
                 source(Grade::textbook, "somebody came"), help("Chance that who gave up tries again."));
    return table;
}

}  // namespace golive::scenario
