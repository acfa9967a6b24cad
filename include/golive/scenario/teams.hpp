//! [team.*]: people with a queue and a calendar: IT teams, the help desk, instructors.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <golive/base/date.hpp>
#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// Classes of work; `order` ranks them in each team. Incidents and mandates pre-empt whatever
/// ranks below them.
enum class WorkClass { incident, mandate, ticket, project, change_request, maintenance };
inline constexpr int work_class_count = 6;

/// Work of one class that comes by itself, as a Poisson process.
struct BackgroundWork {
    WorkClass work_class;
    Uncertain<Rate> rate;
    Uncertain<Duration> effort;  ///< per item, person-hours of focused work
};

/// A team that answers calls: first line when [support] names it.
struct Desk {
    Uncertain<Duration> handling;
    Uncertain<Duration> patience;  ///< a caller hangs up after waiting so long
    Share first_contact_resolution;
    TeamId escalates_to;                    ///< may be unset: unresolved calls then stay unresolved
    Uncertain<Duration> escalation_effort;  ///< second-line work per escalated call
    Uncertain<Rate> other_calls;            ///< calls about everything else, per clinician of the network
};

/// [team.integration]
struct Team {
    enum class Hours { working_time, always };
    std::string name;
    int staff;  ///< at work whenever the calendar is open
    Hours hours;
    Duration focus;  ///< of productive work per person and working day; the rest goes to everything else
    std::vector<WorkClass> order;  ///< all six, most urgent first (those that a file leaves out come last)
    HourlyRate wage;
    std::vector<BackgroundWork> background;
    Uncertain<Duration> maintenance;  ///< per live technology and week
    Duration stabilisation;           ///< after a go-live that it worked for, it changes nothing that is live
    struct Consultants {
        int people;
        std::optional<Date> from;   ///< unset: from the start
        std::optional<Date> until;  ///< unset: to the end
        HourlyRate wage;
    };
    std::optional<Consultants> consultants;  ///< hired on top
    std::optional<Desk> desk;
};

/// [support]: help with problems in use.
template <template <class> class Number>
struct SupportSection {
    TeamId first_line;         ///< a team with a desk; unset: nobody answers
    int surge_staff;           ///< extra agents while any unit is in hypercare
    Number<Share> needs_help;  ///< of frictions: the clinician cannot go on alone
    Number<Share> calls;       ///< of those whom nobody nearby helps: call the desk (others work around)
    Number<Duration> elbow_minutes;  ///< that at-the-elbow staff spend on a problem

    static auto members(auto& section) {
        auto& [first_line, surge_staff, needs_help, calls, elbow_minutes] = section;
        return std::tie(first_line, surge_staff, needs_help, calls, elbow_minutes);
    }
};
using Support = SupportSection<Uncertain>;

/// [superusers]
enum class SuperuserChoice { volunteers, appointed };

template <template <class> class Number>
struct SuperusersSection {
    using Chosen = SuperuserChoice;
    Share share;             ///< of each unit's filled posts
    Chosen chosen;           ///< volunteers are the most comfortable; appointed ones are drawn at random
    Share protected_time;    ///< of a super-user's shift, free to help
    Duration protected_for;  ///< after the unit's go-live
    Share lasting_time;      ///< of the shift afterwards
    Number<Duration> help_minutes;  ///< per problem solved
    Number<Share> deeper_training;  ///< closes this share of the skill still missing after the course
    Number<double> translation;     ///< pull on peers' attitude per super-user on shift and peer
    Number<Share> revival;          ///< chance per shift that a super-user brings an abandoner back to trying

    static auto members(auto& section) {
        auto& [share, chosen, protected_time, protected_for, lasting_time, help_minutes, deeper_training,
               translation, revival] = section;
        return std::tie(share, chosen, protected_time, protected_for, lasting_time, help_minutes,
                        deeper_training, translation, revival);
    }
};
using Superusers = SuperusersSection<Uncertain>;

}  // namespace golive::scenario
