//! A plan without queues is a stochastic network: its length has closed forms, and a simulation of a few
//! lines.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>
#include <golive/random/stream.hpp>
#include <golive/scenario/load.hpp>

namespace golive::model {
namespace {

Blueprint plan_of(const std::string& lines) {
    const auto loaded = scenario::load_text(
        "[scenario]\nstart = 2027-01-04\nhorizon = \"40 weeks\"\n[technology.phone]\npurposes = "
        "[\"messaging\"]\n[role.nurse]\n[[site]]\nname = \"Hill\"\n"
        "[[site.unit]]\nname = \"Ward\"\nnurse = 1\n[plan]\n" +
        lines);
    if (!loaded.scenario) throw Error{ErrorKind::input, loaded.diagnostics.front().message};
    return Blueprint{loaded.scenario};
}

double finished(const Blueprint& plan, std::uint64_t replication, std::string_view name) {
    const Result result = simulate(plan, 20270104, replication);
    for (std::size_t i = 0; i < result.instances.size(); ++i)
        if (plan.catalogue().instances[i].name == name) return result.instances[i].finished;
    throw Error{ErrorKind::model, "no such step"};
}

struct Sample {
    double sum = 0, squares = 0;
    int count = 0;
    void add(double x) { sum += x, squares += x * x, ++count; }
    [[nodiscard]] double mean() const { return sum / count; }
    [[nodiscard]] double variance() const { return (squares - sum * sum / count) / (count - 1); }
    [[nodiscard]] double error() const { return std::sqrt(variance() / count); }
};

constexpr double one_in_a_million = 4.892;  // |z| of a normal variate that exceeds it with probability 1e-6

TEST(PlanClosedForm, ConstantStepsAreACriticalPath) {
    const Blueprint plan = plan_of(R"(
a = { kind = "wait", length = "10 days" }
b = { kind = "wait", length = "4 days" }
c = { kind = "wait", length = "7 days", after = ["b"] }
d = { kind = "wait", length = "3 days", after = ["a", "c"] }
e = { kind = "milestone", after = ["d", "b"] }
)");
    EXPECT_DOUBLE_EQ(finished(plan, 0, "e/network"), 14);
}

/// Three steps in a row: the sum of their means and of their variances. False alarm 1e-6; 4000 runs see an
/// error of 1 % in the mean and of 13 % in the variance.
TEST(PlanClosedForm, StepsInARowAddTheirMomentsUp) {
    const Blueprint plan = plan_of(R"(
a = { kind = "wait", length = { dist = "triangular", min = "2 days", mode = "5 days", max = "14 days" } }
b = { kind = "wait", after = ["a"], length = { dist = "uniform", min = "1 day", max = "13 days" } }
c = { kind = "wait", after = ["b"], length = { dist = "exponential", mean = "6 days" } }
)");
    Sample length;
    for (std::uint64_t r = 0; r < 4000; ++r) length.add(finished(plan, r, "c/network"));
    const double mean = (2 + 5 + 14) / 3.0 + 7 + 6;
    const double variance = (4 + 25 + 196 - 10 - 28 - 70) / 18.0 + 144 / 12.0 + 36;
    EXPECT_LT(std::abs(length.mean() - mean) / std::sqrt(variance / length.count), one_in_a_million)
        << length.mean();
    // The fourth cumulants: 6 * 6^4 of the exponential; the other two steps' are negative and small.
    const double error_of_variance = std::sqrt((6 * 1296 + 2 * variance * variance) / length.count);
    EXPECT_LT(std::abs(length.variance() - variance) / error_of_variance, one_in_a_million)
        << length.variance();
}

/// The longest of n exponential steps side by side lasts mean (1 + 1/2 + ... + 1/n). False alarm 1e-6;
/// sees 2.5 %.
TEST(PlanClosedForm, StepsSideBySideLastAsLongAsTheLongest) {
    std::string lines, after;
    for (int n = 1; n <= 6; ++n) {
        lines += "s" + std::to_string(n) +
                 " = { kind = \"wait\", length = { dist = \"exponential\", mean = \"5 days\" } }\n";
        after += (n > 1 ? ", \"s" : "\"s") + std::to_string(n) + "\"";
    }
    const Blueprint plan = plan_of(lines + "end = { kind = \"milestone\", after = [" + after + "] }\n");
    Sample length;
    for (std::uint64_t r = 0; r < 6000; ++r) length.add(finished(plan, r, "end/network"));
    double mean = 0, variance = 0;
    for (int n = 1; n <= 6; ++n) mean += 5.0 / n, variance += 25.0 / (n * n);
    EXPECT_LT(std::abs(length.mean() - mean) / std::sqrt(variance / length.count), one_in_a_million)
        << length.mean();
}

/// A triangular variate by inversion.
double triangular(double a, double m, double b, double u) {
    return u < (m - a) / (b - a) ? a + std::sqrt(u * (b - a) * (m - a))
                                 : b - std::sqrt((1 - u) * (b - a) * (b - m));
}

/// The bridge: no formula, but five lines. False alarm 1e-6 each; sees 1 % of the mean and 3.5 percentage
/// points of the chance to be late.
TEST(PlanClosedForm, ABridgeOfStepsAgreesWithAnIndependentSimulation) {
    const auto step = [](const char* name, const char* after) {
        return std::string{name} + " = { kind = \"wait\", after = [" + after +
               "], length = { dist = \"triangular\", min = \"2 days\", mode = \"4 days\", max = \"15 days\" "
               "} }\n";
    };
    const Blueprint plan =
        plan_of(step("a", "") + step("b", "") + step("c", "\"a\"") + step("d", "\"a\", \"b\"") +
                step("e", "\"c\", \"d\"") + step("f", "\"d\"") +
                "end = { kind = \"milestone\", after = [\"e\", \"f\"] }\n");
    random::Engine words{1, 0, random::Draw{"test.bridge"}, random::EntityKey{"bridge"}, 0};
    Sample theirs, late_theirs;
    for (int i = 0; i < 200'000; ++i) {
        std::array<double, 6> t{};
        for (double& x : t) x = triangular(2, 4, 15, random::to_unit(words()));
        const double d = std::max(t[0], t[1]) + t[3];
        const double end = std::max(std::max(t[0] + t[2], d) + t[4], d + t[5]);
        theirs.add(end);
        late_theirs.add(end > 28 ? 1 : 0);
    }
    Sample ours, late_ours;
    for (std::uint64_t r = 0; r < 4000; ++r) {
        ours.add(finished(plan, r, "end/network"));
        late_ours.add(finished(plan, r, "end/network") > 28 ? 1 : 0);
    }
    EXPECT_LT(std::abs(ours.mean() - theirs.mean()) / std::hypot(ours.error(), theirs.error()),
              one_in_a_million);
    EXPECT_LT(
        std::abs(late_ours.mean() - late_theirs.mean()) / std::hypot(late_ours.error(), late_theirs.error()),
        one_in_a_million);
    EXPECT_GT(late_theirs.mean(), 0.1);
}

}  // namespace
}  // namespace golive::model
