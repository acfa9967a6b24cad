//! M1, governance bodies: items wait for a slot, for a quorum, for a vote; sprawl is several of them in a
//! row.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <cstdint>
#include <vector>

#include <golive/kernel/tally.hpp>
#include <golive/model/cause.hpp>

namespace golive::model {

/// One request before one body.
struct Item;
using ItemId = Id<Item>;

/// An item needs its paper written, then waits on the agenda. At a meeting with a quorum, each attending
/// member approves with log odds = logit(approval of the constituency) + evidence; the rule turns votes into
/// approved or not. What is not approved is deferred (reworked and submitted again, with more evidence) or,
/// with probability `rejected`, sent back to be rescoped. When the time box since the first submission runs
/// out, the chair decides alone, now and after every rework.
class GovernanceBodies {
 public:
    enum class Event : std::uint16_t { meeting, other_item, resubmit, time_box };
    explicit GovernanceBodies(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void work_moved(std::uint32_t item, WorkMove move);

    /// Puts a decision of the plan before its bodies; PlanExecution::finish is called when all have approved.
    void begin(InstanceId instance);

    /// Asks a body for more budget, on behalf of a step that waits for it; RolloutBudget::granted is called.
    void ask_for_money(BodyId body, InstanceId step);

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    enum class Stage { writing, agenda, reworking, decided };
    struct State {
        InstanceId instance;
        BodyId body;
        std::size_t place = 0;  // of the body among the decision's
        int priority = 0;
        bool for_money = false;  // asks for more budget on behalf of the step
        Stage stage = Stage::writing;
        Time first_submitted;
        int submissions = 0;
        int rescopings = 0;
        bool escalated = false;
        std::uint32_t tries = 0;  // votes taken, for the streams
    };
    struct AgendaEntry {
        ItemId item;  // unset: another project's item
        int priority;
        std::uint64_t arrival;
        Time since;
    };
    struct BodyState {
        std::vector<AgendaEntry> agenda;
        std::uint64_t arrivals = 0;
        std::uint64_t others = 0;
        std::uint64_t meetings = 0;
        int members = 0;
        int held = 0;
        int lost = 0;
        kernel::Tally lead_time_days;
        random::EntityKey key;
    };
    struct Vote {
        int attending = 0;
        int approving = 0;
    };

    void submit(InstanceId instance, std::size_t place);
    void write_paper(ItemId item);
    void enter_agenda(ItemId item);
    void meet(BodyId body);
    void schedule_meeting(BodyId body);
    void schedule_other_item(BodyId body);
    void escalate(ItemId item);
    void decide_alone(ItemId item);
    std::vector<Vote> attendance(BodyId body) const;
    void take_slots(BodyId body, const std::vector<Vote>& present);
    void vote_on(ItemId item, std::vector<Vote> present);
    [[nodiscard]] double evidence(const State& item) const;
    [[nodiscard]] static bool carried(const Body& body, const std::vector<Vote>& votes);
    void send_back(ItemId item);
    void approve(ItemId item);
    void charge_meeting(const Body& body, const std::vector<Vote>& present);
    void tell_plan(ItemId item, Cause cause);

    World& world_;
    IdVector<BodyId, BodyState> bodies_;
    IdVector<ItemId, State> items_;
    std::uint32_t requests_for_money_ = 1;
    struct Odds {
        double discovery;
        double resubmission;
        double size;
        double rescope;
    } odds_;
};

}  // namespace golive::model
