/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of the forms of conflicts and ladders, each in a file with its name. */
#pragma once

#include "widgets/sections/remit-timeline.h"

/** The head of a conflict's form: status, time left, and the available steps. */
#define REMIT_TYPE_CONFLICT_HEAD (remit_conflict_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictHead, remit_conflict_head, REMIT, CONFLICT_HEAD, GtkBox)

/** Its parties, side by side: what they want, and why. */
#define REMIT_TYPE_CONFLICT_PARTIES (remit_conflict_parties_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitConflictParties, remit_conflict_parties, REMIT, CONFLICT_PARTIES, RemitListSection)

/** The teams that are in it beside the one whose ladder it stands on. */
#define REMIT_TYPE_CONFLICT_TEAMS (remit_conflict_teams_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitConflictTeams, remit_conflict_teams, REMIT, CONFLICT_TEAMS, RemitListSection)

/** Its ladder: the rungs, who is behind them today, and where it stands. */
#define REMIT_TYPE_CONFLICT_RUNGS (remit_conflict_rungs_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitConflictRungs, remit_conflict_rungs, REMIT, CONFLICT_RUNGS, RemitListSection)

/** Its story as one thread: what was said, each step, and what it led to. */
#define REMIT_TYPE_CONFLICT_STORY (remit_conflict_story_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitConflictStory, remit_conflict_story, REMIT, CONFLICT_STORY, RemitTimeline)

/** The levels of a ladder, editable. */
#define REMIT_TYPE_LADDER_RUNGS (remit_ladder_rungs_get_type ())
G_DECLARE_FINAL_TYPE (RemitLadderRungs, remit_ladder_rungs, REMIT, LADDER_RUNGS, RemitListSection)
