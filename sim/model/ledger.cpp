#include "model/ledger.hpp"

#include "model/world.hpp"

#include <string>

#include <golive/base/spelling.hpp>

namespace golive::model {
namespace {

std::string cost_key(std::size_t category) { return "cost." + std::string{cost_names[category]}; }
std::string hours_key(std::size_t cause) { return "clinician_hours." + std::string{hours_names[cause]}; }

/// What the last wave needs at first belongs to getting live.
constexpr int weeks_of_first_support = 8;

}  // namespace

Ledger::Ledger(World& world) : world_{world}, hours_of_(world.scenario.units.size()) {}

Money Ledger::total() const {
    Money sum;
    for (Money amount : spent_) sum += amount;
    return sum - spent(Cost::turnover) - spent(Cost::mandates);
}

/// Licences are paid by the week, for whoever is employed in a live unit and served by the technology.
void Ledger::on(const DayBegins& signal) {
    if (signal.day % 7 != 0) return;
    const bool live = world_.the<PlanExecution>().everything_live();
    if (signal.day > 0 && !live) spend(Cost::management, world_.scenario.costs.standing);
    weeks_live_ += live ? 1 : 0;
    if (weeks_live_ == weeks_of_first_support) to_live_ = total();
    constexpr random::Purpose price_draw{"ledger.licence"};
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        const Technology& made = world_.scenario.technologies[technology];
        const double a_year =
            made.licence.draw(world_.streams, price_draw, random::EntityKey{made.name}).in_units();
        if (a_year <= 0) continue;
        const double weeks = Duration::weeks(1).in_seconds() / one_year.in_seconds();
        spend(Cost::licences,
              Money::units(a_year * weeks * world_.the<TechnologyUse>().licensed(technology)));
    }
}

void Ledger::declare(Declarations& declare) {
    const std::string& currency = declare.scenario.header.currency;
    declare.scalar("cost.total", currency,
                   "spent on the rollout within the horizon; turnover and mandates are kept apart",
                   Reading::money);
    declare.series("cost.total", currency,
                   "spent on the rollout so far; turnover and mandates are kept apart", network_only);
    declare.scalar("cost_to_live", currency,
                   "spent on the rollout until everything had been live for eight weeks", Reading::money);
    for (std::size_t c = 0; c < cost_names.size(); ++c) {
        const std::string what = "spent on " + in_words(cost_names[c]);
        const bool apart =
            c == static_cast<std::size_t>(Cost::turnover) || c == static_cast<std::size_t>(Cost::mandates);
        declare.scalar(cost_key(c), currency, what + (apart ? ", not in the total" : ""), Reading::money);
        declare.series(cost_key(c), currency, what + " so far", network_only);
    }
    for (std::size_t h = 0; h < hours_names.size(); ++h) {
        const std::string what = "hours taken from clinicians for " + in_words(hours_names[h]);
        declare.scalar(hours_key(h), "hour", what, Reading::hours);
        declare.series(hours_key(h), "hour", what + " so far", network_only);
    }
}

void Ledger::sample(Recorder& record) const {
    record.network("cost.total", total().in_units());
    for (std::size_t c = 0; c < spent_.size(); ++c) record.network(cost_key(c), spent_[c].in_units());
    for (std::size_t h = 0; h < hours_.size(); ++h) record.network(hours_key(h), hours_[h].in_hours());
}

void Ledger::finish(Recorder& record) const {
    record.scalar("cost.total", total().in_units());
    if (to_live_) record.scalar("cost_to_live", to_live_->in_units());
    for (std::size_t c = 0; c < spent_.size(); ++c) record.scalar(cost_key(c), spent_[c].in_units());
    for (std::size_t h = 0; h < hours_.size(); ++h) record.scalar(hours_key(h), hours_[h].in_hours());
}

}  // namespace golive::model
