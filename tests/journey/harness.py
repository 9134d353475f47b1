# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey through the program shares: the running program, its window, the keyboard, and one TAP test a step."""
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


class Journey:
    """The running program, the file it works on, and the words of its language."""

    def __init__(self, program, language, folder):
        self.program, self.language, self.folder = program, language, folder
        self.words = texts.Words(language, os.environ["EQUIPOLE_LOCALEDIR"])
        self.environment = dict(os.environ, G_DEBUG=DEBUG, GSETTINGS_BACKEND="keyfile", GTK_A11Y="atspi", LANGUAGE=language)
        self.environment.update(texts.make_locale(language, folder))
        self.process = self.app = self.path = None
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
        """The file it was started on, else the one file in the application's data folder."""
        if self.path is not None:
            return self.path
        folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "equipole", "files")
        files = sorted(folder.glob("*.equipole"))
        assert len(files) == 1, f"{files} in {folder}"
        return str(files[0])

    def rows(self, command, key, *arguments):
        """What a command of the program says of the file as JSON, whatever it finds wrong."""
        return json.loads(self.run(command, self.file(), "--format", "json", *arguments, allowed=(0, 1)))[key]

    # ---- the window ----

    def window(self):
        return atspi.wait(lambda: atspi.windows(self.app), "a window")[0]

    def dialog(self, what):
        """The window that stands before the main one."""
        return atspi.wait(lambda: atspi.windows(self.app)[1:], what)[-1]

    def wait_single_window(self):
        atspi.wait(lambda: len(atspi.windows(self.app)) == 1, "one window only")

    def list_toasts(self):
        """What is said at the bottom of the main window, for some seconds only: nothing else is looked at."""
        frame = self.window()
        frame.clear_cache()
        nodes = [frame]
        for _ in range(4):
            nodes = [child for node in nodes for child in atspi.children(node)]
            for node in nodes:
                if node.get_name() == "AdwToastWidget":
                    yield from (atspi.get_text(label) for label in atspi.walk(node))

    @staticmethod
    def has_focus(node):
        node.clear_cache()
        return atspi.is_in(node, atspi.STATE.FOCUSED)

    def tab_to(self, *names, limit=150):
        """Presses Tab until a node of one of these names has the focus; fails when none is reachable."""
        for _ in range(limit):
            node = self.focus.after("Tab")
            if atspi.plain(node.get_name()) in names:
                return node
        raise AssertionError(f"Tab never came to {names}")

    def save_as_pdf(self, preview, name):
        """The preview's document in a file of the test's folder, by keyboard; returns its text, None where nothing can read it."""
        path = os.path.join(self.folder, name)
        atspi.find(preview, atspi.BUTTON, self.words("_Save as PDF…"))
        atspi.key("ctrl+s")
        atspi.wait(lambda: len(atspi.windows(self.app)) == 3, "the choice of a file")
        entry = atspi.wait(lambda: atspi.find_entry(self.app, ".pdf"), "the name of the file")
        self.focus.settle()
        atspi.key("ctrl+a")
        atspi.type_text(path)
        atspi.wait(lambda: atspi.get_text(entry) == path, "the name typed")
        atspi.key("Return")
        atspi.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, "the PDF")
        atspi.wait(lambda: len(atspi.windows(self.app)) == 2, "the end of the choice")
        # Not Escape: no window need have the keyboard after a chooser of files has gone, that is the window manager's affair.
        atspi.press(atspi.find(preview, atspi.BUTTON, self.words.of_toolkit("Close")))
        self.wait_single_window()
        if not shutil.which("pdftotext"):
            return None
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


