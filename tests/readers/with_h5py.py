# SPDX-License-Identifier: Apache-2.0
import sys

import h5py

import expected

folder = sys.argv[1]
with h5py.File(f"{folder}/sample.h5", "r") as file:
    expected.check_numbers(folder, lambda path: file[path][()].ravel())
    expected.check_texts(folder, lambda path: file[path].asstr()[()].ravel())
    start, count = file["/trace/event_start"][1], file["/trace/event_count"][1]
    assert (start, count) == (10, 10)
    assert file["/series/unit/devices_in_use_0"].dims[2][0].name == "/series/unit/unit"
