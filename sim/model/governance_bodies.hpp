//! M1, governance bodies: items wait for a slot, for a quorum, for a vote; sprawl is several of them
//! in a row.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/votes.hpp"
#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <golive/kernel/tally.hpp>
#include <golive/model/cause.hpp>

namespace golive::model {

class ItAlignment;
class Ledger;
class PlanExecution;
class RolloutBudget;
class TeamWork;
class WorkflowIssues;

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
    static constexpr std::string_view name = "governance";
    using World = WorldFor<GovernanceBodies, Ledger, RolloutBudget, TeamWork, PlanExecution,
                           const WorkflowIssues, const ItAlignment>;
    explicit GovernanceBodies(World world);
    void start();
    void begin(const Decision& step, InstanceId instance);
    /// Asks a body for more budget, on behalf of a step that waits for it.
    void on(const MoneyNeeded& signal);
    void meeting(BodyId body);
    void other_item(BodyId body);
    void write_paper(ItemId item);
    void escalate(ItemId item);
    using Events = EventsOf<
        Event<&GovernanceBodies::meeting, "meeting">, Event<&GovernanceBodies::other_item, "other_item">,
        Event<&GovernanceBodies::write_paper, "resubmit">, Event<&GovernanceBodies::escalate, "time_box">>;
    void work_moved(std::uint32_t item, WorkMove move);

    static void declare(Figures<GovernanceBodies>& figures);

 private:
    enum class Phase { writing, agenda, reworking, decided };
    struct State {
        InstanceId instance;
        BodyId body;
        std::size_t place = 0;  // of the body among the decision's
        int priority = 0;
        bool for_money = false;  // asks for more budget on behalf of the step
        Phase phase = Phase::writing;
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

    void submit(InstanceId instance, std::size_t place);
    void enter_agenda(ItemId item);
    void schedule_meeting(BodyId body);
    void schedule_other_item(BodyId body);
    void decide_alone(ItemId item);
    std::vector<BenchVotes> benches_of(BodyId body) const;
    std::vector<BenchVotes> attendance(BodyId body) const;
    void take_slots(BodyId body, const std::vector<BenchVotes>& present);
    void vote_on(ItemId item, std::vector<BenchVotes> present);
    [[nodiscard]] double evidence(const State& item) const;
    void send_back(ItemId item);
    void approve(ItemId item);
    void charge_meeting(const Body& body, const std::vector<BenchVotes>& present);
    void tell_plan(ItemId item, Cause cause);

    World world_;
    IdVector<BodyId, BodyState> bodies_;
    IdVector<ItemId, State> items_;
    std::uint32_t requests_for_money_ = 1;
    EvidenceWeights weights_;
};

}  // namespace golive::model
