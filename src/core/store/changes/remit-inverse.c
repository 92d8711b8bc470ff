/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets that lead back, and their application. */
#include "remit-inverse.h"

#include <glib/gi18n-lib.h>

#include "remit-changeset.h"
#include "store/remit-store-fields.h"

void
remit_inverse_clear (RemitInverse *self)
{
  g_clear_pointer (&self->data, sqlite3_free);
  self->length = 0;
}

GBytes *
remit_inverse_take_bytes (RemitInverse *self)
{
  GBytes *bytes = g_bytes_new_with_free_func (self->data, (gsize) self->length, sqlite3_free,
                                              self->data);

  self->data = NULL;
  self->length = 0;
  return bytes;
}

gboolean
remit_inverse_init (RemitInverse *self,
                    RemitStore *store,
                    GBytes *changeset,
                    GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);
  int code = SQLITE_CORRUPT;

  if (length <= G_MAXINT && remit_changeset_is_whole (data, length))
    code = sqlite3changeset_invert ((int) length, data, &self->length, &self->data);
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

static int
refuse_conflict (void *data G_GNUC_UNUSED,
                 int conflict,
                 sqlite3_changeset_iter *iter G_GNUC_UNUSED)
{
  g_debug ("Conflict of kind %d", conflict);
  return SQLITE_CHANGESET_ABORT;
}

gboolean
remit_inverse_apply (const RemitInverse *self,
                     RemitStore *store,
                     const char *label,
                     GError **error)
{
  sqlite3 *db = remit_store_get_handle (store);
  int had_triggers = 1;
  int code;

  if (!remit_transaction_stands (store, error))
    return FALSE;
  /* What it leads to has been there before, and was right. On the way, two people who change back
   * their places in one slot are there twice, which a trigger would refuse. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &had_triggers);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  code = sqlite3changeset_apply (db, self->length, self->data, NULL, refuse_conflict, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, had_triggers, NULL);

  if (code == SQLITE_OK)
    return remit_transaction_stands (store, error);
  if (code == SQLITE_ABORT)
    g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONFLICT,
                 /* Translators: the label of an edit */
                 _ ("Cannot undo “%s”: the workspace was changed by another program. Verify the "
                    "history."),
                 label);
  else
    remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

gboolean
remit_inverse_apply_beside_logs (RemitInverse *self,
                                 RemitStore *store,
                                 const char *label,
                                 const char *words,
                                 RemitUndoLog *log,
                                 GError **error)
{
  sqlite3_session *session = NULL;
  RemitInverse changed = { NULL, 0 };
  gboolean done;
  int code;

  if (!remit_store_record (store, &session, error))
    return FALSE;
  done = remit_inverse_apply (self, store, label, error)
         && remit_undo_log_amend (log, self->data, self->length, words, error);
  code = done ? sqlite3session_changeset (session, &changed.length, &changed.data) : SQLITE_OK;
  sqlite3session_delete (session);

  if (code != SQLITE_OK)
    {
      remit_store_set_error (store, code, NULL, error);
      return FALSE;
    }
  if (done)
    {
      remit_inverse_clear (self);
      *self = changed;
    }
  return done;
}

gboolean
remit_inverse_run (RemitStore *store,
                   RemitInverseFunc func,
                   gpointer data,
                   GError **error)
{
  gboolean done = FALSE;

  /* other than the pragma, this cannot fail */
  sqlite3_db_config (remit_store_get_handle (store), SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  if (remit_store_begin (store, error))
    {
      if (func (store, data, error))
        done = remit_store_commit (store, error);
      else
        remit_store_rollback (store);
    }
  sqlite3_db_config (remit_store_get_handle (store), SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

  if (done)
    remit_store_emit_committed (store);
  return done;
}
