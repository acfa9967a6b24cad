//! Futures of a scenario simulated for a study, with somebody looking on.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include <golive/batch/batch.hpp>
#include <golive/model/simulate.hpp>

namespace golive::study {

/// Which futures: the replications `first`, `first` + 1 ... of a seed.
struct Futures {
    std::uint64_t seed = 0;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    unsigned threads = 1;
};

/// Looks on while one scenario after the other is simulated. All calls come from one thread at a time; this
/// one sees nothing.
class Observer : public batch::ResultSink {
 public:
    /// `what` will be simulated now: "without team queue, endpoint".
    virtual void begin(const model::Blueprint& blueprint, std::uint64_t futures, const std::string& what);
    void accept(const model::Result& result) override;
    virtual void progress(const batch::Progress& progress);
};

/// Simulates the futures, in their order, for the sink and for whoever looks on. False: stopped.
bool play(const model::Blueprint& blueprint, const Futures& futures, const std::string& what,
          batch::ResultSink& sink, Observer& observer, std::stop_token stop);

/// Whether this program gives a future as it was given before, bit for bit: another version does not, nor
/// perhaps another kind of processor.
[[nodiscard]] bool gives_again(const model::Blueprint& blueprint, std::uint64_t seed,
                               std::uint64_t replication, std::uint64_t fingerprint);

}  // namespace golive::study
