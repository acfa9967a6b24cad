//! Tables in documents that tests fill: what a page says came out is held to what comes out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace golive::testing {

/// Holds the block of a page of docs/ between `<!-- id -->` and the next `<!-- end -->` to be this text; with
/// GOLIVE_UPDATE_DOCS set, writes it.
inline void expect_documented(const std::string& page_name, const std::string& id, const std::string& text) {
    const std::string path = std::string{GOLIVE_SOURCE_DIR} + "/docs/" + page_name;
    std::ifstream file{path};
    std::string page{std::istreambuf_iterator<char>{file}, {}};
    const std::string opening = "<!-- " + id + " -->\n";
    const std::size_t from = page.find(opening);
    ASSERT_NE(from, std::string::npos) << "docs/" << page_name << " has no block " << id;
    const std::size_t begin = from + opening.size();
    const std::size_t end = page.find("<!-- end -->", begin);
    ASSERT_NE(end, std::string::npos) << "the block " << id << " of docs/" << page_name << " has no end";
    const std::string wanted = "\n" + text + "\n";
    if (std::getenv("GOLIVE_UPDATE_DOCS") != nullptr) {
        page.replace(begin, end - begin, wanted);
        std::ofstream{path} << page;
        return;
    }
    EXPECT_EQ(page.substr(begin, end - begin), wanted)
        << "docs/" << page_name << " is not what the experiment says now";
}

}  // namespace golive::testing
