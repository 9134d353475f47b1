#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py PROGRAM LANGUAGE: a newcomer's first hour, through the accessibility tree and the keyboard: open the sample, make an
unlawful council lawful, undo it, print it, quit, come back. Each step is one TAP test and begins where the one before ended."""
import subprocess

import harness  # first: it sets the environment that libatspi reads
import atspi

BODY = "CPER-08"
STUDENT = "Kabore"


def findings(journey):
    """The messages about BODY, by code, as the command line has them."""
    return {finding["code"]: finding["message"] for finding in journey.rows("check", "findings", "--body", BODY)}


def open_body(journey, search):
    """Alt+2, then the council found by typing in the list's own search."""
    atspi.key("alt+2")
    atspi.find(journey.app, "list", journey.words("Councils"))
    journey.focus.after("ctrl+f", "entry")
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
    harness.check_tab_walk(journey)


def interface_language(journey):
    """the interface speaks the language asked for"""
    label = journey.words("Open the _sample Pôle")
    assert (label == atspi.plain("Open the _sample Pôle")) == (journey.language == "en"), label


def open_sample(journey):
    """the sample opens on the home page, which counts five errors"""
    atspi.press(atspi.find(journey.app, atspi.BUTTON, journey.words("Open the _sample Pôle")))
    atspi.find(journey.app, "list", journey.words("To put right"))
    codes = [finding for finding in journey.rows("check", "findings") if finding["body"]]
    errors = sorted((finding["body"], finding["code"]) for finding in codes if finding["severity"] == "error")
    assert errors == [("CPER-05", "CPER-CHAIR-NOT-EMPLOYER"), ("CPER-08", "CPER-STUDENT-MIN"), ("CPER-11", "CPER-NO-DECISION"),
                      ("CPER-14", "CPER-TEACHER-NOT-INVOLVED"), ("CPER-15", "CPER-TEACHER-MAX")], errors
    for finding in codes:
        atspi.wait_text(journey.app, finding["message"])


def home_by_keyboard(journey):
    """everything on the home page is reached by Tab and has a name"""
    harness.check_tab_walk(journey)


def open_council(journey):
    """the unlawful council says beside its students that one is missing"""
    open_body(journey, BODY)
    atspi.wait_text(journey.app, findings(journey)["CPER-STUDENT-MIN"])
    atspi.wait_text(journey.app, journey.words("Vacant seat"))


def council_by_keyboard(journey):
    """everything on the councils page is reached by Tab and has a name"""
    harness.check_tab_walk(journey)


def appoint(journey):
    """a student is appointed by keyboard alone, and the finding is gone"""
    journey.message = findings(journey)["CPER-STUDENT-MIN"]
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
    assert "CPER-STUDENT-MIN" not in findings(journey)


def undo(journey):
    """Ctrl+Z brings the finding back"""
    atspi.key("ctrl+z")
    atspi.wait_text(journey.app, journey.message)
    assert "CPER-STUDENT-MIN" in findings(journey)


def redo(journey):
    """Shift+Ctrl+Z makes the council lawful again"""
    atspi.key("ctrl+shift+z")
    atspi.wait_no_text(journey.app, journey.message)
    assert "CPER-STUDENT-MIN" not in findings(journey)


def print_roster(journey):
    """the roster is previewed and saved as PDF, with the new member in it"""
    atspi.key("ctrl+p")
    text = journey.save_as_pdf(journey.dialog("the preview"), "roster.pdf")
    assert text is None or STUDENT in text, text


def quit_program(journey):
    """Ctrl+Q ends the program cleanly"""
    atspi.key("ctrl+q")
    journey.wait_end()
    assert journey.run("info", journey.file())


def reopen(journey):
    """the next start opens the same file, and everything is still there"""
    journey.start()
    atspi.find(journey.app, "list", journey.words("To put right"))
    open_body(journey, BODY)
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
    atspi.key("alt+4")
    atspi.find(journey.app, "list", journey.words("Directory"))
    harness.check_tab_walk(journey)


def history(journey):
    """the history tells the appointment, in words"""
    atspi.key("alt+5")
    atspi.wait_text(journey.app, STUDENT)


def history_by_keyboard(journey):
    """everything in the history is reached by Tab and has a name"""
    harness.check_tab_walk(journey)
    atspi.key("ctrl+q")
    journey.wait_end()


STEPS = [start_page, interface_language, start_page_by_keyboard, open_sample, home_by_keyboard, open_council, council_by_keyboard, appoint,
         undo, redo, print_roster, quit_program, reopen, edit_elsewhere, second_start, directory_by_keyboard, history, history_by_keyboard]

harness.main(STEPS)
