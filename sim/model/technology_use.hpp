//! M14's people: how skilled and how willing everyone is with each technology, where it is live, and what
//! others can do about it. What happens on shifts is ClinicianShifts'.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ratio.hpp"
#include "model/use_equations.hpp"
#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include <golive/base/enum_names.hpp>

namespace golive::model {

class Staffing;

enum class Stage : std::uint8_t { not_live, trained, trial, adopted, workaround, abandoned };
inline constexpr EnumNames<Stage, 6> stage_names{{{Stage::not_live, "not_live"},
                                                  {Stage::trained, "trained"},
                                                  {Stage::trial, "trial"},
                                                  {Stage::adopted, "adopted"},
                                                  {Stage::workaround, "workaround"},
                                                  {Stage::abandoned, "abandoned"}}};

/// What recent use makes of a person who has tried long enough; between the thresholds the stage is kept.
[[nodiscard]] Stage stage_of(const AdoptionNumbers& thresholds, Stage before, double recent);

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

/// Of a unit with a technology, since its go-live.
struct UseTotals {
    double uses = 0;
    double unskilled = 0;  ///< uses, each times what was missing to full skill
    double frictions = 0;
};

/// A unit's relation to one technology.
struct UnitUse {
    bool live = false;
    Time since;
    double peers = 0;  ///< use share of the unit's recent shifts
    double mean_attitude = 0;
    int holders = 0;  ///< users with a device in the fullest shift so far of that day
    std::int64_t holders_day = -1;
    UseTotals totals;
};

/// The occasions of a role for one technology in a shift.
struct Occasions {
    std::uint64_t open = 0;  ///< lanes of purposes that are built
    int total = 0;           ///< built or not
};

class TechnologyUse {
 public:
    using World = WorldFor<TechnologyUse, const Staffing>;
    explicit TechnologyUse(World world);
    void start();
    void on(const PersonJoined& signal);

    void go_live(TechnologyId technology, UnitId unit);
    /// The technology serves one more of its purposes, by position.
    void open_purpose(TechnologyId technology, std::size_t purpose);
    void retire_legacy(TechnologyId technology);

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
    void set_stage(TechnologyId technology, PostId post, Stage stage);
    /// Brings the skill up to date.
    void forget(Practice& practice, std::int64_t day) const;

    [[nodiscard]] Practice& practice(TechnologyId technology, PostId post) {
        return practices_[technology.index()][post];
    }
    [[nodiscard]] const Practice& practice(TechnologyId technology, PostId post) const {
        return practices_[technology.index()][post];
    }
    [[nodiscard]] UnitUse& of_unit(TechnologyId technology, UnitId unit) {
        return unit_use_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] const UnitUse& of_unit(TechnologyId technology, UnitId unit) const {
        return unit_use_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] const Occasions& occasions(TechnologyId technology, RoleId role) const {
        return occasions_[technology.index()][role];
    }
    [[nodiscard]] double mean_attitude(TechnologyId technology, UnitId unit) const;

    [[nodiscard]] bool is_live(TechnologyId technology, UnitId unit) const {
        return of_unit(technology, unit).live;
    }
    [[nodiscard]] bool is_live_somewhere(TechnologyId technology) const;
    [[nodiscard]] const UseTotals& totals(TechnologyId technology, UnitId unit) const {
        return of_unit(technology, unit).totals;
    }
    /// Share of the unit's recent occasions that were taken.
    [[nodiscard]] double use_share(TechnologyId technology, UnitId unit) const {
        return of_unit(technology, unit).peers;
    }
    /// How long it has been live; negative where it is not.
    [[nodiscard]] Duration live_for(TechnologyId technology, UnitId unit) const;
    [[nodiscard]] bool legacy_there(TechnologyId technology) const { return legacy_[technology.index()]; }
    /// How many of its purposes the technology serves by now.
    [[nodiscard]] int purposes_served(TechnologyId technology) const;
    /// People who have adopted the technology when last sampled, of those whom it serves.
    [[nodiscard]] Ratio adopters(TechnologyId technology, UnitId unit) const;
    [[nodiscard]] double trained_share(TechnologyId technology, const std::vector<UnitId>& units) const;
    [[nodiscard]] double adopted_share(TechnologyId technology, const std::vector<UnitId>& units) const;
    /// People employed in live units whom the technology serves.
    [[nodiscard]] int licensed(TechnologyId technology) const;
    /// Users who held a device in yesterday's fullest shift.
    [[nodiscard]] int peak_holders(TechnologyId technology, UnitId unit) const {
        const UnitUse& use = of_unit(technology, unit);
        return use.holders_day + 1 == world_.today() ? use.holders : 0;
    }

    static void declare(Figures<TechnologyUse>& figures);
    /// Takes stock of everyone.
    void reckon_week();

 private:
    /// Of the people of a unit whom the technology serves.
    struct Census {
        double people = 0, trained = 0, skill = 0, attitude = 0;
        std::array<double, stage_names.size()> stage{};
    };
    [[nodiscard]] const Census& census(TechnologyId technology, UnitId unit) const {
        return census_[technology.index() * units_ + unit.index()];
    }
    void meet(TechnologyId technology, PostId post);
    void count_occasions(TechnologyId technology);
    template <class Counts, class Holds>
    [[nodiscard]] Ratio share_of_people(const std::vector<UnitId>& units, Counts counts, Holds holds) const;
    /// People in a stage, of everyone employed whom the technology serves.
    [[nodiscard]] Ratio in_stage(TechnologyId technology, Stage stage) const;
    [[nodiscard]] Ratio adopted_by_hesitant() const;
    static void declare_census(Figures<TechnologyUse>& figures, TechnologyId technology);

    World world_;
    std::size_t units_;
    AdoptionNumbers adoption_;
    LearningNumbers learning_;
    std::vector<float> kept_;  // share of the skill above the floor left after n days
    std::vector<IdVector<PostId, Practice>> practices_;   // by technology
    std::vector<UnitUse> unit_use_;                       // [technology][unit]
    std::vector<bool> legacy_;                            // by technology: the old ways are still there
    std::vector<std::vector<bool>> served_;               // [technology][purpose]
    std::vector<IdVector<RoleId, Occasions>> occasions_;  // by technology
    std::vector<Census> census_;                          // [technology][unit]
};

}  // namespace golive::model
