"""What write_sample says a results file holds, and whether a reader found it."""
# SPDX-License-Identifier: Apache-2.0
import csv
import math
from collections import defaultdict

GROUPS = ["/", "/scenario", "/run", "/replications", "/attribution", "/giving_up", "/trace", "/summary"]
SCOPES = ["network", "site", "wave", "unit"]
GROUPS += [f"/{kind}/{scope}" for kind in ("series", "summary") for scope in SCOPES]


def load(folder, name, convert):
    values = defaultdict(list)
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values[row["path"]].append(convert(row["value"]))
    return values


def close(path, found, wanted):
    """Series are rounded to 12 bits of mantissa; the rest is exact."""
    if math.isnan(wanted):
        return math.isnan(found)
    tolerance = 2.0**-13 * abs(wanted) if path.startswith("/series/") else 0.0
    return abs(found - wanted) <= tolerance


def check_numbers(folder, read, missing=lambda path: None):
    """`read(path)` gives the flat values of a dataset; `missing(path)` what the reader makes of its "none"."""
    wanted = load(folder, "numbers", float)
    assert len(wanted) > 15
    for path, values in wanted.items():
        if missing(path) is not None:
            values = [math.nan if value == missing(path) else value for value in values]
        found = list(read(path))
        assert len(found) == len(values), f"{path}: {len(found)} values, not {len(values)}"
        for i, (a, b) in enumerate(zip(found, values)):
            assert close(path, float(a), b), f"{path}[{i}]: {a}, not {b}"


def check_texts(folder, read):
    wanted = load(folder, "texts", str)
    assert len(wanted) > 5
    for path, values in wanted.items():
        found = list(read(path))
        assert found == values, f"{path}: {found}, not {values}"
