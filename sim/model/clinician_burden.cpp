#include "model/clinician_burden.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/mandates.hpp"
#include "model/staffing.hpp"
#include "model/system_landscape.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <numeric>

#include <golive/base/spelling.hpp>

namespace golive::model {

namespace {

double total(const MinutesByCause& minutes) { return std::accumulate(minutes.begin(), minutes.end(), 0.0); }

}  // namespace

double documentation_of(const MinutesByCause& minutes) {
    return total(minutes) - minutes[static_cast<std::size_t>(Minutes::rollout)] -
           minutes[static_cast<std::size_t>(Minutes::covering)];
}

double after_hours_of(double at_start, double documentation, double overflow) {
    return std::max(0.0, at_start + documentation * overflow);
}

double throughput_of(double missing_minutes, double shift_minutes) {
    return shift_minutes > 0 ? std::max(0.0, 1.0 - missing_minutes / shift_minutes) : 1.0;
}

ClinicianBurden::ClinicianBurden(World world)
    : world_{world},
      norms_(world.scenario.units.size()),
      weeks_(world.scenario.units.size()),
      taken_(world.scenario.units.size()),
      counted_(world.scenario.technologies.size() * world.scenario.units.size()) {
    for (UnitId unit : world.scenario.units.ids()) set_norm(unit);
    for (const Technology& made : world.scenario.technologies)
        per_use_.push_back({made.saves.for_run(world.streams).in_minutes(),
                            made.unskilled.for_run(world.streams).in_minutes(),
                            made.misfit.for_run(world.streams).in_minutes()});
    friction_minutes_ = world.scenario.adoption.friction_time.for_run(world.streams).in_minutes();
}

void ClinicianBurden::set_norm(UnitId unit) {
    Norm& norm = norms_[unit];
    for (RoleId id : world_.scenario.roles.ids()) {
        const Role& role = world_.scenario.roles[id];
        const double shifts = world_.scenario.units[unit].posts[id] * role.shifts_per_week;
        norm.shifts_per_week += shifts;
        norm.shift_minutes += shifts * role.shift_length.in_minutes();
        norm.documentation += shifts * role.documentation.in_minutes();
        norm.after_hours += shifts * role.after_hours.in_minutes();
        norm.overflow += shifts * role.overflow.value();
    }
    if (norm.shifts_per_week <= 0) return;
    for (double* mean : {&norm.shift_minutes, &norm.documentation, &norm.after_hours, &norm.overflow})
        *mean /= norm.shifts_per_week;
}

void ClinicianBurden::on(const WeekBegins& signal) {
    if (signal.week == 0) return;
    for (UnitId unit : world_.scenario.units.ids()) reckon(unit);
}

/// Of the technology's uses in the week, and of its frictions.
double ClinicianBurden::use_minutes(TechnologyId technology, UnitId unit, double& friction) {
    const UseTotals& totals = world_.the<TechnologyUse>().totals(technology, unit);
    Counted& before = counted_[technology.index() * world_.scenario.units.size() + unit.index()];
    const double uses = totals.uses - before.uses;
    const double unskilled = totals.unskilled - before.unskilled;
    friction += (totals.frictions - before.frictions) * friction_minutes_;
    before = {totals.uses, totals.unskilled, totals.frictions};
    return minutes_of_uses(per_use_[technology.index()], uses, unskilled,
                           world_.the<WorkflowIssues>().fit(technology, unit));
}

void ClinicianBurden::reckon(UnitId unit) {
    Week& week = weeks_[unit];
    const double posts = world_.layout.posts_of(unit).size();
    if (posts == 0) return;
    const double filled = world_.the<Staffing>().filled(unit) / posts;
    week.shifts = norms_[unit].shifts_per_week * filled;
    double use = 0;
    double friction = 0;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        use += use_minutes(technology, unit, friction);
    const Duration taken = world_.the<Ledger>().hours_of(unit);
    const double rollout = (taken - taken_[unit]).in_minutes();
    taken_[unit] = taken;
    const double shifts = std::max(1.0, week.shifts);
    of(week, Minutes::use) = use / shifts;
    of(week, Minutes::friction) = friction / shifts;
    of(week, Minutes::rollout) = rollout / shifts;
    of(week, Minutes::switching) = world_.the<SystemLandscape>().switching_minutes(unit);
    of(week, Minutes::double_documentation) =
        world_.the<SystemLandscape>().double_documentation_minutes(unit);
    of(week, Minutes::mandates) = world_.the<Mandates>().documentation().in_minutes();
    of(week, Minutes::covering) =
        covering_minutes(world_.the<Staffing>().workload(unit), norms_[unit].shift_minutes);
}

double ClinicianBurden::excess(UnitId unit) const { return total(weeks_[unit].minutes); }

double ClinicianBurden::documentation(UnitId unit) const { return documentation_of(weeks_[unit].minutes); }

double ClinicianBurden::lost_on_shift(UnitId unit) const {
    return lost_on_shift_of(documentation(unit), after_hours(unit), norms_[unit].after_hours,
                            of(unit, Minutes::rollout));
}

double ClinicianBurden::after_hours(UnitId unit) const {
    return after_hours_of(norms_[unit].after_hours, documentation(unit), norms_[unit].overflow);
}

double ClinicianBurden::throughput(UnitId unit) const {
    return throughput_of(lost_on_shift(unit), norms_[unit].shift_minutes);
}

void ClinicianBurden::reckon_week() {
    Ratio all, done, late;
    for (UnitId unit : world_.scenario.units.ids()) {
        const double shifts = weeks_[unit].shifts;
        done += Ratio{throughput(unit) * shifts, shifts};
        all += Ratio{documentation(unit) * shifts, shifts};
        late += Ratio{after_hours(unit) * shifts, shifts};
    }
    if (done.of > 0) lowest_throughput_ = std::min(lowest_throughput_, done.value());
    const bool last_weeks = world_.now() + Duration::weeks(4) > world_.layout.horizon();
    if (!last_weeks) return;
    documentation_end_ += all;
    after_hours_end_ += late;
}

void ClinicianBurden::declare(Figures<ClinicianBurden>& figures) {
    figures.about(Subject::time);
    const auto mean = [&](const Figure& figure, Scopes scopes, auto value) {
        figures.weekly_ratio(figure, scopes, [value](const ClinicianBurden& burden, UnitId unit) {
            const double shifts = burden.weeks_[unit].shifts;
            return Ratio{value(burden, unit) * shifts, shifts};
        });
    };
    for (const auto& [minutes, name] : minutes_names)
        mean({{"minutes", name},
              Reading::minutes,
              "minutes per clinician and shift beyond those of the start: " + in_words(name)},
             group_scopes,
             [m = static_cast<std::size_t>(minutes)](const ClinicianBurden& burden, UnitId unit) {
                 return burden.weeks_[unit].minutes[m];
             });
    mean({"after_hours", Reading::minutes, "documentation after the shift, per clinician and shift"},
         every_scope, [](const ClinicianBurden& burden, UnitId unit) { return burden.after_hours(unit); });
    mean({"throughput", Reading::share, "care that gets done, over that of the start"}, every_scope,
         [](const ClinicianBurden& burden, UnitId unit) { return burden.throughput(unit); });
    figures.at_end({"documentation_end", Reading::minutes,
                    "minutes of documentation per clinician and shift beyond those of the start, in the last "
                    "four weeks"},
                   [](const ClinicianBurden& burden) { return burden.documentation_end_.value(); });
    figures.at_end({"after_hours_end", Reading::minutes,
                    "documentation after the shift, per clinician and shift, in the last four weeks"},
                   [](const ClinicianBurden& burden) { return burden.after_hours_end_.value(); });
    figures.at_end({"lowest_throughput", Reading::share,
                    "care that got done in the worst week of the network, over that of the start"},
                   [](const ClinicianBurden& burden) { return burden.lowest_throughput_; });
}

}  // namespace golive::model
