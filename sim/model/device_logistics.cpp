#include "model/device_logistics.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <golive/base/spelling.hpp>

namespace golive::model {
namespace {

constexpr random::Draw price_draw{"devices.price"};
constexpr random::Draw guess_draw{"devices.guess"};
constexpr random::Draw lead_time_draw{"devices.lead_time"};
constexpr random::Draw staging_draw{"devices.staging"};
constexpr random::Draw failure_draw{"devices.failure"};
constexpr random::Draw loss_draw{"devices.loss"};
constexpr random::Draw failure_rate_draw{"devices.failure_rate"};
constexpr random::Draw loss_rate_draw{"devices.loss_rate"};
constexpr random::Draw repair_draw{"devices.repair"};

}  // namespace

DeviceLogistics::DeviceLogistics(World world)
    : world_{world},
      units_{world.scenario.units.size()},
      pools_(world.scenario.technologies.size() * units_),
      stocks_(world.scenario.technologies.size()),
      batches_due_(world.layout.plan().size()),
      steps_(world.layout.plan().size()) {
    for (TechnologyId technology : world.scenario.technologies.ids())
        for (UnitId unit : world.scenario.units.ids())
            at(technology, unit).needed = world.layout.devices_needed(technology, unit);
}

bool DeviceLogistics::present(const Scenario& scenario) {
    return std::any_of(scenario.technologies.begin(), scenario.technologies.end(),
                       [](const Technology& technology) { return technology.device.has_value(); });
}

int order_size(double asked_for, double spares) {
    return static_cast<int>(std::ceil(asked_for * (1.0 + spares) - 1e-9));
}

Ratio deployed_of_needed(int deployed, int needed) {
    return {static_cast<double>(std::min(deployed, needed)), static_cast<double>(needed)};
}

void DeviceLogistics::repaired(DeviceId device) {
    set_state(device, DeviceState::storeroom);
    world_.trace(TraceEvent::device_repaired, EntityKind::device, device.value());
    serve(devices_[device].technology);
}

/// What the units ask for, with spares. Nobody knows exactly what units need whose work nobody has observed:
/// for them a guess is ordered.
int DeviceLogistics::to_order(InstanceId instance) const {
    const TechnologyId technology = world_.layout.activity(instance).technology;
    const DeviceRule& rule = *world_.scenario.technologies[technology].device;
    const double guess = rule.guess.draw(world_.streams, guess_draw, world_.layout.plan()[instance].key);
    double total = 0;
    for (UnitId unit : world_.layout.plan()[instance].units) {
        const bool observed = world_.the<WorkflowIssues>().is_discovered(technology, unit);
        total += at(technology, unit).needed * (observed ? 1.0 : guess);
    }
    return order_size(total, rule.spares.value());
}

Money DeviceLogistics::price(InstanceId instance) const {
    const auto& rule = world_.scenario.technologies[world_.layout.activity(instance).technology].device;
    return rule->price.draw(world_.streams, price_draw, world_.layout.plan()[instance].key);
}

Money DeviceLogistics::quote(InstanceId instance) const {
    const auto& rule = world_.scenario.technologies[world_.layout.activity(instance).technology].device;
    return rule ? price(instance) * to_order(instance) : Money{};
}

void DeviceLogistics::begin(const Procure& procure, InstanceId instance) {
    const Activity& activity = world_.layout.activity(instance);
    if (!world_.scenario.technologies[activity.technology].device)
        return world_.the<PlanExecution>().finish(instance);
    const int total = world_.the<RolloutBudget>().affordable(to_order(instance), price(instance));
    world_.the<RolloutBudget>().commit(instance, Envelope::general, quote(instance));
    world_.the<RolloutBudget>().release(instance);  // it is spent at once
    const int batches = std::max(1, std::min(procure.batches, total));
    stocks_[activity.technology].last_order = instance;
    batches_due_[instance] = batches;
    for (int b = 0; b < batches; ++b) {
        add_batch(instance, b, total * b / batches, total * (b + 1) / batches);
        world_.schedule<&DeviceLogistics::place_batch>(world_.now() + procure.batch_interval * b,
                                                       static_cast<std::uint32_t>(batches_.size() - 1));
    }
    world_.the<PlanExecution>().now_in(instance, Cause::delivery);
}

/// Pays for the devices `first` to `last` of an order and puts them on order.
void DeviceLogistics::add_batch(InstanceId instance, int number, int first, int last) {
    const TechnologyId technology = world_.layout.activity(instance).technology;
    const random::EntityKey key = world_.layout.plan()[instance].key;
    Stock& stock = stocks_[technology];
    Batch batch{instance, number, {}};
    for (int d = first; d < last; ++d)
        batch.devices.push_back(devices_.push_back(
            {technology, {}, DeviceState::on_order, false, 0, key.child(static_cast<std::uint64_t>(d))}));
    const int count = last - first;
    stock.count[static_cast<std::size_t>(DeviceState::on_order)] += count;
    stock.due += count;
    stock.ordered = std::max(stock.ordered, last);
    world_.the<Ledger>().spend(Cost::devices, price(instance) * count);
    batches_.push_back(std::move(batch));
}

/// Once a week: what units lack, and neither the storeroom nor a delivery can give them, is ordered again, as
/// far as there is money.
void DeviceLogistics::order_missing(TechnologyId technology) {
    Stock& stock = stocks_[technology];
    if (!stock.last_order || stock.due > 0 || !stock.storeroom.empty()) return;
    std::vector<bool> asks(units_);
    for (UnitId unit : world_.scenario.units.ids()) asks[unit.index()] = at(technology, unit).equipped;
    for (InstanceId step : stock.steps)
        for (UnitId unit : world_.layout.plan()[step].units) asks[unit.index()] = true;
    int missing = -stock.count[static_cast<std::size_t>(DeviceState::repair)];  // those come back
    for (UnitId unit : world_.scenario.units.ids())
        if (asks[unit.index()]) missing += wanted(technology, unit);
    missing = world_.the<RolloutBudget>().affordable(missing, price(stock.last_order));
    if (missing <= 0) return;
    const int first = stock.ordered;
    ++batches_due_[stock.last_order];
    add_batch(stock.last_order, 1000 + stock.reorders++, first, first + missing);
    place_batch(static_cast<std::uint32_t>(batches_.size() - 1));
}

void DeviceLogistics::place_batch(std::uint32_t number) {
    const Batch& batch = batches_[number];
    const auto& procure = std::get<Procure>(world_.layout.activity(batch.instance).step);
    const Duration lead =
        procure.lead_time.draw(world_.streams, lead_time_draw, world_.layout.plan()[batch.instance].key,
                               static_cast<std::uint64_t>(batch.number));
    world_.trace(TraceEvent::batch_ordered, EntityKind::activity, batch.instance.value(),
                 static_cast<double>(batch.devices.size()));
    world_.schedule<&DeviceLogistics::receive_batch>(world_.now() + lead, number);
}

void DeviceLogistics::receive_batch(std::uint32_t number) {
    const Batch& batch = batches_[number];
    world_.trace(TraceEvent::batch_received, EntityKind::activity, batch.instance.value(),
                 static_cast<double>(batch.devices.size()));
    for (DeviceId device : batch.devices) set_state(device, DeviceState::storeroom);
    stocks_[world_.layout.activity(batch.instance).technology].due -= static_cast<int>(batch.devices.size());
    const InstanceId instance = batch.instance;  // followers may place more batches
    if (--batches_due_[instance] == 0) world_.the<PlanExecution>().finish(instance);
    serve(world_.layout.activity(instance).technology);
}

void DeviceLogistics::begin(const Deploy&, InstanceId instance) {
    const TechnologyId technology = world_.layout.activity(instance).technology;
    stocks_[technology].steps.push_back(instance);
    stocks_[technology].last_step = instance;
    for (UnitId unit : world_.layout.plan()[instance].units)
        steps_[instance].to_install += wanted(technology, unit);
    serve(technology);
    settle_step(instance);
}

/// The storeroom serves deploy steps in the order in which they began, then units that have lost devices.
void DeviceLogistics::serve(TechnologyId technology) {
    const std::vector<InstanceId> steps = stocks_[technology].steps;
    for (InstanceId step : steps)
        while (stage_lot(step)) {
        }
    replace_missing(technology);
    for (InstanceId step : steps) tell_step(step);
}

int DeviceLogistics::wanted(TechnologyId technology, UnitId unit) const {
    const UnitPool& pool = at(technology, unit);
    return std::max(0, pool.needed - pool.deployed - pool.coming);
}

bool DeviceLogistics::stage_lot(InstanceId step) {
    const TechnologyId technology = world_.layout.activity(step).technology;
    std::deque<DeviceId>& storeroom = stocks_[technology].storeroom;
    const auto room = static_cast<std::size_t>(std::max(1, world_.layout.step<Deploy>(step).lot));
    std::vector<DeviceId> lot;
    for (UnitId unit : world_.layout.plan()[step].units)
        for (int n = wanted(technology, unit); n > 0 && !storeroom.empty() && lot.size() < room; --n) {
            lot.push_back(storeroom.front());
            storeroom.pop_front();
            devices_[lot.back()].unit = unit;
            ++at(technology, unit).coming;
        }
    if (lot.empty()) return false;
    steps_[step].in_lots += static_cast<int>(lot.size());
    stage(step, std::move(lot), WorkClass::project);
    return true;
}

void DeviceLogistics::replace_missing(TechnologyId technology) {
    Stock& stock = stocks_[technology];
    if (!stock.last_step) return;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (!at(technology, unit).equipped) continue;
        while (wanted(technology, unit) > 0 && !stock.storeroom.empty()) {
            const DeviceId device = stock.storeroom.front();
            stock.storeroom.pop_front();
            devices_[device].unit = unit;
            ++at(technology, unit).coming;
            stage(stock.last_step, {device}, WorkClass::ticket);
        }
    }
}

