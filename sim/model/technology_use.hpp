//! M14, use and adoption: on every shift clinicians meet opportunities, use the technology or not, and change
//! by it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/giving_up.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace golive::model {

class World;

enum class Stage : std::uint8_t { not_live, trained, trial, adopted, workaround, abandoned };
inline constexpr std::array<std::string_view, 6> stage_names{"not_live", "trained",    "trial",
                                                             "adopted",  "workaround", "abandoned"};

/// A clinician's relation to one technology.
struct Practice {
    float skill = 0;     ///< 0 to 1, as of skill_day
    float peak = 0;      ///< the best it ever was: part of it is never forgotten
    float attitude = 0;  ///< -1 to 1
    float recent = 0;    ///< share of recent opportunities done with the technology
    float pace = 0;      ///< uses to close 63 % of the gap to mastery, inverted
    float let_down = 0;  ///< what problems that nobody solved have taken from the attitude
    std::int16_t skill_day = 0;
    std::int16_t trained_day = 0;
    std::uint16_t shifts = 0;  ///< of use or not, since go-live, saturating
    Stage stage = Stage::not_live;
    bool trained = false;
};

inline float clamp_attitude(double attitude) { return static_cast<float>(std::clamp(attitude, -1.0, 1.0)); }

/// Of a unit with a technology, since its go-live.
struct UseTotals {
    double uses = 0;
    double unskilled = 0;  ///< uses, each times what was missing to full skill
    double frictions = 0;
};

/// The equations are in docs/model.md. One event serves a unit's whole shift; one address of random words
/// serves a clinician's.
class TechnologyUse {
 public:
    enum class Event : std::uint16_t { day_shift, night_shift };
    static constexpr std::array event_names{std::string_view{"shifts.day"}, std::string_view{"shifts.night"}};
    explicit TechnologyUse(World& world);
    void start();
    void handle(Event what, std::uint32_t unit);
    void on(const PersonJoined& signal);

    void go_live(TechnologyId technology, UnitId unit);
    /// The purposes that the technology serves have changed.
    void recount_lanes(TechnologyId technology);
    void retire_legacy(TechnologyId technology);

    [[nodiscard]] bool is_live(TechnologyId technology, UnitId unit) const {
        return at(technology, unit).live;
    }
    [[nodiscard]] bool is_live_somewhere(TechnologyId technology) const;
    [[nodiscard]] const Practice& practice(TechnologyId technology, PostId post) const {
        return practices_[technology.index()][post];
    }
    /// Raises the skill to `skill` unless it is higher already, and counts the person as trained.
    void train(TechnologyId technology, PostId post, double skill);
    /// Closes `share` of what is missing to full skill.
    void deepen_skill(TechnologyId technology, PostId post, double share);
    void lift_attitudes(TechnologyId technology, UnitId unit, double change);
    /// Moves every attitude in the unit by `rate` of the way to `towards`.
    void pull_attitudes(TechnologyId technology, UnitId unit, double rate, double towards);
    /// Somebody comes to the unit: closes a share of what is missing to full skill, and who gave up tries
    /// again with the chance `revival`.
    void visit(TechnologyId technology, UnitId unit, double refresher, double revival, std::uint64_t number);
    /// A problem that nobody solved, or that was solved late after all.
    void problem_unsolved(TechnologyId technology, PostId post);
    void problem_solved_late(TechnologyId technology, PostId post);
    /// Brings a person who gave up back to trying.
    void revive(TechnologyId technology, PostId post);

    [[nodiscard]] const UseTotals& totals(TechnologyId technology, UnitId unit) const {
        return at(technology, unit).totals;
    }
    /// Share of the unit's recent occasions that were taken.
    [[nodiscard]] double use_share(TechnologyId technology, UnitId unit) const {
        return at(technology, unit).peers;
    }
    /// How long it has been live; negative where it is not.
    [[nodiscard]] Duration live_for(TechnologyId technology, UnitId unit) const;
    [[nodiscard]] bool legacy_there(TechnologyId technology) const { return legacy_[technology.index()]; }
    /// Occasions taken in the unit in the last week sampled, of all for which there is a technology.
    [[nodiscard]] const Part& last_week(UnitId unit) const { return last_week_[unit.index()]; }
    /// People who have adopted the technology when last sampled, of those whom it serves.
    [[nodiscard]] const Part& adopters(TechnologyId technology, UnitId unit) const {
        return adopters_[technology.index() * units_ + unit.index()];
    }

    [[nodiscard]] double trained_share(TechnologyId technology, const std::vector<UnitId>& units) const;
    /// People employed in live units whom the technology serves.
    [[nodiscard]] int licensed(TechnologyId technology) const;
    [[nodiscard]] double adopted_share(TechnologyId technology, const std::vector<UnitId>& units) const;
    /// Users who held a device in yesterday's fullest shift.
    [[nodiscard]] int peak_holders(TechnologyId technology, UnitId unit) const {
        const UnitUse& use = at(technology, unit);
        return use.holders_day + 1 == today() ? use.holders : 0;
    }

