//! The command line speaks in the words of the report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/report/words.hpp>

namespace golive::app {

using report::count_in_words;
using report::date_after;
using report::label_of;
using report::money_in_words;
using report::number_in_words;
using report::quoted;
using report::share_in_words;
using report::short_date;
using report::time_in_words;
using report::title_of;
using report::Wording;

}  // namespace golive::app
