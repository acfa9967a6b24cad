#include <algorithm>
#include <span>

#include <golive/report/study_input.hpp>

namespace golive::report {
namespace {

/// Calls `visit(rows)` for blocks of replications that are read at once: files need not fit in memory.
template <class Visit>
void each_block(const store::ResultsFile& results, Visit visit) {
    constexpr std::size_t block_rows = 256;
    for (std::size_t first = 0; first < results.replications().size(); first += block_rows)
        visit(store::Rows{first, std::min(block_rows, results.replications().size() - first)});
}

/// Calls `visit(plan)` for every replication in the order of the file.
template <class Visit>
void each_plan(const store::ResultsFile& results, Visit visit) {
    const std::size_t instances = results.catalogue().instances.size();
    const std::size_t causes = instances * results.catalogue().causes.size();
    each_block(results, [&](store::Rows rows) {
        const store::InstanceRows plan = results.instances(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            visit(study::PlanRecord{std::span{plan.records}.subspan(row * instances, instances),
                                    std::span{plan.cause_days}.subspan(row * causes, causes)});
    });
}

}  // namespace

void read_scalars(const store::ResultsFile& results, std::uint64_t count, study::Scalars& scalars) {
    std::vector<std::vector<double>> columns;
    for (std::size_t s = 0; s < results.catalogue().scalars.size(); ++s) columns.push_back(results.scalar(s));
    std::vector<double> values(columns.size());
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t s = 0; s < columns.size(); ++s) values[s] = columns[s].at(row);
        scalars.add(results.replications()[row], values);
    }
}

study::Explanation read_explanation(const store::ResultsFile& results) {
    const model::Catalogue& catalogue = results.catalogue();
    study::Explanation explanation{catalogue,
                                   study::blueprint_for(results.provenance().resolved_text, catalogue)};
    each_plan(results, [&](const study::PlanRecord& plan) { explanation.add(plan); });
    if (catalogue.reasons.empty()) return explanation;
    const std::size_t width = catalogue.posts.size() * catalogue.reasons.size();
    each_block(results, [&](store::Rows rows) {
        const std::vector<float> gave_up = results.gave_up(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            explanation.add_giving_up(std::span{gave_up}.subspan(row * width, width));
    });
    return explanation;
}

std::vector<study::StepSchedule> read_schedule(const store::ResultsFile& results,
                                               const model::Blueprint* blueprint) {
    study::ScheduleTally schedule{results.catalogue()};
    each_plan(results, [&](const study::PlanRecord& plan) { schedule.add(plan); });
    return schedule.steps(blueprint);
}

}  // namespace golive::report
