//! [costs].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/costs.hpp>

namespace golive::scenario {

template <>
const KeyTable<Costs>& table_of<Costs>() {
    static const KeyTable<Costs> table =
        KeyTable<Costs>{"[costs]", "costs", "Prices of what no other section prices."}
            .key("meeting_wage", &Costs::meeting_wage, fallback("¤90 per h"),
                 range("¤20 per h", "¤300 per h"),
                 source(Grade::textbook, "leaders and physicians in the US"),
                 help("Of a member's hour, by constituency."))
            .key("elbow_wage", &Costs::elbow_wage, fallback("¤85 per h"), range("¤20 per h", "¤250 per h"),
                 source(Grade::vendor, "hired at-the-elbow staff"), help("Of at-the-elbow staff."))
            .key("standing", &Costs::standing, written("", "per week"), fallback("¤0 per week"),
                 range("¤0 per week", "¤500,000 per week"),
                 source(Grade::secondary,
                        "depends on the contract; McKinsey/Oxford 2012: every year longer costs 15 % more"),
                 help("Of a project office and a vendor's people, until everything is live; counted as "
                      "management."))
            .key("hire", &Costs::hire, unsure("¤49,500", "¤61,110", "¤72,700"), range("¤2,000", "¤250,000"),
                 source(Grade::secondary, "NSI 2025: cost of one registered nurse's turnover"),
                 help("Recruiting and orienting one successor."))
            .key("backfill_wage", &Costs::backfill_wage, fallback("¤75 per h"),
                 range("¤15 per h", "¤300 per h"), source(Grade::textbook, "overtime or agency"),
                 help("Of whoever replaces a clinician in class."));
    return table;
}

}  // namespace golive::scenario
