/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holders of a slot in a table of slots: its assignments, also over time. */
#pragma once

#include "model/remit-periods.h"
#include "remit-table-names.h"
#include "remit-table-several.h"
#include "remit-table-teams.h"

/** Where a row belongs. */
typedef struct {
  RemitTableTeam *team;
  const RemitTableNamed *role;
  const char *role_name;
} RemitTablePlace;

/**
 * remit_table_runs_read:
 *
 * Returns: (transfer full) (nullable) (element-type RemitPeriod): what the columns of months say;
 *   neighbours that say the same are one, and those that say nothing, or 0, none; %NULL when no
 *   columns are months
 */
GArray *remit_table_runs_read (RemitTableJob *job,
                               const RemitCsvRow *row);

/**
 * remit_table_holder_seat:
 * @slot: a slot that is written already
 * @assignments: (nullable) (element-type RemitRecord): who sits there, before
 * @runs: (nullable): over time; %NULL for one allocation
 *
 * Makes a person hold a slot. The one person who held it so far is replaced; of several, nobody is.
 */
gboolean remit_table_holder_seat (RemitTableJob *job,
                                  const RemitCsvRow *row,
                                  const RemitTablePlace *place,
                                  const RemitRecord *slot,
                                  GPtrArray *assignments,
                                  const RemitTableHolder *holder,
                                  const GArray *runs,
                                  GError **error);
