//! Keys and tables in words.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_info.hpp"

#include "scenario/document/diagnostics.hpp"

#include <algorithm>

#include <golive/base/enum_names.hpp>

namespace golive::scenario {

std::string letter(Grade grade) {
    static constexpr EnumNames<Grade, 6> letters{{{Grade::official, "O"},
                                                  {Grade::abstract, "A"},
                                                  {Grade::secondary, "S"},
                                                  {Grade::vendor, "V"},
                                                  {Grade::textbook, "T"},
                                                  {Grade::derived, "D"}}};
    return std::string{letters.name_of(grade)};
}

Shape shape_of(Shape::Kind kind, std::string_view of) { return {.kind = kind, .of = std::string{of}}; }

const KeyInfo* TableInfo::find(std::string_view name) const {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const KeyInfo& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> TableInfo::names() const {
    std::vector<std::string> result;
    for (const KeyInfo& key : keys) result.push_back(key.name);
    return result;
}

bool TableInfo::has_required() const {
    return std::any_of(keys.begin(), keys.end(), [](const KeyInfo& key) { return key.required; });
}

std::string describe(const Shape& shape) {
    using enum Shape::Kind;
    switch (shape.kind) {
        case text:
            return "text";
        case date:
            return "a date, such as 2027-01-04";
        case quantity:
        case uncertain:
            return describe_format(shape.format);
        case effort:
            return "hours of work, such as \"200 h\" or \"35 min per device\"";
        case word:
            return listed(shape.words);
        case name:
            return "the name of a " + shape.of;
        case list:
            if (const Shape& element = shape.element.front(); element.kind == name)
                return "a list of names, each of a " + element.of;
            return "a list of " + describe(shape.element.front());
        case by_name:
            return describe(shape.element.front()) + ", or a table with one for each " + shape.of;
        case table:
            return "a table";
        case tables:
            return shape.of.empty() ? "tables" : shape.of;
        case other:
            return shape.of;
    }
    return "";
}

}  // namespace golive::scenario
