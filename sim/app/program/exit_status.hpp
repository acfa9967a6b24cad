//! What the program says to the shell when it ends.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace golive::app {

enum class ExitStatus : int {
    done = 0,
    failed = 1,     ///< a replication failed, or golive is at fault; also: `golive diff` found differences
    bad_input = 2,  ///< a file or the command line is wrong
    imprecise = 3,  ///< the precision asked for was not reached
    no_room = 74,   ///< the machine refuses: disk full, no permission, no memory (EX_IOERR)
    stopped = 75,   ///< by a signal; what was done is kept (EX_TEMPFAIL)
};

}  // namespace golive::app
