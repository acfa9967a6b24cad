//! Futures simulated again for an explanation, with progress, until a signal comes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <golive/store/results_file.hpp>
#include <golive/study/explanation.hpp>

namespace golive::app {

/// As many as are tried unless said otherwise.
inline constexpr std::size_t usual_levers = 5;

/// Fills in the gains of the top levers. False: stopped by a signal, with those that were done.
bool run_relief(study::Explanation& explanation, const store::ResultsFile& results, std::size_t levers,
                std::uint64_t futures, unsigned threads, bool quiet);

}  // namespace golive::app
