#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for assistive technology in every dialog and popover: whatever takes the keyboard has one
of its own. Which there are is read in the source: a new one that is not opened here is found."""

import subprocess
import sys

from remit_e2e import key, pointer, run_story, step, type_text, wait_until
from remit_e2e.dialogs import check_all_seen
from remit_e2e.names import check_names
from remit_e2e.palette import do, press
from remit_e2e.story import say
from remit_e2e.waiting import Failure, check

CONFLICT = "Who corrects the weather"
DECISION = "Accept the quality of the data"
PERSON = "Aisha Bello"

seen = set()


def look(program, of):
    check_names(program)
    seen.add(of)


def look_at_dialog(program, of, open_it):
    """At the window that something opens, which the file `of` makes; closes it by Escape."""
    open_it()
    program.wait_for_windows(2)
    look(program, of)
    key("Escape")
    program.wait_for_windows(1)


def look_at_popover(program, of, open_it, role, name):
    """At the one that shows something with that role and name."""
    open_it()
    program.wait_for(role, name)
    look(program, of)
    key("Escape")
    program.wait_for_no(role, name)


def choose(program, open_menu, item):
    """Where a dialog has just closed, a menu may close at once: whoever sees none asks again."""
    wait_until("the window has the keyboard", lambda: program.get_focused() is not None)
    open_menu()
    try:
        wait_until(item, lambda: program.find("menu item", item), patience=10)
    except Failure:
        say("no menu, asked for again")
        open_menu()
    program.wait_for("menu item", item).activate()


def look_at_menu(program, open_it):
    look_at_popover(program, "remit-menu", open_it, "menu item", "")


@step("a workspace with much in it")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.start()
    program.wait_for("panel", "Team Demand forecasting")


@step("dialogs that keys open")
def keys(program):
    for of, combination in (("remit-preferences", "ctrl+comma"), ("remit-plan-dialog", "ctrl+n"),
                            ("remit-template-dialog", "ctrl+shift+n"),
                            ("remit-shortcuts", "ctrl+question"), ("remit-help-window", "F1"),
                            ("remit-find-dialog", "ctrl+f")):
        look_at_dialog(program, of, lambda: key(combination))


@step("dialogs of the window and of its plan, by their names")
def commands(program):
    for of, action in (("remit-about", "About Remit"), ("remit-plan-dialog", "Rename Plan…"),
                       ("remit-plan-dialog", "Duplicate Plan…"), ("remit-delete", "Delete Plan…"),
                       ("remit-template-dialog", "Add Teams From Template…"),
                       ("remit-library-dialog", "Add Decisions From Library"),
                       ("remit-library-dialog", "Add Roles From Library"),
                       ("remit-suggest-dialog", "Suggest Staffing…"),
                       ("remit-ask", "View Earlier Version…"),
                       ("remit-compact-dialog", "Archive Older History…")):
        look_at_dialog(program, of, lambda: do(program, action))


@step("what was typed is not lost unasked")
def discard(program):
    key("ctrl+n")
    program.wait_for_windows(2)
    type_text("Churn")
    key("Escape")
    program.wait_for_windows(3)
    look(program, "remit-dialog")
    key("alt+d")
    program.wait_for_windows(1)


@step("an import")
def table(program):
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n", encoding="utf-8")
    look_at_dialog(program, "remit-import-dialog", lambda: program.open(str(people)))


@step("people: one is added, and two are merged")
def people(program):
    key("alt+5")
    look_at_popover(program, "remit-entity-table", lambda: press(program, "Add a Person"),
                    "text", "Name")
    pointer.click(program.place("table row", PERSON))
    look_at_menu(program, lambda: key("shift+F10"))
    look_at_dialog(program, "remit-merge-dialog",
                   lambda: choose(program, lambda: key("shift+F10"), "Merge With…"))
    look_at_dialog(program, "remit-delete", lambda: key("Delete"))


@step("the board: a slot, somebody in it, and the filters of the pool")
def board(program):
    key("alt+1")
    pointer.click(program.place("panel", "Team Demand forecasting"))
    look_at_dialog(program, "remit-add-slot-dialog", lambda: do(program, "Add Slot…"))
    key("Down", "Down")
    look_at_dialog(program, "remit-allocation-dialog", lambda: do(program, "Change Allocation…"))
    pointer.click(program.place("push button", "Filter", ("panel", "People pool")))
    pointer.click(program.place("combo box", "Availability"))
    pointer.click(program.place("list item", "Free from"))
    look_at_popover(program, "remit-pool-filters", lambda: press(program, "Free from "),
                    "push button", "Next Month")


@step("the details: a list to add to, a choice, and a day")
def details(program):
    key("alt+5")
    pointer.click(program.place("table row", PERSON))
    key("Return")
    look_at_popover(program, "remit-reference-row", lambda: press(program, "Manager: Choose"),
                    "list", "Results")
    look_at_popover(program, "remit-entity-rows", lambda: press(program, "Add a Skill"), "list",
                    "Results")
    look_at_popover(program, "remit-text-row", lambda: press(program, "From: Choose a Day"),
                    "push button", "No Date")


@step("decisions: what is recorded, and what is superseded")
def decisions(program):
    do(program, DECISION)
    for kind in ("Input", "Objection", "Outcome", "Review"):
        look_at_dialog(program, "remit-record-dialog",
                       lambda: choose(program, lambda: press(program, "Record"), kind))
    look_at_popover(program, "remit-picker-button", lambda: press(program, "Assign R"),
                    "list", "Results")


@step("conflicts: filters, charts, and every step of one")
def conflicts(program):
    key("alt+3")
    look_at_popover(program, "remit-conflict-filter",
                    lambda: press(program, "Filter", ("filler", "RemitConflictFilter")),
                    "combo box", "Type")
    look_at_popover(program, "remit-conflicts-view", lambda: press(program, "Charts"), "label",
                    "Open Conflicts by Level")
    look_at_dialog(program, "remit-raise-dialog", lambda: press(program, "Raise"))
    do(program, CONFLICT)
    look_at_dialog(program, "remit-resolve-dialog", lambda: press(program, "Resolve"))
    look_at_dialog(program, "remit-ask", lambda: press(program, "Escalate"))
    look_at_dialog(program, "remit-mediate-dialog",
                   lambda: choose(program, lambda: press(program, "More Actions"),
                                  "Start Mediation"))


@step("a finding is accepted")
def findings(program):
    key("alt+4")
    press(program, "Expand All")
    look_at_dialog(program, "remit-waive-dialog", lambda: press(program, "Accept…"))


@step("a plan is exported for others")
def leaving(program):
    look_at_dialog(program, "remit-leaving-dialog", lambda: key("ctrl+shift+e"))


# What asks for a password before it is looked at.
ENCRYPTED_KEY = """-----BEGIN RSA PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

