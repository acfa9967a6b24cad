//! [alignment].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/alignment.hpp>

namespace golive::scenario {

template <>
const KeyTable<Alignment>& table_of<Alignment>() {
    constexpr const char* judged =
        "judgement; direction from the trade press, the Symplr survey 2023 (IT sees better tools than "
        "clinicians do) and Hwang & Thorn 1999";
    static const KeyTable<Alignment> table =
        KeyTable<Alignment>{
            "[alignment]", "alignment",
            "How far those who choose, vote and rank see what clinicians need: the correlation between true "
            "and perceived value. Left out: they see it."}
            .key("alone", &Alignment::alone, unsure("0.2", "0.35", "0.55"), range("0", "0.9"), possible(0, 1),
                 source(Grade::textbook, judged), help("Of IT by itself."))
            .key("embedded", &Alignment::embedded, unsure("25 %", "45 %", "65 %"), range("0 %", "90 %"),
                 source(Grade::textbook, judged),
                 help("Of what is missing to 1, closed by embedded clinicians."))
            .key("superusers", &Alignment::superusers, unsure("5 %", "10 %", "20 %"), range("0 %", "60 %"),
                 source(Grade::textbook, judged), help("Closed by super-users, who translate."))
            .key("product_manager", &Alignment::product_manager, unsure("20 %", "35 %", "55 %"),
                 range("0 %", "90 %"), source(Grade::textbook, judged), help("Closed by a product manager."))
            .key("measuring", &Alignment::measuring, unsure("5 %", "15 %", "30 %"), range("0 %", "60 %"),
                 source(Grade::textbook, judged), help("Closed by measuring adoption."))
            .key("half_life", &Alignment::half_life, unsure("8 weeks", "16 weeks", "40 weeks"),
                 range("1 week", "2 years"), source(Grade::textbook, judged),
                 help("Half of the way to what its sources sustain, up or down."))
            .key("vote", &Alignment::vote, unsure("0.3", "0.8", "1.4"), range("0", "3"),
                 source(Grade::textbook,
                        "an item that answers what members care about passes sooner; size judged"),
                 help("Log odds of approval from no alignment to full alignment."));
    return table;
}

}  // namespace golive::scenario
