/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection may take of memory and time, whatever stands in the file. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * RemitBudget:
 *
 * The steps of SQLite's machine that are left to a statement until its next row. No statement of
 * ours needs nearly so many; one that goes in circles, since somebody made the data so, ends with
 * SQLITE_INTERRUPT.
 */
typedef struct {
  int n_left;
  gboolean is_spent;
} RemitBudget;

/** Sets SQLite's limits, and has it keep to the budget, which has to last as long as @db. */
void remit_budget_set_limits (RemitBudget *self,
                              sqlite3 *db);

/** Before each step of a statement. */
void remit_budget_renew (RemitBudget *self);

/** Returns: whether a statement was stopped */
gboolean remit_budget_is_spent (const RemitBudget *self);
