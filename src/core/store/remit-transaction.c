/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions of a store: those of edits, and reads that are of one moment; and whether they still
 * stand. */
#include <glib/gi18n-lib.h>

#include "remit-store-check.h"
#include "remit-store-fields.h"

/* ── Does it still stand? ─────────────────────────────────────────────────────────────────── */

static gboolean
is_within (RemitStore *self)
{
  return self->busy || self->n_reads > 0;
}

/* Runs what begins or ends a transaction, whatever has happened; @sql is a literal. */
static int
run (RemitStore *self,
     const char *sql)
{
  sqlite3_stmt *statement = remit_store_prepare (self, sql, NULL);

  if (statement == NULL)
    return sqlite3_errcode (self->db);
  sqlite3_step (statement);
  return sqlite3_reset (statement);
}

/* Without any memory, not even the end of a transaction can be run: it is made up for as soon as
 * there is some. */
static gboolean
end_leftover (RemitStore *self,
              GError **error)
{
  int code;

  if (!self->has_leftover)
    return TRUE;
  code = run (self, "ROLLBACK");
  self->has_leftover = !sqlite3_get_autocommit (self->db);
  if (self->has_leftover)
    remit_store_set_error (self, code, NULL, error);
  return !self->has_leftover;
}

gboolean
remit_transaction_stands (RemitStore *self,
                          GError **error)
{
  if (!end_leftover (self, error))
    return FALSE;
  if (!is_within (self)
      || (!sqlite3_get_autocommit (self->db) && (!self->busy || self->fault == NULL)))
    return TRUE;
  if (self->fault == NULL)
    remit_store_set_error (self, SQLITE_ABORT, NULL, NULL);
  if (error != NULL && *error == NULL)
    *error = g_error_copy (self->fault);
  return FALSE;
}

void
remit_transaction_note (RemitStore *self,
                        const GError *problem,
                        gboolean is_told)
{
  if (is_told && !is_within (self))
    g_clear_error (&self->fault);
  else if (self->fault == NULL)
    self->fault = g_error_copy (problem);
}

/* What was met before has nothing to do with what begins now. */
static void
set_aside (RemitStore *self)
{
  if (is_within (self))
    return;
  if (self->untold == NULL)
    self->untold = g_steal_pointer (&self->fault);
  g_clear_error (&self->fault);
}

gboolean
remit_store_check_faults (RemitStore *self,
                          GError **error)
{
  GError *fault;

  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  if (self->untold != NULL)
    fault = g_steal_pointer (&self->untold);
  else if (self->fault != NULL && is_within (self))
    fault = g_error_copy (self->fault);
  else
    fault = g_steal_pointer (&self->fault);
  if (fault != NULL)
    g_propagate_error (error, fault);
  return fault == NULL;
}

/* Runs such a statement, with words. What ends it is made ready before it begins. */
static gboolean
try (RemitStore *self,
     const char *sql,
     const char *doing,
     GError **error)
{
  int code = run (self, sql);

  if (code != SQLITE_OK)
    remit_store_set_error (self, code, doing, error);
  return code == SQLITE_OK;
}

/* ── Reads ────────────────────────────────────────────────────────────────────────────────── */

/* Other than a transaction, a savepoint can be within another, or within an edit. */
gboolean
remit_store_begin_read_unchecked (RemitStore *self,
                                  const char *doing,
                                  GError **error)
{
  set_aside (self);
  if (!remit_transaction_stands (self, error)
      || remit_store_prepare (self, "RELEASE remit_read", error) == NULL
      || !try (self, "SAVEPOINT remit_read", doing, error))
    return FALSE;
  self->n_reads++;
  return TRUE;
}

gboolean
remit_store_begin_read (RemitStore *self,
                        const char *doing,
                        GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  return remit_store_begin_read_unchecked (self, doing, error)
         && (remit_store_check_schema (self, error) || remit_store_end_read (self, FALSE, NULL));
}

gboolean
remit_store_end_read (RemitStore *self,
                      gboolean done,
                      GError **error)
{
  g_autoptr (GError) fault = NULL;
  int code;

  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->n_reads > 0, FALSE);

  if (remit_transaction_stands (self, &fault) && self->fault != NULL)
    fault = g_error_copy (self->fault);
  code = run (self, "RELEASE remit_read");
  self->n_reads--;
  if (!is_within (self))
    {
      g_clear_error (&self->fault);
      self->has_leftover = code != SQLITE_OK && !sqlite3_get_autocommit (self->db);
    }
  if (done && fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (done)
    return TRUE;
  return FALSE;
}

/* ── Edits ────────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_store_begin_unchecked (RemitStore *self,
                             GError **error)
{
  set_aside (self);
  if (!end_leftover (self, error) || remit_store_prepare (self, "ROLLBACK", error) == NULL
      || !try (self, "BEGIN IMMEDIATE", NULL, error))
    return FALSE;
  self->busy = TRUE;
  self->saved = FALSE;
  return TRUE;
}

gboolean
remit_store_begin (RemitStore *self,
                   GError **error)
{
  if (self->read_only && self->refusal != NULL)
    {
      g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY, self->refusal);
      return FALSE;
    }
  if (self->read_only)
    {
      remit_store_set_error (self, SQLITE_READONLY, NULL, error);
      return FALSE;
    }
  if (self->busy)
    {
      g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED,
                           _ ("Another change is in progress. Nothing was changed; try again."));
      return FALSE;
    }
  if (!remit_store_check_path (self, error) || !remit_store_begin_unchecked (self, error))
    return FALSE;
  if (remit_store_check_schema (self, error))
    return TRUE;
  remit_store_rollback (self);
  return FALSE;
}

gboolean
remit_store_commit (RemitStore *self,
                    GError **error)
{
  /* an edit may take long, and its file go meanwhile */
  if (!remit_store_check_path (self, error) || !remit_transaction_stands (self, error)
      || !try (self, "COMMIT", NULL, error))
    {
      remit_store_rollback (self);
      return FALSE;
    }
  self->busy = FALSE;
  self->saved = self->seq != 0 && !self->is_unattended;
  return TRUE;
}

void
remit_store_rollback (RemitStore *self)
{
  /* After some errors, such as a full disk, SQLite has rolled back already. */
  if (!sqlite3_get_autocommit (self->db))
    run (self, "ROLLBACK");
  self->busy = FALSE;
  self->has_leftover = !sqlite3_get_autocommit (self->db);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->changeset, g_bytes_unref);
}

gboolean
remit_store_is_saved (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  return self->saved;
}
