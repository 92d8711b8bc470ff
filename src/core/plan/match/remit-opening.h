/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a slot asks of whoever is to fill it, as it is at one moment. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitOpening:
 * @slot: the slot
 * @plan: its plan
 * @from: the first of its days that are still to come, or of all when none is; 0 since ever
 * @until: its last day; 0 for an open end
 * @need: percent that are still to be filled; of a slot that is full, what it needs in all
 * @needs: (element-type RemitOpeningNeed): the skills
 * @title: (array zero-terminated=1): the words of its role, folded
 * @holders: ids of those who are in it
 * @units: the units of at least half of the people in its team, folded
 * @location: (nullable): where at least half of them are, folded
 * @work_from: minute of the day on which work begins in the workspace
 * @work_until: minute on which it ends
 * @moment: when the clocks of time zones are compared: noon of the first day, in seconds since 1970
 * @zone: the time zone of who has none
 * @clocks: (element-type RemitOpeningClock): the clocks of the people in its team
 *
 * A copy: nothing in it belongs to a workspace, so that any thread can read it.
 */
typedef struct {
  gint64 slot;
  gint64 plan;
  gint64 from;
  gint64 until;
  int need;
  GArray *needs;
  char **title;
  GHashTable *holders;
  GHashTable *units;
  char *location;
  int work_from;
  int work_until;
  gint64 moment;
  GTimeZone *zone;
  GArray *clocks;
} RemitOpening;

typedef struct {
  gint64 skill;
  int level;
  gboolean critical;
} RemitOpeningNeed;

/** @offset: minutes by which a clock is before UTC; @n_people: how many people live by it */
typedef struct {
  int offset;
  guint n_people;
} RemitOpeningClock;

/** Returns: (transfer full) (nullable): %NULL when there is no such slot. The plan is loaded. */
RemitOpening *remit_opening_new (RemitWorkspace *workspace,
                                 gint64 slot);
void remit_opening_free (RemitOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitOpening, remit_opening_free)

/** Returns: (transfer full) (array zero-terminated=1): the parts of a person's unit, of which there
 *   may be several: “Engineering; Data Section” */
char **remit_opening_split_units (const char *unit);

/**
 * remit_opening_get_common:
 * @zone: the name of a person's time zone; empty, or one that is not known here, for that of the
 *   workspace
 *
 * Returns: minutes of a day on which they and the people of the slot's team are at work at the same
 *   time, on average over these, all with the hours of work of the workspace by their own clocks.
 *   All of their day when nobody is in the team
 */
int remit_opening_get_common (const RemitOpening *self,
                              const char *zone);
