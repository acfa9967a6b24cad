//! The catalogue of a results file, put together from the names, shapes and attributes of its datasets.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/hdf.hpp"

#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>

namespace golive::store {

struct StoredCatalogue {
    model::Catalogue catalogue;
    std::vector<std::string> scalar_datasets;  ///< by Catalogue::scalars
    std::vector<std::string> series_datasets;  ///< by Catalogue::series
};

[[nodiscard]] StoredCatalogue read_catalogue(hid_t file);

}  // namespace golive::store
