#!/bin/sh
# scripts/analysis/read_results.R runs on a results file and draws a figure.
# SPDX-License-Identifier: Apache-2.0
set -e
rm -f "$1/figure.pdf"
Rscript --vanilla "$(dirname "$0")/../../scripts/analysis/read_results.R" "$1/sample.h5" devices_in_use_0 "$1/figure.pdf"
test -s "$1/figure.pdf"
test "$(head -c 5 "$1/figure.pdf")" = "%PDF-"
