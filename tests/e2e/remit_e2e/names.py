# SPDX-License-Identifier: GPL-3.0-or-later
"""What names are no names: to whoever hears a widget, its name is all that it is."""

import collections
import re

from gi.repository import Atspi

from . import sight
from .waiting import check

# What GTK calls a widget that nobody has named.
CLASS = re.compile(r"^(Gtk|Adw|Remit)[A-Z]\w+$")
# The mark of a key, which is for the eye.
MARK = re.compile(r"(^|\s)_\w")

# What is used, or is a place that one is told of; all that takes the keyboard is, too.
TOLD = {"check box", "combo box", "dialog", "entry", "frame", "link", "list", "list item",
        "menu item", "page tab", "password text", "push button", "radio button", "slider",
        "spin button", "switch", "table", "table cell", "table row", "text", "toggle button",
        "tree", "tree item", "tree table"}
# Their content takes the keyboard.
PASSED_OVER = {"scroll pane"}


def is_told(thing):
    focusable = thing.has_state(Atspi.StateType.FOCUSABLE)
    return (focusable or thing.role in TOLD) and thing.role not in PASSED_OVER


def find_fault(thing):
    if not thing.name.strip():
        return "has no name"
    if CLASS.match(thing.name):
        return "is named like its class"
    if MARK.search(thing.name):
        return "has the mark of a key in its name"
    return None


def find_twins(thing):
    """The names that more than one child has that is used."""
    names = collections.Counter(
        (child.role, child.name) for child in thing.children
        if child.has_state(Atspi.StateType.FOCUSABLE) and child.name
        and sight.is_in_sight(child))
    return [what for what, n in names.items() if n > 1]


def describe(thing):
    places = []
    while thing is not None and len(places) < 6:
        places.append(f"{thing.role} “{thing.name[:60]}”")
        thing = thing.parent
    return " in ".join(places)


def find_faults(root):
    faults = []
    for thing in root.walk():
        fault = find_fault(thing) if is_told(thing) else None
        if fault is not None and sight.is_in_sight(thing):
            faults.append(f"{describe(thing)} {fault}")
        faults += [f"{role} “{name}” stands more than once in {describe(thing)}"
                   for role, name in find_twins(thing)]
    return faults


def check_names(program):
    """Of all windows of the program."""
    faults = [fault for window in program.windows() for fault in find_faults(window)]
    check("\n".join(dict.fromkeys(faults)), not faults)
