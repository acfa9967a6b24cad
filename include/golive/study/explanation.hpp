//! Why the futures of a scenario went as they did: where the time went, why people gave up, what would help.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/model/simulate.hpp>
#include <golive/study/counterfactual.hpp>
#include <golive/study/critical_path.hpp>
#include <golive/study/futures.hpp>
#include <golive/study/giving_up.hpp>

namespace golive::study {

/// Made of the results of a batch, or of what a file kept of them.
class Explanation : public batch::ResultSink {
 public:
    /// Without the scenario of the futures, as where this version cannot read it, nothing is known of what
    /// was held up nor of what would help. The catalogue is that of the futures, and must outlive it.
    Explanation(const model::Catalogue& catalogue, std::optional<model::Blueprint> blueprint);

    void accept(const model::Result& result) override;
    void add(const PlanRecord& plan);
    /// [unit][role][reason]
    void add_giving_up(std::span<const float> gave_up);

    [[nodiscard]] const std::optional<model::Blueprint>& blueprint() const { return blueprint_; }
    [[nodiscard]] const DelayAttribution& delays() const { return delays_; }
    /// Nothing for catalogues without reasons.
    [[nodiscard]] const std::optional<GivingUpTally>& giving_up() const { return giving_up_; }

    /// In the futures in which not everything went live: what the first go-live that did not was waiting for.
    struct HeldUp {
        std::string activity;
        std::size_t cause;
        std::uint64_t futures;
    };
    /// The most frequent first.
    [[nodiscard]] std::vector<HeldUp> held_up() const;
    /// What holds the last go-live up, the longest first.
    [[nodiscard]] std::vector<Attributed> levers() const;

    /// What was found that the futures gain without a lever.
    void add(Gain gain) { gains_.push_back(std::move(gain)); }
    /// Finds that out: the same futures again, each time without one of the top levers. `base` has them as
    /// they are. False: stopped, with those gains that were done.
    bool relieve(std::size_t levers, const Futures& futures, const Scalars& base, Observer& observer,
                 const std::stop_token& stop);
    [[nodiscard]] const std::vector<Gain>& gains() const { return gains_; }

 private:
    void count_held_up(const PlanRecord& plan);

    std::optional<model::Blueprint> blueprint_;
    std::vector<std::vector<std::size_t>> after_;  // predecessors by instance
    DelayAttribution delays_;
    std::optional<GivingUpTally> giving_up_;
    std::vector<HeldUp> held_up_;
    std::vector<Gain> gains_;
};

/// The scenario of a resolved text, ready to simulate; nothing where it has another plan or other causes than
/// the catalogue, as with another version.
[[nodiscard]] std::optional<model::Blueprint> blueprint_for(const std::string& resolved,
                                                            const model::Catalogue& catalogue);

}  // namespace golive::study
