/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement: its parameters, and the columns of its current row. */
#include "remit-statement.h"

#include <sqlite3.h>

void
remit_statement_bind_integer (RemitStatement *self,
                              int parameter,
                              gint64 value)
{
  sqlite3_bind_int64 (self, parameter, value);
}

void
remit_statement_bind_text (RemitStatement *self,
                           int parameter,
                           const char *text)
{
  sqlite3_bind_text (self, parameter, text, -1, SQLITE_TRANSIENT);
}

gint64
remit_statement_get_integer (RemitStatement *self,
                             int column)
{
  return sqlite3_column_int64 (self, column);
}

const char *
remit_statement_get_text (RemitStatement *self,
                          int column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  /* without memory for it; the next step, or the end, says so */
  return text != NULL || sqlite3_column_type (self, column) == SQLITE_NULL ? text : "";
}

const char *
remit_statement_get_string (RemitStatement *self,
                            int column)
{
  const char *text = remit_statement_get_text (self, column);

  return text != NULL ? text : "";
}

gboolean
remit_statement_is_null (RemitStatement *self,
                         int column)
{
  return sqlite3_column_type (self, column) == SQLITE_NULL;
}

int
remit_statement_get_n_columns (RemitStatement *self)
{
  return sqlite3_column_count (self);
}

const char *
remit_statement_get_column_name (RemitStatement *self,
                                 int column)
{
  return sqlite3_column_name (self, column);
}

int
remit_statement_get_n_parameters (RemitStatement *self)
{
  return sqlite3_bind_parameter_count (self);
}

const char *
remit_statement_get_parameter_name (RemitStatement *self,
                                    int parameter)
{
  return sqlite3_bind_parameter_name (self, parameter);
}

void
remit_statement_reset (RemitStatement *self)
{
  sqlite3_reset (self);
}

void
remit_statement_free (RemitStatement *self)
{
  sqlite3_finalize (self);
}
