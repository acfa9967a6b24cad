#!/usr/bin/env bash
# The same results bit for bit, whatever the number of threads: threads.sh GOLIVE SCENARIO
set -euo pipefail
golive=$1 scenario=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { "$golive" run "$scenario" -n 40 --trace 3,17 --quiet -o "$work/$1.h5" "${@:2}" >"$work/$1.txt"; }
run 1 -j 1
run 2 -j 2
run 5 -j 5
for threads in 2 5; do "$golive" diff --exact "$work/1.h5" "$work/$threads.h5"; done

# The summary too, but for the last lines, which name the file and the time.
for threads in 2 5; do diff <(head -n -2 "$work/1.txt") <(head -n -2 "$work/$threads.txt"); done

# Were the comparison blind, it would find nothing here either.
run other -j 1 --seed 2
if "$golive" diff "$work/1.h5" "$work/other.h5" >/dev/null; then
    echo "another seed gave the same results" >&2
    exit 1
fi

# Where a run ends by precision, threads have simulated beyond: nothing of it may be seen.
until_precise() {
    "$golive" run "$scenario" --until 'mean(cost.total) +- 2 % of it' --until 'p80(go_live) +- 3 days' --quiet \
        -j "$1" -o "$work/until$1.h5" >/dev/null
}
until_precise 1
for threads in 2 3 7; do
    until_precise "$threads"
    "$golive" diff --exact "$work/until1.h5" "$work/until$threads.h5"
done
