//! Where the numbers of a replication go: weekly series by scope, and one scalar at the end.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout.hpp"
#include "model/ratio.hpp"

#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/model/result.hpp>

namespace golive::model {

class Recorder {
 public:
    Recorder(const Scenario& scenario, const Layout& layout, const Catalogue& catalogue, Result& result);

    static constexpr double missing = Ratio::missing;

    /// Series are sampled at the end of every week; `week` counts from 0.
    void begin_week(std::size_t week) { week_ = week; }
    void network(std::size_t series, double value) { put(series, ScopeKind::network, 0, value); }
    /// Sums `ratio(unit)` over each member of each scope that the series is kept for, and records amount /
    /// of; a member with nothing to divide by records NaN.
    template <class RatioOfUnit>
    void ratio(std::size_t series, RatioOfUnit ratio) {
        each_scope(series, ratio, [](const Ratio& sum) { return sum.value(); });
    }
    /// The same with plain sums of `amount(unit)`.
    template <class AmountOfUnit>
    void total(std::size_t series, AmountOfUnit amount) {
        each_scope(
            series, [&](UnitId unit) { return Ratio{amount(unit), 0}; },
            [](const Ratio& sum) { return sum.amount; });
    }
    void scalar(std::size_t scalar, double value) { result_.scalars[scalar] = value; }

 private:
    template <class RatioOfUnit, class Reduce>
    void each_scope(std::size_t series, RatioOfUnit ratio, Reduce reduce) {
        for (auto& group : sums_) group.assign(group.size(), Ratio{});
        for (UnitId unit : scenario_.units.ids()) {
            const Ratio one = ratio(unit);
            sum(ScopeKind::network, 0) += one;
            sum(ScopeKind::site, scenario_.units[unit].site.index()) += one;
            if (layout_.wave_of(unit)) sum(ScopeKind::wave, layout_.wave_of(unit).index()) += one;
            sum(ScopeKind::unit, unit.index()) += one;
        }
        for (ScopeKind scope : scope_kinds)
            for (std::size_t m = 0; m < sums_[static_cast<std::size_t>(scope)].size(); ++m)
                put(series, scope, m, reduce(sum(scope, m)));
    }
    Ratio& sum(ScopeKind scope, std::size_t member) { return sums_[static_cast<std::size_t>(scope)][member]; }
    void put(std::size_t series, ScopeKind scope, std::size_t member, double value);

    const Scenario& scenario_;
    const Layout& layout_;
    const Catalogue& catalogue_;
    Result& result_;
    std::size_t week_ = 0;
    std::vector<std::array<std::size_t, 4>> offsets_;  // of each series' block for each scope kind
    std::array<std::vector<Ratio>, 4> sums_;
};

}  // namespace golive::model