MIIEowIBAAKCAQEAs0mWYHpaYW5kc29tZXRleHR0aGF0aXNub3RhbmtleWF0YWxs
-----END RSA PRIVATE KEY-----
"""


@step("a plan is signed with a key that has a password")
def password(program):
    path = program.folder / "key.pem"
    path.write_text(ENCRYPTED_KEY, encoding="utf-8")
    program.set_setting("signing-key", str(path))
    key("ctrl+e")
    program.wait_for_windows(2)
    key("ctrl+a")
    type_text(str(program.folder / "signed.xml"))
    key("Return")
    program.wait_for("label", "Password of the Signing Key")
    look(program, "remit-password-dialog")
    key("Escape")
    program.wait_for_windows(1)
    check("no plan", not (program.folder / "signed.xml").exists())


@step("a plan is signed by somebody who is not known yet")
def signer(program):
    key_file, certificate, plan = (str(program.folder / name)
                                   for name in ("mira.pem", "mira.crt", "mira.xml"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30",
                    "-subj", "/CN=Mira Lind", "-keyout", key_file, "-out", certificate],
                   check=True, capture_output=True)
    program.cli("export", "AI teams 2026", "-o", plan, "--sign", key_file, "--certificate",
                certificate)
    program.open(plan)
    program.wait_for("push button", "Trust This Signer…")
    press(program, "Trust This Signer…")
    program.wait_for_windows(3)
    look(program, "remit-import-preface")
    key("Escape")
    program.wait_for_windows(2)
    key("Escape")
    program.wait_for_windows(1)


@step("a scenario is compared with its plan, and adopted")
def scenario(program):
    program.cli("plan", "copy", "AI teams 2026", "Alternative")
    program.cli("set", "team", "Demand forecasting", "purpose=Forecasts", "--plan", "Alternative")
    do(program, "Alternative")
    program.wait_for("push button", "Plans Alternative")
    for of, action in (("remit-compare-dialog", "Compare Plans…"),
                       ("remit-adopt-dialog", "Adopt Scenario…")):
        look_at_dialog(program, of, lambda: do(program, action))
    do(program, "Compare Plans…")
    program.wait_for("push button", "More Plans…")
    press(program, "More Plans…")
    program.wait_for_windows(3)
    program.wait_for("label", "Slots of AI teams 2026: ")
    look(program, "remit-figures-dialog")
    key("Escape")
    program.wait_for_windows(2)
    key("Escape")
    program.wait_for_windows(1)


@step("nothing that can be opened was left out")
def nothing_else(program):
    check_all_seen(seen)


run_story("dialogs")
