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
} RemitOpening;

typedef struct {
  gint64 skill;
  int level;
  gboolean critical;
} RemitOpeningNeed;

/** Returns: (transfer full) (nullable): %NULL when there is no such slot. The plan is loaded. */
RemitOpening *remit_opening_new (RemitWorkspace *workspace,
                                 gint64 slot);
void remit_opening_free (RemitOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitOpening, remit_opening_free)

/** Returns: (transfer full) (array zero-terminated=1): the parts of a person's unit, of which there
 *   may be several: “Engineering; Data Section” */
char **remit_opening_split_units (const char *unit);
