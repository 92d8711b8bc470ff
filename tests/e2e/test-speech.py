#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by keyboard alone, and what Orca speaks of it."""

from remit_e2e import check, key, run_story, step, type_text
from remit_e2e.board import get_assignments
from remit_e2e.ears import Ears
from remit_e2e.names import check_names

ears = None


def tab_through(*stops):
    """Each of them is spoken before the next."""
    for stop in stops:
        key("Tab")
        ears.wait_for(stop)


@step("the window says where one is")
def begin(program):
    global ears
    ears = Ears(program.environment)
    program.start()
    program.wait_for("label", "Minimum viable ML team")
    key("ctrl+shift+n")
    program.wait_for_windows(2)
    ears.wait_for("Minimum viable ML team")
    key("alt+c")
    program.wait_for_windows(1)
    program.wait_for("panel", "ML engineer")
    ears.wait_for("Create plan “Minimum viable ML team” from a template")
    check_names(program)  # of the toast, too
    program.cli("add", "person", "name=Grace Hopper")
    program.cli("add", "person", "name=Ada Lovelace")


@step("views, by their names")
def views(program):
    key("alt+2")
    ears.wait_for("Decisions")
    key("alt+1")
    ears.wait_for("Search people")


@step("where there is nothing the keyboard is at the choices, and the plan is heard once")
def find_nothing(program):
    key("alt+6")
    ears.wait_for("People in This Plan push button")
    tab_through("Required Skills", "By Name", "Gaps Only", "Search entry", "Nothing Found panel")
    for stop in ("Search entry", "Gaps Only", "By Name", "Required Skills", "People in This Plan",
                 "Main Menu", "Details", "Plans Minimum viable ML team push button", "Undo"):
        key("shift+Tab")
        ears.wait_for(stop)
    check("the plan is heard once", "Plans Minimum viable ML team." not in ears.lines)
    key("alt+1")
    ears.wait_for("Search people")


@step("somebody is carried to a slot, and each step is spoken")
def carry(program):
    key("ctrl+shift+f")
    type_text("Grace")
    program.wait_for("label", "1 of 2 people")
    key("Down")
    ears.wait_for("Grace Hopper. Load: 0 % of 100 %")
    key("space")
    ears.wait_for("Grace Hopper picked up. ML engineer in ML team: 100 %")
    key("Down")
    ears.wait_for("Data engineer in")
    key("Return")
    ears.wait_for("Data engineer, 100 of 100 %, 1 person. Requires SQL 3",
                  "Assign Grace Hopper to Data engineer")
    check("it is so", get_assignments(program) == [("Grace Hopper", "Data engineer", 100)])


@step("the share of a person, with each step")
def allocate(program):
    key("minus")
    ears.wait_for("90 %")
    key("plus")
    ears.wait_for("100 %")
    key("ctrl+z")
    key("ctrl+z")
    ears.wait_for("Undone: Change allocation")


@step("letters lead to a slot, and say what would happen there")
def jump(program):
    key("ctrl+shift+f")
    key("ctrl+a")
    type_text("Ada")
    ears.wait_for("1 of 2 people")
    key("Down")
    key("space")
    ears.wait_for("Ada Lovelace picked up")
    type_text("comp")
    ears.wait_for("Compliance specialist in ML team: 30 %")
    type_text("xyz")
    ears.wait_for("No slot matches “compxyz”")
    key("Escape")
    type_text("bus an")
    ears.wait_for("Business analyst in ML team: 50 %")
    key("Return")
    ears.wait_for("Assign Ada Lovelace to Business analyst")
    check("it is so", ("Ada Lovelace", "Business analyst", 50) in get_assignments(program))
    key("ctrl+z")
    ears.wait_for("Undone: Assign Ada Lovelace to Business analyst")


@step("undo and redo say what they did")
def undo(program):
    key("ctrl+z")
    ears.wait_for("Undone: Assign Grace Hopper to Data engineer")
    key("ctrl+shift+z")
    ears.wait_for("Redone: Assign Grace Hopper to Data engineer")


