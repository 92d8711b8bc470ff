/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in the pool: name, title, and how much of their time is taken. */
#pragma once

#include <gtk/gtk.h>

#include "check/remit-checker.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_POOL_ROW (remit_pool_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitPoolRow, remit_pool_row, REMIT, POOL_ROW, GtkWidget)

/** @checker: (nullable): what is found of the person stands beside them */
void remit_pool_row_bind (RemitPoolRow *self,
                          RemitWorkspace *workspace,
                          gint64 plan,
                          RemitEntity *person,
                          RemitChecker *checker);
void remit_pool_row_unbind (RemitPoolRow *self);

/** Shows what is found of the person. @checker: (nullable) */
void remit_pool_row_show_findings (RemitPoolRow *self,
                                   RemitChecker *checker);

/** Shows the person's load as it is now. */
void remit_pool_row_refresh (RemitPoolRow *self);

/** Returns: (transfer none) (nullable) */
RemitEntity *remit_pool_row_get_person (RemitPoolRow *self);