void DeviceLogistics::stage(InstanceId step, std::vector<DeviceId> devices, WorkClass work_class) {
    const auto& how = world_.layout.step<Deploy>(step);
    Duration effort;
    for (DeviceId device : devices) {
        set_state(device, DeviceState::staging);
        effort +=
            how.effort.amount.draw(world_.streams, staging_draw, devices_[device].key, devices_[device].stay);
    }
    lots_.push_back({step, std::move(devices), work_class == WorkClass::project});
    world_.submit_work({.team = how.team,
                        .work_class = work_class,
                        .effort = effort,
                        .cost = work_class == WorkClass::ticket ? Cost::support : Cost::it_labour,
                        .payload = static_cast<std::uint32_t>(lots_.size() - 1)});
}

void DeviceLogistics::work_moved(std::uint32_t number, WorkMove move) {
    const InstanceId step = lots_[number].step;
    const bool of_step = lots_[number].of_step;
    OpenStep& open = steps_[step];
    if (of_step && (move == WorkMove::started || move == WorkMove::resumed)) ++open.in_hand;
    if (of_step && (move == WorkMove::interrupted || move == WorkMove::finished)) --open.in_hand;
    if (move == WorkMove::finished) {
        const std::vector<DeviceId> devices = std::move(lots_[number].devices);
        for (DeviceId device : devices) install(device);
        if (of_step) open.in_lots -= static_cast<int>(devices.size());
        if (of_step) open.to_install -= static_cast<int>(devices.size());
        const std::vector<InstanceId> steps = stocks_[devices_[devices.front()].technology].steps;
        for (InstanceId begun : steps) settle_step(begun);
    }
    if (!world_.the<PlanExecution>().done(step)) tell_step(step);
}

