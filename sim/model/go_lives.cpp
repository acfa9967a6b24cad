#include "model/go_lives.hpp"

#include "model/digital_office.hpp"
#include "model/figures.hpp"
#include "model/plan_execution.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"

namespace golive::model {

GoLives::GoLives(World world)
    : world_{world},
      surprise_{world.scenario.adoption.surprise.for_run(world.streams)},
      planned_(world.scenario.units.size()),
      done_(world.scenario.units.size()) {
    for (InstanceId id : world.layout.plan().ids())
        if (world.layout.is<GoLive>(id))
            for (UnitId unit : world.layout.plan()[id].units) ++planned_[unit];
}

void GoLives::begin(const GoLive&, InstanceId instance) {
    PlanExecution& plan = world_.the<PlanExecution>();
    for (UnitId unit : world_.layout.plan()[instance].units) {
        take_live(world_.layout.activity(instance).technology, unit);
        ++done_[unit];
    }
    plan.finish(instance);
}

void GoLives::take_live(TechnologyId technology, UnitId unit) {
    TechnologyUse& use = world_.the<TechnologyUse>();
    if (use.is_live(technology, unit)) return;
    use.go_live(technology, unit);
    world_.the<TeamWork>().gone_live(technology);
    const DigitalOffice& office = world_.the<DigitalOffice>();
    use.lift_attitudes(technology, unit, office.announces_by_now() ? office.readiness() : -surprise_);
    world_.announce(UnitLive{technology, unit});
}

void GoLives::begin(const Retire& step, InstanceId instance) {
    world_.the<PlanExecution>().put_to_work(instance, step.team, step.effort);
}

/// Old ways are the network's: they are gone when the last step that clears them away is done.
void GoLives::work_done(const Retire&, InstanceId instance) {
    PlanExecution& plan = world_.the<PlanExecution>();
    plan.finish(instance);
    const TechnologyId technology = world_.layout.activity(instance).technology;
    if (!plan.all_done<Retire>(technology)) return;
    world_.the<TechnologyUse>().retire_legacy(technology);
    world_.announce(LegacyRetired{technology});
}

void GoLives::declare(Figures<GoLives>& figures) {
    figures.about(Subject::plan);
    figures.weekly_ratio({"units_live", Reading::share, "share of the units in scope that have gone live"},
                         group_scopes, [](const GoLives& go_lives, UnitId unit) {
                             return Ratio{static_cast<double>(go_lives.done_[unit]),
                                          static_cast<double>(go_lives.planned_[unit])};
                         });
}

}  // namespace golive::model
