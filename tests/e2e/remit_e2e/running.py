# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that runs, and what assistive technology finds in it."""

import os
import subprocess

from gi.repository import Atspi, GLib

from . import sight
from .screen import get_box, keyboard
from .waiting import PATIENCE, check, wait_until


class Running:
    def __init__(self, name):
        self.name = name
        self.environment = dict(os.environ, GTK_A11Y="atspi")
        self.environment.pop("NO_AT_BRIDGE", None)
        self.process = None

    def run(self, *command):
        self.process = subprocess.Popen(command, env=self.environment)

    def check_alive(self):
        status = self.process.poll()
        check(f"the program ended by itself, with status {status}", status is None)

    def wait_for_end(self):
        status = self.process.wait(timeout=PATIENCE)
        self.process = None
        check(f"the program ended with status {status}", status == 0)

    def windows(self):
        """The oldest first."""
        for sender in sight.get_programs():
            try:
                root = sight.read_tree(sender)
            except GLib.Error:  # it is not ready, or goes
                continue
            if root.name == self.name:
                yield from root.children

    def find(self, role, name="", inside=None):
        """The first thing in sight with that role, and a name that begins so, in the newest window
        first; `inside` is role and name of what it is in."""
        self.check_alive()
        for root in reversed(list(self.windows())):
            around = sight.find(root, *inside) if inside is not None else root
            found = sight.find(around, role, name) if around is not None else None
            if found is not None:
                return found
        return None

    def get_focused(self):
        """What has the keyboard."""
        active = filter(sight.Thing.is_active, self.windows())
        return next(filter(None, map(sight.find_focused, active)), None)

    def wait_for(self, role, name="", inside=None):
        found = wait_until(f"{role} “{name}”", lambda: self.find(role, name, inside))
        keyboard.look_at(found)
        return found

    def wait_for_windows(self, n):
        """Until there are so many; what is typed from then on goes to the newest."""
        found = wait_until(f"windows: {n}", lambda: self.get_windows(n))
        keyboard.look_at(found[-1])

    def get_windows(self, n):
        windows = list(self.windows())
        return windows if len(windows) == n else None

    def wait_for_words(self, starts):
        """What is announced is the description of what has the keyboard."""
        wait_until(f"“{starts}” is said",
                   lambda: any(thing.description.startswith(starts)
                               for window in self.windows() for thing in window.walk()))

    def wait_for_no(self, role, name):
        wait_until(f"no {role} “{name}”", lambda: self.find(role, name) is None)

    def place(self, role, name="", inside=None):
        """Where on the screen something is, once it has come to rest; a button also is sensitive,
        since what was typed may still be on its way to what enables it."""
        found, last = None, None

        def is_at_rest():
            nonlocal found, last
            before, last = last, None
            if found is None:
                found = self.find(role, name, inside)
            if found is not None and (role != "push button" or is_sensitive(found)):
                last = measure(found)
            if last is None or before not in (None, last):  # another one may be there now
                found = None
            return last is not None and last == before

        wait_until(f"{role} “{name}” at rest", is_at_rest)
        keyboard.look_at(found)
        return last

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()


def is_sensitive(thing):
    try:
        return thing.has_state(Atspi.StateType.SENSITIVE)
    except GLib.Error:  # it went while it was looked at
        return False


def measure(thing):
    try:
        return get_box(thing) if sight.is_in_sight(thing) else None
    except GLib.Error:  # it went while it was looked at
        return None
