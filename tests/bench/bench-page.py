#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-page.py L1-painted|F1-painted|D2-plans|M1-pages|M1-memory|M1-wakeups EQUIPOLE FIRSTFRAME WINDOW BARE-WINDOW LARGE.
The window on the large file. L1-painted, F1-painted: a jump in the ledger and a keystroke of search, in frames (WINDOW measures them). D2-plans: how
many statements of the pages read the whole ledger or sort its figures in a temporary table. M1: memory at rest against a bare window, and
once every page was visited against the first page's; how often a window at rest wakes up."""
import pathlib
import re
import sqlite3
import statistics
import subprocess

import bench_common as bench

TARGETS = {"M1-memory": 1.9, "M1-pages": 1.3, "M1-wakeups": 0.0, "D2-plans": 0.0}
MODES = {"L1-painted": "scroll", "F1-painted": "search"}
PAIRS = 5

# Whether there are lines at all is known from the first.
EXISTENCE = re.compile(r"EXISTS \(SELECT 1 FROM intervention\)")
LEDGER = re.compile(r"\b(intervention|exchange_line|exchange_total)\b(?:\s+(?:AS\s+)?(\w+))?")
# The list of the ledger is no figure: it shows the lines themselves, in the order of an index.
LISTS = ("exchanges/ledger",)


def list_statements(window, large):
    """(page, statement), each statement once."""
    output = subprocess.run([window, "statements", large], stdout=subprocess.PIPE, text=True, check=True).stdout
    page, seen = "home", {}
    for line in output.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "PAGE":
            page = rest
        elif kind == "SQL" and rest.startswith(("SELECT", "WITH")):
            seen.setdefault(rest, page)
    return [(page, sql) for sql, page in seen.items()]


def fault(connection, sql):
    """What the plan of a statement does that no figure may, or None."""
    sql = EXISTENCE.sub("(1)", sql)
    names = {name for pair in LEDGER.findall(sql) for name in pair if name}
    if not names:
        return None
    for *_, detail in connection.execute("EXPLAIN QUERY PLAN " + sql):
        scanned = re.match(r"SCAN (\w+)", detail)
        if (scanned and scanned[1] in names) or "TEMP B-TREE" in detail:
            return detail
    return None


def count_bad_plans(window, large):
    statements = list_statements(window, large)
    connection = sqlite3.connect(pathlib.Path(large).as_uri() + "?mode=ro", uri=True)
    bad = 0
    for page, sql in statements:
        detail = None if page in LISTS else fault(connection, sql)
        if detail is not None:
            bad += 1
            bench.note(f"{page}: {detail}: {sql[:300]}")
    connection.close()
    bench.note(f"{len(statements)} statements of {len({page for page, _ in statements})} pages")
    if len(statements) < 50:
        raise SystemExit("The statements were not traced.")
    return bad


def count_wakeups(equipole, firstframe, large):
    return bench.first_frame(firstframe, [equipole, large], "--page", "--rest")["wakeups"]


def compare_memory(equipole, firstframe, bare_window, large):
    ours, bare = [], []
    for _ in range(PAIRS):
        ours.append(bench.first_frame(firstframe, [equipole, large], "--page")["memory"])
        bare.append(bench.first_frame(firstframe, [bare_window])["memory"])
    bench.note(f"at rest {statistics.median(ours) / 1024:.1f} MiB, a bare window {statistics.median(bare) / 1024:.1f} MiB")
    return bench.ratio_of(ours, bare)


def compare_pages(window, large):
    output = subprocess.run([window, "pages", large], stdout=subprocess.PIPE, text=True, check=True).stdout
    sizes = [(int(size), page) for size, page in re.findall(r"^MEMORY (\d+) (.*)$", output, re.M)]
    bench.note("MiB after each page: " + ", ".join(f"{page} {size / 1024:.1f}" for size, page in sizes))
    return sizes[-1][0] / sizes[0][0]


def main():
    name, equipole, firstframe, window, bare_window, large = bench.read_arguments()
    bench.run_on_display()
    if name in MODES:
        subprocess.run([window, MODES[name], large], check=True)
    elif name == "D2-plans":
        bench.report(name, count_bad_plans(window, large), TARGETS[name])
    elif name == "M1-pages":
        bench.report(name, compare_pages(window, large), TARGETS[name])
    elif name == "M1-wakeups":
        bench.report(name, count_wakeups(equipole, firstframe, large), TARGETS[name])
    else:
        bench.report(name, compare_memory(equipole, firstframe, bare_window, large), TARGETS[name])


main()
