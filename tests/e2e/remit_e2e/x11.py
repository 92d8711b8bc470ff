# SPDX-License-Identifier: GPL-3.0-or-later
"""Pointer, keyboard and screen of an X11 display, by xdotool."""

import re
import subprocess

from .waiting import run, wait_until

NAME = "x11"


class Screen:
    def __init__(self):
        self.manager = None
        wait_until("a window manager", self.has_manager)

    def has_manager(self):
        if self.manager is None or self.manager.poll() is not None:  # it may have been too early
            self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,
                                            stderr=subprocess.DEVNULL)
        return b"window id" in run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def close(self):
        self.manager.terminate()
        self.manager.wait()

    def move(self, points, pause):
        moves = []
        for x, y in points:
            moves += ["mousemove", str(x), str(y), "sleep", str(pause)]
        run("xdotool", *moves)

    def press(self):
        run("xdotool", "mousedown", "1")

    def release(self):
        run("xdotool", "mouseup", "1")

    def scroll(self, steps):
        run("xdotool", "click", "--repeat", str(steps), "--delay", "20", "5")

    def press_key(self, name):
        run("xdotool", "keydown", name)

    def release_key(self, name):
        run("xdotool", "keyup", name)

    def key(self, names):
        run("xdotool", "key", "+".join(names))

    def type_text(self, text):
        run("xdotool", "type", "--delay", "30", text)

    def settle(self, window, is_second):
        """Into the right or the left half, where openbox lets windows overlap."""
        width = int(run("xdotool", "getdisplaygeometry").split()[0])
        left = 0 if is_second else width // 2
        wait_until(f"“{window.name}” is on the screen", lambda: self.find_corner(window))
        run("xdotool", *self.search(window), "windowmove", "%1", str(left), "0")
        wait_until(f"“{window.name}” is in its half of the screen",
                   lambda: left <= self.find_corner(window)[0] < left + width // 2)

    @staticmethod
    def search(window):
        return "search", "--onlyvisible", "--name", f"^{re.escape(window.name)}$"

    def find_corner(self, window):
        """The X window with that title is wider by its shadow; others may come and go meanwhile."""
        try:
            lines = run("xdotool", *self.search(window), "getwindowgeometry", "--shell", "%1")
        except subprocess.CalledProcessError:
            return None
        values = dict(line.split("=") for line in lines.decode().split())
        shadow = (int(values["WIDTH"]) - window.get_extents()[2]) // 2
        return int(values["X"]) + shadow, int(values["Y"]) + shadow

    def read_pixels(self, box):
        return run("import", "-window", "root", "-crop",
                   f"{box.width}x{box.height}+{box.x}+{box.y}", "-depth", "8", "rgb:-")

    def save(self, path):
        run("import", "-window", "root", path)