@step("two people change places")
def swap(program):
    program.cli("assign", "Ada Lovelace", "ML engineer")
    program.wait_for("list item", "Ada Lovelace", ("panel", "ML engineer, "))
    for where in ("Product manager,", "Grace Hopper, 100 %", "Data engineer,",
                  "Ada Lovelace, 100 %"):
        key("Up")
        ears.wait_for(where)
    key("s")
    ears.wait_for("Data engineer in ML team: Swap with Grace Hopper")
    key("Return")
    ears.wait_for("Swap Ada Lovelace and Grace Hopper")
    check("it is so", ("Ada Lovelace", "Data engineer", 100) in get_assignments(program))
    key("ctrl+z")
    ears.wait_for("Undone: Swap Ada Lovelace and Grace Hopper")


@step("a letter in the matrix, and its deletion")
def decide(program):
    key("alt+2")
    ears.wait_for("Frame the problem")
    key("Down")
    ears.wait_for("Set the goal and its metric, ML engineer")
    key("Right")
    key("a")
    ears.wait_for("Data engineer: Accountable")
    key("Delete")
    ears.wait_for("Data engineer: none")


@step("a conflict is raised, and read by its title in the list")
def conflict(program):
    key("alt+3")
    ears.wait_for("Search conflicts and their logs")
    key("Tab")
    ears.wait_for("Raise")
    key("Return")
    program.wait_for_windows(2)
    ears.wait_for("Title")
    type_text("Photographs")
    key("alt+r")
    program.wait_for_windows(1)
    ears.wait_for("Raise conflict Photographs")
    for _ in range(6):
        key("Tab")
    ears.wait_for("Photographs, Medium, Open")


@step("the conflict is resolved")
def resolve(program):
    key("Return")
    for _ in range(4):
        key("Tab")
    ears.wait_for("Resolve")
    key("Return")
    program.wait_for_windows(2)
    ears.wait_for("Outcome")
    type_text("Shared")
    key("alt+r")
    program.wait_for_windows(1)
    ears.wait_for("Resolve Photographs")


@step("findings are accepted, and the keyboard stays with them")
def accept(program):
    key("alt+4")
    ears.wait_for("Any severity")
    tab_through("Any team", "All topics", "Show Accepted", "Collapse All")
    key("Return")
    ears.wait_for("Expand All")
    tab_through("Group", "All findings: A required slot is vacant")
    key("space")
    ears.wait_for("checked")
    check("a choice is heard once", "Any team push button." in ears.lines)
    tab_through("Decider’s slot", "Ladder without", "Skill below", "Clear Selection",
                "Accept Selected")
    key("Return")
    program.wait_for_windows(2)
    ears.wait_for("Findings dialog", "Reason")
    type_text("Known")
    key("alt+a")
    program.wait_for_windows(1)
    ears.wait_for("Accept “A required slot is vacant”")


@step("what is searched for in the history is counted")
def search(program):
    key("alt+9")
    ears.wait_for("Search the history")
    type_text("Photographs")
    ears.wait_for("2 entries found")
    tab_through("Verify", "More", "Any time", "Everybody", "All plans", "Resolve Photographs")


@step("a row of a table is read by what it shows")
def table(program):
    key("alt+5")
    ears.wait_for("Free")
    tab_through("Unassigned", "Search", "Add a Person", "Grace Hopper")
    key("Up")
    ears.wait_for("Ada Lovelace")


@step("cells are read with what they are of")
def cells(program):
    key("alt+7")
    ears.wait_for("Load panel", "All, ")
    key("Down")
    ears.wait_for("Ada Lovelace, ")


@step("the plan is exported, and where to")
def export(program):
    path = program.folder / "plan.xml"
    key("ctrl+e")
    program.wait_for_windows(2)
    ears.wait_for("Minimum viable ML team", "selected")
    key("ctrl+a")
    type_text(str(path))
    key("Return")
    ears.wait_for(f"Exported to {path}")
    check("it is the plan", "Minimum viable ML team" in path.read_text(encoding="utf-8"))


@step("no name is a class, and no mnemonic is spoken")
def names(program):
    faults = [line for line in ears.lines
              if any(word in line for word in ("Gtk", "Adw", "RemitV", " _", "StackPage"))]
    check(f"spoken: {faults}", not faults)
    ears.close()


run_story("speech")
