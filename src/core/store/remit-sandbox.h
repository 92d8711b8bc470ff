/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statements that others wrote, such as the SELECT of a rule, may do on a connection. */
#pragma once

#include "remit-store.h"

/**
 * RemitSandbox:
 *
 * Restricts a connection to reading what its owner allows: no change, no other file, no extension,
 * no text that takes the memory away. While it is open, the connection may do everything, for what
 * the owner does between two foreign statements. (To restrict a connection anew has SQLite prepare
 * all its statements again; opening and closing is free.)
 */
typedef struct _RemitSandbox RemitSandbox;

/**
 * RemitSandboxRead:
 * @column: empty for a table of which no column is read: that tells at most how many rows there are
 * @schema: `main` or `temp`
 * @view: (nullable): the view through which it is read, or what a statement calls its own WITH
 *
 * Asked while a statement is compiled. Returns: whether it may read that
 */
typedef gboolean (*RemitSandboxRead) (const char *table,
                                      const char *column,
                                      const char *schema,
                                      const char *view,
                                      gpointer data);

/** Asked every now and then while anything runs on the connection. Returns: whether to stop it */
typedef gboolean (*RemitSandboxStop) (gpointer data);

/** Restricts @store until it is freed; closed. One at a time. */
RemitSandbox *remit_sandbox_new (RemitStore *store,
                                 RemitSandboxRead may_read,
                                 gpointer data);
void remit_sandbox_free (RemitSandbox *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSandbox, remit_sandbox_free)

/** Lets @should_stop stop what runs on the connection, also while it is open. */
void remit_sandbox_set_watch (RemitSandbox *self,
                              RemitSandboxStop should_stop,
                              gpointer data);

void remit_sandbox_open (RemitSandbox *self);
void remit_sandbox_close (RemitSandbox *self);

/**
 * remit_sandbox_compile:
 *
 * Compiles a single SELECT. The messages of its errors are for whoever wrote it: SQLite's own
 * words, in English.
 *
 * Errors: %REMIT_STORE_ERROR_NOT_ALLOWED: it reads what it may not, or does more than reading;
 *   %REMIT_STORE_ERROR_NOT_A_SELECT: it is no SELECT, or more than one;
 *   %REMIT_STORE_ERROR_FAILED: it is wrong otherwise
 *
 * Returns: (transfer full) (nullable): free with remit_statement_free()
 */
RemitStatement *remit_sandbox_compile (RemitSandbox *self,
                                       const char *sql,
                                       GError **error);

/**
 * remit_sandbox_step:
 *
 * As remit_store_step(), with errors for whoever wrote the statement, as in
 * remit_sandbox_compile().
 *
 * Errors: %REMIT_STORE_ERROR_CANCELLED: it was stopped; %REMIT_STORE_ERROR_FAILED
 */
gboolean remit_sandbox_step (RemitSandbox *self,
                             RemitStatement *statement,
                             GError **error);
