# SPDX-License-Identifier: GPL-3.0-or-later
"""Pointer, keyboard and screen of a headless mutter, by its interfaces for remote desktops.

A Wayland program knows only where something is in its window, so each window is put where it is
known to be: into the right or the left half of the screen, by mutter's own keys."""

import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gst", "1.0")
from gi.repository import Gdk, Gio, GLib, Gst  # noqa: E402

from . import sight  # noqa: E402
from .waiting import PATIENCE, Failure, wait_until  # noqa: E402

NAME = "wayland"
MONITOR = "Meta-0"  # the only one of a headless mutter
LEFT_BUTTON = 0x110
VERTICAL = 0
# Of a stream of the screen, whether the pointer is in it.
POINTER_HIDDEN, POINTER_EMBEDDED = 0, 1
MODIFIERS = {"alt": "Alt_L", "ctrl": "Control_L", "shift": "Shift_L", "super": "Super_L"}
BYTES_PER_PIXEL = 4


class Session:
    """One of mutter's, which ends with the connection that asked for it."""

    def __init__(self, service, *arguments):
        self.service = service
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        path = self.get_proxy(f"/org/gnome/Mutter/{service}", service).CreateSession(*arguments)
        self.proxy = self.get_proxy(path, f"{service}.Session")

    def get_proxy(self, path, interface):
        return Gio.DBusProxy.new_sync(
            self.bus, Gio.DBusProxyFlags.NONE, None, f"org.gnome.Mutter.{self.service}", path,
            f"org.gnome.Mutter.{interface}", None)

    def record(self, pointer):
        """The path of a stream of the monitor."""
        return self.proxy.RecordMonitor("(sa{sv})", MONITOR,
                                        {"cursor-mode": GLib.Variant("u", pointer)})


class Screen:
    def __init__(self):
        Gst.init(None)
        self.width, self.height = map(int, os.environ["REMIT_SCREEN"].split("x"))
        self.corners = {}
        self.session = Session("RemoteDesktop")
        # Absolute motion is within a stream, which need not run. It is asked for after the start,
        # which would otherwise start it, too.
        self.session.proxy.Start()
        cast = Session("ScreenCast", "(a{sv})", {
            "remote-desktop-session-id": self.session.proxy.get_cached_property("SessionId")})
        self.stream = cast.record(POINTER_HIDDEN)
        # There is a pointer, and a keyboard that a window can have, once they were used.
        self.move([(0, 0)], 0)
        self.key(["shift"])

    def close(self):
        self.session.proxy.Stop()

    def move(self, points, pause):
        for x, y in points:
            self.session.proxy.NotifyPointerMotionAbsolute("(sdd)", self.stream, x, y)
            time.sleep(pause)

    def press(self):
        self.session.proxy.NotifyPointerButton("(ib)", LEFT_BUTTON, True)

    def release(self):
        self.session.proxy.NotifyPointerButton("(ib)", LEFT_BUTTON, False)

    def scroll(self, steps):
        for _ in range(steps):
            self.session.proxy.NotifyPointerAxisDiscrete("(ui)", VERTICAL, 1)

    def notify_key(self, name, is_down):
        value = Gdk.keyval_from_name(MODIFIERS.get(name, name))
        self.session.proxy.NotifyKeyboardKeysym("(ub)", value, is_down)

    def press_key(self, name):
        self.notify_key(name, True)

    def release_key(self, name):
        self.notify_key(name, False)

    def key(self, names):
        for name in names:
            self.press_key(name)
        for name in reversed(names):
            self.release_key(name)

    def type_text(self, text):
        """Letters of an American keyboard: it has no others."""
        for letter in text:
            self.key([Gdk.keyval_name(Gdk.unicode_to_keyval(ord(letter)))])

    def settle(self, window, is_second):
        """The first one to the right, so that the corner of the screen is beside it."""
        wait_until(f"“{window.name}” has the keyboard",
                   lambda: sight.has_keyboard(window))
        self.key(["super", "Left" if is_second else "Right"])
        wait_until(f"“{window.name}” fills half of the screen",
                   lambda: window.get_extents()[2:] == (self.width // 2, self.height))
        self.corners[window] = (0 if is_second else self.width // 2, 0)

    def find_corner(self, window):
        """Mutter centres a dialog over its window, with twice as much room below as above. Nothing
        tells which window that is: the newest is taken."""
        if window in self.corners:
            return self.corners[window]
        settled = [thing for thing in window.parent.children if thing in self.corners]
        if not settled:
            return None
        x, y = self.corners[settled[-1]]
        _, _, width, height = window.get_extents()
        return x + (self.width // 2 - width) // 2, y + (self.height - height) // 3

    def read_pixels(self, box):
        pixels = self.grab(POINTER_HIDDEN)
        starts = ((y * self.width + box.x) * BYTES_PER_PIXEL
                  for y in range(box.y, box.y + box.height))
        return b"".join(pixels[start:start + box.width * BYTES_PER_PIXEL] for start in starts)

    def save(self, path):
        subprocess.run(
            ["convert", "-size", f"{self.width}x{self.height}", "-depth", "8", "bgra:-",
             "-alpha", "off", path],
            input=self.grab(POINTER_EMBEDDED), check=True, timeout=PATIENCE)

    @staticmethod
    def grab(pointer):
        """The pixels of the whole screen. In a session of its own, whose first frame comes at once;
        others come only when something changes."""
        cast = Session("ScreenCast", "(a{sv})", {})
        stream = cast.get_proxy(cast.record(pointer), "ScreenCast.Stream")
        nodes = []
        stream.connect("g-signal", lambda *arguments: nodes.append(arguments[3].unpack()[0]))
        cast.proxy.Start()
        while not nodes:
            GLib.MainContext.default().iteration(True)
        try:
            return read_frame(nodes[0])
        finally:
            cast.proxy.Stop()


def read_frame(node):
    """The first that comes from a node of PipeWire."""
    with tempfile.NamedTemporaryFile() as frame:
        pipeline = Gst.parse_launch(f"pipewiresrc path={node} num-buffers=1"
                                    f" ! video/x-raw,format=BGRx ! filesink location={frame.name}")
        pipeline.set_state(Gst.State.PLAYING)
        end = pipeline.get_bus().timed_pop_filtered(
            PATIENCE * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR)
        pipeline.set_state(Gst.State.NULL)
        if end is None or end.type == Gst.MessageType.ERROR:
            raise Failure("no picture of the screen")
        return frame.read()
