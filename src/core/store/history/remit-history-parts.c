/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changesets of one line of the history: one, or for a large edit several. */
#include "remit-history-parts.h"

#include <glib/gi18n-lib.h>

#include "remit-history-chain.h"
#include "store/remit-search.h"
#include "store/remit-store-private.h"

void
remit_history_parts_init (RemitHistoryParts *self,
                          RemitStore *store,
                          gint64 seq)
{
  self->store = g_object_ref (store);
  self->seq = seq;
  self->n_parts = 0;
  self->checksum = NULL;
  self->hasher = NULL;
}

static void
wait_for_hasher (RemitHistoryParts *self)
{
  if (self->hasher != NULL)
    g_thread_join (g_steal_pointer (&self->hasher));
}

void
remit_history_parts_clear (RemitHistoryParts *self)
{
  wait_for_hasher (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->checksum, g_checksum_free);
}

static GChecksum *
get_checksum (RemitHistoryParts *self)
{
  if (self->checksum == NULL)
    self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self->checksum;
}

typedef struct {
  GChecksum *checksum;
  GBytes *changeset;
} Hashing;

static gpointer
hash (gpointer data)
{
  Hashing *hashing = data;
  gsize length;
  gconstpointer bytes = g_bytes_get_data (hashing->changeset, &length);

  remit_history_hash_bytes (hashing->checksum, bytes, length);
  g_bytes_unref (hashing->changeset);
  g_free (hashing);
  return NULL;
}

/* One part at a time, since the order counts. */
static void
begin_hashing (RemitHistoryParts *self,
               GBytes *changeset)
{
  Hashing *hashing = g_new (Hashing, 1);

  wait_for_hasher (self);
  hashing->checksum = get_checksum (self);
  hashing->changeset = g_bytes_ref (changeset);
  self->hasher = g_thread_new ("history-hash", hash, hashing);
}

gboolean
remit_history_parts_add (RemitHistoryParts *self,
                         GBytes *changeset,
                         GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);
  sqlite3_stmt *statement;

  if (!remit_search_follow (self->store, bytes, length, error))
    return FALSE;
  statement = remit_store_prepare (
      self->store, "INSERT INTO history_part (seq, part, changeset) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->seq);
  sqlite3_bind_int64 (statement, 2, self->n_parts++);
  if (length > 0)
    sqlite3_bind_blob64 (statement, 3, bytes, length, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 3, 0);
  begin_hashing (self, changeset);
  return remit_store_run (self->store, statement, error);
}

const char *
remit_history_parts_get_digest (RemitHistoryParts *self)
{
  wait_for_hasher (self);
  return self->checksum != NULL ? g_checksum_get_string (self->checksum) : "";
}

/* Returns: a number that a statement with the parameter @seq yields, or -1 when it yields none */
static gint64
query (RemitStore *store,
       const char *sql,
       gint64 seq,
       GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (store, sql, seq, 0, error);

  return remit_store_step (store, statement, error) ? sqlite3_column_int64 (statement, 0) : -1;
}

gboolean
remit_history_count_changesets (RemitStore *store,
                                gint64 seq,
                                gint64 *count,
                                GError **error)
{
  *count = query (store,
                  "SELECT CASE WHEN EXISTS (SELECT 1 FROM history WHERE seq = ?1) THEN "
                  "1 + (SELECT count (*) FROM history_part WHERE seq = ?1) ELSE 0 END",
                  seq, error);
  return *count >= 0;
}

gboolean
remit_history_measure (RemitStore *store,
                       gint64 seq,
                       gint64 *size,
                       GError **error)
{
  *size = query (store,
                 "SELECT coalesce ((SELECT max (length (changeset), 1) FROM history "
                 "WHERE seq = ?1), 0) + coalesce ((SELECT sum (length (changeset)) "
                 "FROM history_part WHERE seq = ?1), 0)",
                 seq, error);
  return *size >= 0;
}

GBytes *
remit_history_load_changeset (RemitStore *store,
                              gint64 seq,
                              gint64 index,
                              gint64 count,
                              GError **error)
{
  const char *sql = index == count - 1
                        ? "SELECT changeset FROM history WHERE seq = ?1"
                        : "SELECT changeset FROM history_part WHERE seq = ?1 AND part = ?2";
  g_autoptr (RemitStatement) statement = remit_store_query (store, sql, seq, index, error);

  if (remit_store_step (store, statement, NULL))
    return g_bytes_new (sqlite3_column_blob (statement, 0),
                        (gsize) sqlite3_column_bytes (statement, 0));

  if (remit_store_finish (store, statement, error))
    g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED,
                         _ ("A line of the history is missing. Verify the history."));
  return NULL;
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
  gint64 count;

  if (!remit_history_count_changesets (store, seq, &count, error))
    return FALSE;
  for (gint64 i = count - 1; i >= 0 && self.goes_on; i--)
    {
      g_autoptr (GBytes) changeset = remit_history_load_changeset (store, seq, i, count, error);
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

char *
remit_history_parts_compute_digest (RemitStore *store,
                                    gint64 seq,
                                    GError **error)
{
  g_auto (RemitHistoryParts) parts = { NULL };
  g_autoptr (RemitStatement) statement = NULL;

  remit_history_parts_init (&parts, store, seq);
  statement = remit_store_query (
    store, "SELECT changeset FROM history_part WHERE seq = ?1 ORDER BY part", seq, 0, error);
  while (remit_store_step (store, statement, NULL))
    remit_history_hash_bytes (get_checksum (&parts), sqlite3_column_blob (statement, 0),
                              (gsize) sqlite3_column_bytes (statement, 0));

  return remit_store_finish (store, statement, error)
           ? g_strdup (remit_history_parts_get_digest (&parts))
           : NULL;
}
