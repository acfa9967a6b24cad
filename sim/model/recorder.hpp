//! Where mechanisms put their numbers: weekly series by scope, and one scalar at the end.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout.hpp"

#include <string_view>
#include <vector>

#include <golive/model/result.hpp>

namespace golive::model {

/// A numerator and a denominator: ratios of a group are ratios of sums, never means of ratios.
struct Part {
    double amount = 0;
    double of = 0;
};

class Recorder {
 public:
    Recorder(const Scenario& scenario, const Layout& layout, Result& result);

    /// Series are sampled at the end of every week; `week` counts from 0.
    void begin_week(std::size_t week) { week_ = week; }
    void network(std::string_view series, double value);
    /// Sums `part(unit)` over each member of each scope that the series is kept for, and records amount / of;
    /// a member with nothing to divide by records NaN.
    template <class PartOfUnit>
    void ratio(std::string_view series, PartOfUnit part) {
        each_scope(series, part, [](const Part& sum) { return sum.of > 0 ? sum.amount / sum.of : missing; });
    }
    /// The same with plain sums of `amount(unit)`.
    template <class AmountOfUnit>
    void total(std::string_view series, AmountOfUnit amount) {
        each_scope(
            series, [&](UnitId unit) { return Part{static_cast<double>(amount(unit)), 0}; },
            [](const Part& sum) { return sum.amount; });
    }
    void scalar(std::string_view name, double value);

    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

 private:
    template <class PartOfUnit, class Reduce>
    void each_scope(std::string_view series, PartOfUnit part, Reduce reduce) {
        for (auto& group : sums_) group.assign(group.size(), Part{});
        for (UnitId unit : scenario_.units.ids()) {
            const Part one = part(unit);
            add(ScopeKind::network, 0, one);
            add(ScopeKind::site, scenario_.units[unit].site.index(), one);
            if (layout_.wave_of(unit)) add(ScopeKind::wave, layout_.wave_of(unit).index(), one);
            add(ScopeKind::unit, unit.index(), one);
        }
        const std::size_t index = series_index(series);
        for (ScopeKind scope : scope_kinds)
            for (std::size_t m = 0; m < sums_[static_cast<std::size_t>(scope)].size(); ++m)
                put(index, scope, m, reduce(sums_[static_cast<std::size_t>(scope)][m]));
    }
    void add(ScopeKind scope, std::size_t member, const Part& part) {
        Part& sum = sums_[static_cast<std::size_t>(scope)][member];
        sum.amount += part.amount;
        sum.of += part.of;
    }
    void put(std::size_t series, ScopeKind scope, std::size_t member, double value);
    [[nodiscard]] std::size_t series_index(std::string_view name) const;

    const Scenario& scenario_;
    const Layout& layout_;
    Result& result_;
    std::size_t week_ = 0;
    std::vector<std::array<std::size_t, 4>> offsets_;  // of each series' block for each scope kind
    std::array<std::vector<Part>, 4> sums_;
};

}  // namespace golive::model
