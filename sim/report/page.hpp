//! The page of a report as it is before and after its document, made from page/ at build time.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace golive::report {

/// One HTML file is page_before_document(), the document as JSON (UTF-8, every `<` written as \u003c),
/// page_after_document(). Both live as long as the program.
std::string_view page_before_document();
std::string_view page_after_document();

}  // namespace golive::report
