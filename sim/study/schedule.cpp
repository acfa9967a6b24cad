#include <algorithm>
#include <cmath>
#include <limits>

#include <golive/model/cause.hpp>
#include <golive/stats/quantile.hpp>
#include <golive/study/schedule.hpp>

namespace golive::study {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// By their names, as the causes of a file may be those of another version.
std::vector<std::size_t> work_and_delivery(const std::vector<std::string>& causes) {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < causes.size(); ++c)
        for (const model::Cause cause : {model::Cause::work, model::Cause::delivery})
            if (causes[c] == model::cause_names[cause]) found.push_back(c);
    return found;
}

Spread spread_of(const stats::OrderedSample& sample) {
    return {sample.quantile(0.1), sample.quantile(0.5), sample.quantile(0.9)};
}

/// Predecessors may stand anywhere in the plan: steps are settled as soon as theirs are.
void settle_unhindered(const model::Blueprint& blueprint, std::vector<StepSchedule>& steps) {
    const auto& plan = blueprint.plan();
    std::vector<bool> settled(steps.size());
    for (bool again = true; again;) {
        again = false;
        for (const model::InstanceId id : plan.ids()) {
            StepSchedule& step = steps[id.index()];
            if (settled[id.index()]) continue;
            double start = plan[id].earliest ? plan[id].earliest->since_start().in_days() : 0.0;
            bool ready = true;
            for (const model::InstanceId earlier : plan[id].after) {
                ready = ready && settled[earlier.index()];
                const double finish = steps[earlier.index()].unhindered_finish;
                start = std::isnan(finish) ? missing : std::max(start, finish);
            }
            if (!ready) continue;
            step.unhindered_start = start;
            step.unhindered_finish = start + step.unhindered_days;
            again = settled[id.index()] = true;
        }
    }
}

}  // namespace

ScheduleTally::ScheduleTally(const model::Catalogue& catalogue)
    : unhindered_{work_and_delivery(catalogue.causes)},
      causes_{catalogue.causes.size()},
      start_(catalogue.instances.size()),
      finish_(start_.size()),
      days_(start_.size()) {}

void ScheduleTally::add(const PlanRecord& plan) {
    for (std::size_t i = 0; i < start_.size(); ++i) {
        start_[i].push_back(plan.instances[i].started);
        finish_[i].push_back(plan.instances[i].finished);
        if (std::isnan(plan.instances[i].finished)) continue;
        double days = 0;
        for (const std::size_t cause : unhindered_) days += plan.cause_days[i * causes_ + cause];
        days_[i].push_back(days);
    }
}

std::vector<StepSchedule> ScheduleTally::steps(const model::Blueprint* blueprint) const {
    std::vector<StepSchedule> steps;
    for (std::size_t i = 0; i < start_.size(); ++i) {
        const stats::OrderedSample start{start_[i]};
        const stats::OrderedSample finish{finish_[i]};
        const stats::OrderedSample days{days_[i]};
        steps.push_back(
            {.start = spread_of(start),
             .finish = spread_of(finish),
             .happened = static_cast<double>(days.size()) / std::max(1.0, static_cast<double>(finish.size())),
             .unhindered_days = days.size() > 0 ? days.quantile(0.5) : missing,
             .unhindered_start = missing,
             .unhindered_finish = missing});
    }
    if (blueprint != nullptr) settle_unhindered(*blueprint, steps);
    return steps;
}

}  // namespace golive::study
