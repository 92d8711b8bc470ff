#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Candidates from end to end: a slot is clicked, those who fit it come first, a search with levels
and filters with counts leave fewer, and Enter assigns."""

import sys

from remit_e2e import check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.board import get_card

SLOT = "Second compliance specialist"
POOL = ("panel", "People pool")


def get_candidates(program):
    return program.query(
        "SELECT p.name FROM assignment a JOIN person p ON p.id = a.person"
        " JOIN slot s ON s.id = a.slot WHERE s.name = ?", (SLOT,))


def wait_for_first(program, starts):
    def is_first():
        row = program.find("table cell", "", POOL)
        return row is not None and row.name.startswith(starts)
    wait_until(f"“{starts}” comes first", is_first)


def wait_for_count(program, text):
    wait_until(f"it says “{text}”", lambda: program.find("label", text, POOL))


@step("the sample on the board")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.start()
    program.wait_for("panel", "Team Data and AI office")
    wait_for_first(program, "Aisha Bello")


@step("whoever fits a slot that is clicked comes first, with what is there and what lacks")
def select(program):
    pointer.click(get_card(program, SLOT))
    wait_until("the slot is selected", lambda: program.find("label", SLOT, ("panel", "Details")))
    key("c")
    program.wait_for("label", f"Best fit for {SLOT}")
    wait_for_first(program, "Thandiwe Nkosi")
    check("what lacks is told", program.find("label", "Lacks AI regulation", POOL))


@step("a search with a level, and Enter assigns whom it finds")
def assign(program):
    type_text("protection>=4")
    key("Return")
    wait_until("Anneliese is in the slot",
               lambda: get_candidates(program) == [("Anneliese Vogt",)])
    wait_for_count(program, "1 of 43 people")
    check("they are told to be there", program.find("label", "Already in this slot", POOL))


@step("undo takes the assignment back, and not what was typed")
def undo(program):
    key("ctrl+z")
    wait_until("nobody is in the slot", lambda: get_candidates(program) == [])
    check("the search is as it was", program.find("label", "1 of 43 people", POOL))


@step("filters tell how many each would find, and find them")
def filter_by(program):
    key("ctrl+a", "BackSpace")
    wait_for_count(program, "43 people")
    pointer.click(program.place("push button", "Filter", POOL))
    pointer.click(program.place("combo box", "Availability", POOL))
    program.wait_for("list item", "Overloaded. 4")
    key("End", "Return")
    wait_for_count(program, "4 of 43 people")
    pointer.click(program.place("push button", "Clear Filters", POOL))
    wait_for_count(program, "43 people")


@step("Enter on a row assigns, too; then all are listed by name again")
def assign_row(program):
    key("Down")
    wait_until("a row has the keyboard", lambda: program.get_focused() is not None
               and program.get_focused().name.startswith("Thandiwe Nkosi"))
    key("Return")
    wait_until("Thandiwe is in the slot",
               lambda: get_candidates(program) == [("Thandiwe Nkosi",)])
    pointer.click(program.place("push button", "Show All People by Name", POOL))
    program.wait_for_no("label", f"Best fit for {SLOT}")
    wait_for_first(program, "Aisha Bello")
    key("ctrl+q")
    program.wait_for_end()


run_story("candidates")
