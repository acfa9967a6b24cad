//! M9, mandates: work that authorities impose, which pre-empts whatever nobody has planned for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace golive::model {

class World;

/// Who keeps a roadmap sees a mandate coming and plans its work as a project. Nobody else does: it arrives as
/// a mandate, pre-empts, and takes more effort for the hurry.
class Mandates {
 public:
    enum class Event : std::uint16_t { noticed, arrives, due };
    static constexpr std::array event_names{std::string_view{"mandates.noticed"},
                                            std::string_view{"mandates.arrives"},
                                            std::string_view{"mandates.due"}};
    explicit Mandates(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void on(const WeekBegins& signal);
    void work_moved(std::uint32_t duty, WorkMove move);

    /// Documentation that mandates in force add for every clinician, per shift.
    [[nodiscard]] Duration documentation() const { return documentation_; }

    static void declare(Declarations& declare);
    void finish(Recorder& record) const;

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

    World& world_;
    std::vector<Duty> duties_;
    Duration documentation_;
    int arrived_ = 0;
};

}  // namespace golive::model
