#include "model/mechanisms.hpp"

#include <memory>

#include <golive/model/simulate.hpp>

namespace golive::model {

template class HospitalOf<Mechanisms>;

Blueprint::Blueprint(std::shared_ptr<const scenario::Scenario> scenario)
    : scenario_{std::move(scenario)},
      layout_{std::make_shared<const Layout>(*scenario_)},
      figures_{std::make_shared<const FigureBook>(Hospital::figures_of<Listing>(*scenario_, *layout_))} {}

const Catalogue& Blueprint::catalogue() const { return figures_->catalogue(); }
const IdVector<InstanceId, Instance>& Blueprint::plan() const { return layout_->plan(); }

Result simulate(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing) {
    const auto hospital = std::make_unique<Hospital>(blueprint, seed, replication, tracing);
    return hospital->run();
}

}  // namespace golive::model
