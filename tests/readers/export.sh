#!/bin/sh
# export.sh GOLIVE SCENARIO FOLDER: the tables of a small run, for the readers of comma-separated values.
# SPDX-License-Identifier: Apache-2.0
set -e
"$1" run "$2" -n 6 --trace 2 --quiet --overwrite -o "$3/run.h5" >/dev/null
"$1" export "$3/run.h5" --series adoption.smartphone --overwrite -o "$3/tables"
