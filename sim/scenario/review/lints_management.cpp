//! Warnings about management: settings that nothing in the scenario listens to, and people who
//! are never there.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

#include <fmt/format.h>

namespace golive::scenario {
namespace {

class Linter {
 public:
    explicit Linter(const Review& review)
        : review_{review},
          scenario_{review.scenario},
          start_{scenario_.header.start},
          end_{date_of(Time::after_start(scenario_.header.horizon), start_)},
          product_{scenario_.backlog && scenario_.backlog->mode == Backlog::Mode::product},
          counts_adoption_{scenario_.measuring && scenario_.measuring->what == Measuring::What::adoption} {}

    void all() {
        for (const TeamId team : scenario_.teams.ids()) stay_and_stability(team);
        for (const Mandate& mandate : scenario_.mandates) mandates(mandate);
        for (const Activity& activity : scenario_.plan)
            if (const auto* select = std::get_if<Select>(&activity.step)) selection(activity.name, *select);
        alignment();
        embedding();
        budget();
        roadmap();
        backlog();
        measuring();
        news();
        idle(!scenario_.workforce, {"burnout"}, {"exits"}, "nobody leaves without [workforce]");
        idle(scenario_.systems && !scenario_.systems->team, {"systems"}, {"upkeep"},
             "[systems] has no `team` that keeps them running");
    }

 private:
    void warn(const Path& path, std::string message, std::string hint = "") const {
        review_.warn(path, std::move(message), std::move(hint));
    }
    /// Keys that the file itself sets although nothing comes of them.
    void idle(bool so, const Path& section, const Path& keys, const std::string& why) const {
        for (const std::string_view key : keys) {
            Path path = section;
            path.push_back(key);
            if (so && review_.says_here(path))
                warn(path, fmt::format("`{}` counts for nothing: {}", key, why));
        }
    }
    [[nodiscard]] bool outside(const std::optional<Date>& from, const std::optional<Date>& until) const {
        return (from && *from > end_) || (until && *until < start_);
    }

    void stay_and_stability(TeamId id) {
        const Team& team = scenario_.teams[id];
        if (team.consultants && outside(team.consultants->from, team.consultants->until))
            warn({"team", team.name, "consultants"},
                 fmt::format("the consultants of `{}` are never there: {} to {} is simulated", team.name,
                             start_.iso(), end_.iso()));
        if (team.stabilisation <= Duration{}) return;
        if (!makes_live(id))
            warn({"team", team.name, "stabilisation"},
                 fmt::format("`{}` has nothing to stabilise: it builds and deploys nothing", team.name));
        else if (!changes_live(id))
            warn({"team", team.name, "stabilisation"},
                 fmt::format("`{}` refuses nothing: nobody asks it to change what is live", team.name),
                 "[backlog] and steps of the kind optimise do");
    }
    [[nodiscard]] bool makes_live(TeamId team) const {
        for (const Technology& technology : scenario_.technologies)
            for (const Purpose& purpose : technology.purposes)
                if (purpose.integration && purpose.integration->team == team) return true;
        return std::any_of(scenario_.plan.begin(), scenario_.plan.end(), [&](const Activity& activity) {
            const auto* deploy = std::get_if<Deploy>(&activity.step);
            return deploy && deploy->team == team;
        });
    }
    [[nodiscard]] bool changes_live(TeamId team) const {
        if (scenario_.backlog && scenario_.backlog->team == team) return true;
        return std::any_of(scenario_.plan.begin(), scenario_.plan.end(), [&](const Activity& activity) {
            const auto* redesign = std::get_if<Redesign>(&activity.step);
            return redesign && redesign->kind == Redesign::Kind::optimise && redesign->team == team;
        });
    }

    void mandates(const Mandate& mandate) {
        const std::string& name = mandate.name;
        idle(mandate.date.has_value(), {"mandate", name}, {"rate"}, "it comes once, on its `date`");
        if (!mandate.date) return;
        const std::int64_t days = mandate.due / Duration::days(1);
        const bool felt = mandate.documentation > Duration{} || mandate.penalty > Money{};
        if (*mandate.date < start_)
            warn({"mandate", name, "date"},
                 fmt::format("mandate `{}` comes before the start, {}", name, start_.iso()),
                 "it is taken to come at the start");
        else if (*mandate.date > end_)
            warn({"mandate", name, "date"},
                 fmt::format("mandate `{}` comes after the horizon, {}", name, end_.iso()));
        else if (felt && *mandate.date + std::chrono::days{days} > end_)
            warn({"mandate", name, "due"},
                 fmt::format(
                     "mandate `{}` is due after the horizon, {}: it costs nobody anything but its work", name,
                     end_.iso()));
    }
    void selection(const std::string& name, const Select& select) {
        idle(select.by == Select::By::it, {"plan", name}, {"clinical_weight", "clinician_hours", "attitude"},
             "clinicians have no say in it");
    }

