/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database for what a piece of work has to remember, beside the workspace. */
#pragma once

#include "remit-statement.h"

/**
 * RemitScratch:
 *
 * A private database that SQLite keeps in a cache of fixed size and, beyond that, in a temporary
 * file, which is gone with it: what is remembered may be large, the memory for it is not.
 *
 * What goes wrong, such as a full disk, sticks: from then on nothing is found or added, and
 * remit_scratch_check() says why.
 */
typedef struct _RemitScratch RemitScratch;

/**
 * remit_scratch_new:
 * @schema: the statements that make its tables
 * @statements: what will be asked of them
 *
 * Errors: %REMIT_STORE_ERROR_FULL: there is no room for temporary files
 */
RemitScratch *remit_scratch_new (const char *schema,
                                 const char *const *statements,
                                 guint n_statements,
                                 GError **error);
void remit_scratch_free (RemitScratch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitScratch, remit_scratch_free)

/** Returns: (transfer none): one of the statements, to be bound */
RemitStatement *remit_scratch_get (RemitScratch *self,
                                   guint statement);

/** Returns: whether the statement has a row; reset it when done (remit_statement_reset()) */
gboolean remit_scratch_step (RemitScratch *self,
                             RemitStatement *statement);

/** Runs a statement and resets it. Returns: whether it changed a row */
gboolean remit_scratch_run (RemitScratch *self,
                            RemitStatement *statement);

/** Returns: whether all has been remembered; see remit_scratch_new() */
gboolean remit_scratch_check (RemitScratch *self,
                              GError **error);
