#!/usr/bin/env python3
"""Does what docs/adding-a-mechanism.md says in a copy of the source, builds it, and runs the test that it adds.

follow.py SOURCE COPY COMPILER GENERATOR

A block of code after "New file `path`:" becomes that file; one after "In `path`, after `line`:" goes below that line. Only the layers up
to the model are built, without optimisation.
"""
import pathlib
import re
import shutil
import subprocess
import sys

source, copy, compiler, generator = sys.argv[1:5]
source, copy = pathlib.Path(source), pathlib.Path(copy)
layers = ["base", "random", "kernel", "stats", "scenario", "model"]

page = (source / "docs/adding-a-mechanism.md").read_text()
code = r"\n```cpp\n(.*?)```"
new_files = re.findall(r"New file `([^`]+)`:\n" + code, page, re.S)
new_lines = re.findall(r"In `([^`]+)`, after `([^`]+)`:\n" + code, page, re.S)
if not new_files or not new_lines:
    sys.exit("the page names no files or no lines")

shutil.rmtree(copy / "sim", ignore_errors=True)
for folder in ["include", "cmake", "tests/support", *(f"sim/{layer}" for layer in layers)]:
    shutil.copytree(source / folder, copy / folder, dirs_exist_ok=True)
shutil.copy(source / "tests/example/tree.cmake", copy / "CMakeLists.txt")
for path, text in new_files:
    if (copy / path).exists():
        sys.exit(f"{path} is there already")
    (copy / path).parent.mkdir(parents=True, exist_ok=True)
    (copy / path).write_text(text)
for path, line, text in new_lines:
    before = (copy / path).read_text()
    if before.count(line + "\n") != 1:
        sys.exit(f"{path} does not have the line once: {line}")
    (copy / path).write_text(before.replace(line + "\n", line + "\n" + text))
print(f"{len(new_files)} new files, {sum(text.count(chr(10)) for _, _, text in new_lines)} lines in "
      f"{len({path for path, _, _ in new_lines})} others")

subprocess.run(["cmake", "-S", copy, "-B", copy / "build", "-G", generator, f"-DCMAKE_CXX_COMPILER={compiler}",
                "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"],
               check=True, stdout=subprocess.DEVNULL)
subprocess.run(["cmake", "--build", copy / "build"], check=True)
subprocess.run([copy / "build/example"], check=True)
