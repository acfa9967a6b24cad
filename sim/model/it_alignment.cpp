#include "model/it_alignment.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {

ItAlignment::ItAlignment(World& world) : world_{world} {
    if (!world.scenario.alignment) return;
    const Alignment& section = *world.scenario.alignment;
    rho_ = section.alone.for_run(world.streams);
    step_ = 1.0 - std::exp2(-1.0 / std::max(0.01, section.half_life.for_run(world.streams).in_weeks()));
    vote_weight_ = section.vote.for_run(world.streams) / 2;
}

void ItAlignment::start() {
    if (world_.scenario.alignment) rho_ = sustained();  // what is there from the start has long been at work
}

void ItAlignment::on(const WeekBegins&) {
    if (world_.scenario.alignment) rho_ += (sustained() - rho_) * step_;
}

double ItAlignment::sustained() const {
    const Alignment& section = *world_.scenario.alignment;
    double missing = 1.0 - section.alone.for_run(world_.streams);
    const auto source = [&](bool at_work, const Uncertain<Share>& closes) {
        if (at_work) missing *= 1.0 - closes.for_run(world_.streams).value();
    };
    source(world_.the<EmbeddedClinicians>().at_work(), section.embedded);
    source(world_.the<SuperuserNetwork>().any(), section.superusers);
    source(world_.scenario.backlog && world_.scenario.backlog->mode == Backlog::Mode::product,
           section.product_manager);
    source(world_.scenario.measuring && world_.scenario.measuring->what == Measuring::What::adoption,
           section.measuring);
    return 1.0 - missing;
}

double ItAlignment::perceived(double z, random::Purpose purpose, random::EntityKey who,
                              std::uint64_t index) const {
    if (rho_ >= 1.0) return z;
    auto engine = world_.streams.variate(purpose, who, index);
    return rho_ * z + std::sqrt(1.0 - rho_ * rho_) * random::standard_normal(engine);
}

void ItAlignment::declare(Declarations& declare) {
    if (declare.scenario.alignment)
        declare.series("alignment", "1", "correlation between the true and the perceived value of a request",
                       network_only);
}

void ItAlignment::sample(Recorder& record) const {
    if (world_.scenario.alignment) record.network("alignment", rho_);
}

}  // namespace golive::model
