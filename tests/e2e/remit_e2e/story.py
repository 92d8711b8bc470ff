# SPDX-License-Identifier: GPL-3.0-or-later
"""A story: steps told one after the other, and what was seen when one fails."""

import sys
import traceback

from gi.repository import GLib

from . import sight
from .program import BUILD, Program
from .screen import backend, screen

STEPS = []


def step(name):
    """Makes of a function one step of the story."""
    def add(function):
        STEPS.append((name, function))
        return function
    return add


def run_story(name):
    """Tells the steps, and ends with the first that fails."""
    print(f"1..{len(STEPS)}", flush=True)
    program = Program()
    failed = False
    for number, (what, function) in enumerate(STEPS, 1):
        try:
            function(program)
        except Exception:  # whatever it is, what was seen tells more
            print(f"not ok {number} - {what}")
            say(traceback.format_exc())
            say_what_is_seen(f"{name}-{backend.NAME}-{number}")
            print("Bail out!", flush=True)
            failed = True
            break
        print(f"ok {number} - {what}", flush=True)
    program.close()
    screen.close()
    sys.exit(1 if failed else 0)


def say(text):
    for line in text.splitlines():
        print(f"# {line}")


def say_what_is_seen(name):
    """The names that are in sight go into the log, and a picture into the build folder."""
    for sender in sight.get_programs():
        try:
            say(describe(sight.read_tree(sender)))
        except GLib.Error as error:  # it goes, or hangs
            say(f"{sender}: {error.message}")
    path = BUILD / "meson-logs" / f"e2e-{name}.png"
    path.parent.mkdir(exist_ok=True)
    screen.save(path)
    say(f"What the screen shows: {path}")


def describe(thing, depth=0):
    """A line for each that has a name and room, under what it is in."""
    line = ""
    if thing.name and sight.is_in_sight(thing):
        x, y, width, height = thing.get_extents()
        line = f"{'  ' * depth}{thing.role} “{thing.name}” {width} × {height} at {x}, {y}"
        line += ", focused\n" if thing.is_focused() else "\n"
        depth += 1
    return line + "".join(describe(child, depth) for child in thing.children)
