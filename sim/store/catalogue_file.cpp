#include "store/catalogue_file.hpp"

#include "store/naming.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>

namespace golive::store {
namespace {

/// The datasets of a group that stand for something in the catalogue, by their index there.
std::map<std::int64_t, Naming> namings_in(hid_t file, const std::string& group) {
    std::map<std::int64_t, Naming> found;
    for (const std::string& name : hdf::datasets_in(file, group)) {
        const hdf::Handle dataset = hdf::open_dataset(file, group + "/" + name);
        const hid_t id = dataset.id();
        if (!hdf::has_attribute(id, "golive_index")) continue;
        const auto text = [id](const char* attribute) {
            return hdf::has_attribute(id, attribute) ? hdf::text_attribute(id, attribute) : std::string{};
        };
        const std::int64_t index = hdf::integer_attribute(id, "golive_index");
        found[index] = {name,
                        text("golive_name"),
                        index,
                        text("units"),
                        text("long_name"),
                        text("reading"),
                        text("subject"),
                        text("family"),
                        text("of"),
                        text("role")};
    }
    return found;
}

std::vector<std::string> texts(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    return hdf::read_strings(dataset.id(), hdf::all_of(dataset.id()));
}

void read_scalars(hid_t file, StoredCatalogue& stored) {
    for (const auto& [index, naming] : namings_in(file, "/replications")) {
        stored.catalogue.scalars.push_back({naming.name, naming.unit, naming.description,
                                            model::reading_called(naming.reading),
                                            model::subject_called(naming.subject)});
        stored.scalar_datasets.push_back(naming.dataset);
    }
}

void read_series(hid_t file, StoredCatalogue& stored) {
    std::map<std::int64_t, std::pair<Naming, std::array<bool, 4>>> all;
    for (const auto scope : model::scope_kinds) {
        const auto position = static_cast<std::size_t>(scope);
        const std::string group = fmt::format("/series/{}", name_of(scope));
        stored.catalogue.members[position] = texts(file, fmt::format("{}/{}", group, name_of(scope)));
        for (const auto& [index, naming] : namings_in(file, group)) {
            auto& [first, kept_for] = all.try_emplace(index, naming, std::array<bool, 4>{}).first->second;
            kept_for[position] = true;
        }
    }
    for (const auto& [index, entry] : all) {
        const auto& [naming, kept_for] = entry;
        stored.catalogue.series.push_back(
            {naming.name, naming.unit, naming.description, kept_for, naming.family, naming.of, naming.role});
        stored.series_datasets.push_back(naming.dataset);
    }
    stored.catalogue.weeks = hdf::all_of(hdf::open_dataset(file, "/series/network/week").id()).size();
}

/// Before format 1.2 names alone say what a series is of, and which stages there are: "adoption.phone.nurse",
/// "people.adopted.phone".
void read_names(model::Catalogue& catalogue) {
    for (model::SeriesInfo& series : catalogue.series) {
        std::vector<std::string> parts;
        std::istringstream name{series.name};
        for (std::string part; std::getline(name, part, '.');) parts.push_back(part);
        parts.resize(3);
        if (parts[0] == "people") {
            auto& stages = catalogue.stages;
            if (std::ranges::find(stages, parts[1]) == stages.end()) stages.push_back(parts[1]);
            parts = {parts[0] + "." + parts[1], parts[2], ""};
        }
        series.family = parts[0];
        series.of = parts[1];
        series.role = parts[2];
    }
}

void read_instances(hid_t file, model::Catalogue& catalogue) {
    auto names = texts(file, "/attribution/instance");
    auto activities = texts(file, "/attribution/activity");
    auto kinds = texts(file, "/attribution/kind");
    auto scopes = texts(file, "/attribution/scope");
    const hdf::Handle dataset = hdf::open_dataset(file, "/attribution/target_days");
    std::vector<double> targets(hdf::all_of(dataset.id()).size());
    hdf::read(dataset.id(), hdf::all_of(dataset.id()), hdf::Type::f64, targets.data());
    for (std::size_t i = 0; i < names.size(); ++i) {
        catalogue.instances.push_back({names[i], activities.at(i), kinds.at(i), scopes.at(i), targets.at(i)});
    }
}

/// Files of format 1.0 do not have it.
void read_giving_up(hid_t file, model::Catalogue& catalogue) {
    if (!hdf::exists(file, "/giving_up")) return;
    catalogue.roles = texts(file, "/giving_up/role");
    catalogue.reasons = texts(file, "/giving_up/reason");
    const hdf::Handle dataset = hdf::open_dataset(file, "/giving_up/posts");
    catalogue.posts.resize(hdf::all_of(dataset.id()).size());
    hdf::read(dataset.id(), hdf::all_of(dataset.id()), hdf::Type::i32, catalogue.posts.data());
}

}  // namespace

StoredCatalogue read_catalogue(hid_t file) {
    StoredCatalogue stored;
    read_scalars(file, stored);
    read_series(file, stored);
    read_instances(file, stored.catalogue);
    read_giving_up(file, stored.catalogue);
    if (hdf::exists(file, "/trace/stage_name")) {
        stored.catalogue.stages = texts(file, "/trace/stage_name");
    } else {
        read_names(stored.catalogue);
    }
    stored.catalogue.causes = texts(file, "/attribution/cause");
    stored.catalogue.event_names = texts(file, "/trace/event_name");
    stored.catalogue.entity_kinds = texts(file, "/trace/entity_kind_name");
    return stored;
}

}  // namespace golive::store
