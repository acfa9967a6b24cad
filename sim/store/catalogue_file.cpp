#include "store/catalogue_file.hpp"

#include "store/naming.hpp"

#include <fmt/format.h>
#include <map>

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
        found[index] = {name, text("golive_name"), index, text("units"), text("long_name"), text("reading")};
    }
    return found;
}

std::vector<std::string> texts(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    return hdf::read_strings(dataset.id(), hdf::all_of(dataset.id()));
}

void read_scalars(hid_t file, StoredCatalogue& stored) {
    for (const auto& [index, naming] : namings_in(file, "/replications")) {
        stored.catalogue.scalars.push_back(
            {naming.name, naming.unit, naming.description, model::reading_called(naming.reading)});
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
        stored.catalogue.series.push_back({naming.name, naming.unit, naming.description, kept_for});
        stored.series_datasets.push_back(naming.dataset);
    }
    stored.catalogue.weeks = hdf::all_of(hdf::open_dataset(file, "/series/network/week").id()).size();
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
    stored.catalogue.causes = texts(file, "/attribution/cause");
    stored.catalogue.event_names = texts(file, "/trace/event_name");
    stored.catalogue.entity_kinds = texts(file, "/trace/entity_kind_name");
    return stored;
}

}  // namespace golive::store