void DeviceLogistics::install(DeviceId id) {
    DeviceRecord& device = devices_[id];
    UnitPool& pool = at(device.technology, device.unit);
    --pool.coming;
    ++pool.deployed;
    ++device.stay;
    set_state(id, DeviceState::deployed);
    world_.trace(TraceEvent::device_deployed, EntityKind::device, id.value(), device.unit.value());
    schedule_breakage(id);
}

/// A deploy step that has installed what its units lacked is done, or whose units another step has filled;
/// the storeroom then serves the next.
void DeviceLogistics::settle_step(InstanceId step) {
    const TechnologyId technology = world_.layout.activity(step).technology;
    const auto& units = world_.layout.plan()[step].units;
    const bool filled = std::all_of(units.begin(), units.end(), [&](UnitId unit) {
        return at(technology, unit).deployed >= at(technology, unit).needed;
    });
    if (world_.the<PlanExecution>().done(step) || (steps_[step].to_install > 0 && !filled)) return;
    std::erase(stocks_[technology].steps, step);
    for (UnitId unit : units) at(technology, unit).equipped = true;
    world_.the<PlanExecution>().finish(step);
    serve(technology);
}

void DeviceLogistics::tell_step(InstanceId step) {
    const OpenStep& open = steps_[step];
    world_.the<PlanExecution>().now_in(step, open.in_hand > 0   ? Cause::work
                                             : open.in_lots > 0 ? Cause::team_queue
                                                                : Cause::delivery);
}

