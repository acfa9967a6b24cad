//! M15, early wins and early failures: units hear how it goes elsewhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

namespace golive::model {

class World;

/// Every week, attitudes in a unit that has not gone live move towards the news: twice the share of occasions
/// taken less one, averaged over the live units that it hears of, those of other sites by what is heard from
/// there.
class Grapevine {
 public:
    explicit Grapevine(World& world) : world_{world} {}
    void on(const WeekBegins& signal);

 private:
    void spread(TechnologyId technology);

    World& world_;
};

}  // namespace golive::model
