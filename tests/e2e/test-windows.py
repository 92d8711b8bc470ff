#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows of two workspaces, and another program, side by side: what is copied, dragged and
dropped from one to the other."""

import pathlib

from remit_e2e import (Box, Running, check, get_box, key, pointer, run_story, screen, step,
                       type_text, wait_until)
from remit_e2e.board import carry_onto, pick_up

CHURN, FRAUD = ("frame", "Churn"), ("frame", "Fraud")
OTHER = Running("other-program")
ROWS = ("Frame the problem", "Set the goal and its metric")
PAIR = ("ML engineer", "Data engineer")


def get_path(program, frame):
    return program.workspace if frame == CHURN else program.folder / "fraud.remit"


def get_letters(program, frame, decision):
    """Of two slots, as that workspace has them."""
    return tuple("".join(sorted(letter for letter, in program.query(
        "SELECT letter FROM right JOIN decision ON decision.id = right.decision"
        " JOIN slot ON slot.id = right.slot JOIN role ON role.id = slot.role"
        " WHERE decision.title = ? AND role.name = ?", (decision, role),
        get_path(program, frame)))) for role in PAIR)


def get_history(program, frame):
    return program.query("SELECT seq, label FROM history ORDER BY seq", (),
                         get_path(program, frame))


def activate(program, frame):
    """Gives a window the keyboard, by a click where nothing else happens."""
    pointer.click(program.place("label", "Remit", frame))
    wait_until(f"{frame[1]} has the keyboard", lambda: program.find(*frame).is_active())


def has_keyboard(program, role, name=""):
    focused = program.get_focused()
    return focused is not None and focused.role == role and focused.name.startswith(name)


def go_to(program, *rows):
    """Down from the first row, to the last of these."""
    key("alt+2")
    wait_until("a cell has the keyboard", lambda: has_keyboard(program, "table cell"))
    key("ctrl+Home")
    for row in rows:
        if row != rows[0]:
            key("Down")
        wait_until(f"the keyboard is at “{row}”",
                   lambda r=row: has_keyboard(program, "table cell", f"{r}, {PAIR[0]}:"))


@step("two workspaces in two windows")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n2,Grace Hopper\n")
    for frame in (CHURN, FRAUD):
        path = get_path(program, frame)
        program.cli("plan", "new", frame[1], "--template", "minimum-viable-ml-team",
                    workspace=path)
        program.cli("import", people, workspace=path)
    program.start()
    program.open(get_path(program, FRAUD))
    screen.settle(program.wait_for(*FRAUD), is_second=True)


@step("cells copied in one window are pasted in the other, undone and redone there")
def paste_cells(program):
    copied = get_letters(program, CHURN, ROWS[0])
    before = get_letters(program, FRAUD, ROWS[1])
    check(f"they differ: {copied}, {before}", copied != before and all(copied))
    history = get_history(program, CHURN)
    activate(program, CHURN)
    go_to(program, ROWS[0])
    key("shift+Right", "ctrl+c")
    activate(program, FRAUD)
    go_to(program, *ROWS)
    key("ctrl+v")
    wait_until("they are pasted", lambda: get_letters(program, FRAUD, ROWS[1]) == copied)
    key("ctrl+z")
    wait_until("the paste is undone", lambda: get_letters(program, FRAUD, ROWS[1]) == before)
    key("ctrl+shift+z")
    wait_until("the paste is redone", lambda: get_letters(program, FRAUD, ROWS[1]) == copied)
    check("the other workspace is as before", get_history(program, CHURN) == history)


@step("a person dragged into the window of another workspace is not taken there")
def drag_across(program):
    for frame in (CHURN, FRAUD):
        activate(program, frame)
        key("alt+1")
        program.wait_for("panel", f"{PAIR[0]}, ", frame)
    history = [get_history(program, frame) for frame in (CHURN, FRAUD)]
    target = program.place("panel", f"{PAIR[0]}, ", FRAUD)
    pick_up(program.place("label", "Ada Lovelace", CHURN))
    pointer.go(target)
    pointer.release()
    # A drag of one's own that works shows that the other has ended.
    pick_up(program.place("label", "Grace Hopper", FRAUD))
    pointer.go(target)
    program.wait_for("label", "100 %, ", FRAUD)
    pointer.release()
    wait_until("Grace sits there", lambda: len(get_history(program, FRAUD)) > len(history[1]))
    key("ctrl+z")
    wait_until("nobody sits there", lambda: program.query(
        "SELECT count(*) FROM assignment", (), get_path(program, FRAUD)) == [(0,)])
    check("the other workspace is as before", get_history(program, CHURN) == history[0])


@step("another program beside the window")
def begin_other(program):
    activate(program, FRAUD)
    key("ctrl+w")
    program.wait_for_no(*FRAUD)
    path = program.folder / "more.csv"
    path.write_text("Number,Name\n3,Zoe Late\n")
    OTHER.run(pathlib.Path(__file__).parent / "other-program.py", path)
    screen.settle(OTHER.wait_for("frame", "Other"), is_second=True)


@step("what it copied is pasted into the search")
def paste_text(program):
    pointer.click(OTHER.place("text"))
    type_text("Hopper")
    OTHER.wait_for("frame", "Other: Hopper")
    key("ctrl+a", "ctrl+c")
    pointer.click(program.place("entry", "Search people", CHURN))
    key("ctrl+v")
    program.wait_for("label", "1 of 2 people")
    program.wait_for("label", "Grace Hopper")


@step("cells are pasted into it as a spreadsheet has them")
def copy_text(program):
    copied = get_letters(program, CHURN, ROWS[0])
    activate(program, CHURN)
    go_to(program, ROWS[0])
    key("shift+Right", "ctrl+c")
    pointer.click(OTHER.place("text"))
    key("ctrl+a", "ctrl+v")
    OTHER.wait_for("frame", f"Other: {copied[0]}")


@step("a file dropped from it onto the window is imported")
def drop_file(program):
    activate(program, CHURN)
    key("alt+1")
    target = program.place("panel", f"{PAIR[0]}, ", CHURN)
    window = get_box(program.find(*CHURN))
    edge = Box(window.x + window.width - 4, window.y + 200, 4, window.height - 400)
    pick_up(OTHER.place("label", "The File"))
    carry_onto(target, edge)
    pointer.release()
    program.wait_for("label", "Zoe Late")
    check("nothing is done before it is confirmed",
          program.query("SELECT count(*) FROM person") == [(2,)])
    pointer.click(program.place("push button", "Preview"))
    pointer.click(program.place("push button", "Import"))
    program.wait_for("heading", "Imported")
    check("it is one more", program.query("SELECT count(*) FROM person") == [(3,)])
    pointer.click(program.place("push button", "Done"))


@step("a plan dragged by its name is a file for it")
def drag_plan(program):
    activate(program, CHURN)
    place = OTHER.place("label", "Files Here")
    pick_up(program.place("push button", "Plans Churn", CHURN))
    carry_onto(place, Box(place.x, place.y, place.width, 4))
    pointer.release()
    OTHER.wait_for("frame", "Other: Churn.xml")
    OTHER.close()


run_story("windows")
