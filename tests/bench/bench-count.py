#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-count.py test|bench SANITIZER EQUIPOLE FIRSTFRAME BARE-WINDOW FIRST-SCREEN RECHECK LARGE-MAKER [LARGE SMALL].
What valgrind counts, instructions of user space, is the same on a busy machine: as a test (TAP) this fails where a benchmark only says "missed".
S1-count: the program until its window was painted first, on a new file, against a bare AdwApplicationWindow. F2: one re-check of every council of
the sample after an edit, against the program's whole start on that file, until its window is at rest. S3: the program until it has painted the data of a file
with very many lines in its ledger, against one with 1,000; a test makes files of its own, with fewer people and lines."""
import pathlib
import re
import shutil
import subprocess
import sys

import bench_common as bench

# What was measured, and a tenth, so that nothing much goes into every start unseen: no promise is made of it.
MEASURED_START = 1.146
TARGETS = {"S1-count": 1.1 * MEASURED_START, "F2": 0.03, "S3": 1.02}
# Starting up is mostly code that runs once: half of the time goes into translating it, less when valgrind does not follow jumps meanwhile.
# Threads take turns: GTK reads the folders of its icons in one, and begins anew, a tenth of a start, if it has ended when libadwaita adds its own.
VALGRIND = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--vex-guest-chase=no", "--fair-sched=yes"]
PATIENCE = 150  # seconds
EDITS = 5  # of bench-recheck.c
FEW = 1000
MANY = 100000


def count(command, *watch):
    """Instructions of a program; @watch: the program that ends it, where it does not end by itself."""
    result = subprocess.run([*watch, *VALGRIND, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, timeout=PATIENCE)
    found = re.search(r"I +refs: +([\d,]+)", result.stderr)
    if found is None or result.returncode != 0:
        sys.exit(f"{command[0]} was not counted: {result.stderr[-2000:]}")
    number = int(found[1].replace(",", ""))
    bench.note(f"{pathlib.Path(command[0]).name} {' '.join(str(word) for word in command[1:])}: {number / 1e6:.1f} million instructions")
    return number


def make_sample(folder, equipole, name):
    path = folder / f"{name}.equipole"
    bench.time_command([equipole, "new", path, "--sample"])
    return path


def count_recheck(folder, equipole, recheck):
    """The same edits with somebody who re-checks, and without."""
    with_checks, without = (count([recheck, make_sample(folder, equipole, mode), mode]) for mode in ("with", "without"))
    return (with_checks - without) / EDITS


def make_files(folder, maker):
    people = folder / "people.csv"
    script = pathlib.Path(__file__).with_name("bench-people.py")
    bench.time_command([sys.executable, "-B", script, str(FEW), people])
    files = []
    for lines in (MANY, FEW):
        files.append(folder / f"lines-{lines}.equipole")
        bench.time_command([maker, str(lines), people, files[-1]])
    return files


def measure(folder, equipole, firstframe, bare_window, first_screen, recheck, maker, *files):
    """The measures, one after the other: (name, ratio)."""
    path = folder / "new.equipole"
    bench.time_command([equipole, "new", path])
    yield "S1-count", count([first_screen, "shell", path]) / count([bare_window, "--once"])
    start = count([equipole, make_sample(folder, equipole, "sample")], firstframe, "--page")
    yield "F2", count_recheck(folder, equipole, recheck) / start
    large, small = files or make_files(folder, maker)
    yield "S3", count([first_screen, "data", large]) / count([first_screen, "data", small])


def leave_out(purpose, reason):
    """Where nothing can be counted, each measure has its line all the same."""
    if purpose == "test":
        print(f"1..0 # SKIP {reason}")
    for name in TARGETS if purpose == "bench" else ():
        print(f"{name} pending: {reason}")
    sys.exit(0)


def main():
    purpose, sanitizer = sys.argv[1:3]
    if sanitizer != "none":
        leave_out(purpose, "a sanitized program executes other instructions")
    for tool in ("valgrind", "time", "Xvfb", "dbus-run-session"):
        if shutil.which(tool) is None:
            leave_out(purpose, f"{tool} is not installed")
    bench.run_on_display()
    with bench.work_folder() as folder:
        for number, (name, ratio) in enumerate(measure(folder, *(str(pathlib.Path(argument).resolve()) for argument in sys.argv[3:])), 1):
            if purpose == "test":
                print(f"{'ok' if ratio <= TARGETS[name] else 'not ok'} {number} - {name} ratio {ratio:.4f} target {TARGETS[name]:.3f}", flush=True)
            else:
                bench.report(name, ratio, TARGETS[name])
    if purpose == "test":
        print(f"1..{len(TARGETS)}")


main()
