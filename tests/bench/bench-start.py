#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py S1|S2|F2 EQUIPOLE FIRSTFRAME OTHER.
S1: from the start of the program to the first frame of its window, on a file with nothing but the reference tables. S2: to the first frame
that shows data on the page (not its frame alone), on the sample Pôle. Both against the first frame of OTHER, a bare AdwApplicationWindow.
F2: one re-check of every council of the sample after an edit, which OTHER measures, against the program's start on that file; both in
computing time until the first frame, since no other figure of a start repeats as well."""
import shutil
import statistics
import subprocess
import time

import bench_common as bench

TARGETS = {"S1": 1.15, "S2": 1.5, "F2": 0.03}
PAIRS = {"S1": 15, "S2": 15, "F2": 9}
WARM_UP = 2


def recheck(program, path):
    """Milliseconds computed for one re-check. The file that the other side opens stays as it is."""
    edited = shutil.copy(path, path.with_suffix(".edited"))
    result = subprocess.run([program, edited], stdout=subprocess.PIPE, text=True, check=True)
    return float(result.stdout)


def measure(name, equipole, firstframe, other, path):
    """The frames of the program, and what is measured in turn with each: frames too, or for F2 milliseconds."""
    frames, others = [], []
    for i in range(-WARM_UP, PAIRS[name]):
        frame = bench.first_frame(firstframe, [equipole, path])
        paired = recheck(other, path) if name == "F2" else bench.first_frame(firstframe, [other])
        if i >= 0:
            frames.append(frame)
            others.append(paired)
        time.sleep(0.1)
    return frames, others


def report_start(name, frames, bare):
    for key, key_bare in (("map", "map"), ("draw", "draw"), ("page", "draw"), ("settle", "settle"), ("cpu", "cpu"), ("page-cpu", "cpu"), ("memory", "memory")):
        ours, theirs = [frame[key] for frame in frames], [frame[key_bare] for frame in bare]
        bench.note(f"{name} {key}: ours {statistics.median(ours):.1f}, bare {statistics.median(theirs):.1f}, ratio {bench.ratio_of(ours, theirs):.3f}")
    key = "draw" if name == "S1" else "page"
    bench.report(name, bench.ratio_of([frame[key] for frame in frames], [frame["draw"] for frame in bare]), TARGETS[name])


def main():
    name, equipole, firstframe, other = bench.read_arguments()
    bench.run_on_display()
    with bench.work_folder() as folder:
        path = folder / "pole.equipole"
        bench.time_command([equipole, "new", path] + ([] if name == "S1" else ["--sample"]))
        frames, others = measure(name, equipole, firstframe, other, path)
    if name == "F2":
        starts = [frame["cpu"] for frame in frames]
        bench.note(f"F2 one re-check {statistics.median(others):.2f} ms, one start {statistics.median(starts):.1f} ms of computing time")
        bench.report(name, bench.ratio_of(others, starts), TARGETS[name])
    else:
        report_start(name, frames, others)


main()
