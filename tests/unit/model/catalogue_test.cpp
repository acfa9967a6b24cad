//! What a scenario with every section records: each number once, and described in words.
// SPDX-License-Identifier: Apache-2.0
#include "outcomes.hpp"

#include <set>

namespace golive::model::testing {
namespace {

TEST(Catalogue, NamesEachNumberOnceAndDescribesItInWords) {
    const Blueprint blueprint = blueprint_of_file("../tests/support/every_section.toml");
    const Catalogue& catalogue = blueprint.catalogue();
    std::set<std::string> scalars, series;
    for (const ScalarInfo& info : catalogue.scalars) {
        EXPECT_TRUE(scalars.insert(info.name).second) << info.name;
        EXPECT_NE(info.description, "") << info.name;
        EXPECT_EQ(info.description.find('_'), std::string::npos) << info.description;
    }
    for (const SeriesInfo& info : catalogue.series) {
        EXPECT_TRUE(series.insert(info.name).second) << info.name;
        EXPECT_NE(info.description, "") << info.name;
        EXPECT_EQ(info.description.find('_'), std::string::npos) << info.description;
    }
    EXPECT_GT(scalars.size(), 80U);
    EXPECT_GT(series.size(), 80U);
}

/// A scalar that is declared and never recorded would be missing in every future; payback alone may be.
TEST(Catalogue, IsFilled) {
    const Blueprint blueprint = blueprint_of_file("../tests/support/every_section.toml");
    std::set<std::string> missing;
    for (const ScalarInfo& info : blueprint.catalogue().scalars) missing.insert(info.name);
    for (std::uint64_t r = 0; r < 10; ++r) {
        const History run{blueprint, r};
        std::erase_if(missing, [&](const std::string& name) { return !std::isnan(run.scalar(name)); });
    }
    missing.erase("payback");
    EXPECT_EQ(missing, std::set<std::string>{});
}

}  // namespace
}  // namespace golive::model::testing
