"""The header as ncdump prints it names every dataset: netCDF leaves out, silently, what it cannot read."""
# SPDX-License-Identifier: Apache-2.0
import re
import subprocess
import sys

import expected

folder = sys.argv[1]
for name in ("sample.h5", "empty.h5"):
    subprocess.run(["ncdump", f"{folder}/{name}"], check=True, capture_output=True)
header = subprocess.run(["ncdump", "-h", f"{folder}/sample.h5"], check=True, capture_output=True, text=True).stdout
for path in list(expected.load(folder, "numbers", float)) + list(expected.load(folder, "texts", str)):
    name = path.rsplit("/", 1)[1]
    assert re.search(rf"^\s*(double|float|int|int64|string) {name}\(", header, re.MULTILINE), path
assert "phony_dim" not in header
assert ':Conventions = "CF-1.10"' in header
