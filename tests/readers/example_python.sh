#!/bin/sh
# scripts/analysis/read_results.py runs on a results file and draws a figure that shows something.
# SPDX-License-Identifier: Apache-2.0
set -e
rm -f "$1/figure.png"
/usr/bin/python3 "$(dirname "$0")/../../scripts/analysis/read_results.py" "$1/sample.h5" devices_in_use_0 "$1/figure.png"
test -s "$1/figure.png"
/usr/bin/python3 -c 'import sys; from matplotlib.image import imread; image = imread(sys.argv[1]); assert image.size > 0 and image.min() < image.max()' \
    "$1/figure.png"
