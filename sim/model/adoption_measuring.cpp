#include "model/adoption_measuring.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/staffing.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw hours_draw{"measuring.hours"};

}  // namespace

AdoptionMeasuring::AdoptionMeasuring(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.measuring)},
      being_helped_(world.scenario.technologies.size() * world.scenario.units.size()),
      helped_so_far_(being_helped_.size()) {}

std::size_t AdoptionMeasuring::at(TechnologyId technology, UnitId unit) const {
    return technology.index() * world_.scenario.units.size() + unit.index();
}

/// Where uptime is looked at, nobody comes.
void AdoptionMeasuring::start() {
    if (numbers_.what == Measured::adoption)
        world_.schedule<&AdoptionMeasuring::count>(world_.now() + numbers_.every);
}

void AdoptionMeasuring::count() {
    list_lagging();
    world_.schedule<&AdoptionMeasuring::count>(world_.now() + numbers_.every);
}

void AdoptionMeasuring::list_lagging() {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    std::vector<Visit> lagging;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids())
            if (is_lagging(use.live_for(technology, unit), use.use_share(technology, unit),
                           numbers_.below.value()))
                lagging.push_back({technology, unit, use.use_share(technology, unit), {}, 0});
    std::stable_sort(lagging.begin(), lagging.end(),
                     [](const Visit& a, const Visit& b) { return a.adoption < b.adoption; });
    rounds_.push_back(std::move(lagging));
    world_.schedule<&AdoptionMeasuring::act>(world_.now() + numbers_.delay,
                                             static_cast<std::uint32_t>(rounds_.size() - 1));
}

/// A visit's luck is its unit's: whether others are visited changes nothing about it.
void AdoptionMeasuring::act(std::uint32_t round) {
    auto helpers_out = std::count(being_helped_.begin(), being_helped_.end(), true);
    for (Visit visit : rounds_[round]) {
        const std::size_t place = at(visit.technology, visit.unit);
        if (being_helped_[place] || helpers_out >= numbers_.units) continue;
        being_helped_[place] = true;
        ++helpers_out;
        const random::EntityKey key{world_.scenario.technologies[visit.technology].name};
        visit.luck = key.child(helped_so_far_[place]++).key();
        visit.hours =
            numbers_.hours.draw(world_.streams, hours_draw, world_.layout.key_of(visit.unit), visit.luck);
        const auto number = static_cast<std::uint32_t>(visits_.size());
        visits_.push_back(visit);
        world_.trace(TraceEvent::help_sent, EntityKind::unit, visit.unit.value(), visit.adoption);
        if (numbers_.team)
            world_.submit_work(
                {.team = numbers_.team, .effort = visit.hours, .cost = Cost::redesign, .payload = number});
        else
            world_.schedule<&AdoptionMeasuring::help>(
                world_.layout.working_time().finish(world_.now(), visit.hours), number);
    }
}

void AdoptionMeasuring::work_moved(std::uint32_t visit, WorkMove move) {
    if (move == WorkMove::finished) help(visit);
}

void AdoptionMeasuring::help(std::uint32_t number) {
    const Visit visit = visits_[number];
    being_helped_[at(visit.technology, visit.unit)] = false;
    ++helped_;
    world_.the<Ledger>().take_hours(HoursFor::redesign, visit.hours, visit.unit);
    world_.the<Ledger>().spend(Cost::redesign, world_.the<Staffing>().mean_wage(visit.unit) * visit.hours);
    WorkflowIssues& issues = world_.the<WorkflowIssues>();
    const double hours = visit.hours.in_hours();
    issues.observe(visit.technology, visit.unit, hours / numbers_.tau_hours);
    issues.fix_worst(visit.technology, visit.unit, hours, numbers_.fix_hours.in_hours());
    world_.the<TechnologyUse>().visit(visit.technology, visit.unit, numbers_.refresher.value(),
                                      numbers_.revival.value(), visit.luck);
}

void AdoptionMeasuring::declare(Figures<AdoptionMeasuring>& figures) {
    figures.about(Subject::people);
    figures.at_end({"units_helped", Reading::number, "visits to units that lagged"},
                   [](const AdoptionMeasuring& measuring) { return measuring.helped_; });
}

}  // namespace golive::model
