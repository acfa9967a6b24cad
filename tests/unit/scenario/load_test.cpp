// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

std::string all(const Loaded& loaded) {
    std::string text;
    for (const Diagnostic& diagnostic : loaded.diagnostics) text += render(diagnostic, Colour::none);
    return text;
}

TEST(Load, ReadsTheExampleWithoutAnyMessage) {
    const Loaded loaded = load(GOLIVE_SOURCE_DIR "/scenarios/one-clinic.toml");
    EXPECT_EQ(all(loaded), "");
    ASSERT_TRUE(loaded.scenario);
}

}  // namespace
}  // namespace golive::scenario
