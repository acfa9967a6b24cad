//! M8, IT teams: finite staff on working calendars, classes of work with priorities, pre-emption, upkeep of
//! what is live.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <golive/kernel/server_pool.hpp>

namespace golive::model {

class Ledger;
class RolloutBudget;

/// Any mechanism may submit work; what happens to it is told to that
/// mechanism's `work_moved(payload, WorkMove)`.
class TeamWork {
 public:
    static constexpr std::string_view name = "team_work";
    using World = WorldFor<TeamWork, Ledger, RolloutBudget>;
    explicit TeamWork(World world);
    void start();
    void team_event(std::uint32_t subject);
    void arrival(std::uint32_t source);
    void week();
    void release(TeamId team);
    void hire(TeamId team);
    using Events = EventsOf<Event<&TeamWork::team_event, "team">, Event<&TeamWork::arrival, "arrival">,
                            Event<&TeamWork::week, "week">, Event<&TeamWork::release, "release">,
                            Event<&TeamWork::hire, "consultants">>;

    /// Something of the technology has gone live: from now on it asks for upkeep, and teams that worked for
    /// it stabilise it before they change anything again.
    void gone_live(TechnologyId technology);

    /// For the mechanism of that number; see WorldFor::submit_work.
    WorkId admit(std::uint16_t owner, const WorkRequest& request);
    /// Takes work back; returns the effort that had not been done, zero where it is finished.
    Duration withdraw(WorkId work);
    void set_staff(TeamId team, int staff);
    /// Whether the team is stabilising and changes nothing that is live.
    [[nodiscard]] bool refuses(TeamId team) const { return world_.now() < stable_from_[team]; }

    static void declare(Figures<TeamWork>& figures);

 private:
    struct Item {
        std::uint16_t owner;
        WorkRequest request;
        kernel::JobHandle job;
        std::uint32_t use = 0;
        bool refused = false;  // not given to the team yet
    };
    using Place = Id<WorkItem>;
    struct Arrivals {
        TeamId team;
        const BackgroundWork* work;
        random::EntityKey key;
        std::uint64_t count = 0;
    };
    void give(Place place);
    void pay_consultants();
    [[nodiscard]] std::pair<Time, Time> stay_of(const Team::Consultants& consultants) const;
    [[nodiscard]] double own_share(TeamId team) const;
    [[nodiscard]] bool works_for(TeamId team, TechnologyId technology) const;
    void settle();
    void pay(const Item& item, Duration effort);
    void schedule_arrival(std::uint32_t source);
    void maintain();
    [[nodiscard]] int rank(TeamId team, WorkClass work_class) const;
    [[nodiscard]] double stretch(TeamId team, Pace pace) const;

    World world_;
    IdVector<TeamId, std::unique_ptr<kernel::ServerPool>> teams_;
    IdVector<TeamId, std::array<int, work_class_count>> ranks_;
    IdVector<Place, Item> items_;
    std::vector<Place> free_items_;
    std::vector<Arrivals> arrivals_;
    IdVector<TeamId, Time> stable_from_;
    IdVector<TeamId, std::vector<Place>> refused_;  // until then
    IdVector<TeamId, int> refusals_;
    IdVector<TeamId, int> hired_;                  // consultants who are there
    IdVector<TeamId, double> left_for_work_;       // of focused time, by strategy
    std::vector<bool> live_;                       // by technology
    std::vector<kernel::Transition> transitions_;  // not told yet
    std::size_t told_ = 0;
    bool telling_ = false;
};

}  // namespace golive::model
