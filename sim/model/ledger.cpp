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
    for (std::size_t c = 0; c < cost_names.size(); ++c) {
        const Figure figure{{"cost", cost_names[c]}, Reading::money, "spent on " + in_words(cost_names[c])};
        const bool is_apart =
            c == static_cast<std::size_t>(Cost::turnover) || c == static_cast<std::size_t>(Cost::mandates);
        figures.so_far_and_at_end(
            figure, [c](const Ledger& ledger) { return ledger.spent_[c].in_units(); },
            is_apart ? ", not in the total" : "");
    }
    figures.about(Subject::time);
    for (std::size_t h = 0; h < hours_names.size(); ++h)
        figures.so_far_and_at_end({{"clinician_hours", hours_names[h]},
                                   Reading::hours,
                                   "hours taken from clinicians for " + in_words(hours_names[h])},
                                  [h](const Ledger& ledger) { return ledger.hours_[h].in_hours(); });
}

}  // namespace golive::model
