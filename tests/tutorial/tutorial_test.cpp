//! The commands of docs/tutorial.md, typed as a reader would: what the page shows is what comes out.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>
#include <string>

namespace golive {
namespace {

namespace fs = std::filesystem;

constexpr const char* page = GOLIVE_SOURCE_DIR "/docs/tutorial.md";
constexpr std::string_view opening = "```console";
constexpr std::string_view closing = "```";

/// An empty folder with the scenarios in it and golive on the path.
class Reader {
 public:
    Reader() {
        std::string name = (fs::temp_directory_path() / "golive-tutorial-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        fs::create_directory_symlink(GOLIVE_SOURCE_DIR "/scenarios", folder_ / "scenarios");
    }
    ~Reader() { fs::remove_all(folder_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// What the command prints on standard output.
    [[nodiscard]] std::string type(const std::string& command) const {
        const std::string path = fs::path{GOLIVE_PROGRAM}.parent_path().string();
        const std::string line = "cd '" + folder_.string() + "' && PATH='" + path + "':\"$PATH\" && {\n" +
                                 command + "\n} 2>.messages </dev/null";
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{::popen(line.c_str(), "r"), &::pclose};
        std::string out;
        std::array<char, 4096> block{};
        while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe.get()))
            out.append(block.data(), n);
        return out;
    }

 private:
    fs::path folder_;
};

/// The page with the output of every command as it is now. In a console block a line that begins with "$ " is
/// a command, lines that begin with "> " continue it, and what follows is its output.
std::string retyped(const std::string& text, const Reader& reader) {
    std::istringstream lines{text};
    std::ostringstream result;
    std::string command;
    bool in_console = false;
    const auto run = [&] {
        if (!command.empty()) result << reader.type(command);
        command.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        const bool continues = in_console && line.starts_with("> ");
        if (in_console && (line.starts_with("$ ") || line == closing)) run();
        if (in_console && line.starts_with("$ ")) command = line.substr(2);
        if (continues) command += "\n" + line.substr(2);
        if (!in_console || line == closing || line.starts_with("$ ") || continues) result << line << "\n";
        if (in_console && line == closing)
            in_console = false;
        else if (line == opening)
            in_console = true;
    }
    return result.str();
}

/// How long it took and how large it is: what differs from one machine or build to another.
std::string without_times(const std::string& text) {
    static const std::regex time{R"(in \d+(\.\d+)? (s|min)( \d+ s)?,)"};
    static const std::regex size{R"(\(\d+\.\d MB\))"};
    return std::regex_replace(std::regex_replace(text, time, "in T,"), size, "(S MB)");
}

TEST(Tutorial, ShowsWhatItsCommandsPrint) {
    std::ifstream file{page};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    ASSERT_NE(text.find(opening), std::string::npos);
    const std::string now = retyped(text, Reader{});
    if (std::getenv("GOLIVE_UPDATE_DOCS") != nullptr) {
        if (without_times(now) != without_times(text)) std::ofstream{page} << now;
        return;
    }
    EXPECT_EQ(without_times(now), without_times(text)) << "docs/tutorial.md is not what golive prints now";
}

}  // namespace
}  // namespace golive
