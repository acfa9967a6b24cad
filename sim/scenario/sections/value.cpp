//! [value].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/value.hpp>

namespace golive::scenario {

template <>
const KeyTable<Value>& table_of<Value>() {
    static const KeyTable<Value> table =
        KeyTable<Value>{"[value]", "value",
                        "What time and quality are worth. Left out: costs are counted, benefits not."}
            .key("realised", &Value::realised, unsure("10 %", "25 %", "45 %"), range("0 %", "100 %"),
                 source(Grade::secondary, "McKinsey/Oxford 2012: benefits 56 % short of prediction"),
                 help("Of time saved that becomes money; the rest is breathing space."))
            .key("shift_margin", &Value::shift_margin, fallback("¤150"), range("¤0", "¤5,000"),
                 source(Grade::textbook, "depends on the department"),
                 help("Contribution of a clinician's shift at full throughput."))
            .key("quality_payment", &Value::quality_payment, written("", "per year"), fallback("¤0 per year"),
                 range("¤0 per year", "¤50,000,000 per year"),
                 source(Grade::textbook, "depends on the payer"), help("For a quality score of 100 %."))
            .key("discount", &Value::discount, fallback("4 % per year"),
                 range("0 % per year", "15 % per year"),
                 source(Grade::textbook, "cost of capital of a hospital"), help("Of later money."));
    return table;
}

}  // namespace golive::scenario
