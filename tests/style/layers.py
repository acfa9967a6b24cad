"""No layer takes a private header of another, nor anything of a layer that it does not stand on (sim/README.md)."""
# SPDX-License-Identifier: Apache-2.0
import re
import sys
from pathlib import Path

root = Path(sys.argv[1])
layers = {path.parent.name for path in root.glob("sim/*/CMakeLists.txt")}


def below(layer):
    """The layers that a layer stands on, from what its CMakeLists.txt says."""
    text = (root / "sim" / layer / "CMakeLists.txt").read_text()
    declared = re.search(r"golive_layer\(\w+\s+DEPENDS([\w\s]*?)(?:LIBRARIES|PRIVATE|\))", text)
    if declared is None:
        return set(re.findall(r"golive_(\w+)", text)) & layers - {layer}
    direct = set(declared[1].split())
    return direct.union(*(below(lower) for lower in direct))


def complaints(file, layer):
    for number, line in enumerate(file.read_text().splitlines(), 1):
        included = re.match(r'#include ["<](golive/)?(\w+)/', line)
        if included is None or included[2] not in layers - {layer}:
            continue
        where = f"{file.relative_to(root)}:{number}: {line}"
        if not included[1]:
            yield f"{where}\n  a private header of {included[2]}: make public what {layer} needs of it"
        elif included[2] not in below(layer):
            yield f"{where}\n  {layer} does not stand on {included[2]}"


found = [
    complaint
    for top in ("sim", "include/golive")
    for layer in sorted(layers)
    for file in sorted((root / top / layer).rglob("*.[ch]pp"))
    for complaint in complaints(file, layer)
]
if found:
    print("\n".join(found))
sys.exit(bool(found))
