//! Numbers of replications as users write them.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/replication_set.hpp"

#include "app/program/arguments.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/base/error.hpp>

namespace golive::app {

ReplicationSet::ReplicationSet(std::string_view text) {
    const auto refuse = [&] {
        throw Error{ErrorKind::usage,
                    fmt::format("`{}` is not a list of replications. Write, say, 0,5,10-12", text)};
    };
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string_view part = text.substr(at, comma - at);
        const std::size_t dash = part.find('-');
        const auto first = whole_number(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : whole_number(part.substr(dash + 1));
        if (!first || !last || *last < *first) refuse();
        ranges_.emplace_back(*first, *last);
        at = comma + 1;
    }
}

bool ReplicationSet::contains(std::uint64_t replication) const {
    return std::ranges::any_of(ranges_, [&](const auto& range) {
        return range.first <= replication && replication <= range.second;
    });
}

std::uint64_t ReplicationSet::greatest() const {
    std::uint64_t greatest = 0;
    for (const auto& range : ranges_) greatest = std::max(greatest, range.second);
    return greatest;
}

}  // namespace golive::app
