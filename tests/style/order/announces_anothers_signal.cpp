// refused: the signal is another mechanism's
// SPDX-License-Identifier: Apache-2.0
#include "mechanisms.hpp"

namespace golive::model {

class Lower {
 public:
    using World = WorldFor<Lower, Upper>;
    explicit Lower(World world) : world_{world} {}
    void start() { world_.announce(WeekBegins{1}); }

 private:
    World world_;
};

template class HospitalOf<std::tuple<Clock, Upper, Lower>>;

}  // namespace golive::model
