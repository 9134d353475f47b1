# SPDX-License-Identifier: GPL-3.0-or-later
"""A small driver over AT-SPI: finds widgets by role and accessible name, presses, types, reads, takes pictures. It sees what a screen
reader sees. Works with GTK 4.8 and later."""
import subprocess
import time
import warnings

import gi

warnings.simplefilter("ignore", DeprecationWarning)
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

Atspi.init()
Atspi.set_timeout(4000, 20000)

STATE = Atspi.StateType
BUTTON = {"push button", "button", "toggle button"}  # the second one is what newer releases say
PATIENCE = 30


class Timeout(Exception):
    """What was waited for did not come."""


def wait(function, what, patience=PATIENCE):
    """The first true value of a function, asked again and again."""
    end, last = time.monotonic() + patience, None
    while time.monotonic() < end:
        try:
            result = function()
            if result:
                return result
        except GLib.Error as error:  # a widget went away while it was looked at
            last = error
        time.sleep(0.05)
    raise Timeout(f"{what} ({last})" if last else what)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def find_app(pid):
    """By process, never by name: several may run."""
    return wait(lambda: next((app for app in children(Atspi.get_desktop(0)) if app.get_process_id() == pid), None), f"program {pid}")


def plain(name):
    """A name without mnemonic; GTK 4.8 says “_Save Save”."""
    name = name.replace("_", "")
    half = (len(name) - 1) // 2
    return name[:half] if len(name) % 2 and name[half:half + 1] == " " and name[:half] == name[half + 1:] else name


def is_in(node, *states):
    found = node.get_state_set()
    return all(found.contains(state) for state in states)


def list_actions(node):
    if "Action" not in node.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(node, index) for index in range(Atspi.Action.get_n_actions(node))]


def get_text(node):
    if "Text" in node.get_interfaces():
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    return node.get_name()


def find_now(root, role, name=None, contains=None):
    """The first visible node of a role (or roles) and name; None if there is none."""
    roles = {role} if isinstance(role, str) else set(role)
    root.clear_cache()
    for node in walk(root):
        if node.get_role_name() not in roles or not is_in(node, STATE.VISIBLE):
            continue
        if name is not None and plain(node.get_name()) != name:
            continue
        if contains is not None and contains not in plain(node.get_name()) and contains not in get_text(node):
            continue
        if roles & BUTTON and not list_actions(node):  # the outside of a menu button
            continue
        return node
    return None


def find(root, role, name=None, contains=None, patience=PATIENCE):
    return wait(lambda: find_now(root, role, name, contains), f"{role} {name or contains!r}", patience)


def find_entry(root, ending):
    """The visible entry whose text ends so; None if there is none."""
    root.clear_cache()
    return next((node for node in walk(root) if node.get_role_name() in ("text", "entry") and get_text(node).endswith(ending)), None)


def texts(root):
    """Every visible text, one a line, as a reader meets them."""
    root.clear_cache()
    return "\n".join(get_text(node) for node in walk(root) if is_in(node, STATE.SHOWING) or is_in(node, STATE.VISIBLE))


def wait_text(root, text):
    return wait(lambda: text in texts(root), f"text {text!r}")


def wait_no_text(root, text):
    return wait(lambda: text not in texts(root), f"no more text {text!r}")


def press(node):
    names = list_actions(node)
    index = next((names.index(name) for name in ("click", "activate", "press", "toggle") if name in names), 0)
    if not Atspi.Action.do_action(node, index):
        raise RuntimeError(f"{node.get_name()!r} cannot be pressed")


def set_text(node, text):
    if not Atspi.EditableText.set_text_contents(node, text):
        raise RuntimeError(f"{node.get_name()!r} cannot be typed into")


def windows(app):
    app.clear_cache()
    return [window for window in children(app) if is_in(window, STATE.VISIBLE)]


def focused(root):
    """The node that has the keyboard's focus: the innermost one."""
    root.clear_cache()
    found = None
    for node in walk(root):
        if is_in(node, STATE.FOCUSED):
            found = node
    return found


# ---- the keyboard, as the X server knows it ----

def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", text], check=True)


def picture(path):
    subprocess.run(["import", "-window", "root", path], check=False)


