//! The realised critical path: from a go-live back over whatever each step had waited for, to the start.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/model/result.hpp>

namespace golive::study {

/// How the plan of one replication went.
struct PlanRecord {
    std::span<const model::InstanceRecord> instances;  ///< by Catalogue::instances
    std::span<const double> cause_days;                ///< [instance][cause]
};

/// Time that passed on the path in one step for one cause.
struct PathSegment {
    std::size_t instance;
    std::size_t cause;
    double days;
};

/// What passed from the start to the end of instance `end`, earliest step first: the days add up to the day
/// on which it was finished. Empty where it never was.
[[nodiscard]] std::vector<PathSegment> critical_path(const PlanRecord& record, std::size_t end);

/// What instance `end`, never finished, waits for in the end: the first step back along unfinished
/// predecessors that was ready, and of the causes that may still hold it the one that took most of its days.
/// `after[i]` are the predecessors of instance i.
[[nodiscard]] PathSegment held_up_by(const PlanRecord& record, std::size_t end,
                                     const std::vector<std::vector<std::size_t>>& after);

/// The paths to one go-live, added up over the replications in which it happened.
class PathTally {
 public:
    void add(const std::vector<PathSegment>& path);
    [[nodiscard]] std::uint64_t futures() const { return futures_; }
    /// Mean days from the start to the go-live.
    [[nodiscard]] double elapsed() const;
    /// Mean days of a cause in a step; adding up to elapsed().
    struct Share {
        std::size_t instance;
        std::size_t cause;
        double days;
    };
    [[nodiscard]] std::vector<Share> shares() const;
    /// Mean days by cause.
    [[nodiscard]] std::vector<double> by_cause(std::size_t causes) const;

    /// A line of the plan on the path: in what share of the replications some instance of it was (the
    /// criticality index of schedule-risk analysis, Van Slyke 1963), and its mean days there.
    struct Criticality {
        std::string activity;
        double index;
        double days;
    };
    /// The most critical first.
    [[nodiscard]] std::vector<Criticality> by_activity(const model::Catalogue& catalogue) const;

 private:
    std::uint64_t futures_ = 0;
    std::map<std::pair<std::size_t, std::size_t>, double> days_;  // by instance and cause
    std::map<std::vector<std::size_t>, std::uint64_t> routes_;    // instances on the path, how often
};

/// The paths to every go-live of a plan, and to whichever was the last.
class DelayAttribution {
 public:
    explicit DelayAttribution(const model::Catalogue& catalogue);
    void add(const PlanRecord& record);

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const std::vector<std::size_t>& go_lives() const { return go_lives_; }  ///< instances
    [[nodiscard]] const PathTally& of(std::size_t go_live) const { return tallies_[go_live]; }
    /// Only replications in which everything went live count.
    [[nodiscard]] const PathTally& last() const { return tallies_.back(); }
    [[nodiscard]] std::uint64_t replications() const { return replications_; }

 private:
    const model::Catalogue& catalogue_;
    std::vector<std::size_t> go_lives_;
    std::vector<PathTally> tallies_;  // by go-live, and of the last
    std::uint64_t replications_ = 0;
};

}  // namespace golive::study
