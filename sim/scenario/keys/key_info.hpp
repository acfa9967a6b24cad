//! What is known of a key, whatever struct it fills: the one description that reader, schema
//! and reference share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/node.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <golive/scenario/quantity_text.hpp>

namespace golive::scenario {

/// How well a default and its range are known.
enum class Grade {
    official,   ///< O: official statistic or report
    abstract,   ///< A: abstract of a published study
    secondary,  ///< S: press, blog or citing paper
    vendor,     ///< V: claim of a vendor, consultancy or trade paper
    textbook,   ///< T: textbook, common knowledge or judgement
    derived,    ///< D: derived from graded data
};
[[nodiscard]] std::string letter(Grade grade);

/// What kind of value stands behind a key.
struct Shape {
    enum class Kind {
        text,
        date,
        quantity,
        uncertain,
        effort,
        word,
        name,
        list,
        by_name,
        table,
        tables,
        other
    };
    Kind kind = Kind::text;
    Format format{};                   ///< of quantities
    std::vector<std::string> words{};  ///< that a `word` may be
    std::string of{};                  ///< what a `name` names; what an `other` is, in words
    std::vector<Shape> element{};      ///< of a list or a by_name: one
};

/// A shape that is told by its kind and by what it is `of`.
[[nodiscard]] Shape shape_of(Shape::Kind kind, std::string_view of = {});

struct TableInfo;

struct KeyInfo {
    std::string name;
    Shape shape;
    bool required = false;
    bool only_one = false;        ///< left out, a name is that of the only thing of its kind
    std::string fallback_text{};  ///< as a file would write it
    std::optional<Node> fallback{};
    std::string low{}, high{};         ///< plausible range; "¤" is the scenario's currency
    std::optional<Bounds> possible{};  ///< instead of the natural bounds of the dimension
    std::string source{};
    Grade grade = Grade::textbook;
    std::string help{};
    const TableInfo* table = nullptr;  ///< of Kind::table and Kind::tables
};

struct TableInfo {
    std::string title;  ///< "[team.*]"
    std::string thing;  ///< "team"
    std::string help;
    std::vector<KeyInfo> keys{};
    std::string more_keys{};  ///< what other keys may be: "role"; empty where there are none

    [[nodiscard]] const KeyInfo* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] bool has_required() const;
};

/// "a duration, such as `6 weeks`", "one of `majority`, `unanimous`": for messages and pages.
[[nodiscard]] std::string describe(const Shape& shape);

}  // namespace golive::scenario
