//! The list of mechanisms: what it does not matter for.
// SPDX-License-Identifier: Apache-2.0
#include "model/mechanisms.hpp"
#include "small_hospital.hpp"

#include <memory>

namespace golive::model::testing {
namespace {

/// Has an event, takes no part in anything.
class Inert {
 public:
    static constexpr std::string_view name = "inert";
    using World = WorldFor<Inert>;
    explicit Inert(World) {}
    void never() {}
    using Events = EventsOf<Event<&Inert::never, "never">>;
};

template <class List>
struct WithInertInFront;
template <class... Mechanism>
struct WithInertInFront<std::tuple<Mechanism...>> {
    using type = std::tuple<Inert, Mechanism...>;
};

TEST(Hospital, HasTheSameFuturesWithAMechanismMoreThatDoesNothing) {
    using Longer = HospitalOf<WithInertInFront<Mechanisms>::type>;
    const Blueprint blueprint = blueprint_of_file("../tests/support/every_section.toml");
    const FigureBook figures = Longer::figures_of<Listing>(blueprint.scenario(), blueprint.layout());
    for (std::uint64_t replication = 0; replication < 2; ++replication) {
        const Result longer =
            std::make_unique<Longer>(blueprint, figures, seed, replication, Tracing::off)->run();
        const Result result = simulate(blueprint, seed, replication, Tracing::off);
        EXPECT_EQ(longer.fingerprint, result.fingerprint);
        EXPECT_EQ(longer.events, result.events);
        EXPECT_TRUE(std::ranges::equal(longer.scalars, result.scalars, [](double a, double b) {
            return a == b || (std::isnan(a) && std::isnan(b));
        }));
    }
}

/// A mechanism before and after somebody gives it another event, which they put first.
class Before {
 public:
    static constexpr std::string_view name = "clinic";
    void opens() {}
    void closes() {}
    using Events = EventsOf<Event<&Before::opens, "opens">, Event<&Before::closes, "closes">>;
};
class After {
 public:
    static constexpr std::string_view name = "clinic";
    void rings() {}
    void opens() {}
    void closes() {}
    using Events = EventsOf<Event<&After::rings, "rings">, Event<&After::opens, "opens">,
                            Event<&After::closes, "closes">>;
};

TEST(Switchboard, KnowsEventsByTheirNamesWhereverTheyStand) {
    Before before;
    After after;
    Switchboard old_board, new_board;
    old_board.connect(before, true);
    new_board.connect(after, true);
    EXPECT_EQ(new_board.handler(1).key, old_board.handler(0).key);
    EXPECT_EQ(new_board.handler(2).key, old_board.handler(1).key);
    EXPECT_NE(new_board.handler(0).key, old_board.handler(0).key);
}

/// Files of other releases are told by these: they may never change.
TEST(EventKey, IsTheHashOfTheNamesOfMechanismAndEvent) {
    static_assert(event_key("staffing", "leave") == hash_name("staffing.leave"));
    static_assert(event_key("staffing", "leave") != event_key("staffing", "join"));
    static_assert(event_key("team_work", "week") != event_key("shifts", "week"));
    EXPECT_EQ(event_key("staffing", "leave"), 15379327367856136428U);
}

}  // namespace
}  // namespace golive::model::testing
