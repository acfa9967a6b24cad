// refused: a mechanism listens to one that does not come before it in the order of mechanisms
// SPDX-License-Identifier: Apache-2.0
#include "mechanisms.hpp"

namespace golive::model {

class Lower {
 public:
    using World = WorldFor<Lower, Upper>;
    explicit Lower(World world) : world_{world} {}
    void on(const WeekBegins&) { world_.the<Upper>().add(); }

 private:
    World world_;
};

template class HospitalOf<std::tuple<Upper, Lower, Clock>>;

}  // namespace golive::model
