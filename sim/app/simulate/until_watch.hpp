//! Watches what --until asks for while replications come in.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/simulate/wish.hpp"
#include "app/terminal/progress.hpp"

#include <optional>
#include <string>
#include <vector>

namespace golive::app {

/// Use from one thread.
class UntilWatch {
 public:
    UntilWatch(std::vector<Wish> wishes, Wording wording)
        : wishes_{std::move(wishes)}, precision_{targets_of(wishes_)}, wording_{std::move(wording)} {}

    [[nodiscard]] bool empty() const { return wishes_.empty(); }
    [[nodiscard]] const std::vector<Wish>& wishes() const { return wishes_; }
    /// Collects what the wishes are of, in their order.
    [[nodiscard]] batch::Precision& precision() { return precision_; }
    /// What the next replication gives for a wish; NaN: it did not happen.
    void add(std::size_t wish, double value) { precision_.add(wish, value); }
    /// For batch::Request::enough.
    [[nodiscard]] bool enough(std::uint64_t done) { return precision_.decided(done); }

    /// For the progress line, of `done` replications.
    [[nodiscard]] const std::string& in_words(std::uint64_t done);
    /// Shows how far it is, with the total that is probably needed.
    void show(ProgressReport& report, batch::Progress progress);
    /// The checkpoint at which it will probably end, `most` at most.
    [[nodiscard]] std::uint64_t forecast(std::uint64_t done, std::uint64_t most);
    [[nodiscard]] bool fulfilled() const { return all_reached(precision_.standings()); }
    /// "Precision: p80 of all_live ± 2.6 days, wanted ± 3 days", a line for each wish that is fulfilled.
    [[nodiscard]] std::string successes() const;
    /// Of those that are not, on standard error.
    void print_shortfalls() const;

 private:
    void look(std::uint64_t done);

    std::vector<Wish> wishes_;
    batch::Precision precision_;
    Wording wording_;
    std::uint64_t seen_ = 0;  ///< replications at the last look
    std::string words_;
    std::optional<std::uint64_t> would_do_;  ///< nothing: nobody knows
};

}  // namespace golive::app
