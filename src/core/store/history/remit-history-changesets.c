/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines of the history changed, whatever their form: their changesets, one after the other. */
#include "remit-history-changesets.h"

#include <glib/gi18n-lib.h>

#include "store/remit-store-private.h"

GArray *
remit_history_list_changesets (RemitStore *store,
                               gint64 seq,
                               GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  return remit_store_load_ids (
    store, "SELECT part FROM history_changeset WHERE seq = ?1 ORDER BY part", seq, error);
}

gboolean
remit_history_refuse_missing (GError **error)
{
  g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED,
                       _ ("A history entry is missing. Verify the history."));
  return FALSE;
}

GBytes *
remit_history_load_changeset (RemitStore *store,
                              gint64 seq,
                              gint64 key,
                              GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    store, "SELECT changeset FROM history_changeset WHERE seq = ?1 AND part = ?2", seq, key, error);

  if (remit_store_step (store, statement))
    return g_bytes_new (sqlite3_column_blob (statement, 0),
                        (gsize) sqlite3_column_bytes (statement, 0));

  if (remit_store_finish (store, statement, error))
    remit_history_refuse_missing (error);
  return NULL;
}

gboolean
remit_history_measure (RemitStore *store,
                       gint64 seq,
                       gint64 *size,
                       GError **error)
{
  RemitStatement *statement = remit_store_query (
    store,
    "SELECT coalesce (sum (max (length (changeset), 1)), 0) FROM history_changeset WHERE seq = ?1",
    seq, 0, error);

  *size = remit_store_step (store, statement) ? sqlite3_column_int64 (statement, 0) : 0;
  return remit_store_finish (store, statement, error);
}

/* Remembers that enough was seen, over several changesets. */
typedef struct {
  RemitChangesetFunc func;
  gpointer data;
  gboolean goes_on;
} Visit;

static gboolean
visit (const RemitChangesetRow *row,
       gpointer data)
{
  Visit *self = data;

  self->goes_on = self->func (row, self->data);
  return self->goes_on;
}

gboolean
remit_history_foreach_row (RemitStore *store,
                           gint64 seq,
                           RemitChangesetFunc func,
                           gpointer data,
                           GError **error)
{
  Visit self = { func, data, TRUE };
  g_autoptr (GArray) keys = remit_history_list_changesets (store, seq, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = keys->len; i > 0 && self.goes_on; i--)
    {
      g_autoptr (GBytes) changeset = remit_history_load_changeset (
        store, seq, g_array_index (keys, gint64, i - 1), error);
      gconstpointer bytes;
      gsize length;

      if (changeset == NULL)
        return FALSE;
      bytes = g_bytes_get_data (changeset, &length);
      if (!remit_changeset_foreach (bytes, length, visit, &self))
        {
          remit_store_set_error (store, SQLITE_CORRUPT, NULL, error);
          return FALSE;
        }
    }
  return TRUE;
}
