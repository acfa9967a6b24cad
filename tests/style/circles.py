"""No mechanism depends on one that depends on it, by calls (`WorldFor<>`) and signals (`on(const Signal&)`) together.

circles.py SOURCE

Whoever calls depends on whom it calls; whoever listens depends on the sender.
"""
# SPDX-License-Identifier: Apache-2.0
import re
import sys
from pathlib import Path

model = Path(sys.argv[1]) / "sim/model"


def without_comments(file):
    return re.sub(r"//.*", "", file.read_text())


def names(text):
    return [name.strip().removeprefix("const ") for name in text.split(",")]


order = names(re.search(r"using Mechanisms = std::tuple<(.*?)>;", without_comments(model / "mechanisms.hpp"), re.S)[1])
sender = dict(re.findall(r"struct (\w+) \{\s*using Sender = class (\w+);", (model / "signals.hpp").read_text()))
calls, signals, found = {}, {}, []
for header in sorted(model.glob("*.hpp")):
    text = without_comments(header)
    for world in re.findall(r"using World =\s*WorldFor<(\w[^>]*)>;", text):
        mechanism, *used = names(world)
        calls[mechanism] = set(used)
        signals[mechanism] = {sender[signal] for signal in re.findall(r"void on\(const (\w+)&", text)}
        source = "".join(without_comments(file) for file in model.glob(f"{header.stem}*.cpp")) + text
        called = set(re.findall(r"\bthe<(\w+)>\(\)", source)) | {"TeamWork" for _ in re.findall(r"\bsubmit_work\(", source)}
        found += [f"{mechanism} says that it uses {name}, and does not" for name in sorted(set(used) - called)]
if set(calls) != set(order):
    found.append(f"in the order or with a WorldFor<>, not both: {', '.join(sorted(set(calls) ^ set(order)))}")


def reached_from(start):
    reached, ahead = set(), [start]
    while ahead:
        mechanism = ahead.pop()
        new = (calls[mechanism] | signals[mechanism]) - reached
        reached |= new
        ahead.extend(new)
    return reached


reached = {mechanism: reached_from(mechanism) for mechanism in calls}
circles = {frozenset(b for b in reached[a] if a in reached[b]) for a in calls if a in reached[a]}
found += [f"a circle: {', '.join(sorted(circle))}" for circle in circles]

print(f"{len(order)} mechanisms, {sum(map(len, calls.values()))} edges of calls, "
      f"{sum(map(len, signals.values()))} of signals, longest circle {max(map(len, circles), default=0)}")
for complaint in found:
    print(complaint)
sys.exit(bool(found))
