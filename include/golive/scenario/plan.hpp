//! [[wave]] and [plan]: the steps of the rollout, a directed acyclic graph over scopes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <golive/base/date.hpp>
#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Wave {
    std::string name;
    std::vector<UnitId> units;
    std::optional<Date> target;
};

/// A scoped activity is instantiated once per member: once for the network, or for every site, wave or unit.
enum class Scope { network, site, wave, unit };

/// Effort that may grow with what it is spent on: "35 min per device", "40 h per unit", "200 h".
struct Effort {
    enum class Per { activity, device, unit, clinician };
    Uncertain<Duration> amount;
    Per per;
};

/// Steps that a team works on and clinicians take part in. Hours in a unit find its latent issues, each with
/// the chance 1 - exp(-hours / tau), and do away with known ones, the worst first.
struct Redesign {
    enum class Kind { discovery, co_design, huddle, optimise };
    Kind kind;
    TeamId team;  ///< who does it; unset: clinicians alone, in calendar time
    Effort hours;
    Uncertain<double> tau_hours;
    Uncertain<Duration> fix_hours;     ///< that do away with one known issue; zero: none is done away with
    Uncertain<Share> clinician_time;   ///< clinicians' hours per hour of effort
    Uncertain<double> attitude;        ///< added to attitudes in the units that took part
    std::optional<Duration> time_box;  ///< ends it, done or not, with what was learnt by then
};
/// Somebody chooses between products. Without such a step the product is the one that the scenario describes.
struct Select {
    enum class By { it, joint };
    By by;
    int candidates;
    TeamId team;
    Uncertain<Duration> effort;           ///< per candidate
    Uncertain<Share> clinical_weight;     ///< of the fit that choosers see, against IT's own criteria
    Uncertain<Duration> clinician_hours;  ///< per candidate
    Uncertain<double> attitude;           ///< of clinicians towards a product that theirs chose
};
struct Decision {
    enum class Order { series, parallel };
    std::vector<BodyId> bodies;
    Order order;
    int priority;  ///< on agendas ordered by priority; lower first
};
struct Procure {
    Uncertain<Duration> lead_time;  ///< per batch, from the order
    int batches;
    Duration batch_interval;  ///< between the orders of successive batches
};
struct Build {
    std::vector<WorkflowId> purposes;  ///< each becomes an instance of its own: "build.messaging"
};
struct SecurityReview {  ///< also any other work of a team: `effort` of class project
    TeamId team;
    Effort effort;
};
struct Train {
    CourseId course;
};
struct Deploy {  ///< takes devices from the storeroom as they come, stages them and hands them to the units
    TeamId team;
    Effort effort;
    int lot;  ///< devices staged together
};
struct GoLive {};
struct Hypercare {
    Uncertain<Duration> length;
    double clinicians_per_elbow;  ///< "1 per 12 clinicians" is 12; 0: nobody at the elbow
};
struct Retire {
    TeamId team;
    Effort effort;
};
struct Milestone {};
struct Wait {
    Uncertain<Duration> length;
};

using Step = std::variant<Redesign, Select, Decision, Procure, Build, SecurityReview, Train, Deploy, GoLive,
                          Hypercare, Retire, Milestone, Wait>;

/// What must be true of the scope before the activity starts; checked whenever it may have changed.
struct Needs {
    std::optional<Share> trained;   ///< of the filled posts in scope that a course of this technology is for
    std::optional<Share> deployed;  ///< of the devices that the scope's rule asks for
    std::optional<Share> adopted;   ///< of the filled posts in scope whose state is adopted
};

/// The earliest start, counted from the wave's target or as a date.
struct Earliest {
    std::optional<Date> date;
    std::optional<Duration> after_target;  ///< negative: "5 weeks before target"
};

/// A line of [plan].
struct Activity {
    struct Predecessor {
        ActivityId activity;
        WorkflowId part;  ///< of a build: "build.messaging"; unset: all of it
    };
    std::string name;
    TechnologyId technology;
    Scope scope;
    std::vector<Predecessor> after;
    Needs needs;
    std::optional<Duration> gate_deadline;  ///< a gate that stays shut so long is passed all the same
    Earliest earliest;
    Step step;
};

}  // namespace golive::scenario
