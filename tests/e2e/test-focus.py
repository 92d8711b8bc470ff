#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where Tab goes in each view and dialog, by role and name, against the files of the folder focus.

With REMIT_UPDATE_FOCUS=1 in the environment it writes the files instead; a review sees then what
has changed. Each stop is in sight, and none changes the view."""

import os
import pathlib
import re
import time

from gi.repository import GLib

from remit_e2e import check, key, pointer, run_story, sight, step, type_text, wait_until
from remit_e2e.palette import do, press

FOLDER = pathlib.Path(__file__).parent / "focus"
UPDATE = bool(os.environ.get("REMIT_UPDATE_FOCUS"))
VIEWS = ("Board", "Decisions", "Conflicts", "Findings", "People", "Skills", "Load",
         "Roles and Skills", "History", "Overview")
BEGINNINGS = {"Overview": "Readiness of Teams"}
MOST = 80  # stops, before something goes wrong
PATIENCE = 0.7  # seconds for the keyboard to go on; it stays where there is nowhere else
REST = 0.7  # seconds, until what comes has given the keyboard to whom it is for
CONFLICT = "Half of the GPUs"


def get_focused(program):
    """What has the keyboard, in the newest window: GTK does not tell that a dialog is active."""
    return sight.find_focused(list(program.windows())[-1])


def wait_for_next(program, last):
    """What has the keyboard next; the same if it stays."""
    end = time.monotonic() + PATIENCE
    focused = get_focused(program)
    while (focused is None or focused == last) and time.monotonic() < end:
        time.sleep(0.02)
        focused = get_focused(program)
    return focused


def read_chain(program):
    """Everything that has the keyboard in turn, until it comes round."""
    chain = []
    time.sleep(REST)
    focused = wait_until("something has the keyboard", lambda: get_focused(program))
    while focused not in chain and len(chain) < MOST:
        check(f"{describe(focused)} is in sight", sight.is_in_sight(focused))
        chain.append(focused)
        key("Tab")
        focused = wait_for_next(program, focused)
        check(f"who hears is told what has the keyboard after {describe(chain[-1])}", focused)
    check(f"Tab does not come round: {', '.join(map(describe, chain))}", len(chain) < MOST)
    return chain


def get_begin(name):
    """Of what comes after the first sentence, findings are the most. Whoever runs the test is
    nobody in particular."""
    begin = re.split(r"\. |\n", name)[0]
    users = "|".join(map(re.escape, (GLib.get_real_name(), GLib.get_user_name())))
    return re.sub(rf"^({users}), ", "USER, ", begin)


def describe(thing):
    return f"{thing.role} “{get_begin(thing.name)}”"


def compare(name, chain):
    text = "".join(f"{describe(thing)}\n" for thing in chain)
    path = FOLDER / f"{name}.txt"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    check(f"{path.name} is not what Tab does, which is:\n{text}", text == expected)


def get_view(program):
    return next((view for view in VIEWS if is_shown(program, view)), None)


def is_shown(program, view):
    row = program.find("list item", view, ("list", "Views"))
    return row is not None and row.has_state(sight.Atspi.StateType.SELECTED)


def look_at_view(program, view):
    key(f"alt+{(VIEWS.index(view) + 1) % 10}")
    wait_until(f"the view {view}", lambda: is_shown(program, view))
    if view in BEGINNINGS:  # what is read in a thread has the keyboard later
        wait_until(f"the keyboard is in {view}",
                   lambda: (get_focused(program) or program).name == BEGINNINGS[view])
    compare(view.lower().replace(" ", "-"), read_chain(program))
    check("the view is the same", get_view(program) == view)


def choose(program, item):
    """In the menu of what has the keyboard."""
    key("shift+F10")
    program.wait_for("menu item", item).activate()


def look_at_dialog(program, name, open_it, leave=("Escape",)):
    open_it()
    program.wait_for_windows(2)
    compare(name, read_chain(program))
    for step_back in leave:
        key(step_back)
    program.wait_for_windows(1)


def suggest(program):
    do(program, "Suggest Staffing…")
    program.wait_for("push button", "Show on Board")


def open_library(program):
    """With a few of what there is: each is a stop."""
    do(program, "Add Decisions From")
    program.wait_for("check box", "Take up the idea")
    type_text("roll")
    wait_until("few are left", lambda: not program.find("check box", "Take up the idea"))


@step("a workspace on one day")
def begin(program):
    os.environ["REMIT_NOW"] = program.environment["REMIT_NOW"] = "2026-03-10T12:00:00Z"
    program.workspace.parent.mkdir(parents=True)
    program.cli("plan", "new", "Churn", "--template", "minimum-viable-ml-team")
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n2,Grace Hopper\n", encoding="utf-8")
    program.cli("import", people)
    program.cli("assign", "Ada Lovelace", "ML engineer")
    program.cli("conflict", "raise", "Churn", CONFLICT)
    program.start()
    program.wait_for("panel", "ML engineer")


for view in VIEWS:
    @step(f"the view {view}")
    def look(program, name=view):
        look_at_view(program, name)


@step("dialogs that keys open")
def keys(program):
    key("alt+1")
    for name, combination in (("preferences", "ctrl+comma"), ("new-plan", "ctrl+n"),
                              ("templates", "ctrl+shift+n"), ("find", "ctrl+f"), ("help", "F1")):
        look_at_dialog(program, name, lambda: key(combination))


@step("dialogs of the board")
def board(program):
    key("alt+1")
    pointer.click(program.place("panel", "ML engineer"))
    look_at_dialog(program, "add-slot", lambda: do(program, "Add Slot…"))
    key("Down")
    look_at_dialog(program, "allocation", lambda: do(program, "Change Allocation…"))


@step("dialogs of the plan")
def plan(program):
    look_at_dialog(program, "rename-plan", lambda: do(program, "Rename Plan…"))
    look_at_dialog(program, "duplicate-plan", lambda: do(program, "Duplicate Plan…"))
    look_at_dialog(program, "suggest", lambda: suggest(program))


@step("two people are merged")
def merge(program):
    key("alt+5")
    pointer.click(program.place("table row", "Ada Lovelace"))
    look_at_dialog(program, "merge", lambda: choose(program, "Merge With…"))


@step("what is recorded of a decision")
def record(program):
    do(program, "Frame the problem")
    for kind in ("Input", "Objection", "Outcome", "Review"):
        press(program, "Record")
        program.wait_for("menu item", kind)
        look_at_dialog(program, f"record-{kind.lower()}",
                       lambda: program.wait_for("menu item", kind).activate())


@step("dialogs of decisions and conflicts")
def others(program):
    # the first clears what is searched for
    look_at_dialog(program, "library", lambda: open_library(program), ("Escape", "Escape"))
    look_at_dialog(program, "raise", lambda: do(program, "Raise Conflict…"))


@step("the details of a conflict, and how it is resolved")
def conflict(program):
    do(program, CONFLICT)
    program.place("push button", "Resolve…")
    look_at_dialog(program, "resolve", lambda: press(program, "Resolve…"))
    press(program, "More Actions")
    look_at_dialog(program, "mediate",
                   lambda: program.wait_for("menu item", "Start Mediation").activate())
    key("ctrl+shift+f")
    compare("conflict", read_chain(program))


@step("dialogs of findings and of the history")
def looking_back(program):
    key("alt+4")
    look_at_dialog(program, "accept", lambda: press(program, "Accept…"))
    look_at_dialog(program, "moment", lambda: do(program, "View Earlier Version"))
    look_at_dialog(program, "seal", lambda: do(program, "Archive Older History"))


@step("an import")
def table(program):
    look_at_dialog(program, "import", lambda: program.open(str(program.folder / "people.csv")))


run_story("focus")
