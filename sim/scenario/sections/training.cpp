//! [course.*] and [learning].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/training.hpp>

namespace golive::scenario {
namespace {

const KeyTable<Course::ELearning>& e_learning_table() {
    using ELearning = Course::ELearning;
    static const KeyTable<ELearning> table =
        KeyTable<ELearning>{"[course.*.e_learning]", "e-learning", "The weaker alternative to a class."}
            .key("after_no_shows", &ELearning::after_no_shows, fallback("2"), range("0", "5"),
                 possible(0, 100), source(Grade::textbook, "two chances"),
                 help("Who has missed so many classes is sent to e-learning; 0: everyone at once."))
            .key("length", &ELearning::length, fallback("45 min"), range("10 min", "8 h"),
                 source(Grade::textbook, "shorter than a class"), help("Time that it takes."))
            .key("skill", &ELearning::skill, unsure("20 %", "35 %", "50 %"), range("10 %", "80 %"),
                 source(Grade::textbook, "weaker than a class"),
                 help("Of the content that a person takes home, before difficulty."))
            .key("delay", &ELearning::delay,
                 fallback("{ p10 = \"2 days\", p50 = \"2 weeks\", p90 = \"6 weeks\" }"),
                 range("1 day", "12 weeks"), source(Grade::textbook, "done when there is time"),
                 help("Until it is done."));
    return table;
}

}  // namespace

template <>
const KeyTable<Course>& table_of<Course>() {
    static const KeyTable<Course> table =
        KeyTable<Course>{"[course.*]", "course", "A class for a technology."}
            .key("technology", &Course::technology, only_one(), help("What it teaches."))
            .key("roles", &Course::roles,
                 help("Whom it is for. Left out: every role with occasions to use the technology."))
            .key("seats", &Course::seats, fallback("10"), range("1", "40"), possible(1, 10'000),
                 source(Grade::textbook, "8 to 12 seats per trainer"), help("Per session."))
            .key("length", &Course::length, fallback("2 h"), range("15 min", "16 h"),
                 possible(60, 40 * 3600.0),
                 source(Grade::secondary, "KLAS: 3 to 5 h are the least for an EHR; a device needs less"),
                 help("Of a session."))
            .key("instructors", &Course::instructors, only_one(), help("The team that teaches."))
            .key("rooms", &Course::rooms, fallback("1"), range("1", "20"), possible(1, 1000),
                 source(Grade::textbook, "one"), help("Sessions at the same time."))
            .key("release", &Course::release, fallback("10 %"), range("2 %", "50 %"),
                 source(Grade::textbook, "the ward must be staffed"),
                 help("Of a unit's people of these roles that may be in class on one day; at least one."))
            .key("no_show", &Course::no_show, fallback("12 %"), range("0 %", "40 %"),
                 source(Grade::textbook, "no citable figure found"),
                 help("Of booked seats; who does not come rebooks."))
            .key("skill", &Course::skill, unsure("45 %", "60 %", "75 %"), range("20 %", "90 %"),
                 source(Grade::official,
                        "VA OIG 2022: 44 % passed at first; 70 % where training is role-based and long"),
                 help("Of the class's content that a person takes home, before difficulty."))
            .table("e_learning", &Course::e_learning, e_learning_table(),
                   help("The weaker alternative. Left out: classes only."))
            .key("refresher_after", &Course::refresher_after, range("4 weeks", "1 year"),
                 help("Trained so long before go-live: invited again. Left out: never."))
            .key("backfill", &Course::backfill, fallback("50 %"), range("0 %", "100 %"),
                 source(Grade::textbook, "differs widely"),
                 help("Of class hours that are replaced on the ward and paid twice."));
    return table;
}

template <>
const KeyTable<Learning>& table_of<Learning>() {
    static const KeyTable<Learning> table =
        KeyTable<Learning>{"[learning]", "learning", "Forgetting, and learning by use."}
            .key(
                "half_life", &Learning::half_life, unsure("6.5 months", "9.5 months", "13 months"),
                range("3 months", "24 months"),
                source(
                    Grade::abstract,
                    "Tatel & Ackerman, Psychol Bull: half of the gain lost after 6.5 (accuracy) to 13 months "
                    "(speed)"),
                help("Of a skill that is not used."))
            .key("retained", &Learning::retained, unsure("5 %", "15 %", "30 %"), range("0 %", "50 %"),
                 source(Grade::textbook, "relearning is faster than learning"),
                 help("Of the skill that is never forgotten."))
            .key("uses", &Learning::uses, unsure("200", "400", "600"), range("50", "1500"), possible(1, 1e6),
                 source(Grade::derived, "interns' chart times (J Grad Med Educ 2016): tau about 500 charts"),
                 help("To close 63 % of the gap to mastery, for a person of average comfort."))
            .key("spread", &Learning::spread, fallback("0.5"), range("0", "1"), possible(0, 5),
                 source(Grade::textbook, "between-person coefficient of variation"),
                 help("Coefficient of variation of that number between persons."))
            .key("comfort_effect", &Learning::comfort_effect, unsure("0.5", "1.2", "2.0"), range("0", "4"),
                 source(Grade::textbook, "slower with low comfort; size not measured"),
                 help("Learning rate: exp(effect * (comfort - 0.5))."));
    return table;
}

}  // namespace golive::scenario
