//! Futures that have not recovered a year after go-live: how many, and what sets them apart. A description of
//! the defaults, held in docs/validation.md; there is nothing to pass.
// SPDX-License-Identifier: Apache-2.0
#include "documented.hpp"
#include "ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <golive/scenario/scenario.hpp>

namespace golive::validation {
namespace {

/// What a future drew once.
struct Assumption {
    std::string name;
    Measure value;
};

template <class Table, class Quantity, class Number>
Measure drawn(const Table& (*of)(const Future&), Quantity Table::* key, Number number) {
    return [of, key, number](const Future& future) { return number(future.drew(of(future).*key)); };
}

const scenario::Adoption& adoption(const Future& future) { return future.scenario().adoption; }
const scenario::Technology& technology(const Future& future) {
    return future.scenario().technologies[scenario::TechnologyId{0}];
}
const scenario::Issues& issues(const Future& future) { return future.scenario().issues; }
const scenario::Learning& learning(const Future& future) { return future.scenario().learning; }
const scenario::Course& course(const Future& future) {
    return future.scenario().courses[scenario::CourseId{0}];
}

double plain(double x) { return x; }
double share(Share x) { return x.value(); }
double minutes(Duration x) { return x.in_minutes(); }

double fit_as_bought(const Future& future) { return future.weeks("fit." + technology(future).name).front(); }

std::vector<Assumption> assumptions() {
    using scenario::Adoption;
    using scenario::Technology;
    return {
        {"fit as bought, mean over units", fit_as_bought},
        {"issues that only another product does away with", drawn(issues, &scenario::Issues::beyond, share)},
        {"`technology.*.saves`", drawn(technology, &Technology::saves, minutes)},
        {"`technology.*.misfit`", drawn(technology, &Technology::misfit, minutes)},
        {"`technology.*.difficulty`", drawn(technology, &Technology::difficulty, share)},
        {"`course.*.skill`", drawn(course, &scenario::Course::skill, share)},
        {"`learning.uses`", drawn(learning, &scenario::Learning::uses, plain)},
        {"`adoption.intercept`", drawn(adoption, &Adoption::intercept, plain)},
        {"`adoption.fit`", drawn(adoption, &Adoption::fit, plain)},
        {"`adoption.skill`", drawn(adoption, &Adoption::skill, plain)},
        {"`adoption.attitude`", drawn(adoption, &Adoption::attitude, plain)},
        {"`adoption.peers`", drawn(adoption, &Adoption::peers, plain)},
        {"`adoption.legacy`", drawn(adoption, &Adoption::legacy, plain)},
        {"`adoption.leadership`", drawn(adoption, &Adoption::leadership, plain)},
        {"`adoption.experience_rate`", drawn(adoption, &Adoption::experience_rate, plain)},
        {"`adoption.friction`", drawn(adoption, &Adoption::friction, share)},
        {"`adoption.friction_misfit`", drawn(adoption, &Adoption::friction_misfit, share)},
        {"`adoption.friction_pain`", drawn(adoption, &Adoption::friction_pain, plain)},
        {"`adoption.unresolved_pain`", drawn(adoption, &Adoption::unresolved_pain, plain)},
        {"`adoption.friction_time`", drawn(adoption, &Adoption::friction_time, minutes)}};
}

/// Throughput and use a year after go-live, and what each future drew.
struct AYearLater {
    std::string name;
    std::vector<double> throughput, use, old_way_goes;
    Sample drawn;
};

double use_a_year_later(const Future& future) { return future.scalar("adoption_12_months"); }

/// Four weeks after a year in use; sampled one week later than in use.
double care_of_the_clinics(const Future& future) { return mean_of_weeks(future.weeks("throughput"), 66, 69); }
/// The last four weeks, more than a year after the last wave's target.
double care_of_the_hospital(const Future& future) {
    const std::vector<double> weeks = future.weeks("throughput");
    return mean_of_weeks(weeks, weeks.size() - 4, weeks.size() - 1);
}

AYearLater look(const std::string& name, const std::string& file, const std::vector<std::string>& overrides,
                const Measure& throughput) {
    std::vector<Measure> measures{throughput, use_a_year_later,
                                  [](const Future& future) { return future.finished("off"); }};
    for (const Assumption& assumption : assumptions()) measures.push_back(assumption.value);
    Sample sample = measure(file, overrides, measures);
    AYearLater later{name, sample[0], sample[1], sample[2], {}};
    later.drawn.assign(sample.begin() + 3, sample.end());
    return later;
}

/// What never happened counts as below.
bool below(double x, double limit) { return std::isnan(x) || x < limit; }

double share_below(const std::vector<double>& values, double limit) {
    const auto count = std::count_if(values.begin(), values.end(), [&](double x) { return below(x, limit); });
    return static_cast<double>(count) / static_cast<double>(values.size());
}

std::string how_often(const std::vector<AYearLater>& all) {
    std::string text =
        "| a year after go-live | care below 99 % of the start | below 95 % | below 90 % | less than half of "
        "occasions |\n|---|---|---|---|---|\n";
    for (const AYearLater& later : all) {
        text += fmt::format("| {} |", later.name);
        for (double limit : {0.99, 0.95, 0.90})
            text += fmt::format(" {:.0f} % |", 100 * share_below(later.throughput, limit));
        text += fmt::format(" {:.0f} % |\n", 100 * share_below(later.use, 0.5));
    }
    return text;
}

/// Of those that go with at least one of the outcomes; chance alone gives 0.15 once in 370 correlations.
std::string what_goes_with_it(const AYearLater& ehr, const AYearLater& willing, const AYearLater& hospital) {
    constexpr double worth_a_line = 0.15;
    std::string text =
        "| rank correlation with | care, every visit on shift | use, whoever likes | use, hospital |\n"
        "|---|---|---|---|\n";
    const std::vector<Assumption> all = assumptions();
    for (std::size_t a = 0; a < all.size(); ++a) {
        const std::vector<double> rho{rank_correlation(ehr.drawn[a], ehr.throughput),
                                      rank_correlation(willing.drawn[a], willing.use),
                                      rank_correlation(hospital.drawn[a], hospital.use)};
        const bool always = a < 2;
        if (!always &&
            std::none_of(rho.begin(), rho.end(), [](double r) { return std::abs(r) >= worth_a_line; }))
            continue;
        text += "| " + all[a].name + " |";
        for (double r : rho) text += std::isnan(r) ? " - |" : fmt::format(" {:+.2f} |", r);
        text += "\n";
    }
    return text;
}

/// Share of futures in which the old way is never switched off, of those below half and of the others.
std::string old_way(const AYearLater& hospital) {
    double kept[2] = {0, 0}, count[2] = {0, 0};
    for (std::size_t r = 0; r < hospital.use.size(); ++r) {
        const int recovered = below(hospital.use[r], 0.5) ? 0 : 1;
        ++count[recovered];
        kept[recovered] += std::isnan(hospital.old_way_goes[r]) ? 1 : 0;
    }
    return fmt::format(
        "In the hospital the old way is never switched off in {:.0f} % of the futures below half, and in "
        "{:.0f} % "
        "of the others.\n",
        100 * kept[0] / count[0], 100 * kept[1] / count[1]);
}

TEST(Recovery, SomeFuturesNeverRecover) {
    const std::string every_visit = "adoption.intercept=6";
    const std::vector<AYearLater> all{
        look("EHR, whoever likes", "validation/ehr.toml", {}, care_of_the_clinics),
        look("EHR, every visit", "validation/ehr.toml", {every_visit}, care_of_the_clinics),
        look("EHR, every visit on shift", "validation/ehr.toml",
             {every_visit, "role.physician.overflow=24 %"}, care_of_the_clinics),
        look("the hospital of the claims", "claims/hospital.toml", {}, care_of_the_hospital)};
    testing::expect_documented(
        "validation.md", "recovery",
        how_often(all) + "\n" + what_goes_with_it(all[2], all[0], all[3]) + "\n" + old_way(all[3]));
}

}  // namespace
}  // namespace golive::validation
