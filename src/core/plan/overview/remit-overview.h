/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the front page of a plan says: its teams, load, skills, decisions and conflicts. */
#pragma once

#include "model/remit-team.h"
#include "plan/conflict/remit-conflict-figures.h"
#include "plan/load/remit-load-chart.h"
#include "plan/skills/remit-skill-map.h"
#include "remit-decision-figures.h"

/** So many weeks of load, beginning with this one. */
#define REMIT_OVERVIEW_WEEKS 26

/**
 * RemitOverviewTeam:
 * @depth: how many teams are around it
 * @n_slots: that are not over
 * @n_filled: how many of them have somebody, now or later
 * @n_decisions: that are proposed or accepted
 * @n_undecided: how many of them have nobody who decides
 * @undecided: the first of these, 0 for none
 * @n_conflicts: that are not over
 *
 * How ready a team is to work.
 */
typedef struct {
  gint64 id;
  char *name;
  RemitTopology topology;
  guint depth;
  guint n_slots;
  guint n_filled;
  guint n_decisions;
  guint n_undecided;
  gint64 undecided;
  guint n_conflicts;
} RemitOverviewTeam;

/**
 * RemitTeamLink:
 * @from, @to: rows of teams, the first less than the second
 * @n_people: who are in both
 */
typedef struct {
  guint from;
  guint to;
  guint n_people;
} RemitTeamLink;

/**
 * RemitOverview:
 * @teams: (element-type RemitOverviewTeam): each after the one around it, in the order of the board
 * @links: (element-type RemitTeamLink): by their teams
 * @n_people: who are in slots of the plan, now or later
 * @needed, @allocated: what slots need and what is allocated today, in percent of full time
 * @n_undecided: decisions of any team or of none that have nobody who decides
 * @load: by team and week
 * @skills: by team, those that slots need
 *
 * A copy of one moment: nothing in it belongs to a workspace, so that any thread can read it.
 */
typedef struct {
  GArray *teams;
  GArray *links;
  guint n_people;
  int needed;
  int allocated;
  guint n_undecided;
  RemitDecisionFigures decisions;
  RemitConflictFigures conflicts;
  RemitLoadChart *load;
  RemitSkillMap *skills;
} RemitOverview;

/**
 * remit_overview_read:
 * @store: a connection of the calling thread
 * @now: milliseconds since 1970
 * @today: the day of the user, a Julian day number as in #GDate
 *
 * Returns: (transfer full) (nullable): %NULL on errors, and when it was cancelled
 */
RemitOverview *remit_overview_read (RemitStore *store,
                                    gint64 plan,
                                    gint64 now,
                                    gint64 today,
                                    GCancellable *cancellable,
                                    GError **error);
void remit_overview_free (RemitOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitOverview, remit_overview_free)

/** Returns: how many slots are not over, and how many of them have somebody */
guint remit_overview_count_slots (const RemitOverview *self,
                                  guint *n_filled);

/** Returns: how many conflicts are not over */
guint remit_overview_count_conflicts (const RemitOverview *self);
