#!/usr/bin/env bash
# Installs to a folder of its own, then configures, builds and runs a project that uses it:
# install.sh BUILD_DIR PROJECT_DIR COMPILER GENERATOR
set -euo pipefail
build=$1 project=$2 compiler=$3 generator=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/prefix" >"$work/log" || { cat "$work/log" >&2; exit 1; }
cmake -S "$project" -B "$work/build" -G "$generator" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER="$compiler"
cmake --build "$work/build"

scenario=$work/prefix/share/golive/scenarios/one-clinic.toml
from_library=$("$work/build/outside" "$scenario")
"$work/prefix/bin/golive" run "$scenario" -n 1 --seed 1 --format csv -o "$work/one.h5" >"$work/one.csv"
# Column 8 of the line is the mean, of one replication: the value.
from_program=$(grep '^cost.total,' "$work/one.csv" | cut -d, -f8)
echo "the library says $from_library, the program $from_program"
[ "$from_library" = "$from_program" ]

bash -n "$work/prefix/share/bash-completion/completions/golive"
test -s "$work/prefix/share/zsh/site-functions/_golive"
