/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills or the roles that a CSV file names. */
#pragma once

#include "remit-table-private.h"

/**
 * RemitTableNamed:
 * @owner: for the caller: of whom it was said last
 * @is_old: whether it was there before, and the file has not named it yet
 */
typedef struct {
  gint64 id;
  gint64 owner;
  gboolean is_old;
} RemitTableNamed;

/**
 * RemitTableNames:
 *
 * What the workspace has of a kind that plans share, by name, letter case apart; where several have
 * the same name, the first one has it. A kind with a key that is unique, as roles are, is also
 * found by that.
 */
typedef struct _RemitTableNames RemitTableNames;

RemitTableNames *remit_table_names_new (RemitTableJob *job,
                                        RemitKind kind,
                                        GError **error);
void remit_table_names_free (RemitTableNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableNames, remit_table_names_free)

/**
 * remit_table_names_get:
 * @name: is cut if it is too long, which is noted
 *
 * Returns: (transfer none) (nullable): what has the name, made if need be; %NULL with an error
 */
RemitTableNamed *remit_table_names_get (RemitTableNames *self,
                                        const RemitCsvRow *row,
                                        char *name,
                                        GError **error);

/** Returns: (transfer none) (nullable): what has the name, if anything; nothing is made */
RemitTableNamed *remit_table_names_find (RemitTableNames *self,
                                         const char *name);

/** Inserts something with a name that nothing has, and counts it. Returns: (transfer none)
 * (nullable): it; %NULL with an error */
RemitTableNamed *remit_table_names_insert (RemitTableNames *self,
                                           RemitRecord *record,
                                           GError **error);
