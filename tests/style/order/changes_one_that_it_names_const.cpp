// refused: discards qualifiers|not marked const
// SPDX-License-Identifier: Apache-2.0
#include "mechanisms.hpp"

namespace golive::model {

class Lower {
 public:
    using World = WorldFor<Lower, const Upper>;
    explicit Lower(World world) : world_{world} {}
    void on(const WeekBegins&) { world_.the<Upper>().add(); }

 private:
    World world_;
};

template class HospitalOf<std::tuple<Clock, Upper, Lower>>;

}  // namespace golive::model
