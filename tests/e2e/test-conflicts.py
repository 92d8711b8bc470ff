#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts from end to end: told when the time is up, raised, escalated, settled and undone, by
pointer and by keyboard; and the history: verified, and looked at as it stood."""

import time

from remit_e2e import check, key, pointer, run_story, step, type_text, wait_until
from remit_e2e.notifications import Notifications

NOTIFICATIONS = Notifications()
LATE = "Who labels the photographs"
NEW = "Half of the GPUs"
MANY = [f"Who is asked first, {number}" for number in range(1, 7)]
TOLD_MANY = (f"{len(MANY)} conflicts are due", "")


def get_conflict(program, title):
    rows = program.query("SELECT status, rung FROM conflict WHERE title = ?", (title,))
    return rows[0] if rows else None


def wait_for_conflict(program, title, status, rung):
    wait_until(f"“{title}” is {status} on level {rung}",
               lambda: get_conflict(program, title) == (status, rung))


def get_log(program, title):
    return [kind for kind, in program.query(
        "SELECT e.kind FROM conflict_event AS e JOIN conflict AS c ON c.id = e.conflict"
        " WHERE c.title = ? ORDER BY e.at, e.id", (title,))]


def turn_watching(program, on):
    """In the preferences, where the switch may be out of sight for the pointer."""
    entry = program.folder / "config" / "autostart" / "org.remit.Remit.Watch.desktop"
    key("ctrl+comma")
    program.place("check box", "Monitor Deadlines in the Background")
    program.find("check box", "Monitor Deadlines in the Background").activate()
    wait_until("there is an entry" if on else "there is no entry", lambda: entry.exists() == on)
    key("Escape")
    program.wait_for_no("check box", "Monitor Deadlines in the Background")


def let_time_run_out(program):
    """Of many at once; what is due at another time is told again."""
    check("their clocks are set back", len(MANY) == program.change(
        "UPDATE conflict SET due = due - 5 * 86400000, entered = entered - 5 * 86400000"
        f" WHERE title IN ({', '.join(repr(title) for title in MANY)})"))


def wait_for_many(program, n_told):
    wait_until("they are told", lambda: len(NOTIFICATIONS.told) > n_told)
    check(f"told: {NOTIFICATIONS.told[n_told:]}", NOTIFICATIONS.told[n_told:] == [TOLD_MANY])
    check("there is no window", not list(program.windows()))
    program.check_alive()


@step("what became due while nobody looked is told on starting, once")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("plan", "new", "Churn", "--template", "minimum-viable-ml-team")
    people = program.folder / "people.csv"
    people.write_text("Number,Name\n1,Ada Lovelace\n2,Grace Hopper\n")
    program.cli("import", people)
    program.cli("assign", "Ada Lovelace", "Business analyst")
    program.cli("assign", "Grace Hopper", "Product manager")
    program.environment["XDG_STATE_HOME"] = str(program.folder / "state")
    (team,), = program.query("SELECT name FROM team")
    program.cli("conflict", "raise", "Churn", LATE, "--team", team)
    # It has stood there for a month.
    check("its clock is set back", program.change(
        "UPDATE conflict SET due = due - 30 * 86400000, entered = entered - 30 * 86400000"))
    program.start()
    wait_until("it is told", lambda: NOTIFICATIONS.told)
    check(f"told: {NOTIFICATIONS.told}",
          NOTIFICATIONS.told[0] == (LATE, "The time limit has passed. "
                                          "Resolve or escalate the conflict."))
    wait_until("the log has it", lambda: "ran-out" in " ".join(get_log(program, LATE)))
    check("told once", len(NOTIFICATIONS.told) == 1)


@step("a click on what was told opens the conflict")
def click(program):
    NOTIFICATIONS.click(0)
    program.wait_for("push button", "Resolve…")
    check("told once", len(NOTIFICATIONS.told) == 1)


@step("it is escalated from its page, with a word for the log")
def escalate(program):
    before = get_conflict(program, LATE)
    pointer.click(program.place("push button", "Escalate…"))
    program.wait_for("label", "Escalate")
    type_text("Nobody answers")
    key("Return")
    wait_until("it is higher", lambda: get_conflict(program, LATE)[1] > before[1])
    program.wait_for("label", "Nobody answers")


@step("undo takes the step back, and says that the log keeps it")
def undo(program):
    key("ctrl+z")
    program.wait_for("label", "Undone: Escalate")
    wait_until("a correction", lambda: get_log(program, LATE)[-1] == "correction")
    key("ctrl+shift+z")
    wait_until("it is done again", lambda: get_conflict(program, LATE)[0] == "escalated")


@step("a conflict is raised by keyboard")
def raise_one(program):
    key("alt+3")
    pointer.click(program.place("push button", "Raise…"))
    program.wait_for("label", "Raise a Conflict")
    pointer.click(program.place("text", "Title"))
    type_text(NEW)
    pointer.click(program.place("push button", "Raise", ("frame", "Raise a Conflict")))
    wait_until("it is there", lambda: get_conflict(program, NEW) is not None)
    program.wait_for("label", NEW)


@step("it is settled, in a decision that comes with it")
def resolve(program):
    pointer.click(program.place("label", NEW))
    pointer.click(program.place("push button", "Resolve…"))
    program.wait_for("label", "Resolve")
    pointer.click(program.place("text", "Outcome"))
    type_text("Half a week each")
    pointer.click(program.place("push button", "Resolve"))
    wait_until("it is settled", lambda: get_conflict(program, NEW)[0] == "resolved")
    program.wait_for_no("frame", "Resolve")
    check("its log", get_log(program, NEW) == ["raised", "resolved"])


@step("the history is whole, but for what was changed past it")
def verify(program):
    key("alt+9")
    pointer.click(program.place("push button", "Verify"))
    program.wait_for("label", f"Conflict “{LATE}” was changed outside Remit")


@step("the past opens in a window of its own, and closes again")
def look_back(program):
    conflicts = program.query("SELECT * FROM conflict")
    pointer.click(program.place("label", "Resolve"))
    pointer.click(program.place("push button", "View This Version"))
    program.wait_for("label", "Version of ")
    key("ctrl+w")
    program.wait_for_no("label", "Version of ")
    check("nothing was changed", program.query("SELECT * FROM conflict") == conflicts)


@step("where that is wanted, it watches on when its window is closed")
def watch(program):
    turn_watching(program, True)
    key("ctrl+w")
    wait_until("the window is gone", lambda: not list(program.windows()))
    (team,), = program.query("SELECT name FROM team")
    for title in MANY:
        program.cli("conflict", "raise", "Churn", title, "--team", team)
    n_told = len(NOTIFICATIONS.told)
    let_time_run_out(program)
    wait_for_many(program, n_told)


@step("a click on many that were told opens the list of them")
def click_many(program):
    NOTIFICATIONS.click(len(NOTIFICATIONS.told) - 1)
    for title in MANY:
        program.wait_for("label", title)


@step("otherwise it ends with its window")
def end(program):
    turn_watching(program, False)
    key("ctrl+w")
    program.wait_for_end()
    check("the window did not tell it again", NOTIFICATIONS.told.count(TOLD_MANY) == 1)


@step("begun before there is a workspace, it watches the one that comes")
def watch_early(program):
    aside = program.workspace.with_suffix(".aside")
    let_time_run_out(program)
    n_told = len(NOTIFICATIONS.told)
    program.workspace.rename(aside)
    program.begin("--watch")
    wait_until("it runs", program.is_on_bus)
    time.sleep(7)  # it looks for one in vain
    program.check_alive()
    aside.rename(program.workspace)
    wait_for_many(program, n_told)


run_story("conflicts")
