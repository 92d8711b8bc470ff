# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of a program: the tree of its widgets, read all at once.

To ask each widget for what it is, and to wait for the answer, takes seconds for a window of eight
hundred. So all are asked for their children without waiting in between. GTK's cache then has the
rest of all of them; it also has widgets that are hidden, so who is whose child is not taken from
there."""

import functools

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
TIMEOUT = 30000  # milliseconds: a machine that is busy answers late


def get_plain(text):
    """A text with the spaces that one types: numbers are kept on one line with their signs."""
    return text.replace("\u00a0", " ")


class Thing:
    """A widget, as it was when the tree was read."""

    def __init__(self, sender, item):
        """Not by unpack(), which takes ten times as long: there are hundreds of them."""
        self.sender = sender
        self.path = get_path(item.get_child_value(0))
        self.n_children = item.get_child_value(4).get_int32()
        self.name = get_plain(item.get_child_value(6).get_string())
        self.role = Atspi.role_get_name(item.get_child_value(7).get_uint32())
        self.description = get_plain(item.get_child_value(8).get_string())
        self.states = item.get_child_value(9).get_child_value(0).get_uint32()
        self.parent = None
        self.children = []

    def __eq__(self, other):
        return isinstance(other, Thing) and (self.sender, self.path) == (other.sender, other.path)

    def __hash__(self):
        return hash((self.sender, self.path))

    def adopt(self, children):
        self.children = list(children)
        for child in self.children:
            child.parent = self

    def has_state(self, state):
        return bool(self.states >> int(state) & 1)

    def is_active(self):
        return self.has_state(Atspi.StateType.ACTIVE)

    def is_focused(self):
        return self.has_state(Atspi.StateType.FOCUSED)

    def get_extents(self):
        """X, y, width and height in its window, as it is now."""
        return call(self.sender, self.path, "org.a11y.atspi.Component", "GetExtents",
                    GLib.Variant("(u)", (Atspi.CoordType.WINDOW,)))[0]

    def activate(self):
        call(self.sender, self.path, "org.a11y.atspi.Action", "DoAction",
             GLib.Variant("(i)", (0,)))

    def get_window(self):
        thing = self
        while thing.parent is not None and thing.parent.path != ROOT:
            thing = thing.parent
        return thing

    def walk(self):
        """It and all that is in it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@functools.cache
def get_connection():
    address, = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
        Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def ask(sender, path, interface, method, arguments=None):
    """The answer, not unpacked."""
    return get_connection().call_sync(sender, path, interface, method, arguments, None,
                                      Gio.DBusCallFlags.NONE, TIMEOUT, None)


def call(*arguments):
    return ask(*arguments).unpack()


def get_programs():
    """The names on the bus of all programs that can be seen."""
    children, = call("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren")
    return [sender for sender, _ in children]


def read_tree(sender):
    """The program's root, with all that is in it."""
    things = read_cache(sender)
    paths = read_structure(sender, things)
    if any(child not in things for children in paths.values() for child in children):
        things = read_cache(sender)
    for path, children in paths.items():
        if path in things:  # else it went meanwhile
            things[path].adopt(things[child] for child in children if child in things)
    return things[ROOT]


def read_cache(sender):
    items = ask(sender, CACHE, "org.a11y.atspi.Cache", "GetItems").get_child_value(0)
    things = (Thing(sender, items.get_child_value(i)) for i in range(items.n_children()))
    return {thing.path: thing for thing in things}


def read_structure(sender, things):
    """The paths of all children, by the path of what they are in: asked for all at once."""
    paths, waiting = {}, set()

    def ask_for_children(path):
        waiting.add(path)
        get_connection().call(sender, path, "org.a11y.atspi.Accessible", "GetChildren", None, None,
                              Gio.DBusCallFlags.NONE, TIMEOUT, None, receive, path)

    def receive(connection, result, path):
        waiting.remove(path)
        try:
            children = connection.call_finish(result).get_child_value(0)
        except GLib.Error:  # it went meanwhile
            return
        paths[path] = [get_path(children.get_child_value(i)) for i in range(children.n_children())]
        for child in paths[path]:
            if child not in things or things[child].n_children > 0:
                ask_for_children(child)

    ask_for_children(ROOT)
    while waiting:
        GLib.MainContext.default().iteration(True)
    return paths


def get_path(reference):
    """Of a name on the bus and a path."""
    return reference.get_child_value(1).get_string()


def is_in_sight(thing):
    try:
        _, _, width, height = thing.get_extents()
    except GLib.Error:  # it went meanwhile
        return False
    return width > 0 and height > 0


def find(root, role, name):
    """The first with that role and a name that begins so, which has room on the screen."""
    return next((thing for thing in root.walk() if thing.role == role
                 and thing.name.startswith(name) and is_in_sight(thing)), None)


def find_focused(root):
    return next((thing for thing in root.walk() if thing.is_focused()), None)


def has_keyboard(window):
    """Whether it has the keyboard, or another of the program's windows if it has gone. Of a dialog,
    GTK does not tell; it has the keyboard when no other window is active."""
    children, = call(window.sender, ROOT, "org.a11y.atspi.Accessible", "GetChildren")
    paths = [path for _, path in children]
    active = [path for path in paths if is_active(window.sender, path)]
    if window.path in paths:
        return window.path in active or window.role != "frame" and not active
    return bool(active)


def is_active(sender, path):
    """As it is now; the tree need not be read for it."""
    states, = call(sender, path, "org.a11y.atspi.Accessible", "GetState")
    return bool(states[0] >> int(Atspi.StateType.ACTIVE) & 1)
