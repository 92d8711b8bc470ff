#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario, from end to end: it is compared with its plan, what clashes is decided, and it is
adopted."""

from gi.repository import Atspi

from remit_e2e import check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.names import check_names

CLASH = "Slot ML engineer was changed in both plans"


def get_demands(program):
    """Of the plan and of the scenario."""
    return program.query("SELECT s.fte FROM slot AS s JOIN role AS r ON r.id = s.role "
                         "JOIN plan AS p ON p.id = s.plan WHERE r.name = 'ML engineer' "
                         "ORDER BY p.kind")


def choose(program, action):
    """An action, by its name."""
    key("ctrl+f")
    program.wait_for_windows(2)
    type_text(action)
    program.wait_for("label", f"{action}…")
    key("Return")


def is_sensitive(program, name):
    button = program.find("push button", name)
    return button is not None and button.has_state(Atspi.StateType.SENSITIVE)


@step("a scenario is compared with the plan that it was copied from")
def compare(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("plan", "new", "Churn", "--template", "minimum-viable-ml-team")
    program.cli("plan", "copy", "Churn", "Alternative")
    program.cli("set", "slot", "ML engineer", "fte=80", "--plan", "Alternative")
    program.cli("set", "slot", "Data engineer", "fte=50", "--plan", "Alternative")
    program.cli("set", "slot", "ML engineer", "fte=70", "--plan", "Churn")
    program.start()
    choose(program, "Compare Plans")
    program.wait_for("label", "ML team: 2 differences")
    program.wait_for("label", "From “Churn” to “Alternative”")
    check_names(program)


@step("what differs is marked on the board, on both sides")
def show_on_board(program):
    pointer.click(program.place("push button", "Show on Board"))
    program.wait_for("label", "Changed: 2")
    program.wait_for("panel", "ML engineer, 0 of 80 %")
    check_names(program)
    key("o")
    program.wait_for("panel", "ML engineer, 0 of 70 %")
    key("Escape")
    program.wait_for_no("label", "Changed: 2")
    choose(program, "Compare Plans")
    program.wait_for("label", "ML team: 2 differences")


@step("it is adopted: what clashes is decided first")
def adopt(program):
    pointer.click(program.place("label", "Adopt the scenario…"))
    program.wait_for("label", CLASH)
    program.wait_for("label", "Changed: 1")
    check_names(program)
    check("a clash has to be decided", not is_sensitive(program, "Adopt"))
    pointer.click(program.place("push button", "All Scenario"))
    wait_until("all is decided", lambda: is_sensitive(program, "Adopt"))
    pointer.click(program.place("push button", "Adopt"))
    wait_until("the plan has the change", lambda: get_demands(program) == [(80,), (80,)])
    program.wait_for("label", "Adopt Alternative into Churn")


@step("undo takes all of it back")
def undo(program):
    key("ctrl+z")
    wait_until("both are as before", lambda: get_demands(program) == [(70,), (80,)])


run_story("scenario")
