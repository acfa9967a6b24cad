//! The command line speaks in the words of the report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/report/words.hpp>

namespace golive::app {

using namespace report;

}  // namespace golive::app
