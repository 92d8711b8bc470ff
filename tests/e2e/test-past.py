#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An earlier version, from end to end: it is looked at in a window of its own, what would change it
cannot be pressed, and the keys that would change it say why they do not."""

from gi.repository import Atspi

from remit_e2e import check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.board import get_card

WHY = "Earlier version (read-only)"


def count_entries(program):
    return program.query("SELECT count(*) FROM history")[0][0]


def is_sensitive(program, role, name):
    found = program.find(role, name)
    return found is not None and found.has_state(Atspi.StateType.SENSITIVE)


def has_keyboard(program, starts):
    focused = program.get_focused()
    return focused is not None and focused.name.startswith(starts)


def wait_for_why(program, what):
    """The toast says it, and goes when something else is said."""
    wait_until(f"{what} says why not", lambda: program.find("label", WHY) is not None)


def dismiss(program):
    """The toast, by its button."""
    pointer.click(program.place("push button", "", ("filler", "AdwToastWidget")))
    program.wait_for_no("label", WHY)


@step("an earlier version is asked for, and shown in a window of its own")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n2,Grace Hopper\n")
    program.cli("plan", "new", "Churn", "--template", "minimum-viable-ml-team")
    program.cli("import", people)
    program.cli("assign", "Ada Lovelace", "ML engineer")
    program.start()
    key("ctrl+f")
    program.wait_for_windows(2)
    type_text("View Earlier Version")
    program.wait_for("label", "View Earlier Version…")
    key("Return")
    program.wait_for("label", "Opens a read-only window")
    type_text("2099-12-31")
    key("Return")
    program.wait_for("label", "Version of ")


@step("on the board, keys that would change the plan say why they do not")
def on_board(program):
    before = count_entries(program)
    pointer.click(get_card(program, "ML engineer"))
    for combination in ("Delete", "ctrl+Right", "space", "plus"):
        key(combination)
        wait_for_why(program, combination)
        dismiss(program)
    check("nothing was changed", count_entries(program) == before)


@step("on the map, too")
def on_map(program):
    key("ctrl+minus", "ctrl+minus")
    program.wait_for("panel", "Map of teams. ")
    wait_until("the map has the keyboard", lambda: has_keyboard(program, "Map of teams. "))
    key("Delete")
    wait_for_why(program, "Delete")
    dismiss(program)
    key("ctrl+0")


@step("so does the key of an action of the window")
def of_window(program):
    key("ctrl+n")
    wait_for_why(program, "a new plan")
    dismiss(program)


@step("in the matrix, letters and the clipboard")
def in_matrix(program):
    before = count_entries(program)
    key("alt+2")
    program.wait_for("table cell", "Release the model, ML engineer:")
    for combination in ("r", "Delete", "ctrl+d", "ctrl+x"):
        key(combination)
        wait_for_why(program, combination)
        dismiss(program)
    check("what adds a decision cannot be pressed",
          not is_sensitive(program, "push button", "Add Decision"))
    check("nothing was changed", count_entries(program) == before)


run_story("past")
