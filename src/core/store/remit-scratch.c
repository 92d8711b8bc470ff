/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database for what a piece of work has to remember, beside the workspace. */
#include "remit-scratch.h"

#include <glib/gi18n-lib.h>

#include "remit-store-private.h"

struct _RemitScratch
{
  sqlite3 *db;
  RemitStatement **statements;
  guint n_statements;
  int failure;
};

void
remit_scratch_free (RemitScratch *self)
{
  for (guint i = 0; i < self->n_statements; i++)
    remit_statement_free (self->statements[i]);
  sqlite3_close (self->db);
  g_free (self->statements);
  g_free (self);
}

RemitScratch *
remit_scratch_new (const char *schema,
                   const char *const *statements,
                   guint n_statements,
                   GError **error)
{
  g_autoptr (RemitScratch) self = g_new0 (RemitScratch, 1);
  int code = sqlite3_open_v2 ("", &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  self->statements = g_new0 (RemitStatement *, n_statements);
  self->n_statements = n_statements;
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL,
                         NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, schema, NULL, NULL, NULL);
  for (guint i = 0; code == SQLITE_OK && i < n_statements; i++)
    code = sqlite3_prepare_v2 (self->db, statements[i], -1, &self->statements[i], NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, "BEGIN", NULL, NULL, NULL);
  self->failure = code;
  return remit_scratch_check (self, error) ? g_steal_pointer (&self) : NULL;
}

RemitStatement *
remit_scratch_get (RemitScratch *self,
                   guint statement)
{
  g_return_val_if_fail (statement < self->n_statements, NULL);

  return self->statements[statement];
}

gboolean
remit_scratch_step (RemitScratch *self,
                    RemitStatement *statement)
{
  int code = self->failure == SQLITE_OK ? sqlite3_step (statement) : SQLITE_DONE;

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    self->failure = code;
  return code == SQLITE_ROW;
}

gboolean
remit_scratch_run (RemitScratch *self,
                   RemitStatement *statement)
{
  gboolean changed;

  remit_scratch_step (self, statement);
  changed = self->failure == SQLITE_OK && sqlite3_changes (self->db) > 0;
  remit_statement_reset (statement);
  return changed;
}

gboolean
remit_scratch_check (RemitScratch *self,
                     GError **error)
{
  if (self->failure == SQLITE_OK)
    return TRUE;
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FULL,
               _ ("Not enough space for temporary files: %s"), sqlite3_errstr (self->failure));
  return FALSE;
}
