#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program beside Remit's: a file to drag, a text to copy from and paste into, and a place
for files; its title repeats the text, and the name of a file: other-program.py FILE"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402

GLib.set_prgname("other-program")
Gtk.init()
files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
handle = Gtk.Label(label="The File", vexpand=True)
handle.add_controller(Gtk.DragSource(
    content=Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))))
text = Gtk.Entry()
place = Gtk.Label(label="Files Here", vexpand=True)
target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
place.add_controller(target)
box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
box.append(text)
box.append(handle)
box.append(place)
window = Gtk.Window(title="Other", child=box, default_width=400, default_height=300)
text.connect("changed", lambda entry: window.set_title(f"Other: {entry.get_text()}"))
target.connect("drop", lambda target, value, x, y: window.set_title(
    f"Other: {value.get_files()[0].get_basename()}") or True)
window.present()
GLib.MainLoop().run()
