#!/usr/bin/env python3
"""Draws a results file on one page: go-live dates, adoption, devices, and where the time of go-lives went.

    overview.py RESULTS.h5 [FIGURE.svg]

Needs xarray, matplotlib, and netCDF4 or h5netcdf (Debian: python3-xarray python3-netcdf4 python3-matplotlib). The README's
picture is made by it, from the results file of scripts/run.
"""
# SPDX-License-Identifier: Apache-2.0
import sys

import matplotlib.pyplot as plt
import numpy
import xarray

STATES = {"deployed": ("on the wards", "#2a9d5c"), "repair": ("in repair", "#8d7cc3"), "staging": ("being staged", "#f0c84b"),
          "storeroom": ("in the storeroom", "#e8743b"), "on_order": ("on order", "#c9d3dc"), "lost": ("lost", "#4a4a4a")}


def group(path, name):
    with xarray.open_dataset(path, group=name) as dataset:
        return dataset.load()


def draw_go_lives(axes, path):
    """The chance that each wave is live by a date: one S-curve a wave, the last go-live of each."""
    plan = group(path, "/attribution")
    start = group(path, "/summary/network").time.values[0] - numpy.timedelta64(7, "D")
    go_lives = plan.sel(instance=(plan.kind == "go_live").values)
    for wave in dict.fromkeys(go_lives.scope.values):
        last = go_lives.finish.sel(instance=(go_lives.scope == wave).values).max("instance", skipna=False).values
        days = numpy.sort(last[~numpy.isnan(last)])
        if days.size:
            chance = numpy.arange(1, days.size + 1) / last.size
            axes.step(start + (days * 86400).astype("timedelta64[s]"), 100 * chance, where="post", label=wave)
    axes.set(title="Chance that a wave is fully live (%)", ylim=(0, 100))
    axes.legend(fontsize="small")


def draw_adoption(axes, path):
    """Median and 80 % band of the share of opportunities done with each technology."""
    summary = group(path, "/summary/network").squeeze("network")
    named = {name: series.attrs.get("golive_name", "") for name, series in summary.data_vars.items()}
    for name, full in named.items():
        if full.startswith("adoption.") and full.count(".") == 1:
            low, middle, high = (100 * summary[name].sel(statistic=which) for which in ("p10", "p50", "p90"))
            band = axes.fill_between(summary.time, low, high, alpha=0.25)
            axes.plot(summary.time, middle, color=band.get_facecolor()[0, :3], label=full.removeprefix("adoption."))
    axes.set(title="Opportunities done with the technology (%): median, 80 % band", ylim=(0, 100))
    axes.legend(fontsize="small")


def draw_devices(axes, path):
    summary = group(path, "/summary/network").squeeze("network").sel(statistic="mean")
    shown = [state for state in STATES if f"devices_{state}" in summary]
    if shown:
        labels, colours = zip(*(STATES[state] for state in shown))
        axes.stackplot(summary.time, *(summary[f"devices_{state}"] for state in shown), labels=labels, colors=colours)
        axes.legend(fontsize="small", loc="center right")
    axes.set(title="Devices (mean)")


def draw_causes(axes, path):
    """Mean days of each cause over all steps of a kind."""
    plan = group(path, "/attribution")
    days = plan.cause_days.mean("replication")
    kinds = [kind for kind in dict.fromkeys(plan.kind.values) if days.sel(instance=(plan.kind == kind).values).sum() > 0]
    left = numpy.zeros(len(kinds))
    for cause in plan.cause.values:
        mean = numpy.array([float(days.sel(cause=cause, instance=(plan.kind == kind).values).mean()) for kind in kinds])
        if cause != "planned date" and mean.max() > 0.5:
            axes.barh(kinds, mean, left=left, label=cause)
            left += mean
    axes.invert_yaxis()
    axes.set(title="Where the days of a step go, by kind of step (mean)")
    axes.legend(fontsize="small")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    figure, axes = plt.subplots(2, 2, figsize=(13, 8), layout="constrained")
    for draw, panel in zip((draw_go_lives, draw_adoption, draw_devices, draw_causes), axes.flat):
        draw(panel, sys.argv[1])
        panel.spines[["top", "right"]].set_visible(False)
    for panel in axes.flat[:3]:
        panel.tick_params("x", rotation=25, labelsize="small")
    figure.savefig(sys.argv[2] if len(sys.argv) > 2 else "overview.svg")


if __name__ == "__main__":
    main()
