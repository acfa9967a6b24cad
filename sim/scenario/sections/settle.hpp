//! What an author may leave out because it follows from the rest.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

/// Fills in the only wave, a course's roles, a build's purposes and the like.
void settle(Scenario& scenario);

}  // namespace golive::scenario
