/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement: its parameters, and the columns of its current row. */
#pragma once

#include <glib.h>

/**
 * RemitStatement:
 *
 * A statement of a #RemitStore (see remit_store_prepare()): SQLite's own, which nothing outside the
 * store has to know. Parameters count from 1, columns from 0, as in SQLite.
 */
typedef struct sqlite3_stmt RemitStatement;

void remit_statement_bind_integer (RemitStatement *self,
                                   int parameter,
                                   gint64 value);
/** @text is copied; %NULL binds NULL. */
void remit_statement_bind_text (RemitStatement *self,
                                int parameter,
                                const char *text);

/** Returns: the number in a column, 0 for NULL */
gint64 remit_statement_get_integer (RemitStatement *self,
                                    int column);
/** Returns: (transfer none) (nullable): the text in a column, until the next step; %NULL for NULL,
 * and for nothing else */
const char *remit_statement_get_text (RemitStatement *self,
                                      int column);
/** The same with an empty text for NULL, which a damaged file may have anywhere. */
const char *remit_statement_get_string (RemitStatement *self,
                                        int column);
gboolean remit_statement_is_null (RemitStatement *self,
                                  int column);

int remit_statement_get_n_columns (RemitStatement *self);
const char *remit_statement_get_column_name (RemitStatement *self,
                                             int column);
int remit_statement_get_n_parameters (RemitStatement *self);
/** Returns: (transfer none) (nullable): the name of a parameter, with its colon */
const char *remit_statement_get_parameter_name (RemitStatement *self,
                                                int parameter);

/** Ends a read, so that it no longer holds its snapshot; the statement can be used again. */
void remit_statement_reset (RemitStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitStatement, remit_statement_reset)

/** For statements that are not kept by what they belong to, see remit_sandbox_compile(). */
void remit_statement_free (RemitStatement *self);
