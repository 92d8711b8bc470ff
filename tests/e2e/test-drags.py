#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of drag on a board that is larger than its window, with a real pointer: a person to
be here and there, two who swap, several at once, slots and teams to another place, edges that
scroll, and drags that come to nothing."""

import sys

from remit_e2e import (Box, Picture, check, get_box, holding, key, pointer, run_story, step,
                       wait_until)
from remit_e2e.board import (SAME, carry_onto, carry_to, drag, get_around, get_card, get_chip,
                             get_person, leave, pick_up, picture, wait_for_card)

OFFICE = ("Head of the centre of excellence", "ML coach", "Data steward",
          "Second compliance specialist", "Risk manager")


def get_places(program, *names):
    """Where these people sit, by their names and those of the slots."""
    marks = ", ".join("?" * len(names))
    return program.query(
        "SELECT person.name, iif(slot.name <> '', slot.name, role.name), allocation"
        " FROM assignment JOIN person ON person.id = assignment.person"
        " JOIN slot ON slot.id = assignment.slot JOIN role ON role.id = slot.role"
        f" WHERE person.name IN ({marks}) ORDER BY 1, 2", names)


def wait_for_places(program, *expected):
    names = {name for name, _, _ in expected}
    wait_until(f"{expected}", lambda: get_places(program, *names) == list(expected))


def get_order(program, table, where):
    return [name for name, in program.query(
        f"SELECT {where} FROM {table} ORDER BY position")]


def get_history(program):
    return program.query("SELECT count(*) FROM history")


def is_in_sight(program, name):
    """Whether a person is among those whom the pool shows."""
    pool = program.find("panel", "People pool")
    shown = program.find("label", name, ("panel", "People pool"))
    if pool is None or shown is None:
        return False
    pool, shown = get_box(pool), get_box(shown)
    return pool is not None and shown is not None and shown.y + shown.height < pool.y + pool.height


def undo(program):
    before = get_history(program)
    key("ctrl+z")
    wait_until("the undo", lambda: get_history(program) != before)


@step("the sample on the board")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.start()
    for role in OFFICE:
        get_card(program, role)


@step("with Ctrl, a person is here and there")
def copy(program):
    with holding("ctrl"):
        drag(program, get_chip(program, "ML coach", "Kwame Boateng"),
             "Second compliance specialist", "20 %, ")
    wait_for_places(program, ("Kwame Boateng", "ML coach", 20),
                    ("Kwame Boateng", "ML engineer", 60),
                    ("Kwame Boateng", "Second compliance specialist", 20))
    undo(program)
    wait_for_places(program, ("Kwame Boateng", "ML coach", 20),
                    ("Kwame Boateng", "ML engineer", 60))
    wait_for_card(program, "Second compliance specialist", "0 of 50 %")


@step("with Shift, two people swap")
def swap(program):
    pick_up(get_chip(program, "Data steward", "Ravi Menon"))
    with holding("shift"):
        pointer.go(get_chip(program, "Risk manager", "Gunnar Aasen"))
        program.wait_for("label", "Swap")
        pointer.release()
        wait_for_places(program, ("Gunnar Aasen", "Data steward", 10),
                        ("Ravi Menon", "Risk manager", 100))
    undo(program)
    wait_for_places(program, ("Gunnar Aasen", "Risk manager", 10),
                    ("Ravi Menon", "Data steward", 100))


@step("several people at once")
def several(program):
    pointer.click(get_person(program, "Aisha Bello"))
    with holding("ctrl"):
        pointer.click(get_person(program, "Bastian Krämer"))
    drag(program, get_person(program, "Aisha Bello"), "Second compliance specialist", "2 people, ")
    wait_until("both sit there", lambda: [
        place[0] for place in get_places(program, "Aisha Bello", "Bastian Krämer")
        if place[1] == "Second compliance specialist"] == ["Aisha Bello", "Bastian Krämer"])
    undo(program)
    wait_for_places(program, ("Aisha Bello", "ML engineer", 40),
                    ("Bastian Krämer", "Product manager", 60))
    wait_for_card(program, "Second compliance specialist", "0 of 50 %")
    pointer.click(program.place("push button", "Details"))


@step("Escape ends a drag, and the drop that follows does nothing")
def escape(program):
    leave(program)
    history = get_history(program)
    before = picture(program, "Risk manager")
    pick_up(get_chip(program, "ML coach", "Kwame Boateng"))
    carry_to(program, "Second compliance specialist", "20 %, ")
    key("Escape")
    program.wait_for_no("label", "20 %, ")
    pointer.release()
    leave(program)
    wait_until("the board looks as before", lambda: before.difference(
        Picture(get_around(program, "Risk manager"))) < SAME)
    check("nothing was done", get_history(program) == history)
    check("it was no click either", not program.find("label", "Purpose"))


@step("a drop beside the window does nothing")
def outside(program):
    history = get_history(program)
    before = picture(program, "Risk manager")
    pick_up(get_chip(program, "ML coach", "Kwame Boateng"))
    carry_to(program, "Second compliance specialist", "20 %, ")
    pointer.go((2, 2))
    pointer.release()
    leave(program)
    wait_until("the board looks as before", lambda: before.difference(
        Picture(get_around(program, "Risk manager"))) < SAME)
    check("nothing was done", get_history(program) == history)


@step("a slot dragged before another one")
def reorder_slots(program):
    order = "iif(slot.name <> '', slot.name, role.name)"
    table = ("slot JOIN role ON role.id = slot.role JOIN (SELECT id FROM team"
             " WHERE name = 'Data and AI office') AS own ON own.id = slot.team")
    check("they stand in the order of the plan",
          tuple(get_order(program, table, order)) == OFFICE)
    pick_up(program.place("label", "Risk manager"))
    x, y, width, _ = get_card(program, "ML coach")
    carry_onto((x + width // 2, y + 4), Box(x, y - 24, width // 3, 20))
    pointer.release()
    wait_until("the slot stands before it", lambda: get_order(program, table, order) == [
        OFFICE[0], OFFICE[4], OFFICE[1], OFFICE[2], OFFICE[3]])
    wait_until("it is seen there", lambda: get_card(program, "Risk manager").y
               < get_card(program, "ML coach").y)
    undo(program)
    wait_until("it stands where it was",
               lambda: tuple(get_order(program, table, order)) == OFFICE)


@step("a team dragged before another one")
def reorder_teams(program):
    before = get_order(program, "team", "name")
    narrow = program.place("panel", "Teams").width
    # room for the third column, away from the edge that scrolls
    pointer.click(program.place("push button", "People Pool"))
    wait_until("the board is wider", lambda: program.place("panel", "Teams").width > narrow + 200)
    pick_up(program.place("label", "Grid inspection"))
    x, y, _, height = program.place("label", "Demand forecasting")
    carry_onto((x + 4, y + height // 2), Box(x - 24, y + 100, 20, 200))
    pointer.release()
    wait_until("the team stands before it", lambda: get_order(program, "team", "name") == [
        before[0], before[2], before[1], *before[3:]])
    undo(program)
    wait_until("it stands where it was", lambda: get_order(program, "team", "name") == before)
    pointer.click(program.place("push button", "People Pool"))
    wait_until("the pool is back", lambda: program.place("panel", "Teams").width == narrow)


@step("a team without slots gets one for who is dropped there")
def opening(program):
    (plan,), = program.query("SELECT name FROM plan")
    (first,), = program.query("SELECT min(position) FROM team")
    program.cli("add", "team", f"plan={plan}", "name=Night watch", f"position={first + 1}",
                "parent=Data and AI office")
    pick_up(get_person(program, "Dmitri Volkov"))
    pointer.go(program.place("push button", "Add a Slot to Night watch"))
    program.wait_for("label", "New slot “Data scientist”: ")
    pointer.release()
    wait_until("Dmitri is in the new slot", lambda: program.query(
        "SELECT role.name FROM assignment JOIN person ON person.id = assignment.person"
        " JOIN slot ON slot.id = assignment.slot JOIN role ON role.id = slot.role"
        " JOIN team ON team.id = slot.team"
        " WHERE person.name = 'Dmitri Volkov' AND team.name = 'Night watch'")
        == [("Data scientist",)])
    program.wait_for("label", "Add slot Data scientist to Night watch for Dmitri Volkov")
    undo(program)
    wait_for_places(program, ("Dmitri Volkov", "Data scientist", 60))
    check("the slot went, too", not program.query(
        "SELECT 1 FROM slot JOIN team ON team.id = slot.team WHERE team.name = 'Night watch'"))
    program.cli("delete", "team", "Night watch")
    program.wait_for_no("push button", "Add a Slot to Night watch")


@step("at the edge of the board a drag scrolls it, to a slot that was out of sight")
def scroll_board(program):
    check("the last team is out of sight", program.find("label", "Model validation") is None)
    pick_up(get_chip(program, "Data steward", "Ravi Menon"))
    board = program.place("panel", "Teams")
    pointer.go((board.x + board.width - 6, board.centre[1]))
    program.wait_for("label", "Model validation")
    get_card(program, "Validator, computer vision")  # it is at rest when the board is at its end
    carry_to(program, "Validator, computer vision")
    pointer.release()
    wait_for_places(program, ("Ravi Menon", "Validator, computer vision", 100))
    undo(program)
    wait_for_places(program, ("Ravi Menon", "Data steward", 100))


@step("at the edge of the pool a drag scrolls it")
def scroll_pool(program):
    last, = program.query("SELECT name FROM person ORDER BY name DESC LIMIT 1")[0]
    pool = program.place("panel", "People pool")
    check("the last of the pool is out of sight", not is_in_sight(program, last))
    pick_up(get_chip(program, "Model validator", "Mateusz Kowalczyk"))
    pointer.go((pool.centre[0], pool.y + pool.height - 60))
    wait_until("the last of the pool is in sight", lambda: is_in_sight(program, last))
    key("Escape")
    pointer.release()


run_story("drags")
