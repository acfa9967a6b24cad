//! What `golive run` says at its end.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/exit_status.hpp"
#include "app/simulate/run_order.hpp"
#include "app/simulate/until_watch.hpp"

#include <golive/batch/batch.hpp>

namespace golive::app {

/// Whether there is anything to keep: a run stopped before its first replication leaves no file.
[[nodiscard]] bool worth_keeping(const batch::Outcome& outcome);

/// Prints the summary of the results file, says what failed, whether the run was stopped and whether it is as
/// precise as asked.
[[nodiscard]] ExitStatus conclude(const RunOrder& order, const batch::Outcome& outcome,
                                  const UntilWatch& watch);

}  // namespace golive::app
