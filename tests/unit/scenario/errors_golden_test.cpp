//! Every mistake in tests/golden/scenario_errors against its message. GOLIVE_UPDATE=1 writes the messages
//! anew: read the diff.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

namespace fs = std::filesystem;
const fs::path folder = GOLIVE_SOURCE_DIR "/tests/golden/scenario_errors";

std::vector<std::string> mistakes() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem());
    std::sort(names.begin(), names.end());
    return names;
}

std::string contents(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// All messages, with files named as seen from the folder.
std::string messages(const std::string& name) {
    const Loaded loaded = load(folder / (name + ".toml"));
    std::string text;
    for (Diagnostic diagnostic : loaded.diagnostics) {
        if (diagnostic.file != "--set" && !diagnostic.file.empty())
            diagnostic.file = fs::path{diagnostic.file}.filename();
        const std::size_t at = diagnostic.message.find(folder.string() + "/");
        if (at != std::string::npos) diagnostic.message.erase(at, folder.string().size() + 1);
        text += render(diagnostic, Colour::none) + "\n";
    }
    const bool only_warnings = std::none_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                            [](const auto& d) { return d.severity == Severity::error; });
    EXPECT_EQ(loaded.scenario != nullptr, only_warnings) << name;
    return text;
}

class Mistake : public testing::TestWithParam<std::string> {};

TEST_P(Mistake, IsExplainedInItsPlace) {
    const fs::path expected = folder / (GetParam() + ".expected");
    const std::string got = messages(GetParam());
    ASSERT_NE(got, "") << "no message at all";
    if (std::getenv("GOLIVE_UPDATE")) std::ofstream{expected, std::ios::binary} << got;
    EXPECT_EQ(got, contents(expected));
}

std::string name_of(const testing::TestParamInfo<std::string>& mistake) { return mistake.param; }
INSTANTIATE_TEST_SUITE_P(Golden, Mistake, testing::ValuesIn(mistakes()), name_of);

}  // namespace
}  // namespace golive::scenario
