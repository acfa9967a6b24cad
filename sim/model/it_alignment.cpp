#include "model/it_alignment.hpp"

#include "model/embedded_clinicians.hpp"
#include "model/figures.hpp"
#include "model/superuser_network.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {

double weekly_share_of_way(double half_life_weeks) {
    return 1.0 - std::exp2(-1.0 / std::max(0.01, half_life_weeks));
}

double perceived_value(double rho, double z, double noise) {
    return rho * z + std::sqrt(1.0 - rho * rho) * noise;
}

ItAlignment::ItAlignment(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.alignment)},
      step_{weekly_share_of_way(numbers_.half_life.in_weeks())},
      rho_{present(world.scenario) ? numbers_.alone : 1.0} {}

/// What is there from the start has long been at work.
void ItAlignment::start() { rho_ = sustained(); }

void ItAlignment::on(const WeekBegins&) { rho_ += (sustained() - rho_) * step_; }

double ItAlignment::sustained() const {
    const Scenario& scenario = world_.scenario;
    double missing = 1.0 - numbers_.alone;
    const auto source = [&](bool at_work, Share closes) {
        if (at_work) missing = still_missing(missing, closes.value());
    };
    source(world_.the<EmbeddedClinicians>().at_work(), numbers_.embedded);
    source(world_.the<SuperuserNetwork>().any(), numbers_.superusers);
    source(scenario.backlog && scenario.backlog->mode == BacklogMode::product, numbers_.product_manager);
    source(scenario.measuring && scenario.measuring->what == Measured::adoption, numbers_.measuring);
    return 1.0 - missing;
}

double ItAlignment::perceived(double z, random::Draw purpose, random::EntityKey who,
                              std::uint64_t index) const {
    if (rho_ >= 1.0) return z;
    auto engine = world_.streams.variate(purpose, who, index);
    return perceived_value(rho_, z, random::standard_normal(engine));
}

void ItAlignment::declare(Figures<ItAlignment>& figures) {
    figures.about(Subject::decisions);
    figures.weekly(
        {"alignment", Reading::number, "correlation between the true and the perceived value of a request"},
        [](const ItAlignment& alignment) { return alignment.rho_; });
}

}  // namespace golive::model
