//! M19, measuring: units that are seen to lag get help; where only uptime is looked at, nobody comes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace golive::model {

class World;

class AdoptionMeasuring {
 public:
    enum class Event : std::uint16_t { count, act, helped };
    static constexpr std::array event_names{std::string_view{"measuring.count"},
                                            std::string_view{"measuring.act"},
                                            std::string_view{"measuring.helped"}};
    explicit AdoptionMeasuring(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void work_moved(std::uint32_t visit, WorkMove move);

    static void declare(Declarations& declare);
    void finish(Recorder& record) const;

 private:
    struct Visit {
        TechnologyId technology;
        UnitId unit;
        double adoption;
        Duration hours;
        std::uint64_t luck;  // names the visit among those of its unit
    };
    [[nodiscard]] std::size_t at(TechnologyId technology, UnitId unit) const;
    void count();
    void act(std::uint32_t round);
    void help(std::uint32_t visit);

    World& world_;
    std::vector<std::vector<Visit>> rounds_;  // who lagged at each count
    std::vector<Visit> visits_;
    std::vector<bool> being_helped_;            // [technology][unit]
    std::vector<std::uint64_t> helped_so_far_;  // [technology][unit]
    int helped_ = 0;
};

}  // namespace golive::model
