/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been done unattended since an entry of the history, and is taken back with it. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-followers.h"

#include "store/changes/remit-changeset.h"
#include "store/history/remit-history-parts.h"
#include "store/remit-store-private.h"

typedef struct {
  RemitStore *store;
  GHashTable *owners; /* ids of what has a log, and was changed */
  gboolean does_follow;
} Search;

typedef gboolean (*RowFunc) (Search *self,
                             const RemitEntityInfo *info,
                             const RemitChangesetRow *row);

typedef struct {
  Search *search;
  RowFunc func;
} Visit;

/* ── The rows of an entry ─────────────────────────────────────────────────────────────────── */

static gboolean
visit (const RemitChangesetRow *row,
       gpointer data)
{
  Visit *self = data;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);

  return info == NULL || self->func (self->search, info, row);
}

static gboolean
foreach_row (Search *self,
             gint64 seq,
             RowFunc func,
             GError **error)
{
  Visit data = { self, func };
  gint64 count;

  if (!remit_history_count_changesets (self->store, seq, &count, error))
    return FALSE;
  for (gint64 i = 0; i < count; i++)
    {
      g_autoptr (GBytes) changeset = remit_history_load_changeset (self->store, seq, i, count,
                                                                   error);

      if (changeset == NULL)
        return FALSE;
      if (!remit_changeset_foreach (g_bytes_get_data (changeset, NULL),
                                    g_bytes_get_size (changeset), visit, &data))
        {
          remit_store_set_error (self->store, SQLITE_CORRUPT, NULL, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gint64
get_owner (const RemitEntityInfo *info,
           const RemitChangesetRow *row)
{
  guint column = 1 + (guint) remit_entity_info_find_owner (info);
  const RemitChangesetValue *values = row->new != NULL ? row->new : row->old;

  return column < row->n_columns ? values[column].integer : 0;
}

/* ── The entry ────────────────────────────────────────────────────────────────────────────── */

static gboolean
note_owner (Search *self,
            const RemitEntityInfo *info,
            const RemitChangesetRow *row)
{
  gint64 id = info->is_kept ? remit_changeset_row_get_id (row)
              : info->is_log ? get_owner (info, row)
                             : 0;

  if (id != 0)
    g_hash_table_add (self->owners, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* ── What followed ────────────────────────────────────────────────────────────────────────── */

static gboolean
stands (RemitStore *store,
        const RemitEntityInfo *log,
        gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE corrects = ?1 AND id > ?1",
                                          remit_entity_info_get_table (log));
  g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = remit_store_prepare (store, g_intern_string (sql), NULL);

  if (rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, id);
  while (remit_store_step (store, rows, NULL))
    {
      gint64 correction = sqlite3_column_int64 (rows, 0);

      g_array_append_val (corrections, correction);
    }
  remit_statement_reset (g_steal_pointer (&rows));
  for (guint i = 0; i < corrections->len; i++)
    if (stands (store, log, g_array_index (corrections, gint64, i)))
      return FALSE;
  return TRUE;
}

static gboolean
note_follower (Search *self,
               const RemitEntityInfo *info,
               const RemitChangesetRow *row)
{
  gint64 owner;

  if (!info->is_log || row->op != SQLITE_INSERT)
    return TRUE;
  owner = get_owner (info, row);
  self->does_follow = g_hash_table_contains (self->owners, &owner)
                      && stands (self->store, info, remit_changeset_row_get_id (row));
  return !self->does_follow;
}

/* Returns: (nullable): the unattended edits since an entry, the newest first */
static GArray *
get_unattended (RemitStore *store,
                gint64 seq,
                GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = remit_store_query (
    store,
    "SELECT seq FROM history WHERE seq > ?1 AND op = 'edit' AND undo_top <> seq ORDER BY seq DESC",
    seq, 0, error);

  while (remit_store_step (store, rows, NULL))
    {
      gint64 edit = sqlite3_column_int64 (rows, 0);

      g_array_append_val (found, edit);
    }
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&found) : NULL;
}

GArray *
remit_followers_find (RemitStore *store,
                      gint64 seq,
                      GError **error)
{
  Search self = { store, NULL, FALSE };
  g_autoptr (GArray) followers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) unattended = NULL;
  g_autoptr (GHashTable) owners = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  unattended = get_unattended (store, seq, error);
  if (unattended == NULL)
    return NULL;
  owners = self.owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (unattended->len > 0 && !foreach_row (&self, seq, note_owner, error))
    return NULL;
  for (guint i = 0; g_hash_table_size (owners) > 0 && i < unattended->len; i++)
    {
      gint64 edit = g_array_index (unattended, gint64, i);

      self.does_follow = FALSE;
      if (!foreach_row (&self, edit, note_follower, error))
        return NULL;
      if (self.does_follow)
        g_array_append_val (followers, edit);
    }
  return g_steal_pointer (&followers);
}
