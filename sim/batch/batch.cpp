#include "batch/conveyor.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <system_error>
#include <thread>
#include <utility>

#include <golive/base/error.hpp>
#include <golive/batch/batch.hpp>

namespace golive::batch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto progress_interval = std::chrono::milliseconds{250};
/// How many replications may be ahead of the slowest, per thread: enough for one that takes sixteen times as
/// long.
constexpr std::size_t room_per_thread = 16;

Arrival simulate_one(const Simulate& simulate, std::uint64_t replication) {
    try {
        return simulate(replication);
    } catch (const std::bad_alloc&) {
        return std::string{"out of memory"};
    } catch (const std::exception& error) {
        return std::string{error.what()};
    } catch (...) {
        return std::string{"an exception of unknown type"};
    }
}

void work(Conveyor& conveyor, const Simulate& simulate, std::uint64_t first) {
    while (const auto position = conveyor.take())
        conveyor.put(*position, simulate_one(simulate, first + *position));
}

std::uint64_t done(const Outcome& outcome) { return outcome.delivered + outcome.failures.size(); }

/// The threads of one batch. Its end closes the conveyor and waits for the replications in hand.
class Pool {
 public:
    Pool(const Request& request, const Simulate& simulate, Conveyor& conveyor) : conveyor_{conveyor} {
        const std::uint64_t wanted =
            std::min<std::uint64_t>(std::max(request.threads, 1U), request.replications);
        try {
            for (std::uint64_t i = 0; i < wanted; ++i) {
                threads_.emplace_back(
                    [&conveyor, &simulate, first = request.first] { work(conveyor, simulate, first); });
            }
        } catch (const std::system_error& error) {
            // A machine that refuses the ninth thread still runs the batch on eight.
            if (threads_.empty()) {
                throw Error{ErrorKind::resource, fmt::format("cannot start a thread ({})", error.what())};
            }
        }
    }
    /// The members go next, and with them the threads join.
    ~Pool() { conveyor_.close(); }

    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

 private:
    Conveyor& conveyor_;
    std::vector<std::jthread> threads_;
};

/// Tells the user how far it is, at most once an interval.
class Reporter {
 public:
    Reporter(const Request& request, const OnProgress& on_progress) : on_progress_{on_progress} {
        progress_.total = request.replications;
    }
    void count(const Outcome& outcome) {
        progress_.failed = outcome.failures.size();
        progress_.done = done(outcome);
    }
    void report_if_due() {
        if (const auto now = Clock::now(); now - last_ >= progress_interval) report(now);
    }
    void report(Clock::time_point now) {
        last_ = now;
        progress_.elapsed = now - begin_;
        if (on_progress_) on_progress_(progress_);
    }
    [[nodiscard]] std::chrono::duration<double> elapsed() const { return Clock::now() - begin_; }

 private:
    const OnProgress& on_progress_;
    Progress progress_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
};

void deliver(Arrival&& arrival, std::uint64_t replication, ResultSink& sink, Outcome& outcome) {
    if (auto* const message = std::get_if<std::string>(&arrival)) {
        outcome.failures.push_back({replication, std::move(*message)});
        return;
    }
    sink.accept(std::get<model::Result>(arrival));
    ++outcome.delivered;
}

}  // namespace

Outcome run_batch(const Request& request, const Simulate& simulate, ResultSink& sink,
                  const OnProgress& on_progress, std::stop_token stop) {
    Outcome outcome;
    Reporter reporter{request, on_progress};
    Conveyor conveyor{request.replications, room_per_thread * std::max(request.threads, 1U)};
    const std::stop_callback close_on_stop{stop, [&conveyor] { conveyor.close(); }};
    const Pool pool{request, simulate, conveyor};
    for (std::uint64_t replication = request.first; !outcome.enough && !conveyor.finished();) {
        if (auto arrival = conveyor.collect(progress_interval)) {
            deliver(std::move(*arrival), replication++, sink, outcome);
            reporter.count(outcome);
            outcome.enough = request.enough && request.enough(done(outcome));
        }
        reporter.report_if_due();
    }
    reporter.report(Clock::now());
    outcome.stopped = !outcome.enough && done(outcome) < request.replications;
    outcome.elapsed = reporter.elapsed();
    return outcome;
}

}  // namespace golive::batch
