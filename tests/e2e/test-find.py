#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding anything, from end to end: by keyboard and by pointer, a person far away on the board, a
slot, a skill, a decision, a plan, a view, and an action by its name."""

import sys

from remit_e2e import check, key, pointer, run_story, step, type_text, wait_until


def find(program, *typed):
    """Opens the dialog and types."""
    key("ctrl+f")
    program.wait_for_windows(2)
    for text in typed:
        type_text(text)


def wait_for_first(program, starts):
    def is_first():
        row = program.find("list item", "", ("list", "Results"))
        return row is not None and row.name.startswith(starts)
    wait_until(f"“{starts}” is found first", is_first)


def go(program):
    key("Return")
    program.wait_for_windows(1)


def wait_for_keyboard(program, starts):
    def has_it():
        focused = program.get_focused()
        return focused is not None and focused.name.startswith(starts)
    wait_until(f"the keyboard is at “{starts}”", has_it)


def wait_for_details(program, name):
    program.wait_for("label", name, ("panel", "Details"))


@step("the sample on the board")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.start()
    program.wait_for("panel", "Team Data and AI office")


@step("somebody far away on the board, by the beginnings of names, and a team")
def person(program):
    find(program, "an vo billing")
    wait_for_first(program, "Anneliese Vogt")
    go(program)
    wait_for_keyboard(program, "Anneliese Vogt, 10 %")
    wait_for_details(program, "Anneliese Vogt")
    check("the card is in sight", program.find("panel", "Compliance specialist, ") is not None)


@step("from their details back to the board, out of another view")
def show(program):
    key("alt+9")
    program.wait_for("push button", "Verify")
    pointer.click(program.place("push button", "More", ("panel", "Details")))
    program.wait_for("menu item", "Show on Board")
    wait_for_keyboard(program, "Show on Board")
    key("Return")
    wait_for_keyboard(program, "Anneliese Vogt, 10 %")


@step("from one slot of a person to the next")
def next_slot(program):
    find(program, "kwame")
    wait_for_first(program, "Kwame Boateng")
    go(program)
    wait_for_keyboard(program, "Kwame Boateng, 20 %")
    key("ctrl+g")
    wait_for_keyboard(program, "Kwame Boateng, 60 %")
    key("ctrl+shift+g")
    wait_for_keyboard(program, "Kwame Boateng, 20 %")


@step("a slot, with a slip of the finger")
def slot(program):
    find(program, "validatro vision")
    wait_for_first(program, "Validator")
    go(program)
    wait_for_details(program, "Validator")


@step("a skill and a decision, each in its view")
def others(program):
    find(program, "prompt des")
    wait_for_first(program, "Prompt design")
    go(program)
    wait_for_details(program, "Prompt design")
    title, = program.query("SELECT title FROM decision ORDER BY position LIMIT 1")[0]
    find(program, title[:18])
    wait_for_first(program, title)
    go(program)
    wait_for_details(program, title)


@step("a view and an action, by their names")
def actions(program):
    find(program, "roles and")
    wait_for_first(program, "Roles and Skills")
    go(program)
    program.wait_for("tree table", "Skills")
    teams = program.query("SELECT count(*) FROM team")
    find(program, "add team")
    wait_for_first(program, "Add Team")
    go(program)
    wait_until("a team more", lambda: program.query("SELECT count(*) FROM team") != teams)
    key("ctrl+z")
    wait_until("it is undone", lambda: program.query("SELECT count(*) FROM team") == teams)


@step("by pointer: the button, and a row that is clicked")
def click(program):
    pointer.click(program.place("push button", "Find"))
    program.wait_for_windows(2)
    type_text("erik")
    wait_for_first(program, "Erik Lindqvist")
    pointer.click(program.place("label", "Erik Lindqvist", ("list", "Results")))
    program.wait_for_windows(1)
    wait_for_details(program, "Erik Lindqvist")


@step("nothing is found, and Escape goes back")
def nothing(program):
    find(program, "qqqqq")
    program.wait_for("label", "No Results")
    key("Escape")
    program.wait_for_windows(1)
    wait_for_details(program, "Erik Lindqvist")


@step("the window reopens where it was, with the workspaces of late in its menu")
def again(program):
    other = program.folder / "second.remit"
    program.cli("import", sys.argv[1], workspace=other)
    key("ctrl+q")
    program.wait_for_end()
    program.start()
    wait_for_details(program, "Erik Lindqvist")
    program.open(other)
    program.wait_for_windows(2)
    key("ctrl+w")
    program.wait_for_windows(1)
    key("F10")
    program.wait_for("menu item", "second.remit")
    key("Escape")


run_story("find")
