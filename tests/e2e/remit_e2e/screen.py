# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user has: a pointer, a keyboard and a screen, be it of X11 or of Wayland."""

import contextlib
import importlib
import os
import typing

from gi.repository import GLib

from . import sight
from .waiting import wait_until

SESSION = "mutter" if "WAYLAND_DISPLAY" in os.environ else "x11"
backend = importlib.import_module(f"{__package__}.{SESSION}")
screen = backend.Screen()


class Box(typing.NamedTuple):
    """A place on the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self):
        return self.x + self.width // 2, self.y + self.height // 2


def get_box(thing):
    """Where something is; the toolkit knows only where in its window."""
    corner = screen.find_corner(thing.get_window())
    if corner is None:
        return None
    x, y, width, height = thing.get_extents()
    return Box(corner[0] + x, corner[1] + y, width, height)


class Picture:
    """What a part of the screen looked like."""

    def __init__(self, box):
        self.pixels = screen.read_pixels(box)

    def difference(self, other):
        """The share of the bytes that are not the same, 0 to 1."""
        if len(self.pixels) != len(other.pixels):
            return 1.0
        return sum(map(int.__ne__, self.pixels, other.pixels)) / len(self.pixels)


class Pointer:
    """It goes in small steps, as a hand does."""

    STEPS = 12
    PAUSE = 0.015  # seconds, about a frame: what happens within one is seen as one motion

    def __init__(self):
        self.at = (0, 0)
        self.is_down = False

    def go(self, to):
        to = to.centre if isinstance(to, Box) else to
        screen.move([tuple(a + (b - a) * i // self.STEPS for a, b in zip(self.at, to))
                     for i in range(1, self.STEPS + 1)], self.PAUSE)
        self.at = to

    def press(self):
        screen.press()
        self.is_down = True

    def release(self):
        screen.release()
        self.is_down = False

    def scroll(self, steps):
        """Down, with the wheel."""
        screen.scroll(steps)

    def click(self, box):
        self.go(box)
        self.press()
        self.release()


pointer = Pointer()


class Keyboard:
    """As a user types: into the window looked at last, but not before that has the keyboard. A
    window that has just come has it a little later, and one that closes leaves it to another. What
    is being dragged takes all keys."""

    def __init__(self):
        self.window = None

    def look_at(self, thing):
        self.window = thing.get_window()

    def wait(self):
        if self.window is not None and not pointer.is_down:
            wait_until(f"“{self.window.name}” has the keyboard", self.is_there)

    def is_there(self):
        try:
            return sight.has_keyboard(self.window)
        except GLib.Error:  # the program has ended
            return True


keyboard = Keyboard()


def key(*combinations):
    """One after the other: "ctrl+z", "Return"."""
    for combination in combinations:
        keyboard.wait()
        screen.key(combination.split("+"))


@contextlib.contextmanager
def holding(name):
    """A key held down meanwhile."""
    screen.press_key(name)
    try:
        yield
    finally:
        screen.release_key(name)


def type_text(text):
    keyboard.wait()
    screen.type_text(text)
