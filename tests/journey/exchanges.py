#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""exchanges.py PROGRAM LANGUAGE: a request's whole way, through the accessibility tree and the keyboard: received, routed, given to two
people, carried out, certified, on paper, and in the balance. Each step is one TAP test and begins where the one before ended."""
import os
import pathlib

import harness  # first: it sets the environment that libatspi reads
import atspi

# Typed without accents: xdotool has to change the keyboard for them, and the window may be slower than that.
SUBJECT = "Analyse de pratiques"
# Who asks whom for what: as many records as a request needs.
TABLES = {
    "institutions": "code;name;short_name;kind;side\nINSPE;Institut des Grèves;Inspé;inspe;university\nRECT;Rectorat des Grèves;;rectorat;rectorat\n",
    "people": "code;family_name;given_name;institution;side\nP1;Baldini;Zacharie;RECT;rectorat\nP2;Moulinier;Ulysse;RECT;rectorat\n"
              "P3;Vernet;Lydie;INSPE;university\n",
    "mentions": "code;name_fr;family\nMEEF;Second degré;meef\n",
    "courses": "code;name_fr;mention;components\nMATHS;Mathématiques;MEEF;INSPE\n",
    "units": "code;course;name;hours;open\nMATHS-3;MATHS;Didactique des nombres;21h;yes\n",
}
INSTITUTION = "Institut des Grèves"
UNIT = "Didactique des nombres"
# The two people from the field, and what each of them gives.
PEOPLE = [("Baldini", "4h30", 270), ("Moulinier", "3h", 180)]
WANTED = 450


def write_duration(minutes):
    """As both languages write it: “4 h 30”."""
    return f"{minutes // 60}\u00a0h" + (f"\u00a0{minutes % 60:02}" if minutes % 60 else "")


def get_last(journey):
    """The last edit of the history that is not undone."""
    return next(entry for entry in journey.rows("history", "entries") if not entry["undone"] and entry["kind"] in ("edit", "beginning"))


def get_certified(journey):
    """Certified minutes of initial training given by people from the field, this year."""
    return journey.rows("balance", "fi_by_rectorat_minutes", "--state", "certified")


def wait_edit(journey, previous):
    """One edit more than before, which the window says in the words of the history."""
    said = set()

    def is_said():
        said.update(journey.list_toasts())
        entry = get_last(journey)
        return entry if entry["id"] > previous["id"] and entry["sentence"] in said else None

    entry = atspi.wait(is_said, "an edit, and its toast")
    assert entry["id"] == previous["id"] + 1, f"{previous} and {entry} are not one edit apart"
    return entry


def wait_next(journey, label):
    """The keyboard stands on what is to be done next, which is always the same button."""
    label = journey.words(label)

    def is_next():
        if journey.button is None or not journey.has_focus(journey.button):
            journey.button = atspi.focused(journey.window())
        return journey.button is not None and atspi.spoken(journey.button) == label

    atspi.wait(is_next, f"the focus on {label!r}")


def step_on(journey, label, state, following=None):
    """Presses the button that has the keyboard: one edit, the new state in sight, and the keyboard on the next button."""
    previous = get_last(journey)
    wait_next(journey, label)
    atspi.key("Return")
    entry = wait_edit(journey, previous)
    assert journey.words(state) in entry["sentence"], entry
    if following is not None:
        wait_next(journey, following)


# ---- the steps ----

def open_page(journey):
    """a file of four small tables opens on its exchanges, which say how to begin"""
    journey.path = os.path.join(journey.folder, "journey.equipole")
    journey.run("new", journey.path)
    for kind, rows in TABLES.items():
        source = pathlib.Path(journey.folder, kind + ".csv")
        source.write_text(rows, encoding="utf-8")
        journey.run("import", journey.path, kind, str(source), "--strict")
    journey.start(journey.path)
    atspi.key("alt+3")
    atspi.find(journey.app, atspi.BUTTON, journey.words("_New request…"))
    journey.button = None
    assert get_certified(journey) == 0


def empty_by_keyboard(journey):
    """everything on the empty page is reached by Tab and has a name"""
    harness.check_tab_walk(journey)


def new_request(journey):
    """a request is written down by keyboard alone, and opens"""
    previous = get_last(journey)
    atspi.key("ctrl+n")
    form = harness.Form(journey, "the form of a request")
    form.type("Subject", SUBJECT)
    form.pick("Training", "Initial training")
    form.choose("Requester", "INSPE", INSTITUTION)
    form.type("Hours wanted", "7h30")
    form.type("Starts on", "2026-11-09")
    form.type("Ends on", "2026-11-20")
    form.choose("Teaching unit", UNIT.lower(), UNIT)
    form.save()
    entry = wait_edit(journey, previous)
    assert SUBJECT in entry["sentence"], entry
    atspi.wait_text(journey.app, write_duration(WANTED))


def qualify(journey):
    """the keyboard stands on what is to be done next: the request is qualified"""
    step_on(journey, "_Qualify", "Qualified", "_Route…")


def route(journey):
    """it is routed to a collective, as one edit"""
    previous = get_last(journey)
    atspi.key("Return")
    form = harness.Form(journey, "the form of a route")
    form.pick("Handled", "With a collective")
    form.type("Resource entity", "Collectif de calcul")
    form.save()
    entry = wait_edit(journey, previous)
    assert journey.words("Routed") in entry["sentence"], entry
    wait_next(journey, "_Assign…")


def request_by_keyboard(journey):
    """everything beside the board is reached by Tab and has a name"""
    harness.check_tab_walk(journey)
    journey.tab_to(journey.words("_Assign…"))


def assign(journey):
    """it is split between two people, until nothing is left"""
    previous = get_last(journey)
    atspi.key("Return")
    form = harness.Form(journey, "the form of an assignment")
    form.choose("Person", *[PEOPLE[0][0]] * 2)
    form.type("Hours, such as 7h30", PEOPLE[0][1])
    atspi.wait_text(form.window, write_duration(WANTED - PEOPLE[0][2]))
    form.leave("One more _person")
    atspi.key("Return")
    form.extend()
    form.choose("Person", *[PEOPLE[1][0]] * 2)
    atspi.wait_text(form.window, journey.words("Nothing is left to assign."))
    form.save()
    wait_edit(journey, previous)
    for name, _, minutes in PEOPLE:
        atspi.wait_text(journey.app, name)
        atspi.wait_text(journey.app, write_duration(minutes))


def staff_and_confirm(journey):
    """it is staffed, confirmed and carried out, step by step"""
    step_on(journey, "Mark as _staffed", "Staffed", "_Confirm")
    step_on(journey, "_Confirm", "Confirmed", "Mark as _done")
    step_on(journey, "Mark as _done", "Carried out")


def write_hours_done(journey):
    """the hours done are written on each of its lines in the ledger, and the way back is Alt+Left"""
    for name, hours, _ in PEOPLE:
        previous = get_last(journey)
        go_to_line(journey, name)
        atspi.key("F2")
        form = harness.Form(journey, "the form of a line")
        assert name in atspi.texts(form.go("Person"))
        form.type("Done", hours)
        form.save()
        wait_edit(journey, previous)
        atspi.key("alt+Left")


def go_to_line(journey, name):
    """From the request to its line of one person, which the ledger then has selected."""
    for _ in range(60):
        node = journey.focus.after("Tab")
        if node.get_role_name() == "list item" and name in atspi.texts(node):
            break
    else:
        raise AssertionError(f"Tab never came to the line of {name}")
    atspi.key("Return")


def certify(journey):
    """its lines are certified, then the request itself"""
    previous = get_last(journey)
    journey.tab_to(journey.words("_Certify its lines"))
    atspi.key("Return")
    wait_edit(journey, previous)
    assert get_certified(journey) == WANTED
    step_on(journey, "_Certify", "Hours certified", "C_lose")


def undo(journey):
    """Ctrl+Z twice takes the hours back out of the balance"""
    previous = get_last(journey)
    atspi.key("ctrl+z")
    atspi.wait(lambda: get_last(journey)["id"] == previous["id"] - 1, "one edit undone")
    wait_next(journey, "_Certify")
    atspi.key("ctrl+z")
    wait_next(journey, "_Certify its lines")
    assert get_certified(journey) == 0


def redo(journey):
    """Shift+Ctrl+Z twice certifies them again"""
    atspi.key("ctrl+shift+z")
    wait_next(journey, "_Certify")
    atspi.key("ctrl+shift+z")
    wait_next(journey, "C_lose")
    assert get_certified(journey) == WANTED


def print_statement(journey):
    """the statement of each person is saved as PDF, with the name and the hours in it"""
    for name, _, minutes in PEOPLE:
        go_to_line(journey, name)
        atspi.key("ctrl+p")
        text = journey.save_as_pdf(journey.dialog("the preview"), f"{name}.pdf")
        said = text is None or " ".join(text.split())
        assert text is None or (name in said and " ".join(write_duration(minutes).split()) in said), text
        atspi.key("alt+Left")


def balance_and_history(journey):
    """the balance and the history say in the window what the command line says"""
    assert journey.rows("balance", "balance_minutes") == -WANTED
    atspi.press(atspi.find(journey.app, "page tab", journey.words("Balance")))
    atspi.wait_text(journey.app, "\N{MINUS SIGN}" + write_duration(WANTED))
    atspi.key("alt+5")
    sentences = {entry["sentence"] for entry in journey.rows("history", "entries")}
    atspi.wait(lambda: all(map(atspi.texts(journey.app).__contains__, sentences)), "the whole history")
    atspi.key("ctrl+q")
    journey.wait_end()


STEPS = [open_page, empty_by_keyboard, new_request, qualify, route, request_by_keyboard, assign, staff_and_confirm, write_hours_done, certify,
         undo, redo, print_statement, balance_and_history]

harness.main(STEPS)
