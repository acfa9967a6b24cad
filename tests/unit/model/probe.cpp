#include "probe.hpp"

#include "model/mechanisms.hpp"

namespace golive::model::testing {

struct Probe::Inside {
    Hospital hospital;
};

Probe::Probe(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication)
    : inside_{new Inside{{blueprint, seed, replication, Tracing::off}}} {}

Probe::~Probe() = default;

Result Probe::run() { return inside_->hospital.run(); }

World& Probe::world() { return inside_->hospital.world(); }

template <class Mechanism>
Mechanism& Probe::the() {
    return inside_->hospital.template the<Mechanism>();
}

template ItAlignment& Probe::the();
template Ledger& Probe::the();
template Staffing& Probe::the();
template SuperuserNetwork& Probe::the();
template WorkflowIssues& Probe::the();

}  // namespace golive::model::testing
