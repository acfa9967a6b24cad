#include "model/ledger.hpp"

#include "model/figures.hpp"

#include <string>

#include <golive/base/spelling.hpp>

namespace golive::model {

Money Ledger::total() const {
    Money sum;
    for (Money amount : spent_) sum += amount;
    return sum - spent(Cost::turnover) - spent(Cost::mandates);
}

void Ledger::declare(Figures<Ledger>& figures) {
    figures.about(Subject::cost);
    const std::string total = "spent on the rollout";
    const std::string apart = "turnover and mandates are kept apart";
    figures.at_end({{"cost", "total"}, Reading::money, total + " within the horizon; " + apart},
                   [](const Ledger& ledger) { return ledger.total().in_units(); });
    figures.weekly({{"cost", "total"}, Reading::money, total + " so far; " + apart},
                   [](const Ledger& ledger) { return ledger.total().in_units(); });
    figures.at_end(
        {"cost_to_live", Reading::money, total + " until everything had been live for eight weeks"},
        [](const Ledger& ledger) {
            return ledger.to_live_ ? ledger.to_live_->in_units() : Recorder::missing;
        });
    for (const auto& [cost, name] : cost_names) {
        const Figure figure{{"cost", name}, Reading::money, "spent on " + in_words(name)};
        const bool is_apart = cost == Cost::turnover || cost == Cost::mandates;
        figures.so_far_and_at_end(
            figure, [of = cost](const Ledger& ledger) { return ledger.spent(of).in_units(); },
            is_apart ? ", not in the total" : "");
    }
    figures.about(Subject::time);
    for (const auto& [hours, name] : hours_names)
        figures.so_far_and_at_end(
            {{"clinician_hours", name}, Reading::hours, "hours taken from clinicians for " + in_words(name)},
            [h = static_cast<std::size_t>(hours)](const Ledger& ledger) {
                return ledger.hours_[h].in_hours();
            });
}

}  // namespace golive::model
