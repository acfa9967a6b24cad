#include "model/clinical_value.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

/// Patients' surveys look back on a quarter.
constexpr double weeks_of_memory = 8;
constexpr double weeks_a_year = 365.25 / 7;

}  // namespace

ClinicalValue::ClinicalValue(World& world) : world_{world} {
    if (world.scenario.value) realised_ = world.scenario.value->realised.for_run(world.streams).value();
}

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
    Part part;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids()) {
            const double all = occasions(technology, unit);
            part.of += all;
            if (use.is_live(technology, unit))
                part.amount += all * use.use_share(technology, unit) *
                               world_.the<WorkflowIssues>().fit(technology, unit);
        }
    return part.of > 0 ? part.amount / part.of : 0.0;
}

void ClinicalValue::on(const WeekBegins& signal) {
    if (!world_.scenario.value || signal.week == 0) return;
    const Value& section = *world_.scenario.value;
    const ClinicianBurden& burden = world_.the<ClinicianBurden>();
    std::array<double, benefit_names.size()> week{};
    Part bedside;
    for (UnitId unit : world_.scenario.units.ids()) {
        const double shifts = burden.shifts(unit);
        const double wage = world_.the<Staffing>().mean_wage(unit).in_one_hour().in_units();
        week[static_cast<std::size_t>(Benefit::time)] -=
            realised_ * burden.documentation(unit) / 60.0 * wage * shifts;
        week[static_cast<std::size_t>(Benefit::throughput)] +=
            (burden.throughput(unit) - 1.0) * section.shift_margin.in_units() * shifts;
        const double at_start = burden.bedside_at_start(unit);
        bedside.amount += std::max(0.0, at_start - burden.lost_on_shift(unit)) * shifts;
        bedside.of += at_start * shifts;
    }
    quality_ = quality();
    week[static_cast<std::size_t>(Benefit::quality)] =
        section.quality_payment.in_units() / weeks_a_year * quality_;
    if (bedside.of > 0) satisfaction_ += (bedside.amount / bedside.of - satisfaction_) / weeks_of_memory;
    lowest_satisfaction_ = std::min(lowest_satisfaction_, satisfaction_);
    double net = 0;
    for (std::size_t b = 0; b < week.size(); ++b) {
        benefits_[b] += week[b];
        net += week[b];
    }
    const double cost = world_.the<Ledger>().total().in_units();
    net -= cost - cost_counted_;
    cost_counted_ = cost;
    present_value_ += net * std::exp(-section.discount.in(world_.now() - Time{}));
    if (present_value_ < 0)
        paid_back_day_.reset();
    else if (!paid_back_day_ && cost > 0)
        paid_back_day_ = world_.now().since_start().in_days();
}

void ClinicalValue::declare(Declarations& declare) {
    if (!declare.scenario.value) return;
    const std::string& currency = declare.scenario.header.currency;
    for (std::string_view name : benefit_names) {
        const std::string what = "worth of " + std::string{name} + " gained or lost";
        declare.series("benefit." + std::string{name}, currency, what + " so far", network_only);
        declare.scalar("benefit." + std::string{name}, currency, what, Reading::money);
    }
    declare.series("net_present_value", currency, "benefits less the rollout's cost so far, discounted",
                   network_only);
    declare.series("satisfaction", "1",
                   "patients' satisfaction: time at the bedside against that of the start", network_only);
    declare.series("quality", "1", "share of occasions done with a technology that fits", network_only);
    declare.scalar("net_present_value", currency, "benefits less the rollout's cost, discounted to the start",
                   Reading::money);
    declare.scalar("payback", "day", "from when on benefits have made up for the cost", Reading::date);
    declare.scalar("satisfaction_lowest", "1", "patients' satisfaction at its lowest", Reading::share);
    declare.scalar("quality_end", "1", "share of occasions done with a technology that fits, at the end",
                   Reading::share);
}

void ClinicalValue::sample(Recorder& record) const {
    if (!world_.scenario.value) return;
    for (std::size_t b = 0; b < benefits_.size(); ++b)
        record.network("benefit." + std::string{benefit_names[b]}, benefits_[b]);
    record.network("net_present_value", present_value_);
    record.network("satisfaction", satisfaction_);
    record.network("quality", quality_);
}

void ClinicalValue::finish(Recorder& record) const {
    if (!world_.scenario.value) return;
    for (std::size_t b = 0; b < benefits_.size(); ++b)
        record.scalar("benefit." + std::string{benefit_names[b]}, benefits_[b]);
    record.scalar("net_present_value", present_value_);
    if (paid_back_day_) record.scalar("payback", *paid_back_day_);
    record.scalar("satisfaction_lowest", lowest_satisfaction_);
    record.scalar("quality_end", quality_);
}

}  // namespace golive::model
