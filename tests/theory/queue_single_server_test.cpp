#include "queue_support.hpp"

namespace golive::kernel::theory {
namespace {

struct ServiceCase {
    const char* name;
    Variate service;  // of mean 1
    double cs2;       // squared coefficient of variation
    double expected;
    Effort effort;
};

class PollaczekKhinchine : public testing::TestWithParam<ServiceCase> {};

TEST_P(PollaczekKhinchine, GivesTheMeanWaitOfMG1) {
    const ServiceCase& service = GetParam();
    constexpr double rho = 0.8;
    EXPECT_NEAR(rho * (1.0 + service.cs2) / (2.0 * (1.0 - rho)), service.expected, 1e-12);
    fmt::print(
        "M/{}/1 with rho = .8, mean service 1: E[wait] = rho (1 + cs2) / (2 (1 - rho)); false alarms {}\n",
        service.name, false_alarm);
    const Queue queue{1, {{rho, service.service, {}}}};
    const Statistic mean_wait = [](const std::vector<Experience>& all) { return all[0].wait.mean(); };
    const Statistic waited = [](const std::vector<Experience>& all) { return all[0].waited.mean(); };
    const auto got = simulate(queue, service.name, service.effort, {mean_wait, waited});
    expect_mean("E[wait]", service.expected, got[0]);
    expect_mean("P(wait) = rho", rho, got[1]);
}

INSTANTIATE_TEST_SUITE_P(
    Queue, PollaczekKhinchine,
    testing::Values(ServiceCase{"D", constant(1.0), 0.0, 2.0, {40, 60'000, 5'000}},
                    ServiceCase{"E4", erlang(4, 1.0), 0.25, 2.5, {40, 60'000, 5'000}},
                    ServiceCase{"M", exponential(1.0), 1.0, 4.0, {40, 100'000, 5'000}},
                    ServiceCase{"H2", hyperexponential(1.0, 4.0), 4.0, 10.0, {60, 200'000, 20'000}}),
    [](const auto& service) { return std::string{service.param.name}; });

/// Two classes, the first the more urgent.
struct TwoClasses {
    double lambda1 = 0.4, mean1 = 1.0, second_moment1 = 2.0;
    double lambda2 = 0.2, mean2 = 2.0, second_moment2 = 8.0;
    [[nodiscard]] double rho1() const { return lambda1 * mean1; }
    [[nodiscard]] double rho() const { return rho1() + lambda2 * mean2; }
    [[nodiscard]] double residual1() const { return lambda1 * second_moment1 / 2.0; }
    [[nodiscard]] double residual() const { return residual1() + lambda2 * second_moment2 / 2.0; }
    [[nodiscard]] Queue queue(Manners manners) const {
        return {1, {{lambda1, exponential(mean1), {}}, {lambda2, exponential(mean2), {}}}, manners};
    }
};

const std::vector<Statistic> waits_and_responses{
    [](const std::vector<Experience>& all) { return all[0].wait.mean(); },
    [](const std::vector<Experience>& all) { return all[1].wait.mean(); },
    [](const std::vector<Experience>& all) { return all[0].response.mean(); },
    [](const std::vector<Experience>& all) { return all[1].response.mean(); }};

TEST(QueuePriorities, CobhamGivesTheWaitsWithoutPreemption) {
    const TwoClasses two;
    fmt::print(
        "M/M/1, two classes, no pre-emption (Cobham 1954): R = sum of lambda E[S^2] / 2, W1 = R / (1 - "
        "rho1), "
        "W2 = R / ((1 - rho1)(1 - rho)); false alarms {}\n",
        false_alarm);
    const double w1 = two.residual() / (1.0 - two.rho1());
    const double w2 = w1 / (1.0 - two.rho());
    const auto got = simulate(two.queue(Manners::waits), "cobham", {50, 100'000, 5'000}, waits_and_responses);
    expect_mean("E[wait], urgent", w1, got[0]);
    expect_mean("E[wait], others", w2, got[1]);
    expect_mean("E[response], urgent", w1 + two.mean1, got[2]);
    expect_mean("E[response], others", w2 + two.mean2, got[3]);
}

TEST(QueuePriorities, PreemptiveResumeGivesTheUrgentAQueueOfTheirOwn) {
    const TwoClasses two;
    fmt::print(
        "M/M/1, two classes, pre-emptive resume (Gross and Harris): T1 = E[S1] + R1 / (1 - rho1), "
        "T2 = E[S2] / (1 - rho1) + R / ((1 - rho1)(1 - rho)), the wait until first served T2 - E[S2] / (1 - "
        "rho1); "
        "false alarms {}\n",
        false_alarm);
    const double w1 = two.residual1() / (1.0 - two.rho1());
    const double w2 = two.residual() / ((1.0 - two.rho1()) * (1.0 - two.rho()));
    const auto got =
        simulate(two.queue(Manners::preempts), "preempt", {50, 100'000, 5'000}, waits_and_responses);
    expect_mean("E[wait], urgent", w1, got[0]);
    expect_mean("E[wait until first served], others", w2, got[1]);
    expect_mean("E[response], urgent", w1 + two.mean1, got[2]);
    expect_mean("E[response], others", w2 + two.mean2 / (1.0 - two.rho1()), got[3]);
}

TEST(QueuePriorities, PreemptionAmongServersLeavesTheTotalAlone) {
    constexpr std::uint32_t c = 3;
    constexpr double a1 = 1.0;
    constexpr double a2 = 1.4;
    fmt::print(
        "M/M/3, two classes of equal mu = 1, pre-emptive resume: the urgent see M/M/3 alone; the number of "
        "both is "
        "that of M/M/3 at a = a1 + a2, which gives the others by Little; false alarms {}\n",
        false_alarm);
    const auto present = [](double a) { return a + erlang_c(c, a) * a / (c - a); };
    const Queue queue{c, {{a1, exponential(1.0), {}}, {a2, exponential(1.0), {}}}, Manners::preempts};
    const auto got = simulate(queue, "preempt 3", {50, 100'000, 5'000}, waits_and_responses);
    expect_mean("E[response], urgent", present(a1) / a1, got[2]);
    expect_mean("E[response], others", (present(a1 + a2) - present(a1)) / a2, got[3]);
}

}  // namespace
}  // namespace golive::kernel::theory
