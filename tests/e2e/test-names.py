#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for assistive technology: in every view and menu, whatever takes the keyboard has one of
its own. Dialogs and popovers are in test-dialogs.py."""

import sys

from gi.repository import Atspi

from remit_e2e import key, pointer, run_story, step, type_text, wait_until
from remit_e2e.names import check_names
from remit_e2e.story import say
from remit_e2e.waiting import Failure

VIEWS = ("Board", "Decisions", "Conflicts", "Findings", "People", "Skills", "Load",
         "Roles and Skills", "History", "Overview")


def show(program, view):
    key(f"alt+{(VIEWS.index(view) + 1) % 10}")
    wait_until(f"the view {view} is shown", lambda: is_shown(program, view))


def is_shown(program, view):
    row = program.find("list item", view, ("list", "Views"))
    return row is not None and row.has_state(Atspi.StateType.SELECTED)


def click(program, role, name, inside=None):
    pointer.click(program.place(role, name, inside))


def is_menu_open(program):
    return program.find("menu item") is not None


def look_at_menu(program, open_it):
    """Where a dialog has just closed, a press may be taken back before its release while the window
    manager is busy: whoever sees no menu presses again."""
    wait_until("the window has the keyboard", lambda: program.get_focused() is not None)
    open_it()
    try:
        wait_until("a menu", lambda: is_menu_open(program), patience=10)
    except Failure:
        say("no menu, pressed again")
        open_it()
        wait_until("a menu", lambda: is_menu_open(program))
    check_names(program)
    key("Escape")
    wait_until("no menu", lambda: not is_menu_open(program))


@step("the first start")
def welcome(program):
    program.start()
    program.wait_for("label", "Minimum viable ML team")
    check_names(program)


@step("a workspace with much in it")
def begin(program):
    program.cli("import", sys.argv[1])
    program.wait_for("list item", "Board")
    key("ctrl+shift+p")
    wait_until("plans to choose from", lambda: program.find("list", "Plans") is not None
               or program.find("table", "Plans") is not None)
    check_names(program)
    key("Escape")


for view in VIEWS:
    @step(f"the view {view}")
    def look(program, name=view):
        show(program, name)
        check_names(program)


@step("the menu of the window")
def menu(program):
    look_at_menu(program, lambda: key("F10"))


@step("a slot, a person and a team in the inspector")
def inspect(program):
    show(program, "Board")
    for role, name in (("panel", "Product manager"), ("panel", "Team Demand forecasting")):
        click(program, role, name)
        program.wait_for("push button", "Close", ("panel", "Details"))
        check_names(program)
    click(program, "push button", "Close", ("panel", "Details"))


@step("the menus of a team, a slot and a person, by the keyboard")
def parts(program):
    show(program, "Board")
    click(program, "panel", "Team Demand forecasting")
    look_at_menu(program, lambda: key("shift+F10"))
    for _ in range(2):  # a slot, and who is in it
        key("Down")
        look_at_menu(program, lambda: key("shift+F10"))


@step("what is found by name, and what is chosen from")
def finding(program):
    key("ctrl+f")
    program.wait_for_windows(2)
    type_text("dem")
    program.wait_for("label", "Demand forecasting")
    check_names(program)
    key("Escape")
    program.wait_for_windows(1)
    show(program, "Conflicts")
    click(program, "combo box", "Conflicts shown")
    wait_until("choices", lambda: program.find("list", "Conflicts shown") is not None)
    check_names(program)
    key("Escape")


@step("the menus of the views")
def menus(program):
    show(program, "History")
    look_at_menu(program, lambda: click(program, "push button", "More",
                                        ("filler", "RemitHistoryView")))


run_story("names")
