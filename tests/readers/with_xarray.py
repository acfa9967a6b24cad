"""Opens every group of the results files with one of xarray's engines."""
# SPDX-License-Identifier: Apache-2.0
import numpy
import xarray

import expected


def check(folder, engine):
    def dataset_of(path):
        group, name = path.rsplit("/", 1)
        with xarray.open_dataset(f"{folder}/sample.h5", group=group, engine=engine) as data:
            return data[name].load()

    # xarray knows _FillValue, and gives NaN for it.
    none = {"/attribution/bound_by": -1, "/trace/cause": -1}
    expected.check_numbers(folder, lambda path: dataset_of(path).values.ravel(), none.get)
    expected.check_texts(folder, lambda path: dataset_of(path).values.ravel())
    check_coordinates(folder, engine)
    check_selection(folder, engine)
    for group in expected.GROUPS:
        with xarray.open_dataset(f"{folder}/empty.h5", group=group, engine=engine) as data:
            data.load()


def check_coordinates(folder, engine):
    """Every axis has its labels in its own group, and nothing was taken for a time span."""
    for group in expected.GROUPS:
        with xarray.open_dataset(f"{folder}/sample.h5", group=group, engine=engine) as data:
            for dimension in data.dims:
                assert dimension in data.coords, f"{group}: no coordinate {dimension}"
            for name, values in data.variables.items():
                assert values.dtype.kind != "m", f"{group}/{name} became a time span"


def check_selection(folder, engine):
    with xarray.open_dataset(f"{folder}/sample.h5", group="/series/unit", engine=engine) as data:
        assert data.devices_in_use_0.dims == ("replication", "week", "unit")
        assert data.time.values[0] == numpy.datetime64("2027-01-11")
        assert "time" in data.devices_in_use_0.coords
        assert data.devices_in_use_0.sel(unit="unit é/2", week=3).shape == (5,)
    with xarray.open_dataset(f"{folder}/sample.h5", group="/summary", engine=engine) as data:
        by_hand = xarray.open_dataset(f"{folder}/sample.h5", group="/replications", engine=engine)
        median = float(data.value.sel(scalar="go_live.wave 0", quantile=0.5))
        assert median == float(by_hand.go_live_wave_0.median())
        assert by_hand.go_live_wave_0.attrs["golive_name"] == "go_live.wave 0"
        by_hand.close()
    with xarray.open_dataset(f"{folder}/sample.h5", group="/summary/site", engine=engine) as data:
        series = xarray.open_dataset(f"{folder}/sample.h5", group="/series/site", engine=engine)
        difference = series.devices_in_use_1.mean("replication") - data.devices_in_use_1.sel(statistic="mean")
        assert float(abs(difference).max()) < 1e-3
        series.close()
    with xarray.open_dataset(f"{folder}/sample.h5", group="/run", engine=engine) as data:
        assert data.attrs["seed"] == "0xfedcba9876543210"
    with xarray.open_dataset(f"{folder}/sample.h5", engine=engine) as data:
        assert list(data.attrs["format_version"]) == [1, 2]
        assert data.attrs["title"].endswith("été")
