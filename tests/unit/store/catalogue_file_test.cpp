//! Catalogues of files that earlier versions wrote.
// SPDX-License-Identifier: Apache-2.0
#include "store/catalogue_file.hpp"

#include "sample.hpp"
#include "scratch.hpp"

#include <gmock/gmock.h>

namespace golive::store {
namespace {

using ::testing::ElementsAre;

/// As format 1.1 has it: no stages, and nothing but names to say what a series is of.
StoredCatalogue before_1_2(const std::filesystem::path& path) {
    model::Catalogue catalogue = sample::catalogue();
    for (const char* name : {"help_calls", "adoption.phone", "adoption.phone.nurse", "people.trial.phone",
                             "people.adopted.phone", "people.trial.tablet"})
        catalogue.series.push_back({name, "1", "", {true}});
    ResultsWriter{path, sample::provenance(0), catalogue}.finish({});
    const hdf::Handle file{H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose};
    H5Ldelete(file.id(), "/trace/stage_name", H5P_DEFAULT);
    return read_catalogue(file.id());
}

TEST(CatalogueFile, TakesFromNamesWhatFilesBefore12DoNotSay) {
    const Scratch scratch;
    const model::Catalogue catalogue = before_1_2(scratch.path("r.h5")).catalogue;
    std::vector<std::string> found;
    for (const model::SeriesInfo& info : catalogue.series)
        if (info.family != "devices")
            found.push_back(fmt::format("{}|{}|{}", info.family, info.of, info.role));
    EXPECT_THAT(found, ElementsAre("help_calls||", "adoption|phone|", "adoption|phone|nurse",
                                   "people.trial|phone|", "people.adopted|phone|", "people.trial|tablet|"));
    EXPECT_THAT(catalogue.stages, ElementsAre("trial", "adopted"));
}

}  // namespace
}  // namespace golive::store
