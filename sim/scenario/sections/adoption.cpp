//! [adoption]: the weights of behaviour, all of them uncertain.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/adoption.hpp>

namespace golive::scenario {
namespace {

constexpr const char* judged = "judgement: direction from the literature, size to be calibrated";

/// What decides whether an occasion is taken, on the scale of log odds.
void add_use(KeyTable<Adoption>& table) {
    table
        .key("intercept", &Adoption::intercept, unsure("-1.1", "-0.6", "-0.1"), range("-2", "2"),
             source(Grade::textbook, judged),
             help("Of a middling person in a middling unit, once the old way is gone."))
        .key("fit", &Adoption::fit, unsure("0.8", "1.5", "2.2"), range("0", "4"),
             source(Grade::secondary,
                    "Thanthrige et al. 2025: performance expectancy is the strongest path to intention; size "
                    "judged"),
             help("Times (2 fit - 1)."))
        .key("skill", &Adoption::skill, unsure("0.8", "1.5", "2.2"), range("0", "4"),
             source(Grade::textbook, judged), help("Times (2 skill - 1)."))
        .key("attitude", &Adoption::attitude, unsure("0.6", "1.2", "1.8"), range("0", "4"),
             source(Grade::textbook, judged), help("Times attitude, -1 to 1."))
        .key("peers", &Adoption::peers, unsure("0.4", "0.7", "1.0"), range("0", "3"),
             source(Grade::derived,
                    "opinion leaders' use +10 % gives colleagues +3.5 % (Health Informatics J): log odds at "
                    "50 %"),
             help("Times (2 share of colleagues' occasions done with it - 1)."))
        .key("workload", &Adoption::workload, unsure("-2.0", "-1.0", "-0.3"), range("-4", "0"),
             source(Grade::textbook, judged),
             help("Times (effective workload - 100 %): hurry falls back on habit."))
        .key("legacy", &Adoption::legacy, unsure("-1.4", "-0.8", "-0.3"), range("-3", "0"),
             source(Grade::textbook, judged), help("While the old way is still there."));
}

/// How attitudes move.
void add_attitude(KeyTable<Adoption>& table) {
    table
        .key("initial_attitude", &Adoption::initial_attitude,
             fallback("{ dist = \"normal\", mean = 0.1, sd = 0.3, min = -1, max = 1 }"), range("-0.5", "0.6"),
             possible(-1, 1), source(Grade::textbook, judged), help("Per person, -1 against, 1 in favour."))
        .key("experience_rate", &Adoption::experience_rate, unsure("0.02", "0.05", "0.10"), range("0", "0.3"),
             possible(0, 1),
             source(
                 Grade::abstract,
                 "Luo et al. 2013: strong agreement fell from 34 to 15 % in four months of use; rate judged"),
             help("Of attitude towards the shift's experience, per shift of use."))
        .key("peer_rate", &Adoption::peer_rate, unsure("0.005", "0.02", "0.04"), range("0", "0.2"),
             possible(0, 1),
             source(Grade::abstract, "Zheng et al. 2010: friendship ties carry influence; rate judged"),
             help("Towards the unit's mean attitude, per shift."))
        .key("leadership", &Adoption::leadership, unsure("0.0", "0.3", "0.6"), range("-1", "1"),
             possible(-1, 1), source(Grade::textbook, judged),
             help("The attitude that leadership pulls towards."))
        .key("surprise", &Adoption::surprise, unsure("0.01", "0.05", "0.12"), range("0", "0.5"),
             possible(0, 2), source(Grade::textbook, "trade press: change should not surprise; size judged"),
             help("Taken from attitudes by a go-live that nobody announced; see [digital_officer]."))
        .key("leadership_rate", &Adoption::leadership_rate, unsure("0.001", "0.004", "0.01"),
             range("0", "0.05"), possible(0, 1), source(Grade::textbook, judged), help("Per shift."));
}

/// What goes wrong in use, and how much it hurts.
void add_friction(KeyTable<Adoption>& table) {
    table
        .key("friction", &Adoption::friction, unsure("0.5 %", "1.5 %", "4 %"), range("0 %", "15 %"),
             source(Grade::textbook, judged), help("Chance per use, whatever the skill and fit."))
        .key("friction_unskilled", &Adoption::friction_unskilled, unsure("6 %", "12 %", "20 %"),
             range("0 %", "50 %"),
             source(Grade::derived, "first-use penalty of 25 to 45 % on system-dependent tasks"),
             help("Added times (1 - skill)."))
        .key("friction_misfit", &Adoption::friction_misfit, unsure("4 %", "10 %", "20 %"),
             range("0 %", "50 %"), source(Grade::textbook, judged), help("Added times (1 - fit)."))
        .key("friction_pain", &Adoption::friction_pain, unsure("1.5", "2.2", "3.0"), range("1", "5"),
             possible(0, 100),
             source(Grade::textbook, "losses weigh about twice as much as gains (Tversky and Kahneman 1992)"),
             help("Weight of a friction against a smooth use in the shift's experience."))
        .key("unresolved_pain", &Adoption::unresolved_pain, unsure("2", "4", "7"), range("1", "15"),
             possible(0, 100), source(Grade::textbook, judged),
             help("Weight of a problem that nobody solved."))
        .key("friction_time", &Adoption::friction_time, unsure("1 min", "2 min", "5 min"),
             range("10 s", "20 min"), source(Grade::textbook, "log in again, try again, ask"),
             help("Lost per friction."));
}

/// Who counts as what.
void add_states(KeyTable<Adoption>& table) {
    table
        .key("memory", &Adoption::memory, fallback("10"), range("3", "40"), possible(1, 1000),
             source(Grade::textbook, "about three weeks of work"),
             help("Shifts over which recent use is averaged."))
        .key("adopted_above", &Adoption::adopted_above, fallback("60 %"), range("40 %", "90 %"),
             source(Grade::textbook, "a definition"), help("Recent share of occasions."))
        .key("workaround_below", &Adoption::workaround_below, fallback("35 %"), range("10 %", "60 %"),
             source(Grade::textbook, "a definition"), help("Recent share of occasions."))
        .key("abandoned_below", &Adoption::abandoned_below, fallback("5 %"), range("0 %", "20 %"),
             source(Grade::textbook, "a definition"), help("Recent share of occasions."))
        .key("mature_above", &Adoption::mature_above, fallback("50 %"), range("20 %", "90 %"),
             source(Grade::textbook, "a definition"),
             help("Share of a site's clinicians who must have adopted a technology for it to count for "
                  "maturity."))
        .key("trial_shifts", &Adoption::trial_shifts, fallback("8"), range("1", "40"), possible(0, 10'000),
             source(Grade::textbook, "a definition"),
             help("Before a person is counted as adopted, working around or having abandoned."));
}

}  // namespace

template <>
const KeyTable<Adoption>& table_of<Adoption>() {
    static const KeyTable<Adoption> table = [] {
        KeyTable<Adoption> adoption{
            "[adoption]", "adoption",
            "What decides whether a clinician uses the technology; weights on the scale of log odds."};
        add_use(adoption);
        add_attitude(adoption);
        add_friction(adoption);
        add_states(adoption);
        return adoption;
    }();
    return table;
}

}  // namespace golive::scenario
