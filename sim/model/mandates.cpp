#include "model/mandates.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/team_work.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw arrival_draw{"mandates.arrival"};
constexpr random::Draw rate_draw{"mandates.rate"};
constexpr random::Draw effort_draw{"mandates.effort"};

}  // namespace

Mandates::Mandates(World world) : world_{world} {}

void Mandates::start() {
    for (MandateId id : world_.scenario.mandates.ids()) {
        const Mandate& mandate = world_.scenario.mandates[id];
        if (mandate.date)
            expect(id, std::max(Time{}, time_of(*mandate.date, world_.scenario.header.start)), 0);
        else
            expect_all(id);
    }
}

/// Mandates at random arrive as a Poisson process from the start on; notice of the first was given before it.
void Mandates::expect_all(MandateId id) {
    const Mandate& mandate = world_.scenario.mandates[id];
    const random::EntityKey key{mandate.name};
    Time arrival;
    for (std::uint64_t number = 0;; ++number) {
        const Rate rate = mandate.rate.draw(world_.streams, rate_draw, key, number);
        const Time next = world_.next_arrival(rate.per_second(), arrival_draw, key, number);
        if (next >= world_.layout.horizon()) return;
        arrival += next - world_.now();
        if (arrival >= world_.layout.horizon()) return;
        expect(id, arrival, number);
    }
}

void Mandates::expect(MandateId id, Time arrival, std::uint64_t number) {
    const Mandate& mandate = world_.scenario.mandates[id];
    duties_.push_back({id, number, arrival + mandate.due});
    const auto duty = static_cast<std::uint32_t>(duties_.size() - 1);
    if (world_.scenario.digital_officer && mandate.notice > Duration{})
        world_.schedule<&Mandates::noticed>(std::max(world_.now(), arrival - mandate.notice), duty);
    world_.schedule<&Mandates::arrives>(arrival, duty);
    world_.schedule<&Mandates::due>(arrival + mandate.due, duty);
}

void Mandates::noticed(std::uint32_t duty) { begin(duty, true); }

void Mandates::arrives(std::uint32_t duty) {
    ++arrived_;
    world_.trace(TraceEvent::mandate_arrived, EntityKind::team,
                 world_.scenario.mandates[duties_[duty].mandate].team.value());
    begin(duty, false);
}

void Mandates::due(std::uint32_t duty) {
    documentation_ += world_.scenario.mandates[duties_[duty].mandate].documentation;
}

void Mandates::begin(std::uint32_t number, bool planned) {
    Duty& duty = duties_[number];
    if (duty.begun) return;
    duty.begun = true;
    const Mandate& mandate = world_.scenario.mandates[duty.mandate];
    const Duration effort =
        mandate.effort.draw(world_.streams, effort_draw, random::EntityKey{mandate.name}, duty.number);
    world_.submit_work({.team = mandate.team,
                        .work_class = planned ? WorkClass::project : WorkClass::mandate,
                        .effort = planned ? effort : effort.scaled(mandate.rush.for_run(world_.streams)),
                        .cost = Cost::mandates,
                        .payload = number});
}

void Mandates::work_moved(std::uint32_t number, WorkMove move) {
    if (move != WorkMove::finished) return;
    Duty& duty = duties_[number];
    duty.done = world_.now();
    world_.trace(TraceEvent::mandate_met, EntityKind::team,
                 world_.scenario.mandates[duty.mandate].team.value(), (world_.now() - duty.due).in_days());
}

/// Every week that begins with a mandate overdue costs its penalty.
void Mandates::on(const WeekBegins&) {
    for (const Duty& duty : duties_)
        if (!duty.done && duty.due < world_.now())
            world_.the<Ledger>().spend(Cost::mandates, world_.scenario.mandates[duty.mandate].penalty);
}

void Mandates::declare(Figures<Mandates>& figures) {
    figures.about(Subject::portfolio);
    figures.at_end({"mandates", Reading::number, "mandates that arrived"},
                   [](const Mandates& mandates) { return mandates.arrived_; });
    figures.at_end({"mandates_late", Reading::number, "days that mandates were late, all together", "day"},
                   [](const Mandates& mandates) {
                       const Time now = mandates.world_.now();
                       Duration late;
                       for (const Duty& duty : mandates.duties_)
                           late += std::max(Duration{}, duty.done.value_or(now) - duty.due);
                       return late.in_days();
                   });
}

}  // namespace golive::model
