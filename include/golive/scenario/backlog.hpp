//! [backlog]: what becomes of issues that show themselves in use.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

enum class BacklogMode {
    ticket,   ///< the asker's solution is built as asked, in the order of asking, and pushed to everyone
    product,  ///< requests are grouped by cause, ranked by value per effort, analysed, solved for
              ///< everyone
};

template <template <class> class Number>
struct BacklogSection {
    using Mode = BacklogMode;
    Mode mode;
    TeamId team;   ///< that builds changes
    int managers;  ///< product managers, who analyse; mode product only
    HourlyRate manager_wage;
    Share reporting;  ///< chance that a unit reports an issue that has shown itself
    /// Of reports from units with a super-user: they tell the problem, not a solution.
    Number<Share> accuracy;
    Uncertain<Rate> wishes;        ///< per unit: asked for, of use to few
    Uncertain<Duration> effort;    ///< person-hours that build one request as asked
    Uncertain<Duration> analysis;  ///< a product manager's hours that find a cause
    Number<double> cause_factor;   ///< effort of solving the cause over effort of building what was asked
    /// Chance that a change made for others makes an issue, in a wholly different unit.
    Number<Share> spill_over;
    Uncertain<Share> spill_severity;    ///< of such an issue
    int parallel;                       ///< causes in the builders' hands at once; mode product only
    int approvals;                      ///< signatures that every request needs
    Uncertain<Duration> approval_time;  ///< for one signature
    Duration approval_hours;            ///< of a clinician's time per signature
    Duration report_time;               ///< the team's, per open request and week

    static auto members(auto& section) {
        auto& [mode, team, managers, manager_wage, reporting, accuracy, wishes, effort, analysis,
               cause_factor, spill_over, spill_severity, parallel, approvals, approval_time, approval_hours,
               report_time] = section;
        return std::tie(mode, team, managers, manager_wage, reporting, accuracy, wishes, effort, analysis,
                        cause_factor, spill_over, spill_severity, parallel, approvals, approval_time,
                        approval_hours, report_time);
    }
};
using Backlog = BacklogSection<Uncertain>;

}  // namespace golive::scenario