/// Failure and loss are competing hazards; whichever comes first ends the stay.
void DeviceLogistics::schedule_breakage(DeviceId id) {
    const DeviceRecord& device = devices_[id];
    const auto& rule = *world_.scenario.technologies[device.technology].device;
    const auto first = [&](const Uncertain<Rate>& law, random::Draw rate, random::Draw when) {
        const double hazard = law.draw(world_.streams, rate, device.key, device.stay).per_second();
        return world_.next_arrival(hazard, when, device.key, device.stay);
    };
    const Time fails = first(rule.failure, failure_rate_draw, failure_draw);
    const Time lost = first(rule.loss, loss_rate_draw, loss_draw);
    if (std::min(fails, lost) == Time::max()) return;
    devices_[id].lost_next = lost < fails;
    world_.schedule<&DeviceLogistics::broken>(std::min(fails, lost), id);
}

void DeviceLogistics::broken(DeviceId id) {
    DeviceRecord& device = devices_[id];
    --at(device.technology, device.unit).deployed;
    if (device.lost_next) {
        set_state(id, DeviceState::lost);
        world_.trace(TraceEvent::device_lost, EntityKind::device, id.value(), device.unit.value());
    } else {
        set_state(id, DeviceState::repair);
        world_.trace(TraceEvent::device_failed, EntityKind::device, id.value(), device.unit.value());
        const auto& rule = *world_.scenario.technologies[device.technology].device;
        const Duration turnaround = rule.repair.draw(world_.streams, repair_draw, device.key, device.stay);
        world_.schedule<&DeviceLogistics::repaired>(world_.now() + turnaround, id);
    }
    serve(device.technology);
}

void DeviceLogistics::set_state(DeviceId id, DeviceState state) {
    DeviceRecord& device = devices_[id];
    Stock& stock = stocks_[device.technology];
    --stock.count[static_cast<std::size_t>(device.state)];
    ++stock.count[static_cast<std::size_t>(state)];
    device.state = state;
    if (state == DeviceState::storeroom) stock.storeroom.push_back(id);
}

double DeviceLogistics::deployed_share(TechnologyId technology, const std::vector<UnitId>& units) const {
    Ratio share;
    for (UnitId unit : units)
        share += deployed_of_needed(at(technology, unit).deployed, at(technology, unit).needed);
    return share.of > 0 ? share.value() : 1.0;
}

/// Yesterday's idle device-days, by reason. A deployed device is in use when a user of the day's fullest
/// shift held it.
void DeviceLogistics::on(const DayBegins& signal) {
    const auto add = [&](Idle reason, int devices) {
        idle_days_[static_cast<std::size_t>(reason)] += devices;
    };
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        if (signal.day % 7 == 0) order_missing(technology);
        const auto& count = stocks_[technology].count;
        const auto in = [&](DeviceState state) { return count[static_cast<std::size_t>(state)]; };
        add(Idle::storeroom, in(DeviceState::storeroom));
        add(Idle::staging, in(DeviceState::staging));
        add(Idle::repair, in(DeviceState::repair));
        device_days_ += in(DeviceState::storeroom) + in(DeviceState::staging) + in(DeviceState::repair) +
                        in(DeviceState::deployed);
        for (UnitId unit : world_.scenario.units.ids()) {
            const int here = at(technology, unit).deployed;
            if (here == 0) continue;
            if (!world_.the<TechnologyUse>().is_live(technology, unit))
                add(Idle::not_live, here);
            else
                add(Idle::no_user,
                    without_user(here, world_.the<TechnologyUse>().peak_holders(technology, unit)));
        }
    }
}

