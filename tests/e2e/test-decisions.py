#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who decides, from end to end: letters by pointer and by keyboard, findings while typing, the
menu, drags onto a row, copy and paste, a decision's page and its outcome, findings and waivers."""

from remit_e2e import Box, check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.board import carry_onto, get_person, leave, pick_up

RELEASE = "Release the model"
# In the middle, where no toast covers it.
CHOICE = "Choose the model"


def get_letters(program, decision, holder):
    """What a slot or a person has in a decision, as the database has it."""
    rows = program.query(
        "SELECT letter FROM right JOIN decision ON decision.id = right.decision"
        " LEFT JOIN slot ON slot.id = right.slot LEFT JOIN role ON role.id = slot.role"
        " LEFT JOIN person ON person.id = right.person"
        " WHERE decision.title = ? AND coalesce(role.name, person.name) = ?", (decision, holder))
    return "".join(sorted(letter for letter, in rows))


def wait_for_letters(program, decision, holder, letters):
    wait_until(f"{holder} has “{letters}” in {decision}",
               lambda: get_letters(program, decision, holder) == letters)


def get_cell(program, decision, holder):
    return program.place("table cell", f"{decision}, {holder}:")


def wait_for_cell(program, decision, holder, says):
    """A cell says it to assistive technology, and with it shows it."""
    program.wait_for("table cell", f"{decision}, {holder}: {says}")


def wait_for_keyboard(program, starts):
    def has_it():
        focused = program.get_focused()
        return focused is not None and focused.name.startswith(starts)
    wait_until(f"the keyboard is at “{starts}”", has_it)


def choose(program, item):
    """By keyboard, in the menu that is open."""
    program.wait_for("menu item", item)
    for _ in range(12):
        focused = program.get_focused()
        if focused is not None and focused.name.startswith(item):
            break
        key("Down")
        wait_until("the next item", lambda: program.get_focused() != focused)
    wait_for_keyboard(program, item)
    key("Return")


def drag_to_row(program, box, decision):
    """From that place to a row, which shows at its end that it takes the drop."""
    row = program.place("label", decision, ("table", "Decision rights"))
    table = program.place("table", "Decision rights")
    pick_up(box)
    carry_onto(row, Box(table.x + table.width - 60, row.y, 40, row.height))
    pointer.release()


def get_rights(program):
    return program.query("SELECT decision, slot, role, person, letter FROM right ORDER BY 1, 2, 5")


def undo(program, rights):
    key("ctrl+z")
    wait_until("the rights as they were", lambda: get_rights(program) == rights)


@step("a plan of a template has a matrix that the checker has nothing against")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n2,Grace Hopper\n")
    program.cli("plan", "new", "Churn", "--template", "minimum-viable-ml-team")
    program.cli("import", people)
    program.cli("assign", "Ada Lovelace", "ML engineer")
    program.start()
    key("alt+2")
    wait_for_cell(program, RELEASE, "ML engineer", "Responsible")
    wait_for_cell(program, RELEASE, "Product manager", "Accountable")
    wait_for_keyboard(program, "Frame the problem, ML engineer:")


@step("clicks on a cell go through its letters")
def cycle(program):
    before = get_rights(program)
    check("it has none yet", get_letters(program, CHOICE, "Business analyst") == "")
    for letters in "RACI":
        pointer.click(get_cell(program, CHOICE, "Business analyst"))
        wait_for_letters(program, CHOICE, "Business analyst", letters)
    pointer.click(get_cell(program, CHOICE, "Business analyst"))
    wait_for_letters(program, CHOICE, "Business analyst", "")
    check("and is as it was", get_rights(program) == before)


@step("the keyboard goes from cell to cell, and a letter is a right")
def type_letters(program):
    before = get_rights(program)
    key("Right")
    wait_for_keyboard(program, f"{CHOICE}, Compliance specialist:")
    key("Left", "r")
    wait_for_letters(program, CHOICE, "Business analyst", "R")
    wait_for_cell(program, CHOICE, "Business analyst", "Responsible")
    key("slash", "c")
    wait_for_letters(program, CHOICE, "Business analyst", "CR")
    key("Delete")
    wait_for_letters(program, CHOICE, "Business analyst", "")
    check("and is as it was", get_rights(program) == before)


@step("what is wrong is said at once, at the cell and at the decision")
def find(program):
    before = get_rights(program)
    key("r")
    wait_for_letters(program, CHOICE, "Business analyst", "R")
    key("slash", "c")
    wait_for_cell(program, CHOICE, "Business analyst",
                  "Responsible, Consulted. Business analyst has R/C")
    key("a")
    program.wait_for("image", f"“{CHOICE}” has several accountable holders: ")
    key("Delete")
    wait_for_cell(program, CHOICE, "Business analyst", "none")
    program.wait_for_no("image", f"“{CHOICE}” has several")
    check("and is as it was", get_rights(program) == before)


@step("a letter of another framework is refused in words, and nothing is changed")
def refuse(program):
    before = get_rights(program)
    key("x")
    program.wait_for("label", "“X” is not a letter of RACI")
    check("nothing was changed", get_rights(program) == before)


@step("minus folds the decisions of a team, an asterisk shows them again")
def fold_team(program):
    wait_for_keyboard(program, f"{CHOICE}, ")
    key("minus")
    wait_for_keyboard(program, "Decision rights")
    key("asterisk")
    wait_for_keyboard(program, f"{CHOICE}, ")


