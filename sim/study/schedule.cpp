#include "model/layout.hpp"
#include "report/plan_records.hpp"

#include <cmath>
#include <limits>

#include <golive/model/cause.hpp>
#include <golive/stats/quantile.hpp>
#include <golive/study/schedule.hpp>

namespace golive::report {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// [instance][replication]
struct Columns {
    explicit Columns(const store::ResultsFile& results)
        : start(results.catalogue().instances.size()), finish(start.size()), work(start.size()) {
        const std::size_t causes = results.catalogue().causes.size();
        const std::vector<std::size_t> wanted = work_and_delivery(results.catalogue().causes);
        each_plan(results, [&](std::size_t, const study::PlanRecord& record) {
            for (std::size_t i = 0; i < start.size(); ++i) {
                start[i].push_back(record.instances[i].started);
                finish[i].push_back(record.instances[i].finished);
                if (std::isnan(record.instances[i].finished)) continue;
                double days = 0;
                for (const std::size_t cause : wanted) days += record.cause_days[i * causes + cause];
                work[i].push_back(days);
            }
        });
    }
    std::vector<std::vector<double>> start, finish, work;

 private:
    /// Positions in a file, whose causes may be those of another version.
    static std::vector<std::size_t> work_and_delivery(const std::vector<std::string>& causes) {
        std::vector<std::size_t> found;
        for (std::size_t c = 0; c < causes.size(); ++c)
            for (const model::Cause cause : {model::Cause::work, model::Cause::delivery})
                if (causes[c] == model::cause_names[static_cast<std::size_t>(cause)]) found.push_back(c);
        return found;
    }
};

Spread spread_of(const stats::OrderedSample& sample) {
    return {sample.quantile(0.1), sample.quantile(0.5), sample.quantile(0.9)};
}

/// Predecessors may stand anywhere in the plan: steps are settled as soon as theirs are.
void settle_unhindered(const model::Blueprint& blueprint, std::vector<StepSchedule>& steps) {
    const auto& plan = blueprint.layout().plan();
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

std::vector<StepSchedule> schedule_of(const store::ResultsFile& results, const model::Blueprint* blueprint) {
    const Columns columns{results};
    std::vector<StepSchedule> steps;
    for (std::size_t i = 0; i < columns.start.size(); ++i) {
        const stats::OrderedSample start{columns.start[i]};
        const stats::OrderedSample finish{columns.finish[i]};
        const stats::OrderedSample work{columns.work[i]};
        steps.push_back(
            {.start = spread_of(start),
             .finish = spread_of(finish),
             .happened = static_cast<double>(work.size()) / std::max(1.0, static_cast<double>(finish.size())),
             .unhindered_days = work.size() > 0 ? work.quantile(0.5) : missing,
             .unhindered_start = missing,
             .unhindered_finish = missing});
    }
    if (blueprint != nullptr) settle_unhindered(*blueprint, steps);
    return steps;
}

}  // namespace golive::report
