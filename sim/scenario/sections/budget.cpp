//! [budget].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/budget.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<Budget::Exhausted, 2> words_of<Budget::Exhausted>{
    {{Budget::Exhausted::cut, "cut"}, {Budget::Exhausted::reapprove, "reapprove"}}};

template <>
const KeyTable<Budget>& table_of<Budget>() {
    static const KeyTable<Budget> table =
        KeyTable<Budget>{"[budget]", "budget", "An envelope. Left out: whatever is planned is paid."}
            .key("total", &Budget::total, required(), range("¤10,000", "¤500,000,000"),
                 help("For the whole rollout within the horizon."))
            .key("redesign_share", &Budget::redesign_share, fallback("20 %"), range("0 %", "50 %"),
                 source(Grade::textbook, "the trade press asks for 20 to 30 % of every technology budget"),
                 help("Kept for discovery, co-design, huddles, optimisation and training."))
            .key("exhausted", &Budget::exhausted, fallback("cut"),
                 source(Grade::textbook, "trade press: the ambitious project shrinks to a compromise"),
                 help("What cannot be paid is cut, or waits until a body grants more."))
            .key("body", &Budget::body, help("That grants more. Left out: the only body."))
            .key("top_up", &Budget::top_up, fallback("10 %"), range("1 %", "50 %"),
                 source(Grade::textbook, "a supplementary grant"), help("Of the total, per grant."))
            .key("grants", &Budget::grants, fallback("3"), range("0", "10"), possible(0, 1000),
                 source(Grade::textbook, "patience ends"), help("At most; then scope is cut."));
    return table;
}

}  // namespace golive::scenario
