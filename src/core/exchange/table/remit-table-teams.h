/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of the slots in a CSV file, with the slots that exist already. */
#pragma once

#include "remit-table-private.h"

/**
 * RemitTableSlot:
 * @record: the slot
 * @assignments: (element-type RemitRecord): who sits there
 * @taken: whether the file has had a row for it
 * @is_filled: and whether somebody was in that
 * @n_periods: how many of the periods that it waits with the file has had
 */
typedef struct {
  gint64 id;
  RemitRecord *record;
  GPtrArray *assignments;
  gboolean taken;
  gboolean is_filled;
  guint n_periods;
} RemitTableSlot;

/**
 * RemitTableTeam:
 * @slots: (element-type RemitTableSlot): those that were there before, in their order
 * @position: that of the last slot
 */
typedef struct {
  gint64 id;
  char *name;
  char *purpose;
  GPtrArray *slots;
  gint64 position;
  gboolean is_old;
  gboolean claimed;
} RemitTableTeam;

typedef struct _RemitTableTeams RemitTableTeams;

/** Reads what teams, slots and assignments a plan has. */
RemitTableTeams *remit_table_teams_new (RemitTableJob *job,
                                        gint64 plan,
                                        GError **error);
void remit_table_teams_free (RemitTableTeams *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableTeams, remit_table_teams_free)

/**
 * remit_table_teams_expect:
 *
 * Announces that the file has a team. All are announced before the first one is asked for, so that
 * two of one name are told apart.
 */
void remit_table_teams_expect (RemitTableTeams *self,
                               const RemitCsvRow *row);

/**
 * remit_table_teams_get:
 *
 * Finds the team of a row, which is made if need be. Teams are the same when name, section and
 * stage are; these two make the team's purpose ("dev · Manage"). Where neither the file nor the
 * plan has a second one of the name, the purpose may be another one.
 *
 * Returns: (transfer none) (nullable): the team, or %NULL with an error
 */
RemitTableTeam *remit_table_teams_get (RemitTableTeams *self,
                                       const RemitCsvRow *row,
                                       GError **error);

/** Gives a new slot the place after the team's others. */
void remit_table_team_place (RemitTableTeam *team,
                             RemitRecord *slot);
