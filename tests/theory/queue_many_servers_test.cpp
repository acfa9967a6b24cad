#include "queue_support.hpp"

namespace golive::kernel::theory {
namespace {

double wait_of_first(const std::vector<Experience>& all) { return all[0].wait.mean(); }
double waited_of_first(const std::vector<Experience>& all) { return all[0].waited.mean(); }
double refused_of_first(const std::vector<Experience>& all) { return all[0].refused.mean(); }
double abandoned_of_first(const std::vector<Experience>& all) { return all[0].abandoned.mean(); }

struct ErlangCase {
    std::uint32_t servers;
    double load;
    double probability_of_wait;  // to ten digits, from an independent computation
    Effort effort;
};

class ErlangC : public testing::TestWithParam<ErlangCase> {};

TEST_P(ErlangC, GivesTheWaitOfMMc) {
    const auto [servers, load, probability, effort] = GetParam();
    EXPECT_NEAR(erlang_c(servers, load), probability, 1e-10);
    fmt::print(
        "M/M/{} with a = {}, mu = 1: P(wait) = C(c, a), E[wait] = C(c, a) / (c - a); false alarms {}\n",
        servers, load, false_alarm);
    const Queue queue{servers, {{load, exponential(1.0), {}}}};
    const auto got =
        simulate(queue, fmt::format("mmc {}", servers), effort, {waited_of_first, wait_of_first});
    expect_mean("P(wait)", probability, got[0]);
    expect_mean("E[wait]", probability / (servers - load), got[1]);
}

INSTANTIATE_TEST_SUITE_P(Queue, ErlangC,
                         testing::Values(ErlangCase{1, 0.9, 0.9, {60, 200'000, 10'000}},
                                         ErlangCase{5, 4.0, 0.5541125541, {40, 100'000, 10'000}},
                                         ErlangCase{10, 9.0, 0.6687315241, {60, 100'000, 10'000}},
                                         ErlangCase{20, 18.0, 0.5507690048, {60, 100'000, 10'000}}));

struct ErlangACase {
    std::uint32_t servers;
    double load;
    double impatience;  // rate of giving up while waiting; mu = 1

    [[nodiscard]] double departures(std::size_t present) const {
        return present <= servers ? static_cast<double>(present)
                                  : servers + static_cast<double>(present - servers) * impatience;
    }
};

class ErlangA : public testing::TestWithParam<ErlangACase> {};

TEST_P(ErlangA, GivesTheLossesOfImpatience) {
    const auto [c, load, impatience] = GetParam();
    const auto law = birth_death(
        1000, [&](std::size_t) { return GetParam().load; },
        [&](std::size_t n) { return GetParam().departures(n); });
    double queue_length = 0.0;
    double all_busy = 0.0;
    for (std::size_t n = c; n < law.size(); ++n) {
        queue_length += law[n] * static_cast<double>(n - c);
        all_busy += law[n];
    }
    fmt::print(
        "M/M/{}+M with a = {}, mu = 1, patience of mean {}: birth-death chain; P(abandon) = theta E[Lq] / "
        "lambda, "
        "E[wait] = E[Lq] / lambda by Little; false alarms {}\n",
        c, load, 1.0 / impatience, false_alarm);
    const Queue queue{c, {{load, exponential(1.0), exponential(1.0 / impatience)}}};
    const auto got = simulate(queue, fmt::format("erlang a {}", c), {40, 60'000, 5'000},
                              {waited_of_first, wait_of_first, abandoned_of_first});
    expect_mean("P(wait)", all_busy, got[0]);
    expect_mean("E[wait], those who give up included", queue_length / load, got[1]);
    expect_mean("P(abandon)", impatience * queue_length / load, got[2]);
}

INSTANTIATE_TEST_SUITE_P(Queue, ErlangA,
                         testing::Values(ErlangACase{5, 4.0, 1.0}, ErlangACase{10, 12.0, 0.5},
                                         ErlangACase{3, 3.0, 0.2}));

TEST(QueueLoss, ErlangBHoldsForAnyServiceOfTheSameMean) {
    fmt::print(
        "M/G/5/5 with a = 4: P(loss) = B(5, 4) = .1990668740 whatever the law of service; false alarms {}\n",
        false_alarm);
    const double expected = erlang_b(5, 4.0);
    EXPECT_NEAR(expected, 0.1990668740, 1e-10);
    EXPECT_NEAR(erlang_b(20, 18.0), 0.1092128459, 1e-10);
    const std::vector<std::pair<std::string, Variate>> services{
        {"D", constant(1.0)}, {"M", exponential(1.0)}, {"H2", hyperexponential(1.0, 4.0)}};
    for (const auto& [name, service] : services) {
        const Queue queue{5, {{4.0, service, {}}}, Manners::waits, 5};
        expect_mean("P(loss) with service " + name, expected,
                    simulate(queue, "loss " + name, {30, 50'000, 2'000}, {refused_of_first})[0]);
    }
}

TEST(QueueLoss, AFiniteQueueTurnsAwayWhomItCannotHold) {
    const auto law = birth_death(
        9, [](std::size_t) { return 3.5; },
        [](std::size_t n) { return static_cast<double>(std::min<std::size_t>(n, 3)); });
    double queue_length = 0.0;
    for (std::size_t n = 4; n <= 8; ++n) queue_length += law[n] * static_cast<double>(n - 3);
    fmt::print(
        "M/M/3/8 with a = 3.5: birth-death chain on 0..8; an arrival sees the stationary law; false alarms "
        "{}\n",
        false_alarm);
    const Queue queue{3, {{3.5, exponential(1.0), {}}}, Manners::waits, 8};
    const auto got = simulate(queue, "mmck", {40, 50'000, 2'000}, {refused_of_first, wait_of_first});
    expect_mean("P(refused)", law[8], got[0]);
    expect_mean("E[wait] of those let in", queue_length / (3.5 * (1.0 - law[8])), got[1]);
}

}  // namespace
}  // namespace golive::kernel::theory
