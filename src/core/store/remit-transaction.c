/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions of a store: those of edits, and reads that are of one moment. */
#include <glib/gi18n-lib.h>

#include "remit-store-check.h"
#include "remit-store-fields.h"

/* Other than a transaction, a savepoint can be within another, or within an edit. */
gboolean
remit_store_begin_read (RemitStore *self,
                        const char *doing,
                        GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  if (!remit_store_exec (self, "SAVEPOINT remit_read", doing, error))
    return FALSE;
  if (remit_store_check_schema (self, error))
    return TRUE;
  remit_store_end_read (self);
  return FALSE;
}

void
remit_store_end_read (RemitStore *self)
{
  g_return_if_fail (REMIT_IS_STORE (self));

  remit_store_exec (self, "RELEASE remit_read", NULL, NULL);
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
                           _ ("Another change is being made at this moment. Nothing was changed; "
                              "try again."));
      return FALSE;
    }
  if (!remit_store_exec (self, "BEGIN IMMEDIATE", NULL, error))
    return FALSE;
  self->busy = TRUE;
  if (remit_store_check_schema (self, error))
    return TRUE;
  remit_store_rollback (self);
  return FALSE;
}

gboolean
remit_store_commit (RemitStore *self,
                    GError **error)
{
  if (!remit_store_exec (self, "COMMIT", NULL, error))
    {
      remit_store_rollback (self);
      return FALSE;
    }
  self->busy = FALSE;
  return TRUE;
}

void
remit_store_rollback (RemitStore *self)
{
  /* After some errors, such as a full disk, SQLite has rolled back already. */
  if (!sqlite3_get_autocommit (self->db))
    remit_store_exec (self, "ROLLBACK", NULL, NULL);
  self->busy = FALSE;
  g_clear_pointer (&self->changeset, g_bytes_unref);
}
