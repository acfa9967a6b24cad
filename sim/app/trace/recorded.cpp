//! Replications of a results file by number.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/recorded.hpp"

#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

/// "0, 5, 10 ... 100"
std::string listed(const std::vector<std::uint64_t>& numbers) {
    constexpr std::size_t most = 10;
    if (numbers.size() <= most) return fmt::format("{}", fmt::join(numbers, ", "));
    return fmt::format("{} ... {}", fmt::join(numbers.begin(), numbers.begin() + most - 1, ", "),
                       numbers.back());
}

std::string what_there_is(const store::ResultsFile& results) {
    const auto& numbers = results.replications();
    if (numbers.empty()) return "it has none";
    if (numbers.back() - numbers.front() + 1 == numbers.size())
        return fmt::format("it has {} to {}", numbers.front(), numbers.back());
    return fmt::format("it has {} between {} and {}", count_in_words(numbers.size()), numbers.front(),
                       numbers.back());
}

}  // namespace

const batch::Failure* failure_of(const store::ResultsFile& results, std::uint64_t replication) {
    const auto found = std::ranges::find(results.failures(), replication, &batch::Failure::replication);
    return found == results.failures().end() ? nullptr : &*found;
}

std::optional<std::size_t> row_of(const store::ResultsFile& results, std::uint64_t replication) {
    const auto& numbers = results.replications();
    const auto found = std::ranges::lower_bound(numbers, replication);
    if (found != numbers.end() && *found == replication)
        return static_cast<std::size_t>(found - numbers.begin());
    if (failure_of(results, replication) != nullptr) return std::nullopt;
    throw Error{ErrorKind::usage, fmt::format("`{}` has no replication {} ({})", results.path().string(),
                                              replication, what_there_is(results))};
}

std::uint64_t recorded_replication(const store::ResultsFile& results, std::optional<std::uint64_t> asked) {
    const auto traced = results.traced();
    if (asked) {
        if (std::ranges::binary_search(traced, *asked)) return *asked;
        if (!row_of(results, *asked)) {
            throw Error{
                ErrorKind::usage,
                fmt::format("replication {} failed and has no events ({}). `golive replay {} "
                            "--replication {}` tries it again",
                            *asked, failure_of(results, *asked)->message, results.path().string(), *asked)};
        }
    }
    if (!traced.empty() && !asked) return traced.front();
    const std::uint64_t wanted =
        asked.value_or(results.replications().empty() ? 0 : results.replications().front());
    const std::string why =
        traced.empty() ? "the run had no --trace" : fmt::format("recorded are {}", listed(traced));
    throw Error{
        ErrorKind::usage,
        fmt::format("`{}` has no events of {} ({}). See them with `golive replay {} --replication {}`",
                    results.path().string(),
                    asked ? fmt::format("replication {}", wanted) : "any replication", why,
                    results.path().string(), wanted)};
}

}  // namespace golive::app
