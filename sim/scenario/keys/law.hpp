//! Laws of probability as a file writes them: `{ dist = "lognormal", median = "9 days", p90 = "25 days" }`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

namespace golive::scenario {

/// A law from a table such as { dist = "lognormal", median = "9 days", p90 = "25 days" }; reports why
/// there is none.
[[nodiscard]] std::optional<random::Law> read_law(const Node& table, const KeyInfo& key, const Bounds& bounds,
                                                  DocumentReader& reader);
/// The words for the kinds of laws, for messages and the schema.
[[nodiscard]] std::vector<std::string> law_names();
/// The keys that laws take.
[[nodiscard]] std::vector<std::string> law_keys();

}  // namespace golive::scenario
