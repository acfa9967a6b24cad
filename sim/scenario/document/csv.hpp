//! Comma-separated values with a header line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"

#include <string>
#include <vector>

namespace golive::scenario {

struct Csv {
    struct Cell {
        std::string text;
        Place place;
    };
    using Row = std::vector<Cell>;
    Row header;
    std::vector<Row> rows;  ///< each as long as the header
};

/// RFC 4180 with line feeds alone allowed; blanks around cells and empty lines are dropped. Reports
/// what is ragged.
[[nodiscard]] Csv parse_csv(const Source& source, Diagnostics& diagnostics);

}  // namespace golive::scenario
