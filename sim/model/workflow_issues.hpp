//! M5, workflow issues: what a technology does not fit in a unit, as things that units share, that are found,
//! shown, done away with, and made.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace golive::model {

class TechnologyUse;

enum class IssueState : std::uint8_t { latent, known, resolved };

/// One mismatch in one unit. Types below the scenario's number of types come with the technology; later ones
/// were made by changes.
struct Issue {
    std::uint32_t type = 0;
    float severity = 0;     ///< in fit
    float until_found = 0;  ///< exposure to observers left until somebody sees it; 1 is 63 % of issues
    float until_shown = 0;  ///< exposure to use left until it shows itself
    IssueState state = IssueState::latent;
    bool shown = false;
    bool from_kind = false;  ///< the unit has it because its kind has it
    bool inherent = false;   ///< to the product: nothing but another product would do away with it
};

/// Fit of a product as bought: that to the unit's kind and a deviation of the unit, uniform within +-
/// `spread`; `luck` is uniform between 0 and 1.
[[nodiscard]] double fit_as_bought(double of_kind, double spread, double luck);
/// Severities of a unit's issues: the misfit divided among them in proportion to their weights.
[[nodiscard]] std::vector<float> severities_of(double misfit, std::span<const double> weights);
/// Exposure of an issue to uses, against an exponential number of mean 1: uses * severity / uses_to_surface.
[[nodiscard]] float exposure_to(double uses, double uses_to_surface, float severity);
/// How many issues are done away with in some hours, at `each` hours an issue.
[[nodiscard]] int fixes_in(double hours, double each);
/// Fit of a technology to a unit: 1 less the severities of its unresolved issues there, and not below 0.
[[nodiscard]] double fit_with(double unresolved);
/// How alike two units are: 1 - (1 - of_kind)[same kind] (1 - of_site)[same site].
[[nodiscard]] double resemblance_of(bool same_kind, bool same_site, double of_kind, double of_site);

/// Issues of all units with all technologies, and the fit that follows from them.
class WorkflowIssues {
 public:
    using World = WorldFor<WorkflowIssues, const TechnologyUse>;
    explicit WorkflowIssues(World world);
    void on(const WeekBegins& signal);

    [[nodiscard]] double fit(TechnologyId technology, UnitId unit) const {
        return fit_[at(technology, unit)];
    }
    /// Share of the units in which a discovery step for the technology has ended.
    [[nodiscard]] double discovered(TechnologyId technology, const std::vector<UnitId>& units) const;
    [[nodiscard]] bool is_discovered(TechnologyId technology, UnitId unit) const {
        return discovered_[at(technology, unit)];
    }
    void set_discovered(TechnologyId technology, UnitId unit) { discovered_[at(technology, unit)] = true; }
    /// How alike two units are, 0 to 1; a unit is like itself.
    [[nodiscard]] double resemblance(UnitId a, UnitId b) const;

    /// Somebody watches: each latent issue is found with the chance 1 - exp(-exposure). What a kind of unit
    /// shares is then known in all of its units.
    void observe(TechnologyId technology, UnitId unit, double exposure);
    /// Spends hours on known issues, the worst first, at `each` hours an issue; returns how many were
    /// done away with.
    int fix_worst(TechnologyId technology, UnitId unit, double hours, double each);
    /// False where the unit has no such unresolved issue.
    bool resolve(TechnologyId technology, UnitId unit, std::uint32_t type);
    /// Does away with a type wherever it is known.
    void resolve_known(TechnologyId technology, std::uint32_t type);
    /// Whether the product is what is in the way, so that nothing but another one would do away
    /// with the type.
    [[nodiscard]] bool is_inherent(TechnologyId technology, std::uint32_t type) const;
    [[nodiscard]] const Issue* find(TechnologyId technology, UnitId unit, std::uint32_t type) const;
    /// Types known somewhere, that a build of this purpose can see to.
    [[nodiscard]] std::vector<std::uint32_t> known_types(TechnologyId technology, std::size_t purpose) const;
    /// A type of trouble that a change makes. Draws about it are addressed by the change, not by how
    /// many came before.
    [[nodiscard]] std::uint32_t new_type(random::EntityKey change);
    /// For draws about an issue of a unit.
    [[nodiscard]] random::EntityKey key(TechnologyId technology, UnitId unit, std::uint32_t type) const;
    void create(TechnologyId technology, UnitId unit, std::uint32_t type, double severity);

    /// Fit of a candidate product to a unit, before anything is done about it; candidate 0 is the product
    /// that the scenario describes.
    [[nodiscard]] double fit_as_bought(TechnologyId technology, UnitId unit, int candidate) const;
    /// The product that is bought for a unit is this candidate: its issues weigh by its misfit.
    void choose(TechnologyId technology, UnitId unit, int candidate);

    static void declare(Figures<WorkflowIssues>& figures);

 private:
    using Cell = std::vector<Issue>;
    [[nodiscard]] std::size_t at(TechnologyId technology, UnitId unit) const {
        return technology.index() * units_ + unit.index();
    }
    /// For whom it is drawn whether a unit has a type: for its kind or for itself.
    struct Origin {
        random::EntityKey key;
        bool from_kind;
    };
    [[nodiscard]] Origin origin(TechnologyId technology, UnitId unit, std::uint32_t type) const;
    void fill(TechnologyId technology, UnitId unit);
    void add(TechnologyId technology, UnitId unit, Issue issue);
    void divide(TechnologyId technology, UnitId unit, double misfit);
    void become_known(TechnologyId technology, UnitId unit, Issue& issue);
    void note(UnitId unit, Issue& issue);
    void share_with_kind(TechnologyId technology, UnitId unit, std::uint32_t type);
    void settle(TechnologyId technology, UnitId unit, Issue& issue);
    void refit(TechnologyId technology, UnitId unit);
    void show_in_use(TechnologyId technology, UnitId unit);

    World world_;
    std::size_t units_;
    std::vector<Cell> cells_;                   // [technology][unit]
    std::vector<double> fit_;                   // [technology][unit]
    std::vector<bool> discovered_;              // [technology][unit]
    std::vector<double> used_;                  // [technology][unit]: uses already counted
    std::vector<std::vector<double>> weights_;  // [technology][type] that comes with it
    std::uint32_t types_;                       // that come with a technology
    std::vector<random::EntityKey> made_by_;    // of later types, in order: the change
    Numbers<Issues> numbers_;
    std::uint64_t created_ = 0;
    std::uint64_t resolved_ = 0;
};

}  // namespace golive::model
