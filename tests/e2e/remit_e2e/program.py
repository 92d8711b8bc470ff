# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program with folders of its own, found through assistive technology."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from gi.repository import Gio, GLib

from . import sight
from .screen import get_box, screen
from .waiting import PATIENCE, check, run, wait_until

BUILD = pathlib.Path(os.environ["REMIT_BUILD_DIR"])


class Program:
    """The application, with the user's folders in a folder of the test's."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="remit-e2e-"))
        self.workspace = self.folder / "data" / "remit" / "workspace.remit"
        self.environment = dict(
            os.environ, HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"), GSETTINGS_BACKEND="keyfile",
            GTK_A11Y="atspi")
        self.environment.pop("NO_AT_BRIDGE", None)
        # Leaks are for the tests of the parts: to look for them slows the program down tenfold.
        self.environment["ASAN_OPTIONS"] = "detect_leaks=0:fast_unwind_on_malloc=1"
        self.process = None
        shutil.copytree(os.environ["XDG_CONFIG_HOME"], self.folder / "config")

    def begin(self, *arguments):
        self.process = subprocess.Popen([BUILD / "src" / "app" / "remit", *arguments],
                                        env=self.environment)

    def start(self, *arguments):
        self.begin(*arguments)
        screen.settle(self.wait_for("frame"), is_second=False)

    def is_on_bus(self):
        """Whether it can be given something to do, with a window or without."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        answer = bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                               GLib.Variant("(s)", ("org.remit.Remit",)), None,
                               Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0]

    def open(self, *arguments):
        """Gives the program that runs something to open."""
        subprocess.run([BUILD / "src" / "app" / "remit", *arguments], env=self.environment,
                       check=True, timeout=PATIENCE)

    def check_alive(self):
        status = self.process.poll()
        check(f"the program ended by itself, with status {status}", status is None)

    def wait_for_end(self):
        status = self.process.wait(timeout=PATIENCE)
        self.process = None
        check(f"the program ended with status {status}", status == 0)

    def cli(self, *arguments):
        return run(BUILD / "src" / "cli" / "remit-cli", "--workspace", self.workspace, *arguments)

    def query(self, sql, parameters=()):
        """Rows of the workspace, read beside the program."""
        connection = sqlite3.connect(self.workspace)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def change(self, sql):
        """What another program does to the workspace. Returns how many rows it changed."""
        connection = sqlite3.connect(self.workspace)
        try:
            with connection:
                return connection.execute(sql).rowcount
        finally:
            connection.close()

    def windows(self):
        """The oldest first."""
        for sender in sight.get_programs():
            try:
                root = sight.read_tree(sender)
            except GLib.Error:  # it is not ready, or goes
                continue
            if root.name == "remit":
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
        return next(filter(None, map(sight.find_focused, self.windows())), None)

    def wait_for(self, role, name="", inside=None):
        return wait_until(f"{role} “{name}”", lambda: self.find(role, name, inside))

    def wait_for_no(self, role, name):
        wait_until(f"no {role} “{name}”", lambda: self.find(role, name) is None)

    def measure(self, role, name, inside):
        found = self.find(role, name, inside)
        try:
            return get_box(found) if found is not None else None
        except GLib.Error:  # it went while it was looked at
            return None

    def place(self, role, name="", inside=None):
        """Where on the screen something is, once it has come to rest."""
        last = None

        def is_at_rest():
            nonlocal last
            before, last = last, self.measure(role, name, inside)
            return last is not None and last == before

        wait_until(f"{role} “{name}” at rest", is_at_rest)
        return last

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder)