    static void declare(Declarations& declare);
    void sample(Recorder& record);
    void finish(Recorder& record) const;

 private:
    struct Weights {
        double intercept, fit, skill, attitude, peers, workload, legacy;
        double experience_rate, peer_rate, leadership, leadership_rate;
        double friction, friction_unskilled, friction_misfit, friction_pain, unresolved_pain;
        double memory;
        double forgetting_factor;  // 1 / memory
        double needs_help;
        double retained;
    };
    struct UnitUse {
        bool live = false;
        Time since;
        double peers = 0;  // use share of the unit's recent shifts
        double mean_attitude = 0;
        int holders = 0;  // users with a device in the fullest shift so far of that day
        std::int64_t holders_day = -1;
        UseTotals totals;
    };
    struct WeekCount {
        std::uint32_t uses = 0;
        std::uint32_t offered = 0;
    };
    struct WindowCount {
        std::uint64_t uses = 0;
        std::uint64_t offered = 0;
    };
    /// What is the same for everyone on a shift, and what the shift adds up.
    struct ShiftContext {
        TechnologyId technology;
        UnitId unit;
        std::int64_t day = 0;
        ShiftKind kind = ShiftKind::day;
        std::uint64_t name = 0;  // of the technology, for the streams
        double base = 0;         // of the log odds: everything but skill and attitude
        double fit = 0;
        double device_share = 1;  // chance that whoever needs a device gets one
        double peer_attitude = 0;
        double translation = 0;
        double revival = 0;
        double cynicism = 0;
        int on_duty = 0;
        double attitude_sum = 0;
        std::uint32_t uses = 0;
        std::uint32_t offered = 0;
        int holders = 0;  // who used it with a device
        double unskilled = 0;
        int frictions = 0;
    };
    /// A clinician's uses in a shift, and the luck of what happens in them.
    struct Uses {
        int count;
        double friction_luck;
        double problem_luck;
    };
    struct Opportunities {
        std::uint64_t open = 0;  // lanes of purposes that are built
        int total = 0;           // built or not
    };

    UnitUse& at(TechnologyId technology, UnitId unit) {
        return unit_use_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] const UnitUse& at(TechnologyId technology, UnitId unit) const {
        return unit_use_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] std::size_t week_at(TechnologyId technology, UnitId unit, RoleId role) const {
        return (technology.index() * units_ + unit.index()) * lanes_[0].size() + role.index();
    }
    void meet(TechnologyId technology, PostId post);
    void shift(UnitId unit, ShiftKind kind);
    void shift_with(TechnologyId technology, UnitId unit, ShiftKind kind);
    [[nodiscard]] ShiftContext context(TechnologyId technology, UnitId unit, ShiftKind kind) const;
    void clinician_shift(ShiftContext& shift, PostId post);
    void experience(ShiftContext& shift, PostId post, Practice& practice, const Uses& use,
                    random::Engine& engine);
    void settle_stage(const ShiftContext& shift, PostId post, double share);
    [[nodiscard]] Situation situation(const ShiftContext& shift, PostId post) const;
    void set_stage(TechnologyId technology, PostId post, Stage stage);
    void forget(Practice& practice, std::int64_t day) const;
    [[nodiscard]] double device_share(TechnologyId technology, UnitId unit, int holders) const;
    void count_after_go_live(const UnitUse& use, const ShiftContext& shift);
    template <class Counts, class Holds>
    [[nodiscard]] Part share_of_people(const std::vector<UnitId>& units, Counts counts, Holds holds) const;
    [[nodiscard]] Part week_part(TechnologyId technology, UnitId unit, RoleId role) const;
    [[nodiscard]] Part adopted_by_hesitant() const;
    void sample_people(Recorder& record, TechnologyId technology);
    [[nodiscard]] std::int64_t today() const;

    World& world_;
    std::size_t units_;
    Weights weights_;
    std::vector<float> kept_;  // share of the skill above the floor left after n days
    std::vector<IdVector<PostId, Practice>> practices_;    // by technology
    std::vector<UnitUse> unit_use_;                        // [technology][unit]
    std::vector<bool> any_live_;                           // by unit: its shifts are simulated
    std::vector<bool> legacy_;                             // by technology: the old ways are still there
    std::vector<IdVector<RoleId, Opportunities>> lanes_;   // by technology
    std::vector<std::vector<std::uint8_t>> needs_device_;  // [technology][role]
    std::vector<WeekCount> week_;                          // [technology][unit][role]
    std::vector<Part> last_week_;                          // by unit
    std::vector<Part> adopters_;                           // [technology][unit]
    WindowCount after_half_year_;  // opportunities in the window after each unit's go-live
    WindowCount after_year_;
    Part whole_;  // opportunities from the start on
    double last_week_adoption_ = 0;
};

}  // namespace golive::model
