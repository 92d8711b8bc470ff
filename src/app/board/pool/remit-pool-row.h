/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in the pool: name, title, how much of their time is taken, and how they fit a slot. */
#pragma once

#include <gtk/gtk.h>

#include "check/remit-checker.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_POOL_ROW (remit_pool_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitPoolRow, remit_pool_row, REMIT, POOL_ROW, GtkWidget)

/** @slot: for which it is told how they fit, or 0
 * @checker: (nullable): what is found of the person stands beside them */
void remit_pool_row_bind (RemitPoolRow *self,
                          RemitWorkspace *workspace,
                          gint64 plan,
                          gint64 slot,
                          RemitEntity *person,
                          RemitChecker *checker);
/** Tells how the person fits another slot, or (0) none. */
void remit_pool_row_set_slot (RemitPoolRow *self,
                              gint64 slot);
void remit_pool_row_unbind (RemitPoolRow *self);

/** Shows what is found of the person. @checker: (nullable) */
void remit_pool_row_show_findings (RemitPoolRow *self,
                                   RemitChecker *checker);

/** Shows the person's load as it is now. */
void remit_pool_row_refresh (RemitPoolRow *self);

/** Returns: (transfer none) (nullable) */
RemitEntity *remit_pool_row_get_person (RemitPoolRow *self);
