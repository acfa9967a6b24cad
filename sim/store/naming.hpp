//! Dataset names that every reader can take, for scalars and series whose own names may hold anything.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/group.hpp"

#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>

namespace golive::store {

/// "go_live.wave 1" becomes "go_live_wave_1": letters, digits and single underscores, beginning with a
/// letter. What would be the same twice gets a number: "a_2". Attributes of the dataset keep the exact name.
[[nodiscard]] std::vector<Naming> scalar_namings(const model::Catalogue& catalogue);
[[nodiscard]] std::vector<Naming> series_namings(const model::Catalogue& catalogue);

}  // namespace golive::store
