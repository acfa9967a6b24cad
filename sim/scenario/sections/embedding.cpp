//! [embedding].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/embedding.hpp>

namespace golive::scenario {

template <>
const KeyTable<Embedding>& table_of<Embedding>() {
    static const KeyTable<Embedding> table =
        KeyTable<Embedding>{"[embedding]", "embedding",
                            "Clinicians who sit with those who choose, design and build. Left out: none do."}
            .key("clinicians", &Embedding::clinicians, fallback("6"), range("1", "40"), possible(0, 10'000),
                 source(Grade::textbook, "one for each kind of unit"),
                 help("How many; of different units, the kinds with most people first."))
            .key("hours", &Embedding::hours, written("", "per week"), fallback("4 h per week"),
                 range("1 h per week", "20 h per week"), possible(0, 604800),
                 source(Grade::textbook, "half a day"), help("Of each, taken from shifts."))
            .key("from", &Embedding::from, help("First day. Left out: from the start."))
            .key("until", &Embedding::until, help("Last day. Left out: to the end."))
            .key("tau_hours", &Embedding::tau_hours, unsure("20", "40", "80"), range("5", "400"),
                 possible(0.01, 1e6),
                 source(Grade::textbook, "they know their work, and sit in meetings for most of these hours"),
                 help("Hours after which 63 % of the latent issues of their unit are known, for each "
                      "technology."))
            .key("attitude", &Embedding::attitude, unsure("0.05", "0.15", "0.3"), range("0", "0.5"),
                 possible(-1, 1),
                 source(Grade::abstract,
                        "Hwang & Thorn 1999: participation and satisfaction, r about 0.3; size judged"),
                 help("Added to attitudes in their units at a go-live."))
            .key("kin", &Embedding::kin, unsure("10 %", "30 %", "50 %"), range("0 %", "100 %"),
                 source(Grade::textbook, "people listen to those who do the same work"),
                 help("Of that, in other units of their kinds."));
    return table;
}

}  // namespace golive::scenario
