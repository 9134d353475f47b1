#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-table.py BUILD: prints what the benchmarks of a build folder said as a table. Every measure of measures.csv has its line, also one
that was not taken."""
import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

TAKEN = re.compile(r"^(\S+) ratio (\S+) target (\S+) (met|missed)$", re.M)
PENDING = re.compile(r"^(\S+) (pending: .*)$", re.M)
LIBRARIES = (("GTK", "gtk4"), ("libadwaita", "libadwaita-1"), ("SQLite", "sqlite3"), ("cairo", "cairo"))


def read_results(build, known):
    """What became of each measure, by its id: (ratio, target, verdict). A benchmark may take several."""
    results = {}
    with open(build / "meson-logs" / "testlog.json", encoding="utf-8", errors="replace") as file:
        tests = [json.loads(line) for line in file]
    for test in tests:
        name, output = test["name"].rpartition(" ")[2], test.get("stdout", "")
        found = {taken[0]: taken[1:] for taken in TAKEN.findall(output)}
        found.update({measure: ("", "", why) for measure, why in PENDING.findall(output)})
        results.update(found)
        if name in known and name not in found:
            results[name] = ("", "", "pending: not to be measured here" if test["result"] == "SKIP" else f"no result: {test['result'].lower()}")
    return results


def format_number(text):
    """Three figures say all that repeats."""
    if text == "":
        return ""
    value = float(text)
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 or value == 0 else f"{value:.3f}"


def read_version(package):
    result = subprocess.run(["pkg-config", "--modversion", package], stdout=subprocess.PIPE, text=True, check=False)
    return result.stdout.strip() or "unknown"


def read_measures():
    with open(pathlib.Path(__file__).with_name("measures.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def make_table(results, measures):
    unknown = set(results) - {measure["id"] for measure in measures}
    if unknown:
        sys.exit(f"measures.csv does not say what these are: {', '.join(sorted(unknown))}")
    versions = ", ".join(f"{name} {read_version(package)}" for name, package in LIBRARIES)
    lines = [f"{datetime.date.today():%-d %B %Y}, {os.uname().machine}, {os.cpu_count()} cores; {versions}.", "",
             "| id | what | ratio | target | |", "|---|---|---|---|---|"]
    for measure in measures:
        ratio, target, verdict = results.get(measure["id"], ("", "", "pending: not measured"))
        lines.append(f"| {measure['id']} | {measure['what']} | {format_number(ratio)} | {format_number(target)} | {verdict} |")
    return "\n".join(lines)


def main():
    build = pathlib.Path(sys.argv[1])
    measures = read_measures()
    results = read_results(build, {measure["id"] for measure in measures})
    print(make_table(results, measures))
    verdicts = [verdict for *_, verdict in results.values()]
    print(f"{verdicts.count('met')} met, {verdicts.count('missed')} missed, {len(verdicts) - verdicts.count('met') - verdicts.count('missed')} others",
          file=sys.stderr)


main()