class Form:
    """The editor in front, whose rows are filled in the order in which Tab comes to them. The text of an entry row is not announced: how
    often to press Tab is known from what stands on each row, and what was typed is read back."""

    def __init__(self, journey, what):
        self.journey, self.window = journey, journey.dialog(what)
        atspi.wait(lambda: atspi.is_in(self.window, atspi.STATE.ACTIVE), "the form's turn")
        self.rows = atspi.wait(lambda: list(self.find_rows()), "rows of a form")
        self.index = 0
        journey.focus.settle(0.2)

    def find_rows(self):
        self.window.clear_cache()
        for node in atspi.walk(self.window):
            if node.get_role_name() in ("text", "list item", "combo box") and atspi.plain(node.get_name()) and atspi.is_in(node, atspi.STATE.VISIBLE):
                yield node

    def extend(self):
        """After rows were added and the focus went to the first of them."""
        self.rows = atspi.wait(lambda: rows if len(rows := list(self.find_rows())) > self.index else None, "more rows")
        self.journey.focus.settle(0.2)

    def count_stops(self, row):
        """How often Tab stops on a row: once on a choice, else on itself and on each button beside it."""
        if row.get_role_name() == "combo box":
            return 1
        return 1 + sum(node.get_role_name() in atspi.BUTTON | {"check box", "switch"} and atspi.is_in(node, atspi.STATE.FOCUSABLE, atspi.STATE.VISIBLE)
                       for node in atspi.walk(row) if node.path != row.path)

    def go(self, label):
        """On to the row of this label, which may be the one where the focus is."""
        label, n = self.journey.words(label), 0
        while atspi.plain(self.rows[self.index].get_name()) != label:
            n += self.count_stops(self.rows[self.index])
            self.index += 1
            assert self.index < len(self.rows), f"no row {label}"
        if n > 0:
            atspi.key(*["Tab"] * n)
        return self.rows[self.index]

    def leave(self, name):
        """Past the last row, on to a button."""
        atspi.key(*["Tab"] * sum(self.count_stops(row) for row in self.rows[self.index:]))
        self.index, name = len(self.rows), self.journey.words(name)
        atspi.wait(lambda: atspi.spoken(atspi.focused(self.window)) == name, f"the focus on {name!r}")

    def type(self, label, text):
        row = self.go(label)
        atspi.key("ctrl+a")
        atspi.type_text(text)
        atspi.wait(lambda: atspi.get_text(row) == text, f"{label}: {text!r}, not {atspi.get_text(row)!r}")

    def choose(self, label, search, expected):
        """Picks a record by typing some of it."""
        row = self.go(label)
        atspi.key("Tab", "Return")
        atspi.wait(lambda: atspi.focused(self.window).get_role_name() in ("entry", "text"), "the focus in the search")
        atspi.type_text(search)
        atspi.wait_text(self.window, expected)
        atspi.key("Return")
        atspi.wait(lambda: expected in atspi.spoken(atspi.focused(self.window)), f"{expected} chosen, and the focus back")
        atspi.key("shift+Tab")

    def pick(self, label, choice):
        """Picks one of a few choices."""
        row, choice = self.go(label), self.journey.words(choice)
        atspi.key("Return")
        atspi.wait(lambda: choice in atspi.texts(row), f"the choice {choice!r}")
        atspi.key("Home")
        while choice not in atspi.texts(atspi.wait(lambda: atspi.focused(row), "the focus among the choices")):
            self.journey.focus.after("Down")
        atspi.key("Return")
        self.journey.focus.settle(0.2)

    def save(self):
        atspi.key("ctrl+Return")
        self.journey.wait_single_window()


# Inside a list the arrows move, a menu button's outside is not where the focus goes, and the text of an entry row is not announced.
WITHOUT_TAB = {"text", "list item", "table cell", "page tab", "menu item", "filler", "panel", "scroll pane", "list", "table", "tree table",
               "scroll bar"}

# libadwaita 1.2 gives the button that closes a toast no name.
NAMELESS = {"AdwToastWidget"}


def check_tab_walk(journey):
    """Everything in sight is reached by Tab and has a name."""
    # The window's own buttons belong to the window manager's keys.
    frame = {journey.words.of_toolkit(name) for name in ("Minimize", "Maximize", "Restore", "Close")}
    journey.focus.after("Tab")
    paths, pages, nameless = set(), set(), []
    for node in journey.focus.round("Tab"):
        try:
            if not atspi.spoken(node) and node.get_parent().get_name() not in NAMELESS:
                nameless.append(atspi.place(node))
            pages.update(atspi.stack_pages(node))
            paths.add(node.path)
        except atspi.GLib.Error:  # a toast went away while it was looked at
            pass

    def list_unreached():
        return [atspi.place(node) for node in atspi.focusable(journey.window(), pages)
                if node.path not in paths and node.get_role_name() not in WITHOUT_TAB and node.get_name() not in frame]

    # In a tuple, which counts as an answer when the list is empty: a toast that goes away meanwhile has it read again.
    unreached, = atspi.wait(lambda: (list_unreached(),), "what can have the focus")
    assert len(paths) > 2, paths
    assert not nameless, "no name:\n" + "\n".join(nameless)
    assert not unreached, "not reached by Tab:\n" + "\n".join(unreached)


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


def main(steps):
    """Runs the steps one after the other."""
    program, language = sys.argv[1:]
    print(f"1..{len(steps)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        journey = Journey(program, language, folder)
        try:
            for number, step in enumerate(steps, 1):
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
