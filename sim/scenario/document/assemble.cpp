//! Files, and the chain of bases below the main one.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/assemble.hpp"

#include "scenario/document/fit_to_parse.hpp"
#include "scenario/document/parse_toml.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

constexpr std::size_t deepest_chain = 16;

/// The files that extend each other, from the main one down to the one being read.
using Chain = std::vector<std::filesystem::path>;

std::filesystem::path real_path(const std::filesystem::path& file) {
    std::error_code ignored;
    auto result = std::filesystem::weakly_canonical(file, ignored);
    return ignored ? file.lexically_normal() : result;
}

std::string in_words(const Chain& chain) {
    std::string words;
    for (const auto& file : chain) words += (words.empty() ? "" : " -> ") + file.filename().string();
    return words;
}

std::optional<Node> with_bases(const Source& source, Chain& chain, Sources& sources,
                               Diagnostics& diagnostics);

/// The base that `extends` names, with its own bases worked in.
std::optional<Node> read_base(const Node& name, Chain& chain, Sources& sources, Diagnostics& diagnostics) {
    if (!name.text()) {
        diagnostics.error(name.place, "`extends` takes the name of a file, such as \"base.toml\"");
        return std::nullopt;
    }
    const auto file =
        (std::filesystem::path{name.place.source->name}.parent_path() / *name.text()).lexically_normal();
    const bool seen = std::any_of(chain.begin(), chain.end(),
                                  [&](const auto& other) { return real_path(other) == real_path(file); });
    chain.push_back(file);
    if (seen || chain.size() > deepest_chain) {
        diagnostics.error(name.place,
                          seen ? "scenarios extend each other in a circle: " + in_words(chain)
                               : fmt::format("more than {} scenarios extend each other", deepest_chain));
        return std::nullopt;
    }
    std::string problem;
    auto text = read_text(file, largest_file, problem);
    if (!text) {
        diagnostics.error(name.place, problem);
        return std::nullopt;
    }
    return with_bases(sources.add(file.string(), std::move(*text)), chain, sources, diagnostics);
}

std::optional<Node> with_bases(const Source& source, Chain& chain, Sources& sources,
                               Diagnostics& diagnostics) {
    std::optional<Node> document = parse_toml(source, diagnostics);
    if (!document) return std::nullopt;
    Node::Table& entries = *document->table();
    const auto extends = std::find_if(entries.begin(), entries.end(),
                                      [](const auto& entry) { return entry.key == "extends"; });
    if (extends == entries.end()) return document;
    const Node name = extends->value;
    entries.erase(extends);
    std::optional<Node> base = read_base(name, chain, sources, diagnostics);
    if (!base) return std::nullopt;
    const Place place = document->place;
    overlay(*base, std::move(*document));
    base->place = place;
    return base;
}

bool same_name(const Node& a, const Node& b) {
    const Node *first = a.find("name"), *second = b.find("name");
    return first && second && first->text() && second->text() && *first->text() == *second->text();
}

bool are_named(const Node& list) {
    return list.array() && std::all_of(list.array()->begin(), list.array()->end(), [](const Node& element) {
               const Node* name = element.find("name");
               return name && name->text();
           });
}

}  // namespace

std::optional<std::string> read_text(const std::filesystem::path& file, std::size_t largest,
                                     std::string& problem) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return problem = fmt::format("`{}` is a folder, not a file", file.string()), std::nullopt;
    if (!std::filesystem::exists(file, error))
        return problem = fmt::format("there is no file `{}`", file.string()), std::nullopt;
    std::ifstream stream{file, std::ios::binary};
    std::string text;
    std::array<char, 65536> part{};
    while (stream && text.size() <= largest) {  // what is named may be endless
        stream.read(part.data(), part.size());
        text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream && !stream.eof())
        return problem = fmt::format("`{}` cannot be read (is it yours to read?)", file.string()),
               std::nullopt;
    if (text.size() > largest)
        return problem = fmt::format("`{}` is larger than {} MiB", file.string(), largest >> 20),
               std::nullopt;
    if (text.empty()) return problem = fmt::format("`{}` is empty", file.string()), std::nullopt;
    return text;
}

std::optional<Node> assemble(const Source& main, const LoadOptions& options, Sources& sources,
                             Diagnostics& diagnostics) {
    Chain chain{main.name};
    std::optional<Node> document = with_bases(main, chain, sources, diagnostics);
    if (!document) return std::nullopt;
    std::vector<std::string> overrides = options.overrides;
    if (options.horizon) overrides.push_back("scenario.horizon=" + *options.horizon);
    for (const std::string& typed : overrides)
        apply_override(*document, sources.add("--set", typed, Source::Kind::override_text), diagnostics);
    insert_csv_files(*document, std::filesystem::path{main.name}.parent_path(), sources, diagnostics);
    return document;
}

void overlay(Node& base, Node top) {
    if (base.table() && top.table() && !is_law(base) && !is_law(top)) {
        for (Node::Entry& entry : *top.table()) {
            Node::Entry* below = base.entry(entry.key);
            if (!below) {
                base.table()->push_back(std::move(entry));
                continue;
            }
            below->place = entry.place;
            overlay(below->value, std::move(entry.value));
        }
        base.place = top.place;
    } else if (base.array() && top.array() && !base.array()->empty() && !top.array()->empty() &&
               are_named(base) && are_named(top)) {
        for (Node& element : *top.array()) {
            const auto below = std::find_if(base.array()->begin(), base.array()->end(),
                                            [&](const Node& other) { return same_name(other, element); });
            if (below == base.array()->end())
                base.array()->push_back(std::move(element));
            else
                overlay(*below, std::move(element));
        }
    } else {
        base = std::move(top);
    }
}

}  // namespace golive::scenario
