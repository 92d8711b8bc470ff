# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done by its name, with Ctrl+F, and buttons pressed wherever they are scrolled to."""

from .screen import key, type_text
from .waiting import wait_until


def do(program, action):
    """Or goes to what has that name."""
    key("ctrl+f")
    program.wait_for_windows(2)
    type_text(action)
    wait_until(f"“{action}” is found first", lambda: is_first(program, action))
    key("Return")
    wait_until("what was found", lambda: program.find("text", "Find") is None)


def is_first(program, name):
    row = program.find("list item", "", ("list", "Results"))
    return row is not None and row.name.startswith(name)


def press(program, name, inside=None):
    """A menu's button has the one that is pressed in it."""
    buttons = [thing for thing in program.wait_for("push button", name, inside).walk()
               if thing.role == "push button"]
    buttons[:2][-1].activate()
