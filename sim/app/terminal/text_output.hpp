//! Long texts on their way out, piece by piece: to standard output, or to a file that is whole or not there.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include <golive/store/results_writer.hpp>

namespace golive::app {

/// What cannot be written is an Error{resource}, at once.
class TextOutput {
 public:
    virtual ~TextOutput() = default;
    virtual void write(std::string_view text) = 0;
};

class StandardOutput : public TextOutput {
 public:
    void write(std::string_view text) override;
};

/// A file that gets its name when finish() is called; before that nobody sees it, and a program that is ended
/// leaves nothing behind (on file systems without nameless files, a hidden temporary one).
class WholeFile : public TextOutput {
 public:
    /// Refuses a folder that is missing or cannot be written in, and a name that is taken
    /// (Error{usage} or Error{resource}).
    WholeFile(std::filesystem::path path, store::Overwrite overwrite);
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    ~WholeFile() override;

    void write(std::string_view text) override;
    void finish();

 private:
    [[noreturn]] void refuse(int code) const;
    void open();
    void give_name();

    std::filesystem::path path_;
    store::Overwrite overwrite_;
    std::filesystem::path temporary_;  ///< empty while the file has no name at all
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{nullptr, &std::fclose};
};

/// Throws Error{usage} where `path` is taken and may not be replaced.
void refuse_taken(const std::filesystem::path& path, store::Overwrite overwrite);

}  // namespace golive::app