@step("several cells: fill down, copy, paste, each undone in one step")
def several(program):
    before = get_rights(program)
    check("they have what they have", (get_letters(program, CHOICE, "Data engineer"),
                                       get_letters(program, CHOICE, "ML engineer")) == ("C", "AR"))
    pointer.click(get_cell(program, CHOICE, "Business analyst"))
    wait_for_letters(program, CHOICE, "Business analyst", "R")
    undo(program, before)
    key("Home")
    wait_for_keyboard(program, f"{CHOICE}, ML engineer:")
    key("shift+Right", "ctrl+c", "Up", "ctrl+v")
    wait_until("pasted in one step", lambda: get_rights(program) != before)
    undo(program, before)
    key("shift+Down", "ctrl+d")
    wait_until("filled in one step", lambda: get_rights(program) != before)
    undo(program, before)


@step("the menu names the letters with their meaning")
def menu(program):
    before = get_rights(program)
    pointer.click(get_cell(program, CHOICE, "Business analyst"))
    wait_for_letters(program, CHOICE, "Business analyst", "R")
    undo(program, before)
    key("Menu")
    program.wait_for("menu item", "R · Responsible: Does the work.")
    choose(program, "C · Consulted")
    wait_for_letters(program, CHOICE, "Business analyst", "C")
    undo(program, before)


@step("a slot dragged by its head onto a row asks for the letter")
def drag_slot(program):
    before = get_rights(program)
    key("ctrl+Home")  # a drag near the heads would scroll there
    wait_for_keyboard(program, "Frame the problem, ML engineer:")
    head = program.place("label", "Business analyst", ("table", "Decision rights"))
    drag_to_row(program, head, CHOICE)
    choose(program, "I · Informed")
    wait_for_letters(program, CHOICE, "Business analyst", "I")
    undo(program, before)


@step("a person dragged from the pool onto a row asks for it, too")
def drag_person(program):
    before = get_rights(program)
    pointer.click(program.place("push button", "People Pool", ("panel", "Decisions")))
    drag_to_row(program, get_person(program, "Grace Hopper"), CHOICE)
    choose(program, "C · Consulted")
    wait_for_letters(program, CHOICE, "Grace Hopper", "C")
    undo(program, before)
    leave(program)


@step("who has no right is told whose decision it is, and may override it with a reason")
def decide(program):
    pointer.click(get_cell(program, CHOICE, "Business analyst"))
    wait_for_letters(program, CHOICE, "Business analyst", "R")
    key("Return")
    pointer.go(program.place("label", "Proposed on "))
    pointer.scroll(30)
    pointer.click(program.place("push button", "Record"))
    choose(program, "Outcome…")
    program.wait_for("label", "This decision belongs to Ada Lovelace (ML engineer).")
    pointer.click(program.place("text", "Rationale"))
    type_text("Gradient boosting is enough")
    pointer.click(program.place("push button", "Record"))
    program.wait_for_words("This decision belongs to Ada Lovelace")
    check("nothing was recorded", program.query("SELECT count(*) FROM decision_event") == [(0,)])
    pointer.click(program.place("text", "Reason for the Override"))
    type_text("Ada is away")
    pointer.click(program.place("push button", "Record"))
    wait_until("it is accepted", lambda: program.query(
        "SELECT status FROM decision WHERE title = 'Choose the model'") == [("accepted",)])
    program.wait_for("label", "Gradient boosting is enough")


@step("the override is among the findings, and accepted there until a day")
def waive(program):
    key("alt+4")
    pointer.click(program.place("push button", "Collapse All"))
    pointer.click(program.place("label", "Decided without the right"))
    program.wait_for("label", "“Choose the model” was decided on")
    pointer.click(program.place("push button", "Show Accepted"))
    check("nothing is waived", program.query("SELECT count(*) FROM waiver") == [(0,)])
    finding = ("panel", "“Choose the model” was decided on")
    pointer.click(program.place("push button", "Accept…", finding))
    program.wait_for("label", "Accept This Finding")
    pointer.click(program.place("text", "Reason"))
    type_text("Agreed on the phone")
    pointer.click(program.place("push button", "Accept"))
    program.wait_for("label", "Accepted by")
    check("it is waived", program.query("SELECT rule FROM waiver") == [("DEC-2",)])
    key("ctrl+z")
    wait_until("the waiver is undone",
               lambda: program.query("SELECT count(*) FROM waiver") == [(0,)])


@step("all findings of a rule are selected at its head and accepted at once, for reasons in lines")
def waive_several(program):
    pointer.click(program.place("check box", "All findings: A required slot is vacant"))
    program.wait_for("label", "7 selected")
    pointer.click(program.place("push button", "Accept Selected…"))
    program.wait_for("label", "Accept 7 Findings")
    pointer.click(program.place("text", "Reason"))
    type_text("Hiring is on")
    key("Return")
    type_text("Until May")
    pointer.click(program.place("push button", "Accept"))
    wait_until("all are accepted", lambda: program.query(
        "SELECT reason FROM waiver") == [("Hiring is on\nUntil May",)] * 7)
    program.wait_for_no("label", "7 selected")
    key("ctrl+z")
    wait_until("all in one step", lambda: program.query("SELECT count(*) FROM waiver") == [(0,)])


@step("a click on its head folds a group, another one opens it")
def fold(program):
    program.wait_for("label", "“Choose the model” was decided on")
    pointer.click(program.place("label", "Decided without the right"))
    program.wait_for_no("label", "“Choose the model” was decided on")
    pointer.click(program.place("label", "Decided without the right"))
    program.wait_for("label", "“Choose the model” was decided on")


run_story("decisions")
