//! Provenance as attributes and datasets of a results file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/hdf.hpp"

#include <golive/batch/batch.hpp>
#include <golive/store/provenance.hpp>

namespace golive::store {

/// The attributes of the root and the group /scenario: what is known before the run.
void write_scenario(hid_t file, const Provenance& provenance);
/// The group /run: what is known after it.
void write_run(hid_t file, const Provenance& provenance, const batch::Outcome& outcome);

[[nodiscard]] Provenance read_provenance(hid_t file);
[[nodiscard]] std::vector<batch::Failure> read_failures(hid_t file);

}  // namespace golive::store
