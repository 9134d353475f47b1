#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-print.py P1-bare|P1-groff EQUIPOLE ROSTER-TEXT BARE-PDF: all rosters of the sample Pôle to PDF, the file's opening included,
against a plain loop over cairo and Pango (P1-bare), or groff (P1-groff), on the same words."""
import subprocess

import bench_common as bench

PAIRS = 15
WARM_UP = 1
# No limit is set for the plain loop: what is left of groff's 0.75 where that loop takes 0.54 of groff's time.
TARGETS = {"P1-bare": 1.39, "P1-groff": 0.75}


def make_groff(lines):
    """The rosters in the macros of ms and tbl: the input for groff."""
    # The no-break space, which troff has no character for.
    lines = [line.replace("\u00a0", "\\~") for line in lines]
    out, in_table = [".nr PS 9", ".nr VS 12", ".nr PO 1.5c", ".nr LL 18c"], False
    for line in lines:
        kind, *cells = line.split("\t")
        if in_table and kind in "TP":
            out.append(".TE")
            in_table = False
        if kind == "T":
            out += [".bp", ".SH", *cells]
        elif kind == "P":
            out += [".LP", " : ".join(cells)]
        else:
            if not in_table:
                out += [".TS H", "box;", "lw(4.4c) lw(4.6c) lw(2c) lw(3.4c).", ".TH"]
                in_table = True
            out.append("\t".join(f"T{{\n{cell}\nT}}" if len(cell) > 25 else cell for cell in cells + [""] * (4 - len(cells))))
    return "\n".join(out + [".TE"] * in_table) + "\n"


def main():
    name, equipole, roster_text, bare_pdf = bench.read_arguments()
    if name == "P1-groff":
        bench.need("groff", "gropdf", "preconv")
    ours, bare = [], []
    with bench.work_folder() as folder:
        path, text, source = folder / "sample.equipole", folder / "rosters.tsv", folder / "rosters.ms"
        bench.time_command([equipole, "new", path, "--sample"])
        words = subprocess.run([roster_text, path], stdout=subprocess.PIPE, text=True, check=True).stdout
        text.write_text(words, encoding="utf-8")
        source.write_text(make_groff(words.splitlines()), encoding="utf-8")
        commands = {"P1-bare": [bare_pdf, text, folder / "bare.pdf"],
                    "P1-groff": ["groff", "-k", "-t", "-ms", "-Tpdf", "-P-pa4", "-dpaper=a4", source]}
        for i in range(-WARM_UP, PAIRS):
            pair = bench.time_command([equipole, "print", path, "rosters", "-o", folder / "ours.pdf"]), bench.time_command(commands[name])
            if i >= 0:
                ours.append(pair[0])
                bare.append(pair[1])
        bench.note(f"{words.count('T' + chr(9))} rosters, {len(words)} characters")
    bench.report(name, bench.compare(name, ours, bare), TARGETS[name])


main()
