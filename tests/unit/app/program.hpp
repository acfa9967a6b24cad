//! The golive program as a user meets it: words in, status and text out, in a folder of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <sys/wait.h>

namespace golive::app {

struct Ran {
    int status;
    std::string out;
    std::string err;
};

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// Each test works in an empty folder, which goes away with it.
class ProgramTest : public testing::Test {
 public:
    ProgramTest() {
        std::string name = (std::filesystem::temp_directory_path() / "golive-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~ProgramTest() override { std::filesystem::remove_all(folder_); }

 protected:
    static constexpr const char* clinic = GOLIVE_SOURCE_DIR "/scenarios/one-clinic.toml";

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream{folder_ / name, std::ios::binary} << text;
        return folder_ / name;
    }
    /// `golive WORDS`, the words as a shell reads them, run in the folder.
    [[nodiscard]] Ran golive(const std::string& words) const {
        return shell(std::string{GOLIVE_PROGRAM} + " " + words);
    }
    [[nodiscard]] Ran shell(const std::string& command) const {
        const auto out = folder_ / ".out";
        const auto err = folder_ / ".err";
        const std::string line = "cd '" + folder_.string() + "' && { " + command + "\n} >" + out.string() +
                                 " 2>" + err.string() + " </dev/null";
        const int status = std::system(line.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
    }
    /// What a user sees in the folder, and what is hidden there, but for the test's own files.
    [[nodiscard]] std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
            const auto name = entry.path().filename();
            count += name != ".out" && name != ".err" ? 1 : 0;
        }
        return count;
    }

 private:
    std::filesystem::path folder_;
};

}  // namespace golive::app
