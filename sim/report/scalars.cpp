#include <vector>

#include <golive/report/scalars.hpp>

namespace golive::report {

void read_scalars(const store::ResultsFile& results, std::uint64_t count, study::Scalars& scalars) {
    std::vector<std::vector<double>> columns;
    for (std::size_t s = 0; s < results.catalogue().scalars.size(); ++s) columns.push_back(results.scalar(s));
    model::Result result;
    result.scalars.resize(columns.size());
    for (std::size_t row = 0; row < count; ++row) {
        result.replication = results.replications()[row];
        for (std::size_t s = 0; s < columns.size(); ++s) result.scalars[s] = columns[s].at(row);
        scalars.accept(result);
    }
}

}  // namespace golive::report
