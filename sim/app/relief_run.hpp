//! Futures simulated again for an explanation, with progress, until a signal comes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/study/explanation.hpp>

namespace golive::app {

/// Fills in the gains of the top levers. False: stopped by a signal, with those that were done.
bool run_relief(report::Explanation& explanation, const store::ResultsFile& results, std::size_t levers,
                std::uint64_t futures, unsigned threads, bool quiet);

}  // namespace golive::app
