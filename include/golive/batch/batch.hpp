//! One run: replications over threads, delivered in replication order whatever the order in
//! which they finish.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <golive/model/result.hpp>

namespace golive::batch {

/// Where results go. Called by one thread at a time, in replication order. An Error that it throws
/// ends the batch.
class ResultSink {
 public:
    virtual ~ResultSink() = default;
    virtual void accept(const model::Result& result) = 0;
};

/// A replication that could not be finished; the others do not notice.
struct Failure {
    std::uint64_t replication;
    std::string message;
};

/// How far a batch is; handed out at most a few times a second, from the thread that called run_batch().
struct Progress {
    std::uint64_t done = 0;  ///< delivered, failures included
    std::uint64_t failed = 0;
    std::uint64_t total = 0;
    std::chrono::duration<double> elapsed{};
    [[nodiscard]] double per_second() const {
        return elapsed.count() > 0 ? static_cast<double>(done) / elapsed.count() : 0;
    }
};

struct Request {
    std::uint64_t first = 0;  ///< number of the first replication
    std::uint64_t replications = 0;
    unsigned threads = 1;
    /// Asked after every replication, in order, with how many there are by then, failures included; true ends
    /// the batch there. What threads have simulated beyond is dropped: the answer may depend on nothing but
    /// what was delivered, or the threads would matter. Precision (precision.hpp) gives such answers.
    std::function<bool(std::uint64_t done)> enough{};
};

struct Outcome {
    std::uint64_t delivered =
        0;  ///< to the sink; replications first .. are whole, without a gap but the failures
    std::vector<Failure> failures;  ///< in replication order
    bool stopped = false;           ///< by the stop token, before all were done
    bool enough = false;            ///< ended by Request::enough: what was delivered is all that was asked
    std::chrono::duration<double> elapsed{};
};

using Simulate = std::function<model::Result(std::uint64_t replication)>;
using OnProgress = std::function<void(const Progress&)>;

/// Runs `simulate` for each replication on a pool of threads that take the next number as they become free.
/// When `stop` is requested the replications in hand are finished and delivered, and no more are begun.
/// Exceptions of `simulate` become Failures; an exception of `sink` stops the pool and is rethrown.
[[nodiscard]] Outcome run_batch(const Request& request, const Simulate& simulate, ResultSink& sink,
                                const OnProgress& on_progress, std::stop_token stop);

/// How many threads to use by default: the processors that this process may run on, not those of the machine.
[[nodiscard]] unsigned available_processors();

}  // namespace golive::batch
