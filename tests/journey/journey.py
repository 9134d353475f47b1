#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py PROGRAM LANGUAGE: a newcomer's first hour, through the accessibility tree and the keyboard: open the sample, make an
unlawful council lawful, undo it, print it, quit, come back. Each step is one TAP test and begins where the one before ended."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

# Warnings are fatal to the program, not to its driver: libatspi warns about windows that have gone.
DEBUG = os.environ.pop("G_DEBUG", "")

import atspi  # noqa: E402  pylint: disable=wrong-import-position
import texts  # noqa: E402  pylint: disable=wrong-import-position

BODY = "CPER-08"
STUDENT = "Kabore"


class Journey:
    """The running program, the file it works on, and the words of its language."""

    def __init__(self, program, language, folder):
        self.program, self.language, self.folder = program, language, folder
        self.words = texts.Words(language, os.environ["EQUIPOLE_LOCALEDIR"])
        self.environment = dict(os.environ, G_DEBUG=DEBUG, GSETTINGS_BACKEND="keyfile", GTK_A11Y="atspi", LANGUAGE=language)
        self.environment.update(texts.make_locale(language, folder))
        self.process = self.app = None
        self.focus = atspi.Focus()

    # ---- the program ----

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment)
        self.app = atspi.find_app(self.process.pid)
        atspi.wait(lambda: atspi.windows(self.app), "a window")

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def wait_end(self):
        status = self.process.wait(60)
        assert status == 0, f"the program ended with {status}"

    def run(self, *arguments, allowed=(0,)):
        result = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True, check=False, timeout=120)
        assert result.returncode in allowed, f"{arguments}: {result.returncode}: {result.stderr}"
        return result.stdout

    def file(self):
        """The one file in the application's data folder."""
        folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "equipole", "files")
        files = sorted(folder.glob("*.equipole"))
        assert len(files) == 1, f"{files} in {folder}"
        return str(files[0])

    def findings(self):
        """The messages about BODY, by code, as the command line has them."""
        output = self.run("check", self.file(), "--body", BODY, "--format", "json", allowed=(0, 1))
        return {finding["code"]: finding["message"] for finding in json.loads(output)["findings"]}

    # ---- the window ----

    def window(self):
        return atspi.wait(lambda: atspi.windows(self.app), "a window")[0]

    def dialog(self, what):
        """The window that stands before the main one."""
        return atspi.wait(lambda: atspi.windows(self.app)[1:], what)[-1]

    def wait_single_window(self):
        atspi.wait(lambda: len(atspi.windows(self.app)) == 1, "one window only")

    def tab_to(self, *names, limit=150):
        """Presses Tab until a node of one of these names has the focus; fails when none is reachable."""
        for _ in range(limit):
            node = self.focus.after("Tab")
            if atspi.plain(node.get_name()) in names:
                return node
        raise AssertionError(f"Tab never came to {names}")

    def open_body(self, search):
        """Alt+2, then the council found by typing in the list's own search."""
        atspi.key("alt+2")
        atspi.find(self.app, "list", self.words("Councils"))
        self.focus.after("ctrl+f", "entry")
        atspi.key("ctrl+a")
        atspi.type_text(search)


# ---- the steps ----

def start_page(journey):
    """an empty home shows the first-start page"""
    journey.start()
    atspi.find(journey.app, atspi.BUTTON, journey.words("Open the _sample Pôle"))
    atspi.find(journey.app, atspi.BUTTON, journey.words("Start an _empty file"))
    atspi.find(journey.app, atspi.BUTTON, journey.words("_Import a spreadsheet…"))


def start_page_by_keyboard(journey):
    """everything on the first-start page is reached by Tab and has a name"""
    check_tab_walk(journey)


def interface_language(journey):
    """the interface speaks the language asked for"""
    label = journey.words("Open the _sample Pôle")
    assert (label == atspi.plain("Open the _sample Pôle")) == (journey.language == "en"), label


