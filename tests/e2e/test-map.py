#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board as a whole, with a real pointer and keys: groups that fold, the wheel from details to
names and to the map, and a person dropped onto a team there."""

import sys

from remit_e2e import Box, check, holding, key, pointer, run_story, step, wait_until
from remit_e2e.board import get_card, get_person, pick_up

OFFICE = "Data and AI office"
TEAM = "Demand forecasting"


def get_team(program, name):
    """In which team somebody is."""
    return [team for team, in program.query(
        "SELECT team.name FROM assignment JOIN slot ON slot.id = assignment.slot"
        " JOIN team ON team.id = slot.team JOIN person ON person.id = assignment.person"
        " WHERE person.name = ? ORDER BY 1", (name,))]


def get_map(program):
    return program.place("panel", "Map of teams. ")


@step("the sample, in groups by parent team")
def begin(program):
    program.workspace.parent.mkdir(parents=True)
    program.cli("import", sys.argv[1])
    program.start()
    program.wait_for("push button", f"{OFFICE}, 5 teams, ")
    get_card(program, "ML coach")


@step("a click folds a group, and unfolds it")
def fold(program):
    wide = program.place("push button", f"{OFFICE}, ")
    pointer.click(wide)
    program.wait_for_no("panel", "ML coach, ")
    wait_until("the group is narrow", lambda: program.place(
        "push button", f"{OFFICE}, ").width < wide.width / 2)
    pointer.click(program.place("push button", f"{OFFICE}, "))
    get_card(program, "ML coach")


@step("keys do the same")
def fold_by_keys(program):
    pointer.click(program.place("label", TEAM, ("panel", "Teams")))
    key("Up", "space")
    program.wait_for_no("panel", "ML coach, ")
    key("Return")
    get_card(program, "ML coach")


@step("with Ctrl the wheel zooms out to names and to the map; a key leads back")
def zoom(program):
    card = get_card(program, "ML coach")
    pointer.go(card)
    with holding("ctrl"):
        pointer.scroll(1)
    wait_until("the card is lower", lambda: get_card(program, "ML coach").height < card.height)
    with holding("ctrl"):
        pointer.scroll(1)
    get_map(program)
    key("ctrl+0")
    wait_until("the card is as it was", lambda: get_card(program, "ML coach").height
               == card.height)


@step("the keys work wherever the keyboard is, while the board is shown")
def zoom_from_elsewhere(program):
    card = get_card(program, "ML coach")
    pointer.click(program.place("entry", "Search people"))
    key("ctrl+minus")
    wait_until("the card is lower", lambda: get_card(program, "ML coach").height < card.height)
    key("ctrl+minus")
    get_map(program)
    key("ctrl+plus", "ctrl+plus")
    wait_until("the card is as it was", lambda: get_card(program, "ML coach").height
               == card.height)
    pointer.click(program.place("label", "Roles and Skills"))
    program.wait_for("table row", "ML coach")
    key("ctrl+minus")
    pointer.click(program.place("label", "Board"))
    check("elsewhere they do nothing", get_card(program, "ML coach").height == card.height)


@step("a click in the overview jumps, a drag takes along what is in sight, a key leads back")
def jump(program):
    strip = program.place("slider", "Overview of teams")
    middle = strip.y + strip.height // 2
    check("the last team is out of sight", program.find("label", "Model validation") is None)
    pointer.click(Box(strip.x + strip.width - 6, middle, 2, 2))
    program.wait_for("label", "Model validation")
    pointer.go((strip.x + strip.width - 10, middle))
    pointer.press()
    pointer.go((strip.x + 4, middle))
    get_card(program, "ML coach")
    pointer.release()
    key("End")
    program.wait_for("label", "Model validation")
    key("Home")
    get_card(program, "ML coach")


@step("a person dropped onto a team of the map")
def drop(program):
    pointer.click(program.place("label", TEAM, ("panel", "Teams")))
    key("ctrl+minus", "ctrl+minus")
    place = get_map(program)
    check("the map is where the board was", program.find("panel", f"Map of teams. {TEAM}: "))
    before = get_team(program, "Aisha Bello")
    pick_up(get_person(program, "Aisha Bello"))
    # down the first column of blocks, until one takes her
    for y in range(place.y + 60, place.y + place.height - 20, 30):
        pointer.go((place.x + 80, y))
        if program.find("label", f"{OFFICE}: "):
            break
    program.wait_for("label", f"{OFFICE}: ")
    pointer.release()
    if program.find("menu item", "Head of the centre"):
        key("Escape")
        return
    wait_until("she is there", lambda: get_team(program, "Aisha Bello") != before)
    key("ctrl+z")
    wait_until("it is undone", lambda: get_team(program, "Aisha Bello") == before)


@step("Enter goes from the map to the team")
def open_team(program):
    place = get_map(program)
    pointer.go(Box(place.x, place.y + place.height - 4, 4, 2))
    pointer.click((place.x + 80, place.y + 60))  # the menu gave the keyboard back to the pool
    key("Home", "Down")
    program.wait_for("panel", f"Map of teams. {OFFICE}: ")
    key("Return")
    get_card(program, "ML coach")


run_story("map")
