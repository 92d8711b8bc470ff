/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and verifying the history of a workspace. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-history.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "remit-history-entry-private.h"
#include "remit-history-parts.h"

#define COLUMNS "seq, at, actor, label, op, target, plan, below, undo_top, redo_top, parts"

/* The row's texts and changeset live until the statement's next step. */
static void
read_row (sqlite3_stmt *statement,
          RemitHistoryRow *row)
{
  row->seq = sqlite3_column_int64 (statement, 0);
  row->at = sqlite3_column_int64 (statement, 1);
  row->actor = (const char *) sqlite3_column_text (statement, 2);
  row->label = (const char *) sqlite3_column_text (statement, 3);
  row->op = remit_history_op_from_nick ((const char *) sqlite3_column_text (statement, 4));
  row->target = sqlite3_column_int64 (statement, 5);
  row->plan = sqlite3_column_int64 (statement, 6);
  row->below = sqlite3_column_int64 (statement, 7);
  row->undo_top = sqlite3_column_int64 (statement, 8);
  row->redo_top = sqlite3_column_int64 (statement, 9);
  row->parts = (const char *) sqlite3_column_text (statement, 10);
  row->changeset = NULL;
  row->changeset_length = 0;
}

GPtrArray *
remit_history_page (RemitStore *store,
                    gint64 before,
                    guint limit,
                    GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) local_error = NULL;
  RemitHistoryRow row;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  statement = remit_store_prepare (store, "SELECT " COLUMNS ", length (changeset) + coalesce ("
                                          "(SELECT sum (length (p.changeset)) FROM history_part p "
                                          "WHERE p.seq = history.seq), 0) FROM history "
                                          "WHERE history.seq < ?1 ORDER BY history.seq DESC "
                                          "LIMIT ?2", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, before > 0 ? before : G_MAXINT64);
  sqlite3_bind_int64 (statement, 2, limit);

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  while (remit_store_step (store, statement, &local_error))
    {
      read_row (statement, &row);
      row.changeset_length = (gsize) sqlite3_column_int64 (statement, 11);
      g_ptr_array_add (entries, remit_history_entry_new (&row));
    }

  if (local_error == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
set_no_entry (GError **error,
              gint64 seq)
{
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
               _ ("The history has no entry %" PRId64), seq);
}

static GPtrArray *
read_changes (RemitStore *store,
              gint64 seq,
              gint64 index,
              gint64 count,
              GError **error)
{
  g_autoptr (GBytes) bytes = remit_history_load_changeset (store, seq, index, count, error);
  gconstpointer changeset;
  gsize length;

  if (bytes == NULL)
    return NULL;
  changeset = g_bytes_get_data (bytes, &length);
  return remit_changes_parse (changeset, length, error);
}

GPtrArray *
remit_history_get_changes (RemitStore *store,
                           gint64 seq,
                           GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  gint64 count;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!remit_history_count_changesets (store, seq, &count, error))
    return NULL;
  if (count == 0)
    {
      set_no_entry (error, seq);
      return NULL;
    }

  for (gint64 i = 0; i < count; i++)
    {
      g_autoptr (GPtrArray) changes = read_changes (store, seq, i, count, error);

      if (changes == NULL)
        return NULL;
      if (all == NULL)
        all = g_steal_pointer (&changes);
      else
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&changes));
    }
  return count > 1 ? remit_changes_merge (all) : g_steal_pointer (&all);
}

char *
remit_history_dup_hash (RemitStore *store,
                        gint64 seq,
                        GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  statement = remit_store_prepare (store, "SELECT hash FROM history WHERE seq = ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, seq);
  if (remit_store_step (store, statement, &local_error))
    return g_strdup ((const char *) sqlite3_column_text (statement, 0));

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_no_entry (error, seq);
  return NULL;
}

gboolean
remit_history_get_head (RemitStore *store,
                        gint64 *length,
                        char **hash,
                        GError **error)
{
  RemitHistoryHead head;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  if (!remit_history_read_head (store, &head, error))
    return FALSE;
  *length = head.seq;
  *hash = g_strdup (head.hash);
  return TRUE;
}

/* Returns: whether the row is the one that has to come after @previous */
static gboolean
verify_row (RemitStore *store,
            sqlite3_stmt *statement,
            gint64 expected_seq,
            char previous[65])
{
  RemitHistoryRow row;
  g_autofree char *hash = NULL;
  g_autofree char *parts = NULL;
  const char *written = (const char *) sqlite3_column_text (statement, 12);

  read_row (statement, &row);
  if (row.seq != expected_seq || row.actor == NULL || row.label == NULL || row.parts == NULL)
    return FALSE;
  row.changeset = sqlite3_column_blob (statement, 11);
  row.changeset_length = (gsize) sqlite3_column_bytes (statement, 11);

  parts = remit_history_parts_compute_digest (store, row.seq, NULL);
  if (g_strcmp0 (parts, row.parts) != 0)
    return FALSE;

  hash = remit_history_row_hash (&row, previous);
  g_strlcpy (previous, hash, 65);
  return g_strcmp0 (hash, written) == 0;
}

gboolean
remit_history_verify (RemitStore *store,
                      GCancellable *cancellable,
                      void (*progress) (double share, gpointer data),
                      gpointer data,
                      gint64 *broken,
                      GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  RemitHistoryHead head;
  char previous[65] = REMIT_HISTORY_NO_HASH;
  gint64 seq = 1;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (broken != NULL, FALSE);

  *broken = 0;
  if (!remit_history_read_head (store, &head, error))
    return FALSE;
  statement = remit_store_prepare (store, "SELECT " COLUMNS ", changeset, hash FROM history "
                                          "ORDER BY seq", error);
  if (statement == NULL)
    return FALSE;

  for (; remit_store_step (store, statement, &local_error); seq++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!verify_row (store, statement, seq, previous))
        {
          *broken = seq;
          return TRUE;
        }
      if (progress != NULL && seq % 1024 == 0)
        progress ((double) seq / (double) MAX (head.seq, seq), data);
    }

  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