def open_sample(journey):
    """the sample opens on the home page, which counts five errors"""
    atspi.press(atspi.find(journey.app, atspi.BUTTON, journey.words("Open the _sample Pôle")))
    atspi.find(journey.app, "list", journey.words("To put right"))
    codes = json.loads(journey.run("check", journey.file(), "--format", "json", allowed=(1,)))["findings"]
    errors = sorted((finding["body"], finding["code"]) for finding in codes if finding["severity"] == "error")
    assert errors == [("CPER-05", "CPER-CHAIR-NOT-EMPLOYER"), ("CPER-08", "CPER-STUDENT-MIN"), ("CPER-11", "CPER-NO-DECISION"),
                      ("CPER-14", "CPER-TEACHER-NOT-INVOLVED"), ("CPER-15", "CPER-TEACHER-MAX")], errors
    for finding in codes:
        atspi.wait_text(journey.app, finding["message"])


def home_by_keyboard(journey):
    """everything on the home page is reached by Tab and has a name"""
    check_tab_walk(journey)


def open_council(journey):
    """the unlawful council says beside its students that one is missing"""
    journey.open_body(BODY)
    atspi.wait_text(journey.app, journey.findings()["CPER-STUDENT-MIN"])
    atspi.wait_text(journey.app, journey.words("Vacant seat"))


def council_by_keyboard(journey):
    """everything on the councils page is reached by Tab and has a name"""
    check_tab_walk(journey)


def appoint(journey):
    """a student is appointed by keyboard alone, and the finding is gone"""
    journey.message = journey.findings()["CPER-STUDENT-MIN"]
    journey.tab_to(journey.words("_Appoint…"))
    atspi.key("Return")
    dialog = journey.dialog("the form of a seat")
    atspi.wait(lambda: atspi.is_in(dialog, atspi.STATE.ACTIVE), "the form's turn")
    choose = journey.words("Choose…")
    atspi.wait(lambda: choose in atspi.spoken(atspi.focused(dialog)), "the focus on the person")
    atspi.key("Return")
    atspi.wait(lambda: atspi.focused(dialog).get_role_name() in ("entry", "text"), "the focus in the search")
    atspi.type_text(STUDENT.lower())
    atspi.wait_text(dialog, STUDENT)
    atspi.key("Return")
    atspi.wait(lambda: STUDENT in atspi.spoken(atspi.focused(dialog)), "the person chosen, and the focus back")
    atspi.key("ctrl+Return")
    journey.wait_single_window()
    atspi.wait_no_text(journey.app, journey.message)
    assert "CPER-STUDENT-MIN" not in journey.findings()


def undo(journey):
    """Ctrl+Z brings the finding back"""
    atspi.key("ctrl+z")
    atspi.wait_text(journey.app, journey.message)
    assert "CPER-STUDENT-MIN" in journey.findings()


def redo(journey):
    """Shift+Ctrl+Z makes the council lawful again"""
    atspi.key("ctrl+shift+z")
    atspi.wait_no_text(journey.app, journey.message)
    assert "CPER-STUDENT-MIN" not in journey.findings()


def print_roster(journey):
    """the roster is previewed and saved as PDF, with the new member in it"""
    path = os.path.join(journey.folder, "roster.pdf")
    atspi.key("ctrl+p")
    preview = journey.dialog("the preview")
    atspi.find(preview, atspi.BUTTON, journey.words("_Save as PDF…"))
    atspi.key("ctrl+s")
    atspi.wait(lambda: len(atspi.windows(journey.app)) == 3, "the choice of a file")
    entry = atspi.wait(lambda: atspi.find_entry(journey.app, ".pdf"), "the name of the file")
    journey.focus.settle()
    atspi.key("ctrl+a")
    atspi.type_text(path)
    atspi.wait(lambda: atspi.get_text(entry) == path, "the name typed")
    atspi.key("Return")
    atspi.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, "the PDF")
    atspi.wait(lambda: len(atspi.windows(journey.app)) == 2, "the end of the choice")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert STUDENT in text, text
    # Not Escape: no window need have the keyboard after a chooser of files has gone, that is the window manager's affair.
    atspi.press(atspi.find(preview, atspi.BUTTON, journey.words.of_toolkit("Close")))
    journey.wait_single_window()


def quit_program(journey):
    """Ctrl+Q ends the program cleanly"""
    atspi.key("ctrl+q")
    journey.wait_end()
    assert journey.run("info", journey.file())


