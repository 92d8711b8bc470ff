# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program with folders of its own."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from gi.repository import Gio, GLib

from .running import Running
from .screen import screen
from .waiting import PATIENCE, run

BUILD = pathlib.Path(os.environ["REMIT_BUILD_DIR"])


class Program(Running):
    """The application, with the user's folders in a folder of the test's."""

    def __init__(self):
        super().__init__("remit")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="remit-e2e-"))
        self.workspace = self.folder / "data" / "remit" / "workspace.remit"
        self.environment.update(
            HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"), GSETTINGS_BACKEND="keyfile")
        # Leaks are for the tests of the parts: to look for them slows the program down tenfold.
        self.environment["ASAN_OPTIONS"] = "detect_leaks=0:fast_unwind_on_malloc=1"
        shutil.copytree(os.environ["XDG_CONFIG_HOME"], self.folder / "config")

    def begin(self, *arguments):
        self.run(BUILD / "src" / "app" / "remit", *arguments)

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

    def set_setting(self, name, value):
        """A setting that is a text."""
        subprocess.run(["gsettings", "set", "org.remit.Remit", name, repr(value)],
                       env=self.environment, check=True, timeout=PATIENCE)

    def cli(self, *arguments, workspace=None):
        return run(BUILD / "src" / "cli" / "remit-cli", "--workspace",
                   workspace or self.workspace, *arguments)

    def query(self, sql, parameters=(), workspace=None):
        """Rows of the workspace, or another one, read beside the program."""
        connection = sqlite3.connect(workspace or self.workspace)
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

    def close(self):
        super().close()
        shutil.rmtree(self.folder)
