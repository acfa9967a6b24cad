//! Tables of `golive export`: one observation a row, dates beside days.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal/text_output.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <golive/store/results_file.hpp>

namespace golive::app {

struct ExportSource {
    const store::ResultsFile& results;
    std::vector<std::size_t> series;  ///< that are wanted, by Catalogue::series; none are named: all of them
};

struct ExportTable {
    enum class Written {
        always,        ///< with all others
        where_it_has,  ///< with all others, if the file has any rows of it
        when_named,    ///< is large
    };
    std::string_view name;
    std::string_view what;  ///< a row is, in words
    Written written;
    void (*write)(const ExportSource& source, TextOutput& output);
};

[[nodiscard]] std::span<const ExportTable> export_tables();

}  // namespace golive::app
