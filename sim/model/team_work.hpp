//! M8, IT teams: finite staff on working calendars, classes of work with priorities, pre-emption, upkeep of
//! what is live.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/ledger.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <golive/kernel/team.hpp>

namespace golive::model {

/// A piece of work that a team was given. Places are used again: `use` tells it from those that had the place
/// before.
struct WorkItem;
struct WorkId {
    Id<WorkItem> place;
    std::uint32_t use = 0;
};

/// Work that a team refused while it stabilised is `accepted` when it joins the queue after all.
enum class WorkMove { started, interrupted, resumed, finished, accepted };

/// How an effort becomes time at work: focused hours are spread over the working day as the team's focus
/// allows; clock time passes as it is, and is not split over two days if a day can hold it (a class, a call).
enum class Pace { focused, clock };

/// Any mechanism may submit work; what happens to it is told to that mechanism's `work_moved(payload,
/// WorkMove)`.
class TeamWork {
 public:
    enum class Event : std::uint16_t { team, arrival, week, release, consultants };
    static constexpr std::array event_names{
        std::string_view{"team_work.team"}, std::string_view{"team_work.arrival"},
        std::string_view{"team_work.week"}, std::string_view{"team_work.release"},
        std::string_view{"team_work.consultants"}};
    explicit TeamWork(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void on(const UnitLive& signal);

    struct Request {
        TeamId team;
        WorkClass work_class = WorkClass::project;
        Duration effort;
        Pace pace = Pace::focused;
        std::optional<Cost> cost = Cost::it_labour;  // none: it would have been done without the rollout
        bool changes_live = false;                   // refused while the team stabilises what has gone live
        InstanceId step = {};                        // of the plan, whose budget it is paid from
        std::uint32_t payload = 0;
    };
    /// The mechanism at this place in Mechanisms is told; see World::submit_work.
    WorkId admit(std::uint16_t owner, const Request& request);
    /// Takes work back; returns the effort that had not been done, zero where it is finished.
    Duration withdraw(WorkId work);
    void set_staff(TeamId team, int staff);
    /// Whether the team is stabilising and changes nothing that is live.
    [[nodiscard]] bool refuses(TeamId team) const { return world_now() < stable_from_[team]; }

    static void declare(Declarations& declare);
    void sample(Recorder& record);
    void finish(Recorder& record) const;

 private:
    struct Item {
        std::uint16_t owner;
        Request request;
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
    void release(TeamId team);
    void hire(TeamId team);
    void pay_consultants();
    [[nodiscard]] std::pair<Time, Time> stay_of(const Team::Consultants& consultants) const;
    [[nodiscard]] double own_share(TeamId team) const;
    [[nodiscard]] bool works_for(TeamId team, TechnologyId technology) const;
    [[nodiscard]] Time world_now() const;
    void settle();
    void pay(const Item& item, Duration effort);
    void schedule_arrival(std::uint32_t source);
    void maintain();
    [[nodiscard]] int rank(TeamId team, WorkClass work_class) const;
    [[nodiscard]] double left_for_work(TeamId team) const;
    [[nodiscard]] double stretch(TeamId team, Pace pace) const;

    World& world_;
    IdVector<TeamId, std::unique_ptr<kernel::Team>> teams_;
    IdVector<TeamId, std::array<int, work_class_count>> ranks_;
    IdVector<Place, Item> items_;
    std::vector<Place> free_items_;
    std::vector<Arrivals> arrivals_;
    IdVector<TeamId, Time> stable_from_;
    IdVector<TeamId, std::vector<Place>> refused_;  // until then
    IdVector<TeamId, int> refusals_;
    IdVector<TeamId, int> hired_;                  // consultants who are there
    std::vector<bool> live_;                       // by technology
    std::vector<kernel::Transition> transitions_;  // not told yet
    std::size_t told_ = 0;
    bool telling_ = false;
};

}  // namespace golive::model