def reopen(journey):
    """the next start opens the same file, and everything is still there"""
    journey.start()
    atspi.find(journey.app, "list", journey.words("To put right"))
    journey.open_body(BODY)
    atspi.wait_text(journey.app, STUDENT)
    assert journey.message not in atspi.texts(journey.app)


def edit_elsewhere(journey):
    """an edit of the command line shows up in the open window"""
    journey.run("undo", journey.file())
    atspi.wait_text(journey.app, journey.message)
    journey.run("redo", journey.file())
    atspi.wait_no_text(journey.app, journey.message)


def second_start(journey):
    """a second start raises the window that is there instead of opening another"""
    subprocess.run([journey.program, journey.file()], env=journey.environment, check=True, timeout=60)
    subprocess.run([journey.program], env=journey.environment, check=True, timeout=60)
    assert journey.process.poll() is None
    assert len(atspi.windows(journey.app)) == 1
    assert atspi.is_in(journey.window(), atspi.STATE.ACTIVE)


def directory_by_keyboard(journey):
    """everything in the directory is reached by Tab and has a name"""
    atspi.key("alt+3")
    atspi.find(journey.app, "list", journey.words("Directory"))
    check_tab_walk(journey)


def history(journey):
    """the history tells the appointment, in words"""
    atspi.key("alt+4")
    atspi.wait_text(journey.app, STUDENT)


def history_by_keyboard(journey):
    """everything in the history is reached by Tab and has a name"""
    check_tab_walk(journey)
    atspi.key("ctrl+q")
    journey.wait_end()


# Inside a list the arrows move, a menu button's outside is not where the focus goes, and the text of an entry row is not announced.
WITHOUT_TAB = {"text", "list item", "table cell", "page tab", "menu item", "filler", "panel", "scroll pane", "list", "table", "tree table",
               "scroll bar"}


def check_tab_walk(journey):
    # The window's own buttons belong to the window manager's keys.
    frame = {journey.words.of_toolkit(name) for name in ("Minimize", "Maximize", "Restore", "Close")}
    journey.focus.after("Tab")
    visited = list(journey.focus.round("Tab"))
    paths = {node.path for node in visited}
    nameless = [atspi.place(node) for node in visited if not atspi.spoken(node)]
    unreached = [atspi.place(node) for node in atspi.focusable(journey.window(), visited)
                 if node.path not in paths and node.get_role_name() not in WITHOUT_TAB and node.get_name() not in frame]
    assert len(visited) > 2, [atspi.place(node) for node in visited]
    assert not nameless, "no name:\n" + "\n".join(nameless)
    assert not unreached, "not reached by Tab:\n" + "\n".join(unreached)


STEPS = [start_page, interface_language, start_page_by_keyboard, open_sample, home_by_keyboard, open_council, council_by_keyboard, appoint,
         undo, redo, print_roster, quit_program, reopen, edit_elsewhere, second_start, directory_by_keyboard, history, history_by_keyboard]


def explain(journey, step, error):
    """What was on the screen when a step failed."""
    for line in f"{type(error).__name__}: {error}".splitlines():
        print(f"# {line}")
    if journey.app is not None:
        try:
            for line in atspi.outline(journey.app):
                print(f"# {line}")
        except atspi.GLib.Error as gone:
            print(f"# the program does not answer: {gone.message}")
    pictures = os.environ.get("JOURNEY_PICTURES")
    if pictures:
        atspi.picture(os.path.join(pictures, f"journey-{journey.language}-{step.__name__}.png"))


def main():
    program, language = sys.argv[1:]
    print(f"1..{len(STEPS)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        journey = Journey(program, language, folder)
        try:
            for number, step in enumerate(STEPS, 1):
                begin = time.monotonic()
                try:
                    step(journey)
                    print(f"ok {number} - {step.__doc__} # {time.monotonic() - begin:.1f} s", flush=True)
                except Exception as error:  # pylint: disable=broad-exception-caught
                    explain(journey, step, error)
                    print(f"not ok {number} - {step.__doc__}", flush=True)
                    # A walk leaves everything as it was; after any other step there is nothing to go on from.
                    if not step.__name__.endswith("_by_keyboard"):
                        print(f"Bail out! {step.__name__} failed, what follows cannot be tried", flush=True)
                        sys.exit(1)
        finally:
            journey.stop()


main()
