# SPDX-License-Identifier: GPL-3.0-or-later
"""What end-to-end tests share: the real program with folders of its own, found through assistive
technology, driven by a real pointer and keyboard, and looked at in pictures of the screen."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import typing

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

BUILD = pathlib.Path(os.environ["REMIT_BUILD_DIR"])

# A machine that is busy answers late.
Atspi.set_timeout(10000, 30000)

# Seconds: a machine may be busy, and the program slow under a sanitizer.
PATIENCE = 60


class Failure(Exception):
    """What the test expected is not so."""


def wait_until(what, condition):
    """Waits until condition() is true, and returns what it said; fails when that takes too long."""
    end = time.monotonic() + PATIENCE
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {PATIENCE} seconds")
        time.sleep(0.05)


def check(what, condition):
    if not condition:
        raise Failure(what)


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE).stdout


def find(root, role, name):
    """Depth first: the first that has room on the screen."""
    if root.get_role_name() == role and root.get_name().startswith(name):
        extents = Atspi.Component.get_extents(root, Atspi.CoordType.WINDOW)
        if extents.width > 0 and extents.height > 0:
            return root
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        found = find(child, role, name) if child is not None else None
        if found is not None:
            return found
    return None


def find_focused(root):
    if root.get_state_set().contains(Atspi.StateType.FOCUSED):
        return root
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        found = find_focused(child) if child is not None else None
        if found is not None:
            return found
    return None


class Picture:
    """What a part of the screen looked like."""

    def __init__(self, box):
        self.pixels = run("import", "-window", "root", "-crop",
                          f"{box.width}x{box.height}+{box.x}+{box.y}", "-depth", "8", "rgb:-")

    def difference(self, other):
        """The share of the bytes that are not the same, 0 to 1."""
        if len(self.pixels) != len(other.pixels):
            return 1.0
        return sum(map(int.__ne__, self.pixels, other.pixels)) / len(self.pixels)


class Box(typing.NamedTuple):
    """A place on the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self):
        return self.x + self.width // 2, self.y + self.height // 2


def find_window(title):
    """Where the X window with that title is; others may come and go meanwhile."""
    try:
        for window in run("xdotool", "search", "--onlyvisible", "--name", "").split():
            name = run("xdotool", "getwindowname", window).decode().rstrip("\n")
            if name == title:
                lines = run("xdotool", "getwindowgeometry", "--shell", window).decode().split()
                values = dict(line.split("=") for line in lines)
                return Box(*(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")))
    except subprocess.CalledProcessError:
        pass
    return None


def get_box(thing):
    """Where something is; the toolkit knows only where in its window."""
    frame = thing
    while frame is not None and frame.get_role_name() not in ("frame", "dialog", "window"):
        frame = frame.get_parent()
    window = find_window(frame.get_name()) if frame is not None else None
    if window is None:
        return None
    inner = Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW)
    outer = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
    border = (window.width - outer.width) // 2
    return Box(window.x + border + inner.x, window.y + border + inner.y, inner.width, inner.height)


class Pointer:
    """The pointer of the display; it goes in small steps, as a hand does."""

    STEPS = 12

    def __init__(self):
        self.at = (0, 0)

    def go(self, to):
        to = to.centre if isinstance(to, Box) else to
        moves = []
        for i in range(1, self.STEPS + 1):
            x = self.at[0] + (to[0] - self.at[0]) * i // self.STEPS
            y = self.at[1] + (to[1] - self.at[1]) * i // self.STEPS
            moves += ["mousemove", str(x), str(y), "sleep", "0.015"]
        run("xdotool", *moves)
        self.at = to

    def press(self):
        run("xdotool", "mousedown", "1")

    def release(self):
        run("xdotool", "mouseup", "1")

    def scroll(self, steps):
        """Down, with the wheel."""
        run("xdotool", "click", "--repeat", str(steps), "--delay", "20", "5")

    def click(self, box):
        self.go(box)
        self.press()
        self.release()


pointer = Pointer()


def key(*names):
    for name in names:
        run("xdotool", "key", name)


def type_text(text):
    run("xdotool", "type", "--delay", "30", text)


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
        wait_until("the window", lambda: self.find("frame"))

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
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_name() == "remit":
                application.set_cache_mask(Atspi.Cache.NONE)
                for j in range(application.get_child_count()):
                    yield application.get_child_at_index(j)

    def find(self, role, name="", inside=None):
        """The first thing in sight with that role, and a name that begins so, in the newest window
        first; `inside` is role and name of what it is in."""
        self.check_alive()
        try:
            for root in reversed(list(self.windows())):
                around = find(root, *inside) if inside is not None else root
                found = find(around, role, name) if around is not None else None
                if found is not None:
                    return found
        except GLib.Error:  # it went while it was looked at
            pass
        return None

    def get_focused(self):
        """What has the keyboard."""
        try:
            for window in self.windows():
                found = find_focused(window)
                if found is not None:
                    return found
        except GLib.Error:  # it went while it was looked at
            pass
        return None

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


STEPS = []


def step(name):
    """Makes of a function one step of the story."""
    def add(function):
        STEPS.append((name, function))
        return function
    return add


def save_picture(name):
    path = BUILD / "meson-logs" / f"e2e-{name}.png"
    path.parent.mkdir(exist_ok=True)
    run("import", "-window", "root", path)
    print(f"# What the screen shows: {path}", flush=True)


def start_window_manager():
    manager = None

    def is_there():
        nonlocal manager
        if manager is None or manager.poll() is not None:  # it may have been too early
            manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        return b"window id" in run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    wait_until("a window manager", is_there)
    return manager


def run_story(name):
    """Tells the steps one after the other, and ends with the first that fails."""
    print(f"1..{len(STEPS)}", flush=True)
    manager = start_window_manager()
    program = Program()
    failed = False
    for number, (what, function) in enumerate(STEPS, 1):
        try:
            function(program)
        except (Failure, subprocess.SubprocessError, GLib.Error, sqlite3.Error) as error:
            print(f"not ok {number} - {what}\n# {error}", flush=True)
            save_picture(f"{name}-{number}")
            print("Bail out!", flush=True)
            failed = True
            break
        print(f"ok {number} - {what}", flush=True)
    program.close()
    manager.terminate()
    manager.wait()
    sys.exit(1 if failed else 0)
