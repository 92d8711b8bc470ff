#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staffing is suggested, from end to end: for the whole plan by the name of the action, somebody
is kept out by the menu of a row, all is assigned as one edit and undone; and a slot by its key."""

import sys

from remit_e2e import key, run_story, step, wait_until
from remit_e2e.names import check_names
from remit_e2e.palette import do, press

SLOT = "Data and AI office/Data steward"


@step("the sample on the board, with a slot that somebody has left")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.cli("unassign", "Ravi Menon", SLOT)
    program.start()
    program.wait_for("panel", "Team Data and AI office")


@step("for the whole plan: who is suggested, and what stays open")
def suggest(program):
    do(program, "Suggest Staffing…")
    program.wait_for_windows(2)
    program.wait_for("push button", "Assign ")
    program.wait_for("list item", SLOT)
    program.wait_for("label", "Ravi Menon · ")
    check_names(program)


@step("on the board, beside their slots, and back")
def on_board(program):
    press(program, "Show on Board")
    program.wait_for_windows(1)
    program.wait_for("label", "Suggestion for ")
    program.wait_for("list item", "suggested: Ravi Menon · ")
    check_names(program)
    press(program, "Discard")
    program.wait_for_no("label", "Suggestion for ")
    do(program, "Suggest Staffing…")
    program.wait_for_windows(2)
    program.wait_for("push button", "Assign ")


@step("who is not wanted there is not suggested there any more")
def keep_out(program):
    press(program, f"More about {SLOT}")
    program.wait_for("menu item", "Not Here").activate()
    program.wait_for("label", "1 choice of yours")
    wait_until("somebody else is suggested", lambda: program.find("label", "Ravi Menon · ") is None)
    press(program, "Reset")
    program.wait_for("label", "Ravi Menon · ")


@step("it is assigned as one edit, and undone")
def assign(program):
    press(program, "Assign ")
    program.wait_for_windows(1)
    program.wait_for("label", "Fill ")
    key("ctrl+z")
    program.wait_for("label", "Undone: Fill ")


@step("the slot that has the keyboard, by its key")
def by_key(program):
    do(program, "Data steward")
    program.wait_for("label", "Data steward", ("panel", "Details"))
    key("f")
    program.wait_for_windows(2)
    program.wait_for("label", "1 of 1 vacancy filled")
    press(program, "Assign 1")
    program.wait_for_windows(1)
    program.wait_for("label", "Assign Ravi Menon to Data steward")


run_story("suggest")
