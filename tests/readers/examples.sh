#!/bin/sh
# The examples in scripts/analysis run on a results file and draw their figure.
# SPDX-License-Identifier: Apache-2.0
set -e
examples=$(dirname "$0")/../../scripts/analysis
/usr/bin/python3 -c 'import xarray, matplotlib' 2>/dev/null || exit 77
rm -f "$1/figure.png" "$1/figure.pdf"
/usr/bin/python3 "$examples/read_results.py" "$1/sample.h5" devices_in_use_0 "$1/figure.png"
test -s "$1/figure.png"
Rscript -e 'library(rhdf5)' >/dev/null 2>&1 || exit 0
Rscript --vanilla "$examples/read_results.R" "$1/sample.h5" devices_in_use_0 "$1/figure.pdf"
test -s "$1/figure.pdf"
