#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-import.py D3-import|D3-again|D3-undo EQUIPOLE PEOPLE.csv: importing 100,000 people against SQLite's own .import of the same
file into the same schema under the same file policy, but without triggers; importing them again, and undoing, against the import."""
import shutil
import sqlite3
import sys

import bench_common as bench

PAIRS = {"D3-import": 2, "D3-again": 2, "D3-undo": 2}
TARGETS = {"D3-import": 2.0, "D3-again": 1.0, "D3-undo": 1.5}
POLICY = "PRAGMA journal_mode = TRUNCATE;\nPRAGMA synchronous = EXTRA;\nPRAGMA foreign_keys = ON;\nPRAGMA cell_size_check = ON;\nPRAGMA secure_delete = ON;\n"


def drop_triggers(path):
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.commit()
    connection.close()


def import_pair(equipole, folder, people, shell):
    """One import by the program and one by SQLite's shell, each into a new file."""
    ours, bare = folder / "ours.equipole", folder / "bare.equipole"
    for path in (ours, bare):
        shutil.copy(folder / "new.equipole", path)
    drop_triggers(bare)
    run = bench.time_command([equipole, "import", ours, "people", people])
    if not shell:
        return run, None
    return run, bench.time_command(["sqlite3", bare], f"{POLICY}.import --csv --skip 1 {people} person\n")


def check_count(path, expected):
    connection = sqlite3.connect(path)
    (count,) = connection.execute("SELECT count(*) FROM person").fetchone()
    connection.close()
    if count != expected:
        sys.exit(f"{path.name} holds {count} people instead of {expected}")


def measure(name, equipole, folder, people):
    """One pair: (ours, what it is compared with)."""
    path = folder / "ours.equipole"
    first, bare = import_pair(equipole, folder, people, name == "D3-import")
    if name == "D3-import":
        check_count(folder / "bare.equipole", 100000)
    check_count(path, 100000)
    if name == "D3-again":
        return bench.time_command([equipole, "import", path, "people", people]), first
    if name == "D3-undo":
        run = bench.time_command([equipole, "undo", path])
        check_count(path, 0)
        return run, first
    return first, bare


def main():
    name, equipole, people = bench.read_arguments()
    if name == "D3-import":
        bench.need("sqlite3")
    with bench.work_folder() as folder:
        bench.time_command([equipole, "new", folder / "new.equipole"])
        pairs = [measure(name, equipole, folder, people) for _ in range(PAIRS[name])]
    bench.report(name, bench.compare(name, *zip(*pairs)), TARGETS[name])


main()
