/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the history of a workspace. */
#include "remit-history.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "remit-history-chain.h"
#include "remit-history-changesets.h"
#include "store/archive/remit-anchor.h"
#include "store/remit-store-private.h"

static void
entry_clear (RemitHistoryEntry *self)
{
  g_free (self->actor);
  g_free (self->label);
}

RemitHistoryEntry *
remit_history_entry_ref (RemitHistoryEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
remit_history_entry_unref (RemitHistoryEntry *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) entry_clear);
}

char *
remit_history_entry_dup_sentence (const RemitHistoryEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->op)
    {
    case REMIT_HISTORY_UNDO:
      /* Translators: the label of an edit, such as "Assign Ada to ML engineer" */
      return g_strdup_printf (_ ("Undo: %s"), self->label);
    case REMIT_HISTORY_REDO:
      /* Translators: the label of an edit */
      return g_strdup_printf (_ ("Redo: %s"), self->label);
    case REMIT_HISTORY_EDIT:
    default:
      return g_strdup (self->label);
    }
}

static RemitHistoryEntry *
read_entry (RemitStatement *statement)
{
  RemitHistoryEntry *entry = g_atomic_rc_box_new0 (RemitHistoryEntry);
  g_autoptr (RemitMessage) label = NULL;
  RemitHistoryRow row;

  remit_history_read_row (statement, &row);
  label = remit_history_read_label (row.label, row.form);
  *entry = (RemitHistoryEntry){
    .seq = row.seq,
    .at = row.at,
    .actor = g_strdup (row.actor),
    .label = remit_message_say (label),
    .op = row.op,
    .target = row.target,
    .plan = row.plan,
    .size = (gsize) sqlite3_column_int64 (statement, REMIT_HISTORY_N_COLUMNS),
  };
  return entry;
}

/* The tables of parts one by one: of a view over both, SQLite would read all for each entry. */
#define SIZE_IN(TABLE)                                                                             \
  "coalesce ((SELECT sum (length (p.changeset)) FROM " TABLE " p WHERE p.seq = history.seq), 0)"
#define SELECT_PAGE                                                                                \
  "SELECT " REMIT_HISTORY_COLUMNS ", length (changeset) + " SIZE_IN ("history_part")               \
  " + " SIZE_IN ("history_part_1") " FROM history WHERE history.seq < ?1"                          \
  " ORDER BY history.seq DESC LIMIT ?2"

GPtrArray *
remit_history_page (RemitStore *store,
                    gint64 before,
                    guint limit,
                    GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  statement = remit_store_query (store, SELECT_PAGE, before > 0 ? before : G_MAXINT64, limit,
                                 error);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_history_entry_unref);
  while (remit_store_step (store, statement))
    g_ptr_array_add (entries, read_entry (statement));
  return remit_store_finish (store, statement, error) ? g_steal_pointer (&entries) : NULL;
}

gboolean
remit_history_find_entry (RemitStore *store,
                          gint64 seq,
                          RemitHistoryEntry **entry,
                          GError **error)
{
  g_autoptr (GPtrArray) page = NULL;
  RemitHistoryEntry *found;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  *entry = NULL;
  page = remit_history_page (store, seq + 1, 1, error);
  if (page == NULL)
    return FALSE;
  found = page->len > 0 ? page->pdata[0] : NULL;
  if (found != NULL && found->seq == seq)
    *entry = remit_history_entry_ref (found);
  return TRUE;
}

/* A row of the history that somebody removed leaves a hole in what is shown, which is told; so is
 * that one is in the archive, to which others may refer. */
static RemitHistoryEntry *
create_unreadable (RemitStore *store,
                   gint64 seq,
                   const RemitHistoryEntry *older)
{
  RemitHistoryEntry *entry = g_atomic_rc_box_new0 (RemitHistoryEntry);
  gboolean is_sealed = seq <= remit_anchor_get_seq (store);

  *entry = (RemitHistoryEntry){
    .seq = seq,
    .at = older != NULL ? older->at : 0,
    .actor = g_strdup (""),
    .label = g_strdup_printf (is_sealed ? _ ("Entry %" PRId64 " is in the archive")
                                        : _ ("Cannot read entry %" PRId64), seq),
  };
  return entry;
}

RemitHistoryEntry *
remit_history_load_entry (RemitStore *store,
                          gint64 seq)
{
  g_autoptr (GPtrArray) page = NULL;
  RemitHistoryEntry *entry;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  page = remit_history_page (store, seq + 1, 1, NULL);
  entry = page != NULL && page->len > 0 ? page->pdata[0] : NULL;
  return entry != NULL && entry->seq == seq ? remit_history_entry_ref (entry)
                                            : create_unreadable (store, seq, entry);
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
              gint64 key,
              GError **error)
{
  g_autoptr (GBytes) bytes = remit_history_load_changeset (store, seq, key, error);
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
  g_autoptr (GArray) keys = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  keys = remit_history_list_changesets (store, seq, error);
  if (keys == NULL)
    return NULL;
  if (keys->len == 0)
    {
      set_no_entry (error, seq);
      return NULL;
    }

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GPtrArray) changes = read_changes (store, seq, g_array_index (keys, gint64, i),
                                                    error);

      if (changes == NULL)
        return NULL;
      if (all == NULL)
        all = g_steal_pointer (&changes);
      else
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&changes));
    }
  return keys->len > 1 ? remit_changes_merge (all) : g_steal_pointer (&all);
}

static gboolean
look_for_log (const RemitChangesetRow *row,
              gpointer data)
{
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);
  gboolean *found = data;

  *found = info != NULL && info->is_log && row->op == SQLITE_INSERT;
  return !*found;
}

gboolean
remit_history_wrote_log (RemitStore *store,
                         gint64 seq)
{
  gboolean found = FALSE;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  remit_history_foreach_row (store, seq, look_for_log, &found, NULL);
  return found;
}

char *
remit_history_dup_hash (RemitStore *store,
                        gint64 seq,
                        GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  statement = remit_store_query (store, "SELECT hash FROM history WHERE seq = ?1", seq, 0, error);
  if (remit_store_step (store, statement))
    return g_strdup (remit_statement_get_text (statement, 0));
  if (remit_store_finish (store, statement, error))
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

/* Who takes back what takes back an entry, brings it into force again. */
gint64
remit_history_find_answer (RemitStore *store,
                           gint64 seq)
{
  gint64 answer = 0;
  gint64 found = seq;
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_STORE (store), 0);

  for (; found != 0; n++)
    {
      found = remit_store_query_integer (
        store, "SELECT max (seq) FROM history WHERE target = ?1 AND target > 0", found, 0, NULL);
      if (n == 0)
        answer = found;
    }
  /* the entry itself, what took it back, what took that back, and so on */
  return n % 2 == 0 ? answer : 0;
}
