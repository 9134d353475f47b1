#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""R8: whatever is missing around the program: a full disk, a read-only folder, a vanished mount, a clock set back, no locale, no
D-Bus, no fonts. It answers with its result or one sentence, and every file is as it was or as it was asked to be."""
import os
import resource
import shutil
import signal
import sqlite3
import subprocess

import cli_tap
from cli_tap import CliTest, PROGRAM

PEOPLE = "code;family_name;given_name\nP9001;Duval;Ève\n"
MANY = "code;family_name;given_name\n" + "".join(f"N{n};Nom {n};Prénom\n" for n in range(3000))


class Environment(CliTest):
    """Each test runs commands with something missing, then looks whether the file is sound."""

    def setUp(self):
        super().setUp()
        self.make_file(sample=True)
        self.write("people.csv", PEOPLE)

    def run_with(self, *arguments, **changes):
        """Runs the program in an environment in which @changes were made; None takes a variable away."""
        env = self.environment("en")
        for name, value in changes.items():
            if value is None:
                env.pop(name, None)
            else:
                env[name] = str(value)
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=env, timeout=60, capture_output=True, encoding="utf-8")

    def works(self, *arguments, status=0, **changes):
        result = self.run_with(*arguments, **changes)
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stderr, "")
        return result.stdout

    def assert_sound(self, name="pole.eqp", people=None):
        with sqlite3.connect(self.folder / name) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
            if people is not None:
                self.assertEqual(database.execute("SELECT count(*) FROM person").fetchone()[0], people)
        database.close()

    def count_people(self):
        with sqlite3.connect(self.folder / "pole.eqp") as database:
            count = database.execute("SELECT count(*) FROM person").fetchone()[0]
        database.close()
        return count

    # ---- a full disk ----

    def test_full_disk_at_every_size(self):
        """A limit on the size of files stands for a full disk. Wherever it is reached, the file is as it was."""
        self.write("many.csv", MANY)
        size = (self.folder / "pole.eqp").stat().st_size
        people = self.count_people()
        for room in (0, 4096, 65536, 262144):
            def fill_disk():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (room if room < 4096 else size + room, ) * 2)

            before = (self.folder / "pole.eqp").read_bytes()
            self.fails("import", "pole.eqp", "people", "many.csv", preexec_fn=fill_disk)
            self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)
            self.assert_sound(people=people)
            self.fails("print", "pole.eqp", "rosters", "-o", "x.pdf", preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                                                                                        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))))
            self.assertFalse((self.folder / "x.pdf").exists())
        self.done("import", "pole.eqp", "people", "many.csv")
        self.assert_sound(people=people + 3000)

    def mount_small(self, size):
        """A file system of @size bytes; a test that needs one is skipped where none can be mounted."""
        mount = self.folder / "disk"
        mount.mkdir()
        if os.geteuid() != 0 or shutil.which("mount") is None:
            self.skipTest("only root mounts")
        result = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", mount], capture_output=True)
        if result.returncode != 0:
            self.skipTest("no file system can be mounted")
        self.addCleanup(subprocess.run, ["umount", "-l", mount], capture_output=True)
        return mount

    def test_small_disk(self):
        """A disk that is really full."""
        mount = self.mount_small((self.folder / "pole.eqp").stat().st_size + 200_000)
        shutil.copy(self.folder / "pole.eqp", mount / "pole.eqp")
        self.write("many.csv", MANY)
        people = self.count_people()
        before = (mount / "pole.eqp").read_bytes()
        self.fails("import", "disk/pole.eqp", "people", "many.csv", says="full")
        self.assertEqual((mount / "pole.eqp").read_bytes(), before)
        self.fails("new", "disk/new.eqp", "--sample", says="full")
        self.assertFalse((mount / "new.eqp").exists())
        self.fails("export", "disk/pole.eqp", "interventions", "-o", "disk/x.xlsx", says="no space left")
        self.assertEqual([path.name for path in mount.iterdir() if path.stat().st_size > 0], ["pole.eqp"])
        self.assert_sound("disk/pole.eqp", people)
        self.done("import", "disk/pole.eqp", "people", "people.csv")

    # ---- folders that are not what they were ----

    def test_read_only_folder(self):
        """Reading goes on, writing is refused, and nothing is left in the folder."""
        def forget_root():
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)

        shutil.copy(PROGRAM, self.folder / "equipole")
        names = sorted(os.listdir(self.folder))
        before = (self.folder / "pole.eqp").read_bytes()
        self.folder.chmod(0o555)
        try:
            for arguments, status in ((["check", "pole.eqp"], 1), (["info", "pole.eqp"], 0), (["balance", "pole.eqp"], 0),
                                      (["import", "pole.eqp", "people", "people.csv"], 2), (["redo", "pole.eqp"], 2),
                                      (["print", "pole.eqp", "rosters", "-o", "x.pdf"], 2), (["new", "b.eqp"], 2)):
                result = subprocess.run([self.folder / "equipole", *arguments], cwd=self.folder, env=self.environment("en"), timeout=60,
                                        capture_output=True, encoding="utf-8", preexec_fn=forget_root)
                self.assertEqual(result.returncode, status, f"{arguments}: {result.stderr}")
                if status == 2:
                    self.assert_sentence(result.stderr, "")
            self.assertEqual(sorted(os.listdir(self.folder)), names)
            self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)
        finally:
            self.folder.chmod(0o755)

    def test_vanished_folder(self):
        """The folder in which the program runs, or in which the file was, is gone."""
        gone = self.folder / "gone"
        gone.mkdir()
        shutil.copy(self.folder / "pole.eqp", gone / "pole.eqp")

        def vanish():
            os.chdir(gone)
            shutil.rmtree(gone)

        for arguments in (["info", "pole.eqp"], ["info", gone / "pole.eqp"], ["new", "b.eqp"], ["check", "pole.eqp"],
                          ["import", "pole.eqp", "people", "people.csv"], ["print", self.folder / "pole.eqp", "rosters", "-o", "x.pdf"]):
            gone.mkdir(exist_ok=True)
            self.fails(*arguments, preexec_fn=vanish)
        self.assert_sound()

    def test_vanished_mount(self):
        mount = self.mount_small(20_000_000)
        shutil.copy(self.folder / "pole.eqp", mount / "pole.eqp")
        self.done("info", "disk/pole.eqp")
        subprocess.run(["umount", "-l", mount], check=True)
        for arguments in (["info", "disk/pole.eqp"], ["import", "disk/pole.eqp", "people", "people.csv"], ["undo", "disk/pole.eqp"]):
            self.fails(*arguments, says="pole.eqp")
        self.assertEqual(list(mount.iterdir()), [])

    def test_nowhere_for_copies(self):
        """The folder of copies cannot be made: an edit that nothing would bring back is not begun, or is done; never half of it."""
        (self.folder / "home").write_text("a file where a folder should be")
        people = self.count_people()
        result = self.run_with("import", "pole.eqp", "people", "people.csv")
        self.assertIn(result.returncode, (0, 2))
        self.assert_sound(people=people + (1 if result.returncode == 0 else 0))
        self.assertIn(self.run_with("info", "pole.eqp", HOME="/nonexistent", XDG_DATA_HOME=None).returncode, (0, 2))

    # ---- time ----

    def test_clock_set_back(self):
        """What was written tomorrow is read, changed and undone today; the history keeps its order."""
        people = self.count_people()
        self.works("import", "pole.eqp", "people", "people.csv", EQUIPOLE_NOW="2031-05-01T12:00:00Z")
        self.write("again.csv", PEOPLE.replace("Duval", "Durand"))
        self.works("import", "pole.eqp", "people", "again.csv", EQUIPOLE_NOW="1999-12-31T23:59:59Z")
        lines = self.works("history", "pole.eqp", EQUIPOLE_NOW="1999-12-31T23:59:59Z").splitlines()
        self.assertIn("1999", lines[0])
        self.assertIn("2031", lines[1])
        for now in ("1970-01-02T00:00:00Z", "2099-01-01T00:00:00Z"):
            self.works("info", "pole.eqp", EQUIPOLE_NOW=now)
            self.works("agenda", "pole.eqp", EQUIPOLE_NOW=now)
        self.works("undo", "pole.eqp", EQUIPOLE_NOW="1999-01-01T00:00:00Z")
        self.works("undo", "pole.eqp", EQUIPOLE_NOW="1998-01-01T00:00:00Z")
        self.works("redo", "pole.eqp", EQUIPOLE_NOW="1997-01-01T00:00:00Z")
        self.assert_sound(people=people + 1)

    # ---- what a bare system lacks ----

    def test_missing_locale(self):
        for changes in ({"LC_ALL": "xx_XX.UTF-8", "LANG": "xx_XX.UTF-8"}, {"LC_ALL": "fr_FR.UTF-8", "LOCPATH": "/nonexistent"}, {"LC_ALL": "C"},
                        {"LC_ALL": None, "LANG": None, "LANGUAGE": None}, {"LC_ALL": "POSIX", "LANGUAGE": "fr"}):
            result = self.run_with("info", "pole.eqp", **changes)
            self.assertEqual(result.returncode, 0, result.stderr)
            result = self.run_with("export", "pole.eqp", "people", **changes)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn("é", result.stdout)
            result = self.run_with("info", "none.eqp", **changes)
            self.assertEqual(result.returncode, 2)
            self.assert_sentence(result.stderr, "none.eqp")

    def test_no_bus(self):
        for address in (None, "unix:path=/nonexistent/bus", "nonsense"):
            changes = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent"}
            self.works("info", "pole.eqp", **changes)
            self.works("print", "pole.eqp", "rosters", "-o", "bus.pdf", **changes)
            self.assertTrue((self.folder / "bus.pdf").read_bytes().startswith(b"%PDF-"))
            self.works("import", "pole.eqp", "people", "people.csv", **changes)
        self.assert_sound()

    def test_no_fonts(self):
        """A document without a single font is a sentence or a whole PDF, never a torn one."""
        empty = self.folder / "no-fonts"
        empty.mkdir()
        configuration = self.write("fonts.conf", f'<?xml version="1.0"?>\n<fontconfig><dir>{empty}</dir><cachedir>{empty}</cachedir></fontconfig>\n')
        for name in (self.folder / configuration, "/nonexistent/fonts.conf"):
            for output in ("x.pdf", "x.odt"):
                result = self.run_with("print", "pole.eqp", "rosters", "-o", output, FONTCONFIG_FILE=name, FONTCONFIG_PATH="/nonexistent")
                self.assertIn(result.returncode, (0, 2), f"{name}, {output}: {result.stderr}")
                if result.returncode == 2:
                    self.assert_sentence(result.stderr, "")
                    self.assertFalse((self.folder / output).exists())
                else:
                    self.assertGreater((self.folder / output).stat().st_size, 2000)
        self.assert_sound()

    def test_no_temporary_folder(self):
        for command in (["check", "pole.eqp"], ["print", "pole.eqp", "rosters", "-o", "x.odt"], ["export", "pole.eqp", "people", "-o", "x.xlsx"],
                        ["import", "pole.eqp", "people", "people.csv"]):
            result = self.run_with(*command, TMPDIR="/nonexistent", SQLITE_TMPDIR="/nonexistent")
            self.assertIn(result.returncode, (0, 1, 2))
            if result.returncode == 2:
                self.assert_sentence(result.stderr, "")
        self.assert_sound()


if __name__ == "__main__":
    cli_tap.main()
