//! The texts that a scenario is read from, and places in them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>

namespace golive::scenario {

/// One text: a TOML or CSV file, or the words after --set.
struct Source {
    enum class Kind { file, override_text, built_in };
    std::string name;
    std::string text;
    Kind kind = Kind::file;

    /// Line `number`, counted from 1, fit to show: empty where there is none or it is very long.
    [[nodiscard]] std::string line(int number) const;
};

/// Points into a Source; without one, into nothing.
struct Place {
    const Source* source = nullptr;
    int line = 0;
    int column = 0;  ///< in characters, from 1
    int length = 0;
};

/// Owns the sources of one load; their addresses stay.
class Sources {
 public:
    const Source& add(std::string name, std::string text, Source::Kind kind = Source::Kind::file) {
        return sources_.emplace_back(Source{std::move(name), std::move(text), kind});
    }
    /// Where sources stand among each other: the main file first, then in order of reading.
    [[nodiscard]] std::size_t rank(const Source* source) const {
        for (std::size_t i = 0; i < sources_.size(); ++i)
            if (&sources_[i] == source) return i;
        return sources_.size();
    }

 private:
    std::deque<Source> sources_;
};

/// The number of characters (not bytes) in UTF-8 text.
[[nodiscard]] int characters(std::string_view utf8);
/// Where the bytes stop being UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view bytes);

}  // namespace golive::scenario
