//! M16, the backlog: what becomes of issues that show themselves in use, as tickets or as a product.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <golive/kernel/tally.hpp>

namespace golive::model {

class ItAlignment;
class Ledger;
class Staffing;
class SuperuserNetwork;
class TeamWork;
class TechnologyUse;
class WorkflowIssues;

/// Worth, in fit times people, on the scale on which it is perceived: its standardised logarithm.
[[nodiscard]] double standardised_worth(double worth);
/// What a product manager ranks causes by: the logarithm of the worth perceived per hour of effort.
/// `perceived` is standardised: logarithms of worth spread over 1.5.
[[nodiscard]] double rank_of_cause(double perceived, double effort_hours);
/// Chance that a unit without the asker's issue gets a new one of what was built as asked.
[[nodiscard]] constexpr double spill_chance(double spill_over, double resemblance) {
    return spill_over * (1 - resemblance);
}

/// A request asks for something against an issue of its unit, or for something that is of use to few. As a
/// ticket it is built as asked, in turn, and pushed to every unit: units with the same issue are helped as
/// far as they resemble the asker's, others may get an issue that they did not have. As a product, requests
/// wait by cause; a free product manager takes the cause of most perceived value per effort, analyses it and
/// has it solved for everyone.
class ChangeBacklog {
 public:
    static constexpr std::string_view name = "backlog";
    using World = WorldFor<ChangeBacklog, Ledger, TeamWork, const Staffing, const TechnologyUse,
                           WorkflowIssues, const SuperuserNetwork, const ItAlignment>;
    explicit ChangeBacklog(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.backlog.has_value(); }
    void start();
    void wish(UnitId unit);
    void next_signature(std::uint32_t change);
    void analysed(std::uint32_t change);
    using Events =
        EventsOf<Event<&ChangeBacklog::wish, "wish">, Event<&ChangeBacklog::next_signature, "signed_off">,
                 Event<&ChangeBacklog::analysed, "analysed">>;
    void on(const IssueShown& signal);
    void on(const WeekBegins& signal);
    void work_moved(std::uint32_t change, WorkMove move);

    static void declare(Figures<ChangeBacklog>& figures);

 private:
    enum class Phase : std::uint8_t { approvals, waiting, analysis, building, done, let_be };
    struct Change {
        TechnologyId technology;
        UnitId asker;
        std::uint32_t type = 0;  // of issue; of a wish: none
        bool wish = false;
        bool accurate = false;  // the request tells the problem
        Phase phase = Phase::waiting;
        int signatures = 0;
        Time asked;
        random::EntityKey key{""};
    };
    using ChangeId = std::uint32_t;
    static constexpr std::uint32_t no_type = 0xffffffff;

    void ask_for_wish(UnitId unit);
    void ask(TechnologyId technology, UnitId unit, std::uint32_t type);
    [[nodiscard]] bool is_asked_already(TechnologyId technology, std::uint32_t type) const;
    [[nodiscard]] random::EntityKey key(TechnologyId technology, UnitId unit, std::uint32_t type) const;
    void admit(ChangeId id);
    void end_analysis(ChangeId id);
    void build(ChangeId id);
    void built(ChangeId id);
    void push_as_asked(const Change& change);
    void solve_everywhere(const Change& change);
    void take_next_cause();
    [[nodiscard]] Duration effort(const Change& change) const;
    [[nodiscard]] double worth(const Change& change) const;
    [[nodiscard]] double score(ChangeId id) const;
    void schedule_wish(UnitId unit);
    void pay_managers();
    void report_status();

    World world_;
    Numbers<Backlog> numbers_;
    bool product_;  // not tickets
    std::vector<Change> changes_;
    std::vector<ChangeId> waiting_;  // for a product manager
    IdVector<UnitId, std::uint64_t> wishes_;
    int analysing_ = 0;
    int building_ = 0;
    int open_ = 0;
    int reports_ = 0;
    std::uint64_t asked_ = 0;
    std::uint64_t merged_ = 0;  // of them, with others of the same cause
    std::uint64_t let_be_ = 0;  // of them, because nothing can be done
    std::uint64_t built_ = 0;
    std::uint64_t spilled_ = 0;
    double worth_built_ = 0;
    double hours_built_ = 0;
    kernel::Tally days_;
};

}  // namespace golive::model