int DeviceLogistics::count(DeviceState state) const {
    int sum = 0;
    for (const Stock& stock : stocks_) sum += stock.count[static_cast<std::size_t>(state)];
    return sum;
}

/// As a share of the devices bought.
double DeviceLogistics::of_bought(double devices) const {
    return devices_.empty() ? Recorder::missing : devices / static_cast<double>(devices_.size());
}

double DeviceLogistics::idle_days() const {
    return std::accumulate(idle_days_.begin(), idle_days_.end(), 0.0);
}

void DeviceLogistics::reckon_week() {
    if (!devices_.empty())
        storeroom_peak_ = std::max(storeroom_peak_, of_bought(count(DeviceState::storeroom)));
}

/// Over all devices bought: purposes for which one is at hand, built and used, in a unit that takes more than
/// every tenth occasion with it.
Ratio DeviceLogistics::purposes_in_use() const {
    constexpr double hardly = 0.1;
    const TechnologyUse& use = world_.the<TechnologyUse>();
    Ratio part{0, static_cast<double>(devices_.size())};
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids())
            if (use.is_live(technology, unit) && use.use_share(technology, unit) > hardly)
                part.amount += at(technology, unit).deployed * use.purposes_served(technology);
    return part;
}

void DeviceLogistics::end() {
    if (Result& result = world_.result(); !result.trace.empty())
        for (const DeviceRecord& device : devices_)
            result.device_technology.push_back(static_cast<std::int32_t>(device.technology.value()));
}

void DeviceLogistics::declare(Figures<DeviceLogistics>& figures) {
    figures.about(Subject::devices);
    for (const auto& [device_state, name] : device_state_names)
        figures.weekly(
            {{"devices", name}, Reading::number, "devices: " + in_words(name)},
            [state = device_state](const DeviceLogistics& devices) { return devices.count(state); });
    figures.weekly_ratio({"devices_working", Reading::share,
                          "working devices in units, as a share of those that the units ask for"},
                         every_scope, [](const DeviceLogistics& devices, UnitId unit) {
                             Ratio working;
                             for (TechnologyId technology : devices.stocks_.ids()) {
                                 const UnitPool& pool = devices.at(technology, unit);
                                 working += Ratio{static_cast<double>(pool.deployed),
                                                  static_cast<double>(pool.needed)};
                             }
                             return working;
                         });
    for (const auto& [idle, why] : idle_names) {
        const FigureName name{"idle_device_days", why};
        const auto days = [r = static_cast<std::size_t>(idle)](const DeviceLogistics& devices) {
            return devices.idle_days_[r];
        };
        figures.weekly({name, Reading::days, "idle device-days so far: " + in_words(why)}, days);
        figures.at_end({name, Reading::number, "idle device-days: " + in_words(why), "day"}, days);
    }
    figures.at_end({"devices_bought", Reading::number, "devices ordered"},
                   [](const DeviceLogistics& devices) { return devices.devices_.size(); });
    figures.at_end(
        {"purposes_in_use", Reading::number, "purposes that a device bought is really used for, at the end"},
        [](const DeviceLogistics& devices) { return devices.purposes_in_use().value(); });
    figures.at_end(
        {"storeroom_share", Reading::share, "share of the devices bought that sit in a storeroom at the end"},
        [](const DeviceLogistics& devices) {
            return devices.of_bought(devices.count(DeviceState::storeroom));
        });
    figures.at_end({"storeroom_peak", Reading::share,
                    "largest share of the devices bought that sat in a storeroom at a week's end"},
                   [](const DeviceLogistics& devices) {
                       return devices.devices_.empty() ? Recorder::missing : devices.storeroom_peak_;
                   });
    figures.at_end(
        {"idle_share", Reading::share, "idle device-days as a share of all device-days since arrival"},
        [](const DeviceLogistics& devices) {
            return Ratio{devices.idle_days(), devices.device_days_}.value();
        });
}

}  // namespace golive::model
