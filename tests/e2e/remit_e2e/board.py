# SPDX-License-Identifier: GPL-3.0-or-later
"""What end-to-end tests of the board share: people, cards and chips, and dragging them."""

import itertools

from .screen import Box, Picture, pointer
from .waiting import wait_until

# A drag icon, a toast and a caret are less of the board than this; a card that is marked is more.
SAME = 0.002


def get_assignments(program):
    """Who sits where, as the database has it."""
    return program.query(
        "SELECT person.name, role.name, allocation FROM assignment"
        " JOIN person ON person.id = assignment.person JOIN slot ON slot.id = assignment.slot"
        " JOIN role ON role.id = slot.role ORDER BY person.name, role.name")


def get_person(program, name):
    """Where the name of a person stands in the pool."""
    return program.place("label", name, ("panel", "People pool"))


def get_card(program, role):
    return program.place("panel", f"{role}, ")


def get_chip(program, role, name):
    return program.place("list item", name, ("panel", f"{role}, "))


def get_around(program, role):
    """The card with its border, in which it is marked."""
    x, y, width, height = get_card(program, role)
    return Box(x - 8, y - 8, width + 16, height + 16)


def picture(program, role):
    """What a card looks like, once it has come to rest."""
    last = None

    def is_at_rest():
        nonlocal last
        before, last = last, Picture(get_around(program, role))
        return before is not None and before.difference(last) == 0

    wait_until(f"{role} at rest", is_at_rest)
    return last


def wait_for_assignments(program, expected):
    wait_until(f"the assignments {expected}", lambda: get_assignments(program) == expected)


def wait_for_card(program, role, filled):
    """The card says it to assistive technology, and with it shows it."""
    program.wait_for("panel", f"{role}, {filled}")


def leave(program):
    """The pointer to where it neither marks anything nor calls for a tooltip."""
    pointer.go(program.place("list", "Views"))


def pick_up(box):
    pointer.go(box)
    pointer.press()
    x, y = box.centre
    pointer.go((x + 24, y + 8))


def carry_to(program, role, hint="100 %, "):
    """Over a card, until it says what a drop would do."""
    pointer.go(get_card(program, role))
    wait_until(f"what a drop on {role} would do", lambda: program.find("label", hint))


def carry_onto(to, mark):
    """Over something, until `mark`, a part of the screen beside it, shows where a drop would go: a
    drop before that comes to nothing."""
    before = Picture(mark)
    x, y = getattr(to, "centre", to)
    steps = itertools.cycle((0, 2))

    def is_marked():
        # a hand is never still: where the drag begins late, the way here may be over by then
        pointer.go((x + next(steps), y))
        return before.difference(Picture(mark)) > SAME

    wait_until("the place of the drop is marked", is_marked)


def drag(program, box, role, hint="100 %, "):
    pick_up(box)
    carry_to(program, role, hint)
    pointer.release()
