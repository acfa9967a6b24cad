//! run_batch() with made-up simulations: what is promised about order, failures, stopping and memory.
// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <chrono>
#include <gmock/gmock.h>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>

#include <golive/base/error.hpp>
#include <golive/base/hash.hpp>
#include <golive/batch/batch.hpp>

namespace golive::batch {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;

model::Result result_of(std::uint64_t replication) {
    model::Result result;
    result.replication = replication;
    result.fingerprint = mix_bits(replication);
    result.scalars = {static_cast<double>(mix_bits(replication)) * 1e-3};
    return result;
}

/// Takes anything from nothing to a millisecond, as the replication's number decides.
model::Result dawdle(std::uint64_t replication) {
    std::this_thread::sleep_for(microseconds{mix_bits(replication) % 1000});
    return result_of(replication);
}

class Collector : public ResultSink {
 public:
    void accept(const model::Result& result) override { results.push_back(result); }
    [[nodiscard]] std::vector<std::uint64_t> numbers() const {
        std::vector<std::uint64_t> all;
        for (const auto& result : results) all.push_back(result.replication);
        return all;
    }
    std::vector<model::Result> results;
};

std::vector<std::uint64_t> numbers(std::uint64_t first, std::uint64_t count) {
    std::vector<std::uint64_t> all(count);
    std::iota(all.begin(), all.end(), first);
    return all;
}

Request request(std::uint64_t replications, unsigned threads, std::uint64_t first = 0) {
    return {.first = first, .replications = replications, .threads = threads};
}

TEST(Batch, DeliversInOrderWhateverTheOrderOfFinishing) {
    Collector sink;
    const Outcome outcome = run_batch(request(500, 8, 40), dawdle, sink, {}, {});
    EXPECT_THAT(sink.numbers(), ElementsAreArray(numbers(40, 500)));
    EXPECT_EQ(outcome.delivered, 500U);
    EXPECT_TRUE(outcome.failures.empty());
    EXPECT_FALSE(outcome.stopped);
}

TEST(Batch, GivesTheSameResultsOnAnyNumberOfThreads) {
    std::vector<std::vector<double>> runs;
    for (const unsigned threads : {1U, 2U, 5U, 64U}) {
        Collector sink;
        EXPECT_EQ(run_batch(request(200, threads), dawdle, sink, {}, {}).delivered, 200U);
        std::vector<double> values;
        for (const auto& result : sink.results) values.push_back(result.scalars.at(0));
        runs.push_back(values);
    }
    for (const auto& run : runs) EXPECT_EQ(run, runs.front());
}

TEST(Batch, OfNothingDeliversNothing) {
    Collector sink;
    const Outcome outcome = run_batch(request(0, 4), dawdle, sink, {}, {});
    EXPECT_EQ(outcome.delivered, 0U);
    EXPECT_FALSE(outcome.stopped);
    EXPECT_TRUE(sink.results.empty());
}

TEST(Batch, RunsOnOneThreadWhenAskedForNone) {
    Collector sink;
    EXPECT_EQ(run_batch(request(3, 0), dawdle, sink, {}, {}).delivered, 3U);
}

TEST(Batch, KeepsTheOthersWhenReplicationsFail) {
    const auto fails = [](std::uint64_t n) { return mix_bits(n) % 7 == 0; };
    Collector sink;
    const Outcome outcome =
        run_batch(request(300, 5),
                  [&](std::uint64_t n) { return fails(n) ? throw std::runtime_error{"no beds"} : dawdle(n); },
                  sink, {}, {});
    std::vector<std::uint64_t> good;
    std::vector<std::uint64_t> bad;
    for (std::uint64_t n = 0; n < 300; ++n) (fails(n) ? bad : good).push_back(n);
    ASSERT_FALSE(bad.empty());
    EXPECT_EQ(sink.numbers(), good);
    std::vector<std::uint64_t> failed;
    for (const Failure& failure : outcome.failures) {
        failed.push_back(failure.replication);
        EXPECT_EQ(failure.message, "no beds");
    }
    EXPECT_EQ(failed, bad);
    EXPECT_EQ(outcome.delivered, good.size());
    EXPECT_FALSE(outcome.stopped);
}

TEST(Batch, RecordsExceptionsOfEveryType) {
    Collector sink;
    const Outcome outcome = run_batch(request(3, 2),
                                      [](std::uint64_t n) -> model::Result {
                                          if (n == 0) throw Error{ErrorKind::model, "books do not balance"};
                                          if (n == 1) throw std::bad_alloc{};
                                          throw 42;
                                      },
                                      sink, {}, {});
    ASSERT_EQ(outcome.failures.size(), 3U);
    EXPECT_EQ(outcome.failures[0].message, "books do not balance");
    EXPECT_THAT(outcome.failures[1].message, HasSubstr("memory"));
    EXPECT_THAT(outcome.failures[2].message, HasSubstr("unknown"));
}

TEST(Batch, StoppedKeepsAPrefixWithoutAGap) {
    std::stop_source stop;
    std::atomic<std::uint64_t> begun = 0;
    Collector sink;
    const Outcome outcome = run_batch(
        request(10'000, 4),
        [&](std::uint64_t n) {
            if (++begun == 100) stop.request_stop();
            return dawdle(n);
        },
        sink, {}, stop.get_token());
    EXPECT_TRUE(outcome.stopped);
    EXPECT_EQ(outcome.delivered, begun.load()) << "what was begun is finished and delivered";
    EXPECT_LT(outcome.delivered, 200U);
    EXPECT_EQ(sink.numbers(), numbers(0, outcome.delivered));
}

TEST(Batch, StoppedBeforeItBeginsDoesNothing) {
    std::stop_source stop;
    stop.request_stop();
    Collector sink;
    const Outcome outcome = run_batch(request(100, 4), dawdle, sink, {}, stop.get_token());
    EXPECT_EQ(outcome.delivered, 0U);
    EXPECT_TRUE(outcome.stopped);
}

TEST(Batch, StopAfterTheLastReplicationIsNoStop) {
    std::stop_source stop;
    Collector sink;
    const auto stop_at_the_end = [&](const Progress& progress) {
        if (progress.done == progress.total) stop.request_stop();
    };
    EXPECT_FALSE(run_batch(request(10, 2), dawdle, sink, stop_at_the_end, stop.get_token()).stopped);
}

class FullDisk : public ResultSink {
 public:
    void accept(const model::Result& result) override {
        if (result.replication == 20) throw Error{ErrorKind::resource, "disk full"};
        ++accepted;
    }
    int accepted = 0;
};

TEST(Batch, EndsWithTheErrorOfTheSink) {
    std::atomic<int> begun = 0;
    FullDisk sink;
    try {
        (void)run_batch(request(100'000, 3), [&](std::uint64_t n) { return ++begun, dawdle(n); }, sink, {},
                        {});
        FAIL() << "the sink's error was swallowed";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::resource);
        EXPECT_STREQ(error.what(), "disk full");
    }
    EXPECT_EQ(sink.accepted, 20);
    EXPECT_LT(begun.load(), 200) << "the pool went on after the sink had given up";
}

TEST(Batch, LetsFastReplicationsWaitForASlowOneRatherThanPileUp) {
    std::atomic<std::uint64_t> highest = 0;
    std::uint64_t highest_while_waiting = 0;
    Collector sink;
    (void)run_batch(request(5000, 2),
                    [&](std::uint64_t n) {
                        if (n == 0) {
                            std::this_thread::sleep_for(milliseconds{200});
                            highest_while_waiting = highest.load();
                        }
                        for (std::uint64_t seen = highest.load();
                             seen < n && !highest.compare_exchange_weak(seen, n);) {
                        }
                        return result_of(n);
                    },
                    sink, {}, {});
    EXPECT_LE(highest_while_waiting, 64U);
    EXPECT_EQ(sink.results.size(), 5000U);
}

TEST(Batch, CallsTheSinkAndTheProgressFromTheCallingThread) {
    class SameThread : public ResultSink {
     public:
        void accept(const model::Result&) override { ids.insert(std::this_thread::get_id()); }
        std::set<std::thread::id> ids;
    } sink;
    (void)run_batch(request(50, 3), dawdle, sink,
                    [&](const Progress&) { sink.ids.insert(std::this_thread::get_id()); }, {});
    EXPECT_EQ(sink.ids, std::set{std::this_thread::get_id()});
}

TEST(Batch, TellsHowFarItIsAFewTimesASecond) {
    std::vector<Progress> told;
    Collector sink;
    const Outcome outcome = run_batch(
        request(60, 1),
        [](std::uint64_t n) {
            std::this_thread::sleep_for(milliseconds{10});
            return n == 3 ? throw std::runtime_error{"x"} : result_of(n);
        },
        sink, [&](const Progress& progress) { told.push_back(progress); }, {});
    ASSERT_GE(told.size(), 2U);
    EXPECT_LE(static_cast<double>(told.size()), outcome.elapsed.count() * 4 + 2);
    EXPECT_EQ(told.back().done, 60U);
    EXPECT_EQ(told.back().failed, 1U);
    EXPECT_EQ(told.back().total, 60U);
    EXPECT_GT(told.back().per_second(), 0);
}

TEST(Batch, EndsWithTheErrorOfTheProgressCallback) {
    Collector sink;
    EXPECT_THROW((void)run_batch(request(10, 2), dawdle, sink,
                                 [](const Progress&) { throw std::runtime_error{"pipe closed"}; }, {}),
                 std::runtime_error);
}

TEST(Processors, AreAtLeastOneAndNoMoreThanTheMachineHas) {
    EXPECT_GE(available_processors(), 1U);
    EXPECT_LE(available_processors(), std::max(std::thread::hardware_concurrency(), 1U));
}

}  // namespace
}  // namespace golive::batch
