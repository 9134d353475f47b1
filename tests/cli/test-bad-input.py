#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is wrong with what the program is given: one sentence on stderr, status 2, and every file as it was."""
import os
import resource
import shutil
import signal
import sqlite3
import subprocess

import cli_tap
from cli_tap import CliTest, PROGRAM, translate

PEOPLE = "code;family_name;given_name\nP1;Duval;Anne\n"
MANDATE = "body;person;category;from;to\n"


class BadInput(CliTest):
    language = "en"

    def refused(self, *arguments, says="", **options):
        """Fails, and leaves every file in the folder byte for byte as it was, and no other."""
        before = self.snapshot()
        sentence = self.fails(*arguments, says=says, language=self.language, **options)
        self.assertEqual(self.snapshot(), before)
        return sentence

    def say(self, message):
        return translate(message) if self.language == "fr" else message

    def snapshot(self):
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    def every_command(self, name, says):
        """No command opens what is no file of ours."""
        self.write("people.csv", PEOPLE)
        for command in (["info"], ["check"], ["history"], ["undo"], ["redo"], ["export", "people"], ["import", "people", "people.csv"],
                        ["print", "rosters", "-o", "x.pdf"]):
            self.refused(command[0], name, *command[1:], says=says)

    # ---- the file ----

    def test_missing(self):
        self.every_command("none.eqp", "none.eqp")

    def test_not_a_database(self):
        self.write("letter.eqp", "Dear colleague, here is the list.\n" * 200)
        self.every_command("letter.eqp", "letter.eqp")

    def test_empty(self):
        self.write("empty.eqp", "")
        self.every_command("empty.eqp", "empty.eqp")

    def test_truncated(self):
        self.make_file(sample=True)
        path = self.folder / "pole.eqp"
        path.write_bytes(path.read_bytes()[:path.stat().st_size // 3])
        self.every_command("pole.eqp", "pole.eqp")

    def test_foreign(self):
        with sqlite3.connect(self.folder / "other.eqp") as database:
            database.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        database.close()
        self.every_command("other.eqp", "other.eqp")

    def test_newer_schema(self):
        self.make_file()
        with sqlite3.connect(self.folder / "pole.eqp") as database:
            database.execute("PRAGMA user_version = 999")
        database.close()
        self.every_command("pole.eqp", "pole.eqp")

    def test_lost_table(self):
        """A file that opens, and lacks one of its tables: what needs the table fails, and nothing else does."""
        commands = {"check": ["check"], "council": ["check", "--body", "CPER-01"], "agenda": ["agenda"], "history": ["history", "--changes"],
                    "balance": ["balance"], "forecast": ["forecast"], "people": ["export", "people"], "rosters": ["print", "rosters", "-o", "x.pdf"],
                    "annex": ["print", "annex", "-o", "x.pdf"], "report": ["print", "balance", "-o", "x.odt"], "picture": ["print", "balance", "-o", "x.png"],
                    "info": ["info"]}
        needs = {"person": "check council people rosters annex report info", "statute_rule": "check council rosters annex info",
                 "exchange_total": "check balance forecast report picture", "request": "check agenda forecast report picture info",
                 "procedure_step": "agenda info", "school_holiday": "agenda info", "journal_entry": " ".join(commands), "journal_change": "history",
                 "intervention": "check forecast report picture info", "unit": "check balance forecast report picture info", "mandate": "check council rosters annex info"}
        for table, failing in needs.items():
            self.make_file()
            with sqlite3.connect(self.folder / "pole.eqp") as database:
                database.execute("PRAGMA foreign_keys = OFF")
                database.execute(f"DROP TABLE {table}")
            database.close()
            failed = []
            for name, (command, *arguments) in commands.items():
                before = self.snapshot()
                result = self.run_program(command, "pole.eqp", *arguments, language=self.language)
                if result.returncode == 2:
                    failed.append(name)
                    self.assert_sentence(result.stderr, "")
                    self.assertEqual(self.snapshot(), before)
            self.assertEqual(set(failed), set(failing.split()), table)

    def test_folder(self):
        (self.folder / "folder").mkdir()
        self.every_command("folder", "folder")

    def test_new_over_existing(self):
        self.write("precious.eqp", "precious")
        self.refused("new", "precious.eqp", says="precious.eqp")
        self.refused("new", "no/such/folder/a.eqp", says="a.eqp")

    def run_as_somebody(self, *arguments):
        """Permissions stop nobody who is root: then run as another user."""
        options = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            return subprocess.run([self.folder / "equipole", *arguments], cwd=self.folder, env=self.environment(self.language),
                                  capture_output=True, encoding="utf-8", timeout=60, **options)
        except PermissionError as error:
            self.skipTest(f"cannot run as another user: {error}")

    def test_read_only(self):
        self.make_file(sample=True)
        self.write("people.csv", PEOPLE)
        shutil.copy(PROGRAM, self.folder / "equipole")
        before = self.snapshot()
        for name in ("pole.eqp", "people.csv"):
            (self.folder / name).chmod(0o444)
        self.folder.chmod(0o555)
        try:
            for arguments in (["import", "pole.eqp", "people", "people.csv"], ["undo", "pole.eqp"], ["new", "a.eqp"],
                              ["export", "pole.eqp", "people", "-o", "x.csv"], ["print", "pole.eqp", "rosters", "-o", "x.pdf"]):
                result = self.run_as_somebody(*arguments)
                self.assertEqual(result.returncode, 2, result.stdout)
                self.assert_sentence(result.stderr, "")
            # Reading goes on.
            self.assertEqual(self.run_as_somebody("check", "pole.eqp").returncode, 1)
            self.assertEqual(self.snapshot(), before)
        finally:
            self.folder.chmod(0o755)

    def test_full_disk(self):
        self.make_file(sample=True)
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w") as full:
            self.refused("export", "pole.eqp", "people", stdout=full)

    def test_full_disk_under_the_file(self):
        """A limit on the size of files stands for a full disk: what there is can be written over, nothing can grow."""
        def fill_disk():
            size = (self.folder / "pole.eqp").stat().st_size
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        self.make_file()
        for name in ("some", "more"):
            self.write(name + ".csv", "code;family_name;given_name\n" + "".join(f"{name}{n};Name {n};Given\n" for n in range(2000)))
        self.done("import", "pole.eqp", "people", "some.csv")
        says = self.say("The disk is full: nothing was changed in “%s”.") % "pole.eqp"
        self.refused("import", "pole.eqp", "people", "more.csv", says=says, preexec_fn=fill_disk)
        self.refused("undo", "pole.eqp", says=says, preexec_fn=fill_disk)
        # With room again, both go on.
        self.done("undo", "pole.eqp")
        self.done("import", "pole.eqp", "people", "more.csv")

    # ---- the table ----

    def import_refused(self, kind, table, says="", code=""):
        if "pole.eqp" not in self.snapshot():
            self.make_file()
            self.write("people.csv", PEOPLE)
            self.done("import", "pole.eqp", "people", "people.csv")
        self.write("table.csv", table)
        sentence = self.refused("import", "pole.eqp", kind, "table.csv", says=says)
        self.assertIn(code, sentence)
        return sentence

    def test_missing_table(self):
        self.make_file()
        self.refused("import", "pole.eqp", "people", "none.csv", says=self.say("There is no file “%s”.") % "none.csv")
        self.refused("import", "pole.eqp", "people", ".")

    def test_wrong_encoding(self):
        self.import_refused("people", PEOPLE.encode("utf-16"), "table.csv")
        self.import_refused("people", b"code;family_name;given_name\nP1;\x81\x8d;A\n", "table.csv")

    def test_empty_table(self):
        self.import_refused("people", "", "table.csv")
        self.import_refused("people", "nothing;of;this\n1;2;3\n", "code")

    def test_numen(self):
        for header in ("NUMEN", "numen", "N° NUMEN"):
            self.import_refused("people", f"code;family_name;given_name;{header}\nP5;Leroy;Ève;06E1234567ABC\n", "NUMEN")

    def test_date(self):
        self.import_refused("mandates", MANDATE + "CPER-01;P1;teacher;31/02/2026;\n", "31/02/2026", "(BAD-DATE)")

    def test_date_order(self):
        self.import_refused("mandates", MANDATE + "CPER-01;P1;teacher;2026-09-01;2026-08-31\n", code="(DATES-ORDER)")

    def test_unknown_person(self):
        self.import_refused("mandates", MANDATE + "CPER-01;P77;teacher;;\n", "P77", "(UNKNOWN-PERSON)")

    def test_unknown_body(self):
        self.import_refused("mandates", MANDATE + "CPER-99;P1;teacher;;\n", "CPER-99", "(UNKNOWN-BODY)")

    def test_wrong_keys(self):
        self.import_refused("institutions", "code;name;uai\nX;Lycée;0999999A\n", "0999999A", "(BAD-UAI)")
        self.import_refused("institutions", "code;name;siret\nX;Société;12345678901234\n", "12345678901234", "(BAD-SIRET)")

    def test_quotes(self):
        self.import_refused("people", 'code;family_name;given_name\n"P5;Leroy;Ève\n', code="(BAD-QUOTE)")

    # ---- the arguments ----

    def test_arguments(self):
        self.make_file()
        for arguments, says in (
                (["import", "pole.eqp", "people"], "import"),
                (["import", "pole.eqp", "unicorns", "x.csv"], "unicorns"),
                (["export", "pole.eqp", "unicorns"], "unicorns"),
                (["export", "pole.eqp", "people", "-o", "people.doc"], "people.doc"),
                (["export", "pole.eqp", "people", "-o", "pole.eqp", "--format", "csv"], "pole.eqp"),
                (["export", "pole.eqp", "people", "--format", "xlsx"], "-o"),
                (["check", "pole.eqp", "--body", "CPER-99"], "CPER-99"),
                (["check", "pole.eqp", "--as-of", "31/02/2026"], "31/02/2026"),
                (["check", "pole.eqp", "--format", "xml"], "xml"),
                (["check", "pole.eqp", "--colour"], "--colour"),
                (["info"], "info"),
                (["info", "pole.eqp", "second.eqp"], "second.eqp"),
                (["chekc", "pole.eqp"], "chekc")):
            self.refused(*arguments, says=says)


class BadInputInFrench(BadInput):
    language = "fr"


if __name__ == "__main__":
    cli_tap.main()
