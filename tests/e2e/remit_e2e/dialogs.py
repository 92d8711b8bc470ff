# SPDX-License-Identifier: GPL-3.0-or-later
"""Every dialog, popover and menu that the program can open, by the files that make one. A walk that
means to see them all says which it has opened; a new file among them is then found."""

import pathlib
import re

from .waiting import check

ROOT = pathlib.Path(__file__).resolve().parents[3]

# What makes a window, or something that pops up: in ui/, and in C.
IN_UI = re.compile(r'parent="Adw(Preferences|Message)?(Window|Dialog)"'
                   r'|class="(GtkPopover\w*|GtkShortcutsWindow|Adw\w*(Window|Dialog))"')
IN_C = re.compile(r"\b(adw_message_dialog_new|gtk_popover_(menu_)?new\w*"
                  r"|gtk_file_chooser_native_new|adw_(show_)?about_window\w*"
                  r"|(gtk|adw)_window_new) \(")

# What needs something that goes wrong, or is not the program's; each has tests of its own.
LEFT_OUT = {
    "remit-archive-bar": "asks when the archive of a sealed history is not where it was",
    "remit-ask-file": "the chooser of files is the toolkit's or the desktop's",
    "remit-field-row": "asks when two people changed one field: e2e-windows",
    "remit-file-bar": "asks when the file was deleted: e2e-file",
    "remit-patience": "is there as long as something takes",
    "remit-repair-offer": "tells of a damaged file that was repaired",
}


def find_dialogs():
    """The files, without their endings: a type and its .ui have one name."""
    found = {path.stem for path in (ROOT / "ui").rglob("*.ui")
             if IN_UI.search(path.read_text(encoding="utf-8"))}
    found |= {path.stem for path in (ROOT / "src" / "app").rglob("*.c")
              if IN_C.search(path.read_text(encoding="utf-8"))}
    return found


def check_all_seen(seen):
    dialogs = find_dialogs()
    unseen = dialogs - set(LEFT_OUT) - seen
    unknown = (seen | set(LEFT_OUT)) - dialogs
    check(f"not opened: {', '.join(sorted(unseen))}; no dialog: {', '.join(sorted(unknown))}",
          not unseen and not unknown)
