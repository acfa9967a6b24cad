//! The page about the format says what files hold, no more and no less.
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "store/hdf.hpp"
#include "store/naming.hpp"

#include <cstdlib>
#include <gmock/gmock.h>
#include <set>

#include <golive/base/error.hpp>
#include <golive/store/format.hpp>

namespace golive::store {
namespace {

using ::testing::ElementsAre;

/// "/series/unit/devices_in_use_0" as the table has it: "/series/<scope>/<series>".
std::string pattern_of(hid_t file, const std::string& path) {
    std::string pattern = path;
    for (const auto scope : model::scope_kinds) {
        const std::string name{name_of(scope)};
        for (const std::string group : {"/series/", "/summary/"}) {
            if (pattern.starts_with(group + name + "/"))
                pattern.replace(group.size(), name.size(), "<scope>");
        }
        if (pattern.ends_with("<scope>/" + name))
            pattern.replace(pattern.size() - name.size(), name.size(), "<scope>");
    }
    if (hdf::has_attribute(hdf::open_dataset(file, path).id(), "golive_index")) {
        pattern.erase(pattern.rfind('/') + 1);
        pattern += path.starts_with("/replications/") ? "<scalar>" : "<series>";
    }
    return pattern;
}

std::string name_of_type(hdf::Type type) {
    return std::array{"int32", "int64", "float32", "float64", "text"}[static_cast<std::size_t>(type)];
}

TEST(Format, TableAndFilesHoldTheSameDatasets) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 3, {}, 1);
    const hdf::Handle file = hdf::open_file(scratch.path("r.h5"));
    std::set<std::string> written;
    for (const std::string& path : hdf::all_datasets(file.id())) {
        const DatasetFormat& format = format_of(pattern_of(file.id(), path));
        const hdf::Handle dataset = hdf::open_dataset(file.id(), path);
        EXPECT_EQ(name_of_type(hdf::type_in_file(dataset.id())), format.type) << path;
        EXPECT_EQ(hdf::extent_of(dataset.id()).size(), format.axes.size()) << path;
        written.emplace(format.path);
    }
    std::set<std::string> promised;
    for (const auto& format : dataset_formats()) promised.emplace(format.path);
    EXPECT_EQ(written, promised);
}

TEST(Format, TableAndFilesHoldTheSameAttributes) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 3);
    const hdf::Handle file = hdf::open_file(scratch.path("r.h5"));
    std::set<std::string> written;
    for (const std::string group : {"/", "/scenario", "/run"}) {
        for (const auto& name : hdf::attributes_of(hdf::open_object(file.id(), group).id()))
            written.insert(group + " " + name);
    }
    std::set<std::string> promised;
    for (const auto& format : attribute_formats())
        promised.insert(std::string{format.group} + " " + std::string{format.name});
    EXPECT_EQ(written, promised);
}

/// GOLIVE_UPDATE_DOCS=1 writes the tables into the page, for you to look over and commit.
TEST(Format, PageHoldsTheTables) {
    const std::filesystem::path page = std::filesystem::path{GOLIVE_SOURCE_DIR} / "docs/results-format.md";
    const std::string text = bytes_of(page);
    const auto begin = text.find("## Datasets\n");
    ASSERT_NE(begin, std::string::npos);
    if (std::getenv("GOLIVE_UPDATE_DOCS") != nullptr)
        put_bytes(page, text.substr(0, begin) + format_tables());
    EXPECT_EQ(bytes_of(page).substr(begin), format_tables()) << "run this test with GOLIVE_UPDATE_DOCS=1";
}

TEST(Format, HasNoDatasetThatTheTableLacks) { EXPECT_THROW((void)format_of("/run/colour"), Error); }

TEST(Naming, GivesNamesThatEveryReaderTakes) {
    model::Catalogue catalogue;
    for (const auto* name : {"go_live.wave 1", "go_live/wave-1", "2nd", "été", "events", "...", "a__b"}) {
        catalogue.scalars.push_back({name, "1", "", model::Reading::number});
    }
    std::vector<std::string> datasets;
    for (const auto& naming : scalar_namings(catalogue)) datasets.push_back(naming.dataset);
    EXPECT_THAT(datasets,
                ElementsAre("go_live_wave_1", "go_live_wave_1_2", "n_2nd", "t", "events_2", "n_", "a_b"));
}

}  // namespace
}  // namespace golive::store
