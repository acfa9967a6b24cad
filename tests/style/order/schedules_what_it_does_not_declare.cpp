// refused: the member is not among the mechanism's events
// SPDX-License-Identifier: Apache-2.0
#include "mechanisms.hpp"

namespace golive::model {

class Lower {
 public:
    static constexpr std::string_view name = "lower";
    using World = WorldFor<Lower>;
    explicit Lower(World world) : world_{world} {}
    void declared() {}
    void not_declared() {}
    using Events = EventsOf<Event<&Lower::declared, "declared">>;
    void start() { world_.schedule<&Lower::not_declared>(world_.now()); }

 private:
    World world_;
};

template class HospitalOf<std::tuple<Clock, Upper, Lower>>;

}  // namespace golive::model
