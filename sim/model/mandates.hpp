//! M9, mandates: work that authorities impose, which pre-empts whatever nobody has planned for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace golive::model {

class Ledger;
class TeamWork;

/// Who keeps a roadmap sees a mandate coming and plans its work as a project. Nobody else does: it arrives as
/// a mandate, pre-empts, and takes more effort for the hurry.
class Mandates {
 public:
    static constexpr std::string_view name = "mandates";
    using World = WorldFor<Mandates, Ledger, TeamWork>;
    explicit Mandates(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return !scenario.mandates.empty(); }
    void start();
    void noticed(std::uint32_t duty);
    void arrives(std::uint32_t duty);
    void due(std::uint32_t duty);
    using Events = EventsOf<Event<&Mandates::noticed, "noticed">, Event<&Mandates::arrives, "arrives">,
                            Event<&Mandates::due, "due">>;
    void on(const WeekBegins& signal);
    void work_moved(std::uint32_t duty, WorkMove move);

    /// Documentation that mandates in force add for every clinician, per shift.
    [[nodiscard]] Duration documentation() const { return documentation_; }

    static void declare(Figures<Mandates>& figures);

 private:
    struct Duty {
        MandateId mandate;
        std::uint64_t number;
        Time due;
        bool begun = false;
        std::optional<Time> done = {};
    };
    void expect(MandateId id, Time arrival, std::uint64_t number);
    void expect_all(MandateId id);
    void begin(std::uint32_t duty, bool planned);

    World world_;
    std::vector<Duty> duties_;
    Duration documentation_;
    int arrived_ = 0;
};

}  // namespace golive::model
