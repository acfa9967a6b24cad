//! Why a results file says what it says: where the time went, why people gave up, and what would help.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <golive/model/simulate.hpp>
#include <golive/store/reader.hpp>
#include <golive/study/counterfactual.hpp>
#include <golive/study/critical_path.hpp>
#include <golive/study/giving_up.hpp>

namespace golive::report {

/// The file must outlive it.
struct Explanation {
    explicit Explanation(const store::ResultsFile& results);

    /// The scenario that the file carries, ready to simulate; nothing where this version of golive cannot
    /// read it.
    std::optional<model::Blueprint> blueprint;
    study::DelayAttribution delays;
    /// In the futures in which not everything went live: what the first go-live that did not was waiting for.
    struct HeldUp {
        std::string activity;
        std::size_t cause;
        std::uint64_t futures;
    };
    std::vector<HeldUp> held_up;                    ///< the most frequent first; empty without a blueprint
    std::optional<study::GivingUpTally> giving_up;  ///< nothing for files that do not say
    std::vector<study::Attributed> levers;          ///< the longest first; empty without a blueprint
    std::vector<study::Gain> gains;                 ///< of the levers that were tried: see relieve()
};

/// "team queue, endpoint"
[[nodiscard]] std::string name_of(const study::Lever& lever, const model::Catalogue& catalogue);

/// How many futures are simulated again for a lever, and with what; told before each.
struct ReliefOrder {
    std::size_t levers = 5;
    std::uint64_t futures = 100;
    bool base_again = false;  ///< where this program does not give the futures of the file
    /// Simulates the first `futures` replications of the file with that blueprint. False: stopped.
    std::function<bool(const model::Blueprint&, std::uint64_t futures, batch::ResultSink&,
                       const std::string& what)>
        simulate;
};

/// Whether this program gives the futures of the file, judged by the first of them.
[[nodiscard]] bool same_futures(const store::ResultsFile& results, const model::Blueprint& blueprint);

/// Fills in `gains`: the first futures of the file again without each of the top levers. False: stopped, with
/// those gains that were done.
bool relieve(Explanation& explanation, const store::ResultsFile& results, const ReliefOrder& order);

}  // namespace golive::report
