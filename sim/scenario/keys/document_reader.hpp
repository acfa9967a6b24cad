//! What reading a document needs along the way: names, messages, where we are, and what was assumed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"
#include "scenario/keys/key_info.hpp"
#include "scenario/keys/names.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <golive/random/distribution.hpp>
#include <golive/scenario/assumption.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

class DocumentReader {
 public:
    DocumentReader(Diagnostics& diagnostics, const Names& names, std::string currency)
        : diagnostics_{diagnostics}, names_{names}, currency_{std::move(currency)} {}

    [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
    [[nodiscard]] const Names& names() const { return names_; }
    [[nodiscard]] const std::string& currency() const { return currency_; }

    /// Steps into a key until the end of the scope. Elements of lists share their defaults: told
    /// once, as `*`.
    class Within {
     public:
        Within(DocumentReader& reader, const std::string& name, bool element = false);
        ~Within();
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

     private:
        DocumentReader& reader_;
        std::size_t length_, general_length_;
    };
    [[nodiscard]] const std::string& path() const { return path_; }

    /// An error; "¤" in it becomes the sign of the scenario's currency.
    void wrong(const Place& place, const std::string& message, const std::string& hint = "");
    /// "`x` takes a duration, not a table": the value is of another kind than the key takes.
    void wrong_kind(const Node& node, const KeyInfo& key);

    /// A number in base units as the format says; reports what is not one. Bounds are not looked at.
    [[nodiscard]] std::optional<double> quantity(const Node& node, const KeyInfo& key, const Format& format);
    /// The same within the key's bounds.
    [[nodiscard]] std::optional<double> certain(const Node& node, const KeyInfo& key);
    /// A certain number or a law of probability, within the key's bounds.
    struct Chance {
        random::Distribution law;
        Vary vary;
    };
    [[nodiscard]] std::optional<Chance> chance(const Node& node, const KeyInfo& key);
    /// The position of a name.
    [[nodiscard]] std::optional<std::uint32_t> named(const Node& node, const KeyInfo& key,
                                                     const Registry& registry);

    /// Notes a value for `describe`.
    void assume(const KeyInfo& key, const Node& value);
    [[nodiscard]] std::vector<Assumption> take_assumptions() { return std::move(assumptions_); }

 private:
    [[nodiscard]] bool possible(const random::Distribution& law, const Node& node, const KeyInfo& key);
    void doubt_implausible(double typical, const Node& node, const KeyInfo& key);

    Diagnostics& diagnostics_;
    const Names& names_;
    std::string currency_;
    std::string path_, general_path_;
    std::vector<Assumption> assumptions_;
    std::set<std::string> defaults_told_;
};

}  // namespace golive::scenario
