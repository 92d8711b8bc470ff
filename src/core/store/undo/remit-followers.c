/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been done unattended since an entry of the history, and is taken back with it. */
#include "remit-followers.h"

#include "store/history/remit-history-changesets.h"
#include "store/remit-store-private.h"

typedef struct {
  RemitStore *store;
  GHashTable *owners; /* ids of what has a log, and was changed */
  gboolean does_follow;
} Search;

static gint64
get_owner (const RemitEntityInfo *info,
           const RemitChangesetRow *row)
{
  return remit_changeset_get_integer (row->new != NULL ? row->new : row->old, row->n_columns,
                                      remit_entity_info_find_owner (info));
}

/* ── The entry ────────────────────────────────────────────────────────────────────────────── */

static gboolean
note_owner (const RemitChangesetRow *row,
            gpointer data)
{
  Search *self = data;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);
  gint64 id = info == NULL    ? 0
              : info->is_kept ? remit_changeset_row_get_id (row)
              : info->is_log  ? get_owner (info, row)
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
  g_autoptr (GArray) corrections = remit_store_load_ids (store, g_intern_string (sql), id, NULL);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    if (stands (store, log, g_array_index (corrections, gint64, i)))
      return FALSE;
  return corrections != NULL;
}

static gboolean
note_follower (const RemitChangesetRow *row,
               gpointer data)
{
  Search *self = data;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);
  gint64 owner;

  if (info == NULL || !info->is_log || row->op != SQLITE_INSERT)
    return TRUE;
  owner = get_owner (info, row);
  self->does_follow = g_hash_table_contains (self->owners, &owner)
                      && stands (self->store, info, remit_changeset_row_get_id (row));
  return !self->does_follow;
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

  /* the newest first */
  unattended = remit_store_load_ids (store,
                                     "SELECT seq FROM history WHERE seq > ?1 AND op = 'edit'"
                                     " AND undo_top <> seq ORDER BY seq DESC",
                                     seq, error);
  if (unattended == NULL)
    return NULL;
  owners = self.owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (unattended->len > 0
      && !remit_history_foreach_row (store, seq, note_owner, &self, error))
    return NULL;
  for (guint i = 0; g_hash_table_size (owners) > 0 && i < unattended->len; i++)
    {
      gint64 edit = g_array_index (unattended, gint64, i);

      self.does_follow = FALSE;
      if (!remit_history_foreach_row (store, edit, note_follower, &self, error))
        return NULL;
      if (self.does_follow)
        g_array_append_val (followers, edit);
    }
  return g_steal_pointer (&followers);
}
