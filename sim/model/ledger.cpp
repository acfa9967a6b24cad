#include "model/ledger.hpp"

#include <string>

namespace golive::model {
namespace {

std::string cost_key(std::size_t category) { return "cost." + std::string{cost_names[category]}; }
std::string hours_key(std::size_t cause) { return "clinician_hours." + std::string{hours_names[cause]}; }

}  // namespace

Money Ledger::total() const {
    Money sum;
    for (Money amount : spent_) sum += amount;
    return sum;
}

void Ledger::declare(Declarations& declare) {
    const std::string& currency = declare.scenario.header.currency;
    declare.scalar("cost.total", currency, "everything spent within the horizon", Reading::money);
    declare.series("cost.total", currency, "spent so far", network_only);
    for (std::size_t c = 0; c < cost_names.size(); ++c) {
        const std::string what = "spent on " + std::string{cost_names[c]};
        declare.scalar(cost_key(c), currency, what, Reading::money);
        declare.series(cost_key(c), currency, what + " so far", network_only);
    }
    for (std::size_t h = 0; h < hours_names.size(); ++h) {
        const std::string what = "hours taken from clinicians for " + std::string{hours_names[h]};
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
    for (std::size_t c = 0; c < spent_.size(); ++c) record.scalar(cost_key(c), spent_[c].in_units());
    for (std::size_t h = 0; h < hours_.size(); ++h) record.scalar(hours_key(h), hours_[h].in_hours());
}

}  // namespace golive::model