    void alignment() {
        if (!scenario_.alignment) return;
        const auto joint = [](const Activity& activity) {
            const auto* select = std::get_if<Select>(&activity.step);
            return select && select->by == Select::By::joint;
        };
        const bool chosen = std::any_of(scenario_.plan.begin(), scenario_.plan.end(), joint);
        if (!review_.plan_has<Decision>() && !chosen && !product_)
            warn({"alignment"},
                 "nothing depends on alignment: nobody votes, chooses jointly or ranks causes");
        idle(!scenario_.embedding, {"alignment"}, {"embedded"}, "there is no [embedding]");
        idle(!scenario_.superusers, {"alignment"}, {"superusers"}, "there are no [superusers]");
        idle(!product_, {"alignment"}, {"product_manager"}, "[backlog] has no product manager");
        idle(!counts_adoption_, {"alignment"}, {"measuring"}, "nobody measures adoption");
    }
    void embedding() {
        if (!scenario_.embedding) return;
        const auto units = static_cast<int>(scenario_.units.size());
        if (scenario_.embedding->clinicians > units)
            warn({"embedding", "clinicians"},
                 fmt::format("{} embedded clinicians are of different units, and there are {}",
                             scenario_.embedding->clinicians, units));
        if (outside(scenario_.embedding->from, scenario_.embedding->until))
            warn({"embedding"}, fmt::format("embedded clinicians are never there: {} to {} is simulated",
                                            start_.iso(), end_.iso()));
    }
    void budget() {
        if (!scenario_.budget) return;
        const Budget& budget = *scenario_.budget;
        const bool spent = review_.plan_has<Redesign>() || review_.plan_has<Train>() || counts_adoption_;
        if (budget.redesign_share.value() > 0 && !spent)
            warn(
                {"budget", "redesign_share"},
                fmt::format("{:.0f} % of the budget is kept for redesign and training, and the plan has none",
                            100 * budget.redesign_share.value()));
        idle(budget.exhausted == Budget::Exhausted::cut, {"budget"}, {"body", "top_up", "grants"},
             "what cannot be paid is cut");
    }
    void roadmap() {
        if (scenario_.intake && scenario_.intake->teams.empty())
            warn({"intake", "teams"}, "nothing that departments start is begun: there is no team for it");
        idle(!scenario_.systems, {"intake"}, {"new_system"}, "there is no [systems]");
        idle(!scenario_.intake, {"digital_officer"}, {"accepts"}, "there is no [intake]");
        if (!scenario_.digital_officer) return;
        idle(true, {"intake"}, {"new_system", "strategy_load"}, "a digital officer sees to it");
        const Wave* first = nullptr;
        for (const Wave& wave : scenario_.waves)
            if (wave.target && (!first || *wave.target < *first->target)) first = &wave;
        if (first && review_.plan_has<GoLive>() &&
            time_of(*first->target, start_) - Time{} < scenario_.digital_officer->announces)
            warn({"digital_officer", "announces"},
                 fmt::format("the target of `{}`, {}, is too close to the start to be announced in time",
                             first->name, first->target->iso()));
    }
    void backlog() {
        if (!scenario_.backlog) return;
        idle(!product_, {"backlog"}, {"managers", "manager_wage", "analysis", "cause_factor", "parallel"},
             "in mode ticket there is no product manager");
        idle(product_, {"backlog"}, {"accuracy", "spill_over", "spill_severity"},
             "in mode product the cause is solved, not what was asked for");
        idle(scenario_.backlog->approvals == 0, {"backlog"}, {"approval_time", "approval_hours"},
             "no request needs `approvals`");
    }
    void measuring() {
        if (!scenario_.measuring) return;
        idle(!counts_adoption_, {"measuring"},
             {"every", "delay", "below", "units", "team", "hours", "tau_hours", "fix_hours", "refresher",
              "revival"},
             "nobody comes where only uptime is measured");
        if (counts_adoption_ && !review_.plan_has<GoLive>())
            warn({"measuring"}, "there is no adoption to measure: the plan has no go_live");
    }
    void news() {
        if (!scenario_.early_wins) return;
        idle(scenario_.sites.size() == 1, {"early_wins"}, {"other_sites"}, "there is one site");
        const auto by_parts = [](const Activity& activity) {
            return std::holds_alternative<GoLive>(activity.step) &&
                   (activity.scope == Scope::unit || activity.scope == Scope::site);
        };
        const bool together = scenario_.waves.size() < 2 &&
                              std::none_of(scenario_.plan.begin(), scenario_.plan.end(), by_parts);
        if (together && review_.plan_has<GoLive>())
            warn({"early_wins"}, "all units go live together: nobody is left to hear how it went",
                 "more than one [[wave]] has some");
    }

    const Review& review_;
    const Scenario& scenario_;
    Date start_, end_;
    bool product_, counts_adoption_;
};

}  // namespace

void lint_management(const Review& review) { Linter{review}.all(); }

}  // namespace golive::scenario
