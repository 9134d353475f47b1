#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-import.py D3-import|D3-again|D3-undo|D4 EQUIPOLE PEOPLE.csv FEWER-PEOPLE.csv: importing 100,000 people against SQLite's own .import of the same
file into the same schema under the same file policy, but without triggers; importing them again, and undoing, against the import. D4: the memory it
takes, against an import of a tenth."""
import shutil
import sqlite3
import sys

import bench_common as bench

PAIRS = {"D3-import": 2, "D3-again": 2, "D3-undo": 2, "D4": 2}
TARGETS = {"D3-import": 2.0, "D3-again": 1.0, "D3-undo": 1.5, "D4": 1.2}
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


def measure(name, equipole, folder, people, fewer):
    """One pair: (ours, what it is compared with)."""
    path = folder / "ours.equipole"
    if name == "D4":
        return import_pair(equipole, folder, people, False)[0], import_pair(equipole, folder, fewer, False)[0]
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
    name, equipole, people, fewer = bench.read_arguments()
    if name == "D3-import":
        bench.pend_without(name, "sqlite3")
    with bench.work_folder() as folder:
        bench.time_command([equipole, "new", folder / "new.equipole"])
        ours, bare = zip(*[measure(name, equipole, folder, people, fewer) for _ in range(PAIRS[name])])
    if name == "D4":
        bench.note(f"peak {ours[0].peak / 1024:.1f} MiB, of a tenth {bare[0].peak / 1024:.1f} MiB")
        bench.report(name, bench.ratio_of([run.peak for run in ours], [run.peak for run in bare]), TARGETS[name])
    else:
        bench.report(name, bench.compare(name, ours, bare), TARGETS[name])


main()
