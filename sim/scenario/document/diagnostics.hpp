//! Collects what is wrong, so that all of it is told at once and in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/source.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <golive/scenario/diagnostic.hpp>

namespace golive::scenario {

class Diagnostics {
 public:
    void error(const Place& place, std::string message, std::string hint = "") {
        add(Severity::error, place, std::move(message), std::move(hint));
    }
    void warning(const Place& place, std::string message, std::string hint = "") {
        add(Severity::warning, place, std::move(message), std::move(hint));
    }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] int errors() const { return errors_; }
    /// In the order of the places; one message a place and severity (what follows from it is noise), at
    /// most a hundred.
    [[nodiscard]] std::vector<Diagnostic> in_order(const Sources& sources) const;

 private:
    struct Item {
        Severity severity;
        Place place;
        std::string message;
        std::string hint;
    };
    void add(Severity severity, const Place& place, std::string message, std::string hint);
    std::vector<Item> items_;
    int errors_ = 0;
};

/// "did you mean `x`?", or the candidates where none is close and they are few, or nothing.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);
/// "`a`, `b` or `c`"
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

}  // namespace golive::scenario
