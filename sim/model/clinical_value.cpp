#include "model/clinical_value.hpp"

#include "model/clinician_burden.hpp"
#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr double weeks_of_memory = 8;
constexpr double weeks_a_year = 365.25 / 7;

}  // namespace

double present_value(double amount, double discounted_time) { return amount * std::exp(-discounted_time); }

double worth_of_time(double realised, double minutes_on_top, double hourly_wage, double shifts) {
    return -(realised * minutes_on_top / 60.0 * hourly_wage * shifts);
}

double worth_of_quality(double yearly_payment, double quality) {
    return yearly_payment / weeks_a_year * quality;
}

double satisfaction_after(double before, double bedside) {
    return before + (bedside - before) / weeks_of_memory;
}

ClinicalValue::ClinicalValue(World world) : world_{world}, numbers_{world.numbers(world.scenario.value)} {}

/// Occasions of a unit's full roster in a week that the technology is for.
double ClinicalValue::occasions(TechnologyId technology, UnitId unit) const {
    double sum = 0;
    for (RoleId id : world_.scenario.roles.ids()) {
        const Role& role = world_.scenario.roles[id];
        for (const Purpose& purpose : world_.scenario.technologies[technology].purposes)
            sum += world_.scenario.units[unit].posts[id] * role.shifts_per_week *
                   role.opportunities[purpose.workflow];
    }
    return sum;
}

/// Share of occasions done with a technology that fits, over all units, live or not.
double ClinicalValue::quality() const {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    Ratio share;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids()) {
            const double all = occasions(technology, unit);
            share.of += all;
            if (use.is_live(technology, unit))
                share.amount += all * use.use_share(technology, unit) *
                                world_.the<WorkflowIssues>().fit(technology, unit);
        }
    return share.of > 0 ? share.value() : 0.0;
}

void ClinicalValue::on(const WeekBegins& signal) {
    if (signal.week > 0) discount(benefits_of_week());
}

ClinicalValue::Benefits ClinicalValue::benefits_of_week() {
    const ClinicianBurden& burden = world_.the<ClinicianBurden>();
    Benefits week{};
    Ratio bedside;
    for (UnitId unit : world_.scenario.units.ids()) {
        const double shifts = burden.shifts(unit);
        const double wage = world_.the<Staffing>().mean_wage(unit).in_one_hour().in_units();
        week[static_cast<std::size_t>(Benefit::time)] +=
            worth_of_time(numbers_.realised.value(), burden.documentation(unit), wage, shifts);
        week[static_cast<std::size_t>(Benefit::throughput)] +=
            worth_of_throughput(burden.throughput(unit), numbers_.shift_margin.in_units(), shifts);
        const double at_start = burden.bedside_at_start(unit);
        bedside += Ratio{bedside_minutes(at_start, burden.lost_on_shift(unit)) * shifts, at_start * shifts};
    }
    quality_ = quality();
    week[static_cast<std::size_t>(Benefit::quality)] =
        worth_of_quality(numbers_.quality_payment.in_units(), quality_);
    if (bedside.of > 0) satisfaction_ = satisfaction_after(satisfaction_, bedside.value());
    lowest_satisfaction_ = std::min(lowest_satisfaction_, satisfaction_);
    return week;
}

void ClinicalValue::discount(const Benefits& week) {
    double net = 0;
    for (std::size_t b = 0; b < week.size(); ++b) {
        benefits_[b] += week[b];
        net += week[b];
    }
    const double cost = world_.the<Ledger>().total().in_units();
    net -= cost - cost_counted_;
    cost_counted_ = cost;
    present_value_ += present_value(net, numbers_.discount.in(world_.now() - Time{}));
    if (present_value_ < 0)
        paid_back_day_.reset();
    else if (!paid_back_day_ && cost > 0)
        paid_back_day_ = world_.now().since_start().in_days();
}

void ClinicalValue::declare(Figures<ClinicalValue>& figures) {
    figures.about(Subject::value);
    for (const auto& [benefit, benefit_name] : benefit_names) {
        const std::string name{benefit_name};
        const auto b = static_cast<std::size_t>(benefit);
        figures.so_far_and_at_end({{"benefit", name}, Reading::money, "worth of " + name + " gained or lost"},
                                  [b](const ClinicalValue& value) { return value.benefits_[b]; });
    }
    const auto net = [](const ClinicalValue& value) { return value.present_value_; };
    const auto quality = [](const ClinicalValue& value) { return value.quality_; };
    figures.weekly(
        {"net_present_value", Reading::money, "benefits less the rollout's cost so far, discounted"}, net);
    figures.weekly({"satisfaction", Reading::share,
                    "patients' satisfaction: time at the bedside against that of the start"},
                   [](const ClinicalValue& value) { return value.satisfaction_; });
    figures.weekly({"quality", Reading::share, "share of occasions done with a technology that fits"},
                   quality);
    figures.at_end(
        {"net_present_value", Reading::money, "benefits less the rollout's cost, discounted to the start"},
        net);
    figures.at_end(
        {"payback", Reading::date, "from when on benefits have made up for the cost"},
        [](const ClinicalValue& value) { return value.paid_back_day_.value_or(Recorder::missing); });
    figures.at_end({"satisfaction_lowest", Reading::share, "patients' satisfaction at its lowest"},
                   [](const ClinicalValue& value) { return value.lowest_satisfaction_; });
    figures.at_end(
        {"quality_end", Reading::share, "share of occasions done with a technology that fits, at the end"},
        quality);
}

}  // namespace golive::model
