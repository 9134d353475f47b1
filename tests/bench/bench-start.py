#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py S1|S2|S2-homebank EQUIPOLE FIRSTFRAME BARE-WINDOW LARGE.
S1: from the start of the program to the first frame of its window, on a file with nothing but the reference tables, against a bare
AdwApplicationWindow. S2: to the first frame that shows data on the page (not its frame alone), on the large file, against the same.
S2-homebank: until that page is complete, against HomeBank with 10,000 entries."""
import random
import statistics
import time

import bench_common as bench

TARGETS = {"S1": 1.15, "S2": 1.5, "S2-homebank": 0.75}
PAIRS = {"S1": 31, "S2": 15, "S2-homebank": 9}
WARM_UP = 2

# What is compared: the figure of ours, and that of the other side.
KEYS = {"S1": ("draw", "draw"), "S2": ("page", "draw"), "S2-homebank": ("settle", "settle")}
ENTRIES = 10000
DAY = 737000  # of the first entry, in HomeBank's count


def write_homebank(path):
    """Ten accounts, 300 payees, 30 categories; entries over six years."""
    rng = random.Random(1)
    lines = ['<?xml version="1.0"?>', '<homebank v="1.4" d="050602">', '<properties title="Comptes" curr="1" auto_smode="1" auto_weekday="1"/>',
             '<cur key="1" flags="2" iso="EUR" name="Euro" symb="E" syprf="0" dchar="," gchar=" " frac="2" rate="0" mdate="0"/>']
    lines += [f'<account key="{key}" flags="0" pos="{key}" type="1" curr="1" name="Institution {key}" initial="0" minimum="0"/>' for key in range(1, 11)]
    lines += [f'<pay key="{key}" name="Intervenant {key}"/>' for key in range(1, 301)]
    lines += [f'<cat key="{key}" name="Module {key}"/>' for key in range(1, 31)]
    for i in range(ENTRIES):
        lines.append(f'<ope date="{DAY + i * 2200 // ENTRIES}" amount="{rng.randint(-500, 500) / 10}" account="{rng.randint(1, 10)}" st="2" '
                     f'payee="{rng.randint(1, 300)}" category="{rng.randint(1, 30)}" wording="Séance {i}"/>')
    path.write_text("\n".join([*lines, "</homebank>"]) + "\n", encoding="utf-8")


def measure(name, firstframe, ours, other):
    """The starts of the program, and in turn with each one of the other."""
    frames, others = [], []
    options = [] if name == "S1" else ["--page"]
    for i in range(-WARM_UP, PAIRS[name]):
        pair = bench.first_frame(firstframe, ours, *options), bench.first_frame(firstframe, other)
        if i >= 0:
            frames.append(pair[0])
            others.append(pair[1])
        time.sleep(0.1)
    return frames, others


def report_start(name, frames, others):
    for key, other in (("map", "map"), ("draw", "draw"), ("page", "draw"), ("settle", "settle"), ("cpu", "cpu"), ("page-cpu", "cpu"), ("memory", "memory")):
        ours, theirs = [frame[key] for frame in frames], [frame[other] for frame in others]
        bench.note(f"{name} {key}: ours {statistics.median(ours):.1f}, {other} of the other {statistics.median(theirs):.1f}, "
                   f"ratio {bench.ratio_of(ours, theirs):.3f}")
    ours, other = KEYS[name]
    bench.report(name, bench.ratio_of([frame[ours] for frame in frames], [frame[other] for frame in others]), TARGETS[name])


def main():
    name, equipole, firstframe, bare_window, large = bench.read_arguments()
    if name == "S2-homebank":
        bench.pend_without(name, "homebank")
    bench.run_on_display()
    with bench.work_folder() as folder:
        path, other = large, [bare_window]
        if name == "S1":
            path = folder / "pole.equipole"
            bench.time_command([equipole, "new", path])
        elif name == "S2-homebank":
            entries = folder / "entries.xhb"
            write_homebank(entries)
            other = ["homebank", entries]
        report_start(name, *measure(name, firstframe, [equipole, path], other))


main()
