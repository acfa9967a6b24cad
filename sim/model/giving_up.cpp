#include "model/giving_up.hpp"

#include <algorithm>

namespace golive::model {

GivingUp::GivingUp(World world)
    : world_{world}, times_(world.scenario.units.size() * world.scenario.roles.size() * reason_count) {}

void GivingUp::gave_up(PostId id, const Situation& situation) {
    const Post& post = world_.layout.posts()[id];
    const std::size_t group = post.unit.index() * world_.scenario.roles.size() + post.role.index();
    const Blame blame = blame_for(situation);
    for (std::size_t r = 0; r < reason_count; ++r) times_[group * reason_count + r] += blame[r];
    const auto most = std::max_element(blame.begin(), blame.end()) - blame.begin();
    world_.trace(TraceEvent::gave_up, EntityKind::clinician, id.value(), static_cast<double>(most));
}

void GivingUp::end() { world_.result().gave_up.assign(times_.begin(), times_.end()); }

}  // namespace golive::model
