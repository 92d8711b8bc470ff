# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's notifications, for those who want to know what was told, and to click on it."""

import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
INTERFACE = """
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>
"""


class Notifications:
    """Shows nothing, and remembers everything: (summary, body) of each."""

    def __init__(self):
        self.told = []
        self.actions = []
        self.connection = None
        ready = threading.Event()
        threading.Thread(target=self.serve, args=(ready,), daemon=True).start()
        ready.wait()

    def serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION)
        info = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.connection.register_object("/org/freedesktop/Notifications", info, self.answer, None,
                                        None)
        Gio.bus_own_name_on_connection(self.connection, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: ready.set(), None)
        GLib.MainLoop.new(context, False).run()

    def answer(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        if method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("test", "remit", "1", "1.2")))
        elif method == "Notify":
            _, _, _, summary, body, actions, _, _ = arguments.unpack()
            self.told.append((summary, body))
            self.actions.append(actions[0] if actions else "default")
            invocation.return_value(GLib.Variant("(u)", (len(self.told),)))
        else:
            invocation.return_value(None)

    def click(self, number):
        """On what was told, counted from 0."""
        self.connection.emit_signal(None, "/org/freedesktop/Notifications", NAME, "ActionInvoked",
                                    GLib.Variant("(us)", (number + 1, self.actions[number])))
