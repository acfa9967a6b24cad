//! The summary of a file against figures computed another way.
// SPDX-License-Identifier: Apache-2.0
#include "store/summarise.hpp"

#include "scratch.hpp"

#include <cmath>
#include <gmock/gmock.h>

#include <golive/stats/summary.hpp>
#include <golive/store/results_file.hpp>

namespace golive::store {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Definition 7 on a sorted copy.
float quantile_by_sorting(std::vector<float> values, double p) {
    std::ranges::sort(values);
    const double rank = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const double next = values[std::min(below + 1, values.size() - 1)];
    return static_cast<float>(values[below] + (rank - std::floor(rank)) * (next - values[below]));
}

TEST(Statistics, OfASeriesAreThoseOfItsSortedValues) {
    for (std::size_t size = 1; size < 200; ++size) {
        std::vector<float> values;
        for (std::size_t i = 0; i < size; ++i) {
            // Ties are as common as not.
            values.push_back(static_cast<float>(std::floor(20 * sample::noise(size, i)) +
                                                (size % 2 ? 0 : sample::noise(i, size))));
        }
        std::vector<float> scratch = values;
        const auto [mean, p10, p50, p90] = statistics_of(scratch);
        EXPECT_EQ(p10, quantile_by_sorting(values, 0.1)) << size;
        EXPECT_EQ(p50, quantile_by_sorting(values, 0.5)) << size;
        EXPECT_EQ(p90, quantile_by_sorting(values, 0.9)) << size;
        double sum = 0;
        for (const float value : values) sum += value;
        EXPECT_FLOAT_EQ(mean, static_cast<float>(sum / static_cast<double>(size)));
    }
}

TEST(Statistics, LeaveOutWhatDoesNotExist) {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> values{nan, 3, nan, 1, 2, nan};
    EXPECT_THAT(statistics_of(values), ::testing::ElementsAre(2, 1.2F, 2, 2.8F));
    std::vector<float> none{nan, nan};
    EXPECT_THAT(statistics_of(none), ::testing::Each(::testing::IsNan()));
}

TEST(Summary, OfScalarsIsThatOfTheStatisticsLayer) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 200);
    const ResultsFile file{scratch.path("r.h5")};
    const auto rows = file.scalar_summaries();
    ASSERT_EQ(rows.size(), file.catalogue().scalars.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const stats::Summary wanted = stats::summarise(file.scalar(i));
        EXPECT_EQ(rows[i].count, 200U);
        EXPECT_EQ(rows[i].missing, wanted.missing);
        EXPECT_DOUBLE_EQ(rows[i].happened, wanted.happened);
        EXPECT_DOUBLE_EQ(rows[i].happened_low, wanted.happened_interval.low);
        // In another order of adding.
        EXPECT_NEAR(rows[i].mean, wanted.mean, 1e-9);
        EXPECT_NEAR(rows[i].mean_high, wanted.mean_interval.high, 1e-9);
        EXPECT_NEAR(rows[i].sd, wanted.sd, 1e-9);
        EXPECT_EQ(rows[i].min, wanted.min);
        EXPECT_EQ(rows[i].max, wanted.max);
        EXPECT_THAT(rows[i].quantiles,
                    ::testing::ElementsAre(wanted.p5, wanted.p10, wanted.p25, wanted.p50, wanted.p75,
                                           wanted.p80, wanted.p90, wanted.p95));
        EXPECT_EQ(rows[i].quantiles_low[3], wanted.p50_interval.low);
        EXPECT_EQ(rows[i].quantiles_high[5], wanted.p80_interval.high);
    }
    EXPECT_GT(rows[2].missing, 20U);
    EXPECT_EQ(rows[2].quantiles.back(), infinity) << "a quarter never happened";
}

TEST(Summary, OfASeriesIsThatOfItsReplications) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 90);
    const ResultsFile file{scratch.path("r.h5")};
    const auto& catalogue = file.catalogue();
    const auto scope = model::ScopeKind::wave;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto values = file.series(i, scope, file.all_rows());
        const SeriesSummary summary = file.series_summary(i, scope);
        const std::size_t cells = catalogue.weeks * catalogue.members_of(scope).size();
        ASSERT_EQ(summary.p50.size(), cells);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            std::vector<float> column;
            for (std::size_t n = 0; n < 90; ++n) column.push_back(values[n * cells + cell]);
            EXPECT_EQ(summary.p10[cell], quantile_by_sorting(column, 0.1));
            EXPECT_EQ(summary.p50[cell], quantile_by_sorting(column, 0.5));
            EXPECT_EQ(summary.p90[cell], quantile_by_sorting(column, 0.9));
        }
    }
}

}  // namespace
}  // namespace golive::store
