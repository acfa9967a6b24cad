"""The compiler accepts mechanisms that keep to the order and refuses the others, for the reason that each source says.

order.py SOURCE COMPILER

The first line of each file in `order/` is `// accepted`, or `// refused:` and a pattern of the error.
"""
# SPDX-License-Identifier: Apache-2.0
import re
import subprocess
import sys
from pathlib import Path

root, compiler = Path(sys.argv[1]), sys.argv[2]
cases = sorted((root / "tests/style/order").glob("*.cpp"))


def complaint(case):
    first = case.read_text().splitlines()[0]
    refused = re.fullmatch(r"// refused: (.*)", first)
    if refused is None and first != "// accepted":
        return "its first line does not say what is to become of it"
    run = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", f"-I{root / 'include'}", f"-I{root / 'sim'}", case],
                         capture_output=True, text=True)
    if refused is None:
        return run.returncode != 0 and f"is refused:\n{run.stderr}"
    if run.returncode == 0:
        return "compiles, and must not"
    return re.search(f"error: .*({refused[1]})", run.stderr) is None and f"is refused for another reason:\n{run.stderr}"


found = [f"{case.name}: {said}" for case in cases if (said := complaint(case))]
print("\n".join(found) or f"{len(cases)} sources, as they should be")
sys.exit(bool(found) or len(cases) < 2)
