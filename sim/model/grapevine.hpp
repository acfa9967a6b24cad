//! M15, early wins and early failures: units hear how it goes elsewhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class TechnologyUse;

/// News of some units: the tones of each, from -1 nobody uses it to 1 everybody always does, added up.
struct News {
    double tone = 0;
    double units = 0;
};
/// How it goes in a unit: twice the share of occasions taken less one.
[[nodiscard]] constexpr double tone_of_use(double use_share) { return 2 * use_share - 1; }
/// What is heard on a site, whose own news are among those of `all`: the others' count for `from_afar`.
[[nodiscard]] News heard_on_site(const News& here, const News& all, double from_afar);

/// Every week, attitudes in a unit that has not gone live move towards the news: twice the share of
/// occasions taken less one, averaged over the live units that it hears of, those of other sites by what is
/// heard from there.
class Grapevine {
 public:
    using World = WorldFor<Grapevine, TechnologyUse>;
    explicit Grapevine(World world) : world_{world}, numbers_{world.numbers(world.scenario.early_wins)} {}
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.early_wins.has_value(); }
    void on(const WeekBegins& signal);

 private:
    void spread(TechnologyId technology);

    World world_;
    Numbers<EarlyWins> numbers_;
};

}  // namespace golive::model
