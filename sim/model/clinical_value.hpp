//! M20, value: what time, throughput and quality are worth, and whether the rollout pays.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <golive/base/enum_names.hpp>

namespace golive::model {

class ClinicianBurden;
class Ledger;
class Staffing;
class TechnologyUse;
class WorkflowIssues;

/// Benefits; those of disruption are negative.
enum class Benefit { time, throughput, quality };
inline constexpr EnumNames<Benefit, 3> benefit_names{
    {{Benefit::time, "time"}, {Benefit::throughput, "throughput"}, {Benefit::quality, "quality"}}};

/// Worth of an amount at a later time: amount * exp(-discount * time), the discount being continuous.
[[nodiscard]] double present_value(double amount, double discounted_time);

/// Minutes of documentation saved at the wage, as far as they become money; minutes that come on top cost.
[[nodiscard]] double worth_of_time(double realised, double minutes_on_top, double hourly_wage, double shifts);
/// Care done over that of the start, less 1, at the margin of a shift.
[[nodiscard]] constexpr double worth_of_throughput(double throughput, double shift_margin, double shifts) {
    return (throughput - 1.0) * shift_margin * shifts;
}
/// Of a week, of a yearly payment in proportion to quality.
[[nodiscard]] double worth_of_quality(double yearly_payment, double quality);
/// Minutes of a shift that are left for patients of those that were at the start.
[[nodiscard]] constexpr double bedside_minutes(double at_start, double lost) {
    return std::max(0.0, at_start - lost);
}
/// Patients' satisfaction after a week: bedside time against that of the start, remembered over eight weeks
/// (surveys look back on a quarter).
[[nodiscard]] double satisfaction_after(double before, double bedside);

/// Reckoned every week for the week before: minutes of documentation saved, as far as they become money;
/// throughput against that of the start, at its margin; a payment for quality, in proportion to the share of
/// occasions done with a technology that fits. Net present value discounts benefits less the rollout's cost
/// to the start.
class ClinicalValue {
 public:
    using World = WorldFor<ClinicalValue, const Ledger, const Staffing, const TechnologyUse,
                           const WorkflowIssues, const ClinicianBurden>;
    explicit ClinicalValue(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.value.has_value(); }
    void on(const WeekBegins& signal);

    static void declare(Figures<ClinicalValue>& figures);

 private:
    [[nodiscard]] double occasions(TechnologyId technology, UnitId unit) const;
    [[nodiscard]] double quality() const;
    using Benefits = std::array<double, benefit_names.size()>;
    [[nodiscard]] Benefits benefits_of_week();
    void discount(const Benefits& week);

    World world_;
    Numbers<Value> numbers_;
    Benefits benefits_{};
    double present_value_ = 0;
    double cost_counted_ = 0;
    double quality_ = 0;
    double satisfaction_ = 1;  // bedside time against that of the start, as patients remember it
    double lowest_satisfaction_ = 1;
    std::optional<double> paid_back_day_;
};

}  // namespace golive::model
