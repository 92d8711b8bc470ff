/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of all data from which a history goes on whose beginning is sealed in an archive. */
#include "remit-base.h"

#include <string.h>

#include "store/changes/remit-changeset-writer.h"
#include "store/history/remit-history-hash.h"
#include "store/remit-store-private.h"

/* What a part has of changes, in bytes, or a little more. */
#define PART (1024 * 1024)

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitStore *store;
  RemitChangesetWriter *writer;
  RemitHistoryHasher hasher;
  gint64 n_parts;
} Base;

static void
base_clear (Base *self)
{
  g_clear_pointer (&self->writer, remit_changeset_writer_free);
  remit_history_hasher_clear (&self->hasher);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Base, base_clear)

static gboolean
write_part (Base *self,
            GError **error)
{
  g_autoptr (GBytes) changeset = remit_changeset_writer_end (self->writer);
  guint8 salt[REMIT_HISTORY_SALT];
  guint8 digest[REMIT_HISTORY_DIGEST];
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);
  sqlite3_stmt *row;

  if (length == 0)
    return TRUE;
  remit_history_draw_salt (salt);
  remit_history_hasher_make_digest (&self->hasher, salt, bytes, length, digest);
  row = remit_store_prepare (self->store,
                             "INSERT INTO history_base (part, compartment, digest, salt, changeset)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, self->n_parts++);
  sqlite3_bind_text (row, 2, REMIT_COMPARTMENT_GENERAL, -1, SQLITE_STATIC);
  sqlite3_bind_blob (row, 3, digest, sizeof digest, SQLITE_STATIC);
  sqlite3_bind_blob (row, 4, salt, sizeof salt, SQLITE_STATIC);
  sqlite3_bind_blob64 (row, 5, bytes, length, SQLITE_STATIC);
  return remit_store_run (self->store, row, error);
}

static gboolean
add_kind (Base *self,
          RemitStore *archive,
          RemitKind kind,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (
    archive, remit_store_get_select (kind, "ORDER BY t.id"), 0, 0, error);
  g_autoptr (RemitRecord) record = remit_record_new (kind);

  while (remit_store_step (archive, rows))
    {
      remit_store_read (rows, record);
      remit_changeset_writer_add (self->writer, record);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (remit_changeset_writer_get_length (self->writer) >= PART
              && !write_part (self, error)))
        return FALSE;
    }
  return remit_store_finish (archive, rows, error);
}

gboolean
remit_base_write (RemitStore *store,
                  RemitStore *archive,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Base) self = { store, NULL };

  g_return_val_if_fail (REMIT_IS_STORE (store) && REMIT_IS_STORE (archive), FALSE);

  if (!remit_store_exec (store, "DELETE FROM history_base", NULL, error))
    return FALSE;
  self.writer = remit_changeset_writer_new ();
  remit_history_hasher_init (&self.hasher);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (!add_kind (&self, archive, kind, cancellable, error))
      return FALSE;
  return write_part (&self, error);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
replay_part (RemitHistoryHasher *hasher,
             RemitStatement *part,
             RemitHistoryReplay *replay)
{
  gsize length = (gsize) sqlite3_column_bytes (part, 2);

  return remit_history_hasher_is_digest (hasher, part, 0)
         && remit_history_replay_add (replay, sqlite3_column_blob (part, 2), length);
}

gboolean
remit_base_replay (RemitStore *store,
                   RemitHistoryReplay *replay,
                   GCancellable *cancellable,
                   gboolean *is_whole,
                   GError **error)
{
  g_auto (RemitHistoryHasher) hasher = { NULL };
  g_autoptr (RemitStatement) parts = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store) && replay != NULL, FALSE);

  *is_whole = TRUE;
  remit_history_hasher_init (&hasher);
  parts = remit_store_prepare (
    store, "SELECT digest, salt, changeset FROM history_base ORDER BY part", error);
  while (*is_whole && remit_store_step (store, parts))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      *is_whole = replay_part (&hasher, parts, replay);
    }
  return remit_store_finish (store, parts, error);
}
