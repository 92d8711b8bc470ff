#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file under the window goes: what it says, and both ways out, by keys alone."""

import pathlib
import shutil

from remit_e2e import check, key, run_story, step, type_text, wait_until


def get_people(program, path):
    return sorted(name for name, in program.query("SELECT name FROM person", (), path))


def import_people(program, workspace, *names):
    path = program.folder / "people.csv"
    path.write_text("Number,Name\n"
                    + "".join(f"{number},{name}\n" for number, name in enumerate(names, 1)))
    program.cli("import", path, workspace=workspace)


def get_saved(program):
    return program.folder / "saved.remit"


@step("a window with people")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("plan", "new", "Churn", workspace=program.workspace)
    import_people(program, program.workspace, "Ada Lovelace", "Grace Hopper")
    program.start()
    program.wait_for("label", "Ada Lovelace")


@step("its file is deleted: an undo is refused, and the bar says why")
def delete(program):
    pathlib.Path(program.workspace).unlink()
    key("ctrl+z")
    program.wait_for("label", "“workspace.remit” was deleted")
    program.wait_for("label", "Ada Lovelace")
    check("nothing came to be where the file was", not program.workspace.exists())


@step("what is shown is saved as a new file, and the window continues in it")
def save(program):
    key("alt+s")
    program.wait_for_windows(2)
    key("ctrl+a")
    type_text(str(get_saved(program)))
    key("Return")
    program.wait_for("label", "Saved as “saved.remit”")
    check("all are there", get_people(program, get_saved(program)) == ["Ada Lovelace",
                                                                      "Grace Hopper"])
    key("ctrl+z")
    wait_until("the undo is in the new file", lambda: not get_people(program, get_saved(program)))
    program.wait_for_no("label", "Ada Lovelace")
    key("ctrl+shift+z")
    program.wait_for("label", "Ada Lovelace")


@step("another file replaces it, and is opened")
def replace(program):
    other = program.folder / "other.remit"
    program.cli("plan", "new", "Fraud", workspace=other)
    import_people(program, other, "Mary Somerville")
    shutil.move(other, get_saved(program))
    program.wait_for("label", "“saved.remit” was replaced")
    program.wait_for("label", "Ada Lovelace")
    key("alt+o")
    program.wait_for("label", "Mary Somerville")
    program.wait_for_no("label", "“saved.remit” was replaced")
    check("it is as it was", get_people(program, get_saved(program)) == ["Mary Somerville"])
    key("ctrl+z")
    wait_until("an undo is in it", lambda: not get_people(program, get_saved(program)))


run_story("file")
