#!/usr/bin/env python3
"""Draws one series of the network with its range over the replications, and prints the summary of the scalars.

    read_results.py RESULTS.h5 [SERIES [FIGURE.png]]

SERIES is a dataset of /series/network; without it, the names of all are printed. Needs xarray, matplotlib, and netCDF4
or h5netcdf (Debian: python3-xarray python3-netcdf4 python3-matplotlib). docs/results-format.md has every dataset.
"""
# SPDX-License-Identifier: Apache-2.0
import sys

import matplotlib.pyplot as plt
import xarray


def print_scalars(path):
    """The table of /summary: one row per number, quantiles in columns."""
    with xarray.open_dataset(path, group="/summary") as summary:
        table = summary.value.sel(quantile=[0.1, 0.5, 0.8, 0.9]).to_pandas()
        table.insert(0, "unit", summary.scalar_unit.values)
        table["missing"] = summary.missing.values
        print(table.to_string(float_format="%.4g"))


def draw(path, name, figure):
    """Median, and the band in which 80 % of the replications lie, by date."""
    with xarray.open_dataset(path, group="/summary/network") as summary:
        series = summary[name].squeeze("network")
        low, middle, high = (series.sel(statistic=which) for which in ("p10", "p50", "p90"))
        axes = plt.figure(figsize=(7, 4), layout="constrained").add_subplot()
        axes.fill_between(series.time, low, high, alpha=0.3, label="80 % of replications")
        axes.plot(series.time, middle, label="median")
        axes.set_ylabel(f"{series.attrs['long_name']} ({series.attrs['units']})")
        axes.legend()
        axes.tick_params("x", rotation=30)
        axes.figure.savefig(figure, dpi=150)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = sys.argv[1]
    print_scalars(path)
    if len(sys.argv) == 2:
        with xarray.open_dataset(path, group="/series/network") as series:
            print("\nSeries of the network:", ", ".join(series.data_vars.keys() - {"time"}))
    else:
        draw(path, sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "figure.png")


if __name__ == "__main__":
    main()
