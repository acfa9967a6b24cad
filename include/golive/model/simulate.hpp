//! simulate(blueprint, seed, replication): the pure function that everything above schedules.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include <golive/model/catalogue.hpp>
#include <golive/model/instance.hpp>
#include <golive/model/result.hpp>

namespace golive::scenario {
struct Scenario;
}

namespace golive::model {

class Layout;
class FigureBook;

/// A scenario made ready to simulate: what all replications share (the instantiated plan, calendars, keys of
/// people, the catalogue). Immutable, cheap to copy; may be used from any number of threads at once.
class Blueprint {
 public:
    explicit Blueprint(std::shared_ptr<const scenario::Scenario> scenario);
    [[nodiscard]] const scenario::Scenario& scenario() const { return *scenario_; }
    [[nodiscard]] const Catalogue& catalogue() const;
    /// By Catalogue::instances.
    [[nodiscard]] const IdVector<InstanceId, Instance>& plan() const;
    [[nodiscard]] const Layout& layout() const { return *layout_; }
    [[nodiscard]] const FigureBook& figures() const { return *figures_; }

 private:
    std::shared_ptr<const scenario::Scenario> scenario_;
    std::shared_ptr<const Layout> layout_;
    std::shared_ptr<const FigureBook> figures_;
};

enum class Tracing { off, on };

/// One replication from the scenario's start to its horizon. The same arguments give the same bits, on any
/// thread of any process. Throws Error{model} where an invariant breaks.
[[nodiscard]] Result simulate(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication,
                              Tracing tracing = Tracing::off);

}  // namespace golive::model
