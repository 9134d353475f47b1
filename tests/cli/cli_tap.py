# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the program run in a folder of its own, in English or French, and TAP output."""
import gettext
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(os.environ["EQUIPOLE_PROGRAM"])
FAILED = 2


class TapResult(unittest.TestResult):
    """One TAP line a test, what went wrong as a comment below it."""

    def __init__(self):
        super().__init__()
        self.lines = 0

    def line(self, word, test, note=""):
        self.lines += 1
        print(f"{word} {self.lines} - {test.id().removeprefix('__main__.')}{note}", flush=True)

    def addSuccess(self, test):
        self.line("ok", test)

    def addSkip(self, test, reason):
        self.line("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.line("not ok", test)
        print("# " + self.failures[-1][1].replace("\n", "\n# "))

    def addError(self, test, err):
        super().addError(test, err)
        self.line("not ok", test)
        print("# " + self.errors[-1][1].replace("\n", "\n# "))


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)


class CliTest(unittest.TestCase):
    """Each test has an empty folder, in which the program runs."""

    languages = ("en",)
    locales = None

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="equipole-"))
        cls.shared.chmod(0o755)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.shared)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="test-", dir=self.shared))

    def environment(self, language):
        env = dict(os.environ, HOME=str(self.folder))
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            env[f"XDG_{name}_HOME"] = str(self.folder / "home" / name.lower())
        env["LANGUAGE"] = language
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            env.pop(name, None)
        if language == "fr":
            env.update(LC_ALL="fr_FR.UTF-8", LOCPATH=str(self.french_locale()))
        return env

    @classmethod
    def french_locale(cls):
        """The folder of a French locale; a test that needs it is skipped where it cannot be made."""
        if CliTest.locales is None:
            CliTest.locales = tempfile.TemporaryDirectory(prefix="equipole-locale-")
            target = pathlib.Path(CliTest.locales.name) / "fr_FR.UTF-8"
            made = shutil.which("localedef") and subprocess.run(
                ["localedef", "-i", "fr_FR", "-f", "UTF-8", str(target)], capture_output=True).returncode == 0
            if not made:
                CliTest.locales.cleanup()
                CliTest.locales = False
        if CliTest.locales is False:
            raise unittest.SkipTest("no French locale can be made")
        return CliTest.locales.name

    def run_program(self, *arguments, language="en", **options):
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=self.environment(language), timeout=60,
                              stderr=subprocess.PIPE, encoding="utf-8", **options)

    def done(self, *arguments, status=0, **options):
        """Runs the program, which must end with @status and complain only if that is not 0."""
        result = self.run_program(*arguments, **options)
        self.assertEqual(result.returncode, status, result.stderr)
        if status == 0:
            self.assertEqual(result.stderr, "")
        return result.stdout

    def json(self, *arguments, **options):
        return json.loads(self.done(*arguments, "--format", "json", **options))

    def fails(self, *arguments, says="", language="en", **options):
        """Runs the program, which must fail with one sentence, and returns the sentence."""
        result = self.run_program(*arguments, language=language, **options)
        self.assertEqual(result.returncode, FAILED, result.stdout)
        self.assert_sentence(result.stderr, says)
        return result.stderr

    def assert_sentence(self, text, says):
        lines = text.splitlines()
        self.assertEqual(len(lines), 1, text)
        self.assertRegex(lines[0], r"^equipole: .")
        self.assertNotRegex(lines[0], r"SQL|NULL|errno|domain|0x")
        self.assertIn(says, lines[0])

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def make_file(self, name="pole.eqp", sample=False):
        """A copy of a new file: making one takes longer than copying it."""
        master = self.shared / ("sample.eqp" if sample else "new.eqp")
        if not master.exists():
            self.done("new", master, *(["--sample"] if sample else []))
        shutil.copy(master, self.folder / name)
        return name


def translate(message):
    """The French of @message, as the program's own catalogue has it; @message itself where the catalogue lacks it."""
    return gettext.translation("equipole", os.environ["EQUIPOLE_LOCALEDIR"], ["fr"], fallback=True).gettext(message)