def outline(node, depth=0):
    """What is there, for whoever has to find out why a step failed."""
    lines = []
    if is_in(node, STATE.VISIBLE) or depth < 2:
        flags = "".join(letter for letter, state in (("f", STATE.FOCUSABLE), ("F", STATE.FOCUSED), ("A", STATE.ACTIVE)) if is_in(node, state))
        text = get_text(node)
        lines.append("  " * depth + f"{node.get_role_name()} {node.get_name()!r} {text[:70]!r} {flags}")
        for child in children(node):
            lines += outline(child, depth + 1)
    return lines


# ---- the focus ----

class Focus:
    """Where the keyboard's focus goes, as it is announced to a screen reader."""

    def __init__(self):
        self.nodes = []
        self.listener = Atspi.EventListener.new(self._moved)
        self.listener.register("object:state-changed:focused")

    def _moved(self, event):
        if event.detail1:
            self.nodes.append(event.source)

    def after(self, name, role=None, patience=10):
        """Presses a key and returns the node that takes the focus (of a role, if one is awaited)."""
        context, end = GLib.MainContext.default(), time.monotonic() + patience
        while context.iteration(False):
            pass
        self.nodes.clear()
        key(name)
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            if self.nodes and (role is None or self.nodes[-1].get_role_name() == role):
                return self.nodes[-1]
            time.sleep(0.01)
        raise Timeout(f"{name} moved the focus nowhere")

    def settle(self, quiet=0.5):
        """Until the focus has not moved for a while: windows that come up take it more than once."""
        context, end = GLib.MainContext.default(), time.monotonic() + quiet
        while time.monotonic() < end:
            if context.iteration(False):
                end = time.monotonic() + quiet
            time.sleep(0.01)

    def round(self, name, limit=400):
        """The nodes that a key leads to, until one of them comes round again. libadwaita 1.2 does not announce the entry inside an
        AdwEntryRow: one silent step is let pass, two in a row are a trap."""
        seen, silent = set(), False
        for _ in range(limit):
            try:
                node = self.after(name, patience=2)
            except Timeout:
                if silent:
                    raise
                silent = True
                continue
            if node.path in seen:
                return
            silent = False
            seen.add(node.path)
            yield node
        raise Timeout(f"{name} never comes round")


def spoken(node):
    """What names a node for its user; GTK 4.8 puts the name of the widget's class where there is none, and names the outside of a
    menu button or drop-down only."""
    if node is None:
        return ""
    for candidate in (node, node.get_parent()):
        name = plain(candidate.get_name() or "")
        if name and not name.startswith(("Gtk", "Adw", "Eqp")):
            return name
        if candidate.get_role_name() not in BUTTON | {"combo box", "entry", "text"}:
            break
    labels = [get_text(child) for child in walk(node) if child.get_role_name() == "label" and is_in(child, STATE.VISIBLE)]
    return " ".join(label for label in labels if label) if node.get_role_name() in BUTTON else ""


def place(node):
    """Where a node stands, to find it again in the sources."""
    names = []
    while node is not None and node.get_role_name() != "application":
        if node.get_name() or not names:
            names.append(f"{node.get_role_name()} {node.get_name()!r}")
        node = node.get_parent()
    return " < ".join(names)


def stack_page(node):
    """The page of a stack that a node stands on; None if it stands on none."""
    while node is not None and node.get_role_name() != "frame":
        parent = node.get_parent()
        if parent is not None and parent.get_role_name() == "panel" and parent.get_name() == "GtkStackPage":
            return parent
        node = parent
    return None


def has_room(node):
    """What is folded away, in a revealer, has no place in the window."""
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 1 and extents.height > 1


def stack_pages(node):
    """The pages of stacks, one in the other, that a node stands on."""
    page = stack_page(node)
    while page is not None:
        yield page.path
        page = stack_page(page)


def focusable(root, pages):
    """Every node that claims it can have the focus. The hidden pages of a stack claim that too: only those of these paths count."""
    root.clear_cache()
    found = [node for node in walk(root) if is_in(node, STATE.VISIBLE, STATE.FOCUSABLE, STATE.SENSITIVE) and has_room(node)]
    return [node for node in found if stack_page(node) is None or stack_page(node).path in pages]
