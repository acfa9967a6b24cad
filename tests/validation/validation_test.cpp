//! Published observations against what the defaults expect, each as one table of docs/validation.md. A test
//! asserts what that page claims to pass; what the defaults do not reproduce is in the tables, and not
//! asserted either way.
// SPDX-License-Identifier: Apache-2.0
#include "documented.hpp"
#include "ensemble.hpp"
#include "observation.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>

namespace golive::validation {
namespace {

constexpr double never = std::numeric_limits<double>::quiet_NaN();
constexpr double weeks_per_month = 365.25 / 12 / 7;

void expect_documented(const std::string& id, const std::string& text) {
    testing::expect_documented("validation.md", id, text);
}

// ---- primary-care EHR -----------------------------------------------------------------------------

/// A week's burden is reckoned when it is over: the week that begins with the go-live is in the next sample.
constexpr std::size_t ehr_first_week = 14;

struct Option {
    std::string name;
    std::vector<std::string> overrides;
};
const Option whoever_likes{"whoever likes", {}};
const Option every_visit{"every visit", {"adoption.intercept=6"}};
const Option on_shift{"every visit, on shift", {"adoption.intercept=6", "role.physician.overflow=24 %"}};

double dip(const Future& future) {
    const std::vector<double> throughput = future.weeks("throughput");
    return 1.0 - *std::min_element(throughput.begin() + ehr_first_week, throughput.end());
}

/// Months from go-live until care is within 2 % of that of the start, after the worst week.
double recovery(const Future& future) {
    const std::vector<double> throughput = future.weeks("throughput");
    const auto worst = std::min_element(throughput.begin() + ehr_first_week, throughput.end());
    const auto back = std::find_if(worst, throughput.end(), [](double x) { return x >= 0.98; });
    if (back == throughput.end()) return never;
    return static_cast<double>(back - throughput.begin() - static_cast<std::ptrdiff_t>(ehr_first_week)) /
           weeks_per_month;
}

double first_four_weeks(const Future& future) {
    return 1.0 - mean_of_weeks(future.weeks("throughput"), ehr_first_week, ehr_first_week + 3);
}

/// Of the network, or of a site; 1 is care as at the start.
double a_year_after(const Future& future, model::ScopeKind scope = model::ScopeKind::network,
                    std::size_t member = 0) {
    return mean_of_weeks(future.weeks("throughput", scope, member), ehr_first_week + 52, ehr_first_week + 55);
}

/// Each site is a specialty: 1 where some end above care as at the start and others below.
double specialties_differ(const Future& future) {
    int above = 0;
    for (std::size_t site = 0; site < 3; ++site)
        above += a_year_after(future, model::ScopeKind::site, site) > 1 ? 1 : 0;
    return above == 1 || above == 2 ? 1 : 0;
}

struct Ehr {
    std::vector<Comparison> lines;
    double specialties_differ;
};

Ehr ehr(const Option& option) {
    const Sample sample =
        measure("validation/ehr.toml", option.overrides,
                {dip, first_four_weeks, recovery, [](const Future& future) { return a_year_after(future); },
                 specialties_differ});
    const auto line = [&](const std::string& what, const std::string& published, double value,
                          const stats::Interval& naive, Written written, std::size_t m) {
        return Comparison{{option.name + ": " + what, published, value, naive, written}, sample[m]};
    };
    const stats::Interval dips{0, 0.5}, ends{0.83, 1.24};
    return {{line("dip, worst week", "25 to 33 %", 0.29, dips, Written::percent, 0),
             line("dip, first four weeks", "25 to 33 %", 0.29, dips, Written::percent, 1),
             line("months until within 2 %", "3 to 5", 4, {0.5, 12}, Written::tenths, 2),
             line("a year after", "about 100 %", 1.00, ends, Written::percent, 3),
             line("a year after, 26 practices", "96 to 100 %", 0.98, ends, Written::percent, 3)},
            std::accumulate(sample[4].begin(), sample[4].end(), 0.0) / replications};
}

TEST(Validation, PrimaryCareEhr) {
    const Ehr likes = ehr(whoever_likes), every = ehr(every_visit), shift = ehr(on_shift);
    for (const Ehr* option : {&likes, &every, &shift})
        EXPECT_TRUE(option->lines[3].passes()) << option->lines[3].line();
    EXPECT_TRUE(shift.lines[0].passes()) << shift.lines[0].line();
    std::vector<Comparison> all = likes.lines;
    for (const Ehr* other : {&every, &shift}) all.insert(all.end(), other->lines.begin(), other->lines.end());
    expect_documented(
        "ehr",
        table(all) +
            fmt::format(
                "\nA year after, some specialties are above the start and others below in {:.0f}, {:.0f} "
                "and {:.0f} % of the futures.\n",
                100 * likes.specialties_differ, 100 * every.specialties_differ,
                100 * shift.specialties_differ));
}

// ---- learning and forgetting ----------------------------------------------------------------------

/// Their charts took 41 minutes in July and 29 in May; what is missing to May's skill is taken to be the
/// difference.
double january_chart(const Future& future) {
    const std::vector<double> skill = future.weeks("skill.ehr");
    const double july = mean_of_weeks(skill, 2, 6);
    const double january = mean_of_weeks(skill, 28, 32);
    const double may = mean_of_weeks(skill, 45, 49);
    return 29 + (41 - 29) * (may - january) / (may - july);
}

TEST(Validation, InternsLearnByUse) {
    const Sample sample = measure("validation/interns.toml", {}, {january_chart});
    const Comparison january{{"minutes a chart in January", "30", 30, {29, 41}}, sample[0]};
    expect_documented("interns", table({january}));
}

/// Months until half of what training gave is gone, between the weeks by a straight line.
double months_to_half(const Future& future) {
    const std::vector<double> skill = future.weeks("skill.record");
    const auto best = std::max_element(skill.begin(), skill.end());
    for (auto week = best + 1; week != skill.end(); ++week)
        if (*week <= *best / 2) {
            const double part = (*(week - 1) - *best / 2) / (*(week - 1) - *week);
            return (static_cast<double>(week - 1 - best) + part) / weeks_per_month;
        }
    return never;
}

TEST(Validation, SkillsFadeWithoutUse) {
    const Sample sample = measure("validation/forgetting.toml", {}, {months_to_half});
    const stats::Interval plausible{3, 24};
    const Comparison accuracy{{"months to half, accuracy", "6.5", 6.5, plausible}, sample[0]};
    const Comparison mixed{{"months to half, mixed", "11", 11, plausible}, sample[0]};
    const Comparison speed{{"months to half, speed", "13", 13, plausible}, sample[0]};
    for (const Comparison* claimed : {&mixed, &speed}) EXPECT_TRUE(claimed->passes()) << claimed->line();
    expect_documented("forgetting", table({accuracy, mixed, speed}));
}

// ---- peers and expectations -----------------------------------------------------------------------

Measure log_use(const std::string& role, std::size_t site) {
    return [role, site](const Future& future) {
        return std::log(
            mean_of_weeks(future.weeks("adoption.mobile." + role, model::ScopeKind::site, site), 44, 51));
    };
}

TEST(Validation, LeadersAndColleagues) {
    const std::vector<std::string> shares{"1 of 20", "5 of 20", "10 of 20", "18 of 20"};
    std::vector<Measure> measures;
    for (std::size_t site = 0; site < shares.size(); ++site)
        for (const char* role : {"leader", "colleague"}) measures.push_back(log_use(role, site));
    const Sample before = measure("validation/leaders.toml", {}, measures);
    const Sample after =
        measure("validation/leaders.toml",
                {"role.leader.opportunities.charting=10", "role.leader.opportunities.rounds=0"}, measures);
    std::vector<Comparison> all;
    for (std::size_t site = 0; site < shares.size(); ++site) {
        std::vector<double> elasticity;
        for (std::size_t r = 0; r < replications; ++r)
            elasticity.push_back((after[2 * site + 1][r] - before[2 * site + 1][r]) /
                                 (after[2 * site][r] - before[2 * site][r]));
        all.push_back({{fmt::format("elasticity, {} are leaders", shares[site]),
                        "0.35",
                        0.35,
                        {0, 1},
                        Written::hundredths},
                       elasticity});
    }
    expect_documented("leaders", table(all));
}

/// Share of people whose attitude is in the top fifth of the scale.
double enthusiasts(const Future& future, std::size_t week) {
    const std::size_t people = future.members(model::ScopeKind::unit);
    double count = 0;
    for (std::size_t unit = 0; unit < people; ++unit)
        count += future.weeks("attitude.tablet", model::ScopeKind::unit, unit)[week] > 0.6 ? 1 : 0;
    return count / static_cast<double>(people);
}

TEST(Validation, ExpectationsAfterUse) {
    constexpr std::size_t four_months_after = 8 + 17 - 1;
    const Measure then = [](const Future& future) { return enthusiasts(future, four_months_after); };
    const Sample care = measure("validation/expectations.toml", {}, {then});
    const Sample efficiency = measure(
        "validation/expectations.toml",
        {R"(adoption.initial_attitude={ dist = "normal", mean = 0.532, sd = 0.3, min = -1, max = 1 })"},
        {then});
    expect_documented(
        "expectations",
        table({{{"improves care, 34 % before", "15 %", 0.15, {0, 0.34}, Written::percent}, care[0]},
               {{"efficient, 41 % before", "24 %", 0.24, {0, 0.41}, Written::percent}, efficiency[0]}}));
}

// ---- help and staffing ----------------------------------------------------------------------------

constexpr std::size_t first_week_live = 13;

double calls_before(const std::vector<double>& calls) { return mean_of_weeks(calls, 2, first_week_live - 1); }
double calls_later(const std::vector<double>& calls) { return mean_of_weeks(calls, 39, 64); }

double first_week_multiple(const Future& future) {
    const std::vector<double> calls = future.weeks("help_calls");
    return calls[first_week_live] / calls_before(calls);
}

/// Weeks until half of what the first week had beyond the later level is gone.
double weeks_to_half(const Future& future) {
    const std::vector<double> calls = future.weeks("help_calls");
    const double half = 0.5 * (calls[first_week_live] + calls_later(calls));
    if (calls[first_week_live] <= calls_later(calls)) return never;
    const auto first = calls.begin() + first_week_live;
    return static_cast<double>(std::find_if(first, calls.end(), [&](double x) { return x <= half; }) - first);
}

double calls_per_user_month(const Future& future) {
    return calls_later(future.weeks("help_calls")) * weeks_per_month / 100;
}

std::vector<Comparison> help(const std::string& name, std::vector<std::string> overrides) {
    overrides.emplace_back("adoption.intercept=6");
    const Sample sample =
        measure("validation/ehr.toml", overrides, {first_week_multiple, weeks_to_half, calls_per_user_month});
    return {{{name + ": first week, times that before", "3 to 6", 4.5, {1, 10}}, sample[0]},
            {{name + ": weeks to half", "1 to 2", 1.5, {0.5, 13}}, sample[1]},
            {{name + ": calls per user and month later", "0.8 to 1.5", 1.15, {0, 4}}, sample[2]}};
}

TEST(Validation, HelpDeskAfterGoLive) {
    std::vector<Comparison> all = help("nobody at the elbow", {"plan.hypercare.elbow_support=\"none\""});
    for (std::size_t claimed : {0U, 1U}) EXPECT_TRUE(all[claimed].passes()) << all[claimed].line();
    for (const Comparison& comparison : help("1 per 12 at the elbow", {})) all.push_back(comparison);
    expect_documented("help", table(all));
}

double turnover(const Future& future) {
    const std::vector<double> left = future.weeks("resignations");
    const std::vector<double> vacancy = future.weeks("vacancy");
    const double years = static_cast<double>(left.size() - 1 - 52) * 7 / 365.25;
    const double people = 400 * (1 - mean_of_weeks(vacancy, 53, vacancy.size() - 1));
    return (left.back() - left[52]) / years / people;
}

Measure at_the_end(const std::string& series) {
    return [series](const Future& future) {
        const std::vector<double> weeks = future.weeks(series);
        return mean_of_weeks(weeks, weeks.size() - 52, weeks.size() - 1);
    };
}

TEST(Validation, HospitalAtRest) {
    const Sample sample =
        measure("validation/at-rest.toml", {}, {turnover, at_the_end("vacancy"), at_the_end("burnout")});
    const Comparison turned_over{{"turnover a year", "16.4 %", 0.164, {0.052, 0.364}, Written::percent},
                                 sample[0]};
    const Comparison vacant{{"vacancy", "9.6 to 9.9 %", 0.0975, {0, 0.164}, Written::percent}, sample[1]};
    const Comparison worn_out{{"burned out", "42 %", 0.42, {0.2, 0.6}, Written::percent}, sample[2]};
    EXPECT_TRUE(turned_over.passes()) << turned_over.line();
    expect_documented("rest", table({turned_over, vacant, worn_out}));
}

}  // namespace
}  // namespace golive::validation
