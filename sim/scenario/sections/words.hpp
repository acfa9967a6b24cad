//! The words that enums have in a file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/codec.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

template <>
inline constexpr std::array words_of<VotingRule>{
    Word<VotingRule>{"unanimous", VotingRule::unanimous}, Word<VotingRule>{"majority", VotingRule::majority},
    Word<VotingRule>{"weighted", VotingRule::weighted}, Word<VotingRule>{"empowered", VotingRule::empowered}};
template <>
inline constexpr std::array words_of<AgendaOrder>{Word<AgendaOrder>{"fifo", AgendaOrder::fifo},
                                                  Word<AgendaOrder>{"priority", AgendaOrder::priority}};
template <>
inline constexpr std::array words_of<WorkClass>{Word<WorkClass>{"incident", WorkClass::incident},
                                                Word<WorkClass>{"mandate", WorkClass::mandate},
                                                Word<WorkClass>{"ticket", WorkClass::ticket},
                                                Word<WorkClass>{"project", WorkClass::project},
                                                Word<WorkClass>{"change request", WorkClass::change_request},
                                                Word<WorkClass>{"maintenance", WorkClass::maintenance}};
template <>
inline constexpr std::array words_of<Team::Hours>{
    Word<Team::Hours>{"working time", Team::Hours::working_time},
    Word<Team::Hours>{"24/7", Team::Hours::always}};
template <>
inline constexpr std::array words_of<Superusers::Chosen>{
    Word<Superusers::Chosen>{"volunteers", Superusers::Chosen::volunteers},
    Word<Superusers::Chosen>{"appointed", Superusers::Chosen::appointed}};
template <>
inline constexpr std::array words_of<Scope>{
    Word<Scope>{"network", Scope::network}, Word<Scope>{"site", Scope::site},
    Word<Scope>{"wave", Scope::wave}, Word<Scope>{"unit", Scope::unit}};
template <>
inline constexpr std::array words_of<Select::By>{Word<Select::By>{"it", Select::By::it},
                                                 Word<Select::By>{"joint", Select::By::joint}};
template <>
inline constexpr std::array words_of<Backlog::Mode>{Word<Backlog::Mode>{"ticket", Backlog::Mode::ticket},
                                                    Word<Backlog::Mode>{"product", Backlog::Mode::product}};
template <>
inline constexpr std::array words_of<Budget::Exhausted>{
    Word<Budget::Exhausted>{"cut", Budget::Exhausted::cut},
    Word<Budget::Exhausted>{"reapprove", Budget::Exhausted::reapprove}};
template <>
inline constexpr std::array words_of<Measuring::What>{
    Word<Measuring::What>{"adoption", Measuring::What::adoption},
    Word<Measuring::What>{"uptime", Measuring::What::uptime}};
template <>
inline constexpr std::array words_of<Decision::Order>{
    Word<Decision::Order>{"series", Decision::Order::series},
    Word<Decision::Order>{"parallel", Decision::Order::parallel}};

}  // namespace golive::scenario
