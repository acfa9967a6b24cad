//! Whether a replication that was simulated again is the one in the file, and what to say of it.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/replay_check.hpp"

#include "app/trace/recorded.hpp"

#include <fmt/format.h>

#include <golive/base/version.hpp>
#include <golive/store/compare.hpp>

namespace golive::app {
namespace {

std::string who_made_it(const store::ResultsFile& file) {
    const store::Provenance& from = file.provenance();
    const BuildInfo& build = build_info();
    return fmt::format(
        "The file was made by golive {} (commit {}, {}); this is golive {} (commit {}, {}). Another version, "
        "compiler or processor gives other bits",
        from.version, from.commit, from.compiler, build.version, build.commit, build.compiler);
}

std::string of_failure(const store::ResultsFile& file, std::uint64_t replication, const std::string& why) {
    const batch::Failure* const before = failure_of(file, replication);
    const std::string again = before == nullptr ? "fails here, and did not fail in the file"
                              : before->message == why
                                  ? "fails again, as in the file"
                                  : fmt::format("fails again, but not as in the file ({})", before->message);
    return fmt::format("replication {} {} (seed {}): {}", replication, again, file.provenance().seed, why);
}

}  // namespace

Agreement agreement_of(const store::ResultsFile& file, const model::Catalogue& catalogue,
                       std::uint64_t replication, const Replayed& replayed) {
    if (const auto* const why = std::get_if<std::string>(&replayed))
        return {false, of_failure(file, replication, *why)};
    const auto row = row_of(file, replication);
    const auto difference =
        row ? store::first_difference(std::get<model::Result>(replayed), catalogue, file, *row)
            : fmt::format("it failed in the file ({}) and does not fail here",
                          failure_of(file, replication)->message);
    if (!difference)
        return {true, fmt::format("Replication {}: the same as in the file, bit for bit.", replication)};
    return {false, fmt::format("replication {} is not the same as in the file: {}. {}", replication,
                               *difference, who_made_it(file))};
}

}  // namespace golive::app
