"""pandas guesses the right type of every column of `golive export`, and reads numbers bit for bit."""
# SPDX-License-Identifier: Apache-2.0
import pathlib
import sys

import h5py
import numpy
import pandas

folder = pathlib.Path(sys.argv[1])
DATES = {"date", "time", "target_date", "ready_date", "start_date", "finish_date"}
WHOLE = {"replication", "week", "second", "events", "clinician_shifts", "posts"}
NUMBERS = {"value", "low", "high", "target", "ready", "start", "finish", "times"}


def table(name):
    columns = pandas.read_csv(folder / "tables" / f"{name}.csv", nrows=0).columns
    # Its own quick parser may miss by the last bit; that is no fault of the file.
    return pandas.read_csv(folder / "tables" / f"{name}.csv", float_precision="round_trip",
                           parse_dates=[column for column in columns if column in DATES])


def check_types(name, read):
    for column, kind in read.dtypes.items():
        if read[column].isna().all():
            continue
        if column in DATES:
            assert numpy.issubdtype(kind, numpy.datetime64), (name, column, kind)
        elif column in WHOLE:
            assert numpy.issubdtype(kind, numpy.integer), (name, column, kind)
        elif name != "assumptions" and (column in NUMBERS or column.startswith("days_")):
            assert numpy.issubdtype(kind, numpy.number), (name, column, kind)
        elif column not in ("entity", "unit"):  # not every event has a particular one; pure numbers have the unit 1
            assert kind == object, (name, column, kind)


tables = {path.stem: table(path.stem) for path in (folder / "tables").iterdir()}
for name, read in tables.items():
    check_types(name, read)

with h5py.File(folder / "run.h5") as file:
    cost = tables["figures"].query("figure == 'cost.total'").value.to_numpy()
    assert (cost == file["/replications/cost_total"][:]).all()
    adoption = tables["series"].query("scope == 'network'").value.to_numpy().astype("float32")
    stored = file["/series/network/adoption_smartphone"][:].ravel()
    assert ((adoption == stored) | (numpy.isnan(adoption) & numpy.isnan(stored))).all()
    assert len(tables["trace"]) == file["/trace/event"].size
    days = tables["steps"].filter(like="days_").to_numpy().ravel()
    assert (days == file["/attribution/cause_days"][:].ravel()).all()
assert numpy.isinf(tables["summary"].value).any()  # a quantile that is later than what was simulated
