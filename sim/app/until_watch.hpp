//! Watches what --until asks for while replications come in.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/until.hpp"

#include <string>
#include <vector>

namespace golive::app {

/// Use from one thread.
class UntilWatch {
 public:
    UntilWatch(std::vector<Wish> wishes, Reader reader)
        : wishes_{std::move(wishes)}, precision_{targets_of(wishes_)}, reader_{std::move(reader)} {}

    [[nodiscard]] bool empty() const { return wishes_.empty(); }
    [[nodiscard]] const std::vector<Wish>& wishes() const { return wishes_; }
    /// What the next replication gives for a wish; NaN: it did not happen.
    void add(std::size_t wish, double value) { precision_.add(wish, value); }
    /// For batch::Request::enough.
    [[nodiscard]] bool enough(std::uint64_t done) { return precision_.decided(done); }

    /// For the progress line, of `done` replications.
    [[nodiscard]] const std::string& in_words(std::uint64_t done);
    [[nodiscard]] bool fulfilled() const { return all_reached(precision_.standings()); }
    /// "Precision: p80 of all_live ± 2.6 days, wanted ± 3 days", a line for each wish that is fulfilled.
    [[nodiscard]] std::string successes() const;
    /// Of those that are not, on standard error.
    void print_shortfalls() const;

 private:
    std::vector<Wish> wishes_;
    batch::Precision precision_;
    Reader reader_;
    std::uint64_t told_of_ = 0;
    std::string words_;
};

}  // namespace golive::app
