#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from end to end: a plan from a template, people from a file, drags with a real
pointer and by keyboard, closing, starting again, undo, export."""

import subprocess
import sys

from remit_e2e import Box, Picture, check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.board import (SAME, carry_to, drag, get_around, get_assignments, get_chip,
                             get_person, leave, pick_up, picture,
                             wait_for_assignments, wait_for_card)

ROLES = ("ML engineer", "Data engineer", "Product manager", "Business analyst",
         "Compliance specialist")
NAMES = ("Ada Lovelace", "Grace Hopper", "Mary Jackson")

BOTH = [("Grace Hopper", "Data engineer", 100), ("Person 03", "ML engineer", 100)]


def write_people(path, names):
    lines = ["Number,Name,E-mail,Job title,Skills"]
    for i, name in enumerate(names):
        mail = name.lower().replace(" ", ".") + "@example.org"
        lines.append(f'{path.stem}{i},{name},{mail},Engineer,"Python; SQL"')
    path.write_text("\n".join(lines) + "\n")


@step("a plan from a template, on the first start")
def begin(program):
    program.start()
    pointer.click(program.place("label", "Minimum viable ML team"))
    pointer.click(program.place("push button", "Create Plan"))
    for role in ROLES:
        wait_for_card(program, role, "0 of ")
    check("the plan is in the workspace",
          program.query("SELECT name FROM plan") == [("Minimum viable ML team",)])


@step("people imported beside the open window appear in it")
def import_beside(program):
    path = program.folder / "people.csv"
    write_people(path, (*NAMES, *(f"Person {i:02}" for i in range(47))))
    program.wait_for("label", "No People Yet")
    program.cli("import", path)
    for name in NAMES:
        get_person(program, name)


@step("people imported by the dialog, which shows what it takes them for")
def import_by_dialog(program):
    path = program.folder / "more.csv"
    write_people(path, ("Zoe Late",))
    program.open(path)
    program.wait_for("label", "Zoe Late")
    pointer.click(program.place("push button", "Preview"))
    program.wait_for("label", "This is a preview")
    check("a preview changes nothing", program.query("SELECT count(*) FROM person") == [(50,)])
    pointer.click(program.place("push button", "Import"))
    program.wait_for("heading", "Imported")
    pointer.click(program.place("push button", "Done"))
    program.wait_for_no("heading", "Imported")
    check("it is one more", program.query("SELECT count(*) FROM person") == [(51,)])


@step("a person dragged from the pool to a slot")
def drag_from_pool(program):
    leave(program)
    before = {role: picture(program, role) for role in ROLES}
    pick_up(get_person(program, "Ada Lovelace"))
    for role in ROLES:
        wait_until(f"{role} is marked while dragging", lambda r=role: before[r].difference(
            Picture(get_around(program, r))) > SAME)
    carry_to(program, "ML engineer")
    check("nothing is done before the drop", get_assignments(program) == [])
    pointer.release()
    wait_for_assignments(program, [("Ada Lovelace", "ML engineer", 100)])
    wait_for_card(program, "ML engineer", "100 of 100 %, 1 person")
    leave(program)
    wait_until("the other slots are no longer marked", lambda: before["Compliance specialist"]
               .difference(Picture(get_around(program, "Compliance specialist"))) < SAME)
    check("the card shows who sits there", before["ML engineer"].difference(
        Picture(get_around(program, "ML engineer"))) > SAME)


@step("undo and redo by keys")
def undo_and_redo(program):
    key("ctrl+z")
    wait_for_assignments(program, [])
    wait_for_card(program, "ML engineer", "0 of 100 %")
    key("ctrl+shift+z")
    wait_for_assignments(program, [("Ada Lovelace", "ML engineer", 100)])
    wait_for_card(program, "ML engineer", "100 of 100 %, 1 person")


@step("a drag that ends where nothing accepts it leaves everything as it was")
def fail_drag(program):
    leave(program)
    history = program.query("SELECT count(*) FROM history")
    before = picture(program, "Data engineer")
    pick_up(get_person(program, "Grace Hopper"))
    carry_to(program, "Data engineer")
    leave(program)
    pointer.release()
    wait_until("the slot looks as before", lambda: before.difference(
        Picture(get_around(program, "Data engineer"))) < SAME)
    check("the database is as before",
          get_assignments(program) == [("Ada Lovelace", "ML engineer", 100)]
          and program.query("SELECT count(*) FROM history") == history)


@step("from slot to slot")
def drag_between_slots(program):
    drag(program, get_chip(program, "ML engineer", "Ada Lovelace"), "Data engineer")
    wait_for_assignments(program, [("Ada Lovelace", "Data engineer", 100)])
    wait_for_card(program, "ML engineer", "0 of 100 %")
    wait_for_card(program, "Data engineer", "100 of 100 %, 1 person")


@step("from a slot back to the pool")
def drag_to_pool(program):
    leave(program)
    pool = program.place("panel", "People pool")
    foot = Box(pool.x, pool.y + pool.height - 30, pool.width, 30)
    before = Picture(foot)
    pick_up(get_chip(program, "Data engineer", "Ada Lovelace"))
    pointer.go(pool)
    wait_until("the pool is marked", lambda: before.difference(Picture(foot)) > SAME)
    pointer.release()
    wait_for_assignments(program, [])
    wait_for_card(program, "Data engineer", "0 of 100 %")


def has_focus(program, role):
    focused = program.get_focused()
    return focused is not None and focused.role == role


def tab_to(program, role):
    """Tab, until something of that role has the keyboard."""
    for _ in range(10):
        before = program.get_focused()
        key("Tab")
        wait_until("something else has the keyboard",
                   lambda b=before: program.get_focused() not in (None, b))
        if has_focus(program, role):
            return
    check(f"Tab leads to a {role}", False)


def pick_up_by_keyboard(program, name, visited, into_list):
    """The search finds who it is, into_list() goes to the list, which picks up; it begins with
    where one was last."""
    key("ctrl+shift+f")
    wait_until("the search has the keyboard",
               lambda: has_focus(program, "entry") or has_focus(program, "text"))
    key("ctrl+a")
    type_text(name)
    wait_until("only one is found", lambda: program.find("label", "1 of 51 people"))
    into_list()
    program.wait_for("table cell", name)
    key("space")
    program.wait_for_words(f"{name} picked up. {visited} in ML team: ")


@step("the same by keyboard, each step spoken")
def carry_by_keyboard(program):
    pick_up_by_keyboard(program, "Grace Hopper", "ML engineer",
                        lambda: tab_to(program, "table cell"))
    key("Down")
    program.wait_for_words("Data engineer in ML team: ")
    check("nothing is done before the drop", get_assignments(program) == [])
    key("Return")
    wait_for_assignments(program, [("Grace Hopper", "Data engineer", 100)])
    wait_for_card(program, "Data engineer", "100 of 100 %, 1 person")
    program.wait_for_words("Assign Grace Hopper to Data engineer")


@step("Escape puts back what the keyboard carries")
def put_back_by_keyboard(program):
    pick_up_by_keyboard(program, "Mary Jackson", "Data engineer", lambda: key("Down"))
    key("Escape")
    program.wait_for_words("Move of Mary Jackson cancelled")
    check("the database is as before",
          get_assignments(program) == [("Grace Hopper", "Data engineer", 100)])


@step("closed and started again, everything is there")
def restart(program):
    key("ctrl+shift+f", "ctrl+a", "BackSpace")
    wait_until("everybody is found", lambda: program.find("label", "51 people"))
    drag(program, get_person(program, "Person 03"), "ML engineer")
    wait_for_assignments(program, BOTH)
    leave(program)
    key("ctrl+q")
    program.wait_for_end()
    check("the workspace is whole", program.cli("history", "--verify"))

    program.start()
    wait_for_card(program, "ML engineer", "100 of 100 %, 1 person")
    wait_for_card(program, "Data engineer", "100 of 100 %, 1 person")
    check("the plan is open", program.find("label", "Minimum viable ML team"))
    check("the database is as before", get_assignments(program) == BOTH)


@step("the last drag undone after the restart")
def undo_after_restart(program):
    program.wait_for("push button", "Undo: Assign Person 03 to ML engineer")
    key("ctrl+z")
    wait_for_assignments(program, [("Grace Hopper", "Data engineer", 100)])
    wait_for_card(program, "ML engineer", "0 of 100 %")
    wait_for_card(program, "Data engineer", "100 of 100 %, 1 person")


@step("export, which the schema accepts")
def export(program):
    path = program.folder / "plan.xml"
    program.cli("export", "Minimum viable ML team", "-o", path)
    subprocess.run(["xmllint", "--noout", "--schema", sys.argv[1], path], check=True,
                   stderr=subprocess.DEVNULL)
    key("ctrl+q")
    program.wait_for_end()


run_story("story")
