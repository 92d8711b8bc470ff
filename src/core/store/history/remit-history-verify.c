/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace: is the history as it was written, and is the data what it led to? */
#include "remit-history-verify.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "model/remit-day.h"
#include "remit-history-chain.h"
#include "remit-history-parts.h"
#include "remit-history-words.h"
#include "store/remit-store-private.h"

#define STEP 1024

/* What goes along the history. */
typedef struct {
  RemitStore *store;
  RemitHistoryReplay *replay; /* NULL when only the chain is asked for */
  RemitHistoryHasher hasher;
  GHashTable *parted; /* the entries that have parts, by number */
  gint64 seq;
  char hash[65]; /* of the row before */
} Walk;

static void
walk_clear (Walk *self)
{
  remit_history_hasher_clear (&self->hasher);
  g_clear_pointer (&self->parted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

void
remit_verdict_free (RemitVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->hash);
  g_free (self->name);
  g_clear_pointer (&self->entry, remit_history_entry_unref);
  g_free (self);
}

gboolean
remit_verdict_is_whole (const RemitVerdict *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->broken == 0 && self->difference.n_rows == 0;
}

/* ── The chain ────────────────────────────────────────────────────────────────────────────── */

static gboolean
follow (Walk *self,
        gconstpointer changeset,
        gsize length)
{
  return self->replay == NULL || remit_history_replay_add (self->replay, changeset, length);
}

static gboolean
follow_parts (Walk *self,
              const RemitHistoryRow *row)
{
  g_autofree char *digest = NULL;
  gint64 count;

  /* few have any */
  if (*row->parts == '\0' && !g_hash_table_contains (self->parted, &row->seq))
    return TRUE;
  digest = remit_history_parts_compute_digest (self->store, row->seq, NULL);
  if (g_strcmp0 (digest, row->parts) != 0
      || !remit_history_count_changesets (self->store, row->seq, &count, NULL))
    return FALSE;
  /* the last one stands in the row itself */
  for (gint64 i = 0; i < count - 1; i++)
    {
      g_autoptr (GBytes) part = remit_history_load_changeset (self->store, row->seq, i, count,
                                                              NULL);
      gconstpointer bytes;
      gsize length;

      bytes = part != NULL ? g_bytes_get_data (part, &length) : NULL;
      if (bytes == NULL || !follow (self, bytes, length))
        return FALSE;
    }
  return TRUE;
}

/* Returns: whether the row is the one that has to come after the one before */
static gboolean
verify_row (Walk *self,
            sqlite3_stmt *statement)
{
  RemitHistoryRow row;
  const char *hash;
  const char *written = (const char *) sqlite3_column_text (statement, 12);

  remit_history_read_row (statement, &row);
  if (row.seq != self->seq || row.actor == NULL || row.label == NULL || row.parts == NULL)
    return FALSE;
  row.changeset = sqlite3_column_blob (statement, 11);
  row.changeset_length = (gsize) sqlite3_column_bytes (statement, 11);

  hash = remit_history_hasher_run (&self->hasher, &row, self->hash);
  g_strlcpy (self->hash, hash, sizeof self->hash);
  return g_strcmp0 (hash, written) == 0 && follow_parts (self, &row)
         && follow (self, row.changeset, row.changeset_length);
}

static gboolean
find_parted (Walk *self,
             GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;

  self->parted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  rows = remit_store_query (self->store, "SELECT DISTINCT seq FROM history_part", 0, 0, error);
  while (remit_store_step (self->store, rows, NULL))
    {
      gint64 seq = sqlite3_column_int64 (rows, 0);

      g_hash_table_add (self->parted, g_memdup2 (&seq, sizeof seq));
    }
  return remit_store_finish (self->store, rows, error);
}

static gboolean
find_entry (RemitStore *store,
            RemitVerdict *verdict,
            GError **error)
{
  g_autoptr (GPtrArray) page = remit_history_page (store, verdict->broken + 1, 1, error);
  RemitHistoryEntry *entry;

  if (page == NULL || page->len == 0)
    return page != NULL;
  entry = g_ptr_array_index (page, 0);
  if (entry->seq == verdict->broken)
    verdict->entry = remit_history_entry_ref (entry);
  return TRUE;
}

static gboolean
verify_chain (Walk *self,
              RemitVerdict *verdict,
              GCancellable *cancellable,
              void (*progress) (double share, gpointer data),
              gpointer data,
              GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    self->store, "SELECT " REMIT_HISTORY_COLUMNS ", changeset, hash FROM history ORDER BY seq", 0,
    0, error);

  for (self->seq = 1; remit_store_step (self->store, statement, NULL); self->seq++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!verify_row (self, statement))
        {
          verdict->broken = self->seq;
          return find_entry (self->store, verdict, error);
        }
      if (progress != NULL && self->seq % STEP == 0)
        progress ((double) self->seq / (double) MAX (verdict->length, self->seq), data);
    }
  return remit_store_finish (self->store, statement, error);
}

/* ── The data ─────────────────────────────────────────────────────────────────────────────── */

static void
find_name (RemitStore *store,
           RemitVerdict *verdict)
{
  g_autoptr (RemitRecord) record = NULL;

  if (verdict->difference.n_rows == 0 || verdict->difference.op == REMIT_CHANGE_REMOVED)
    return;
  record = remit_store_load (store, verdict->difference.kind, verdict->difference.id, NULL);
  if (record != NULL)
    verdict->name = remit_history_dup_name (store, record);
}

static RemitVerdict *
verify (RemitStore *store,
        RemitVerifyScope scope,
        GCancellable *cancellable,
        void (*progress) (double share, gpointer data),
        gpointer data,
        GError **error)
{
  g_autoptr (RemitHistoryReplay) replay = NULL;
  g_autoptr (RemitVerdict) verdict = g_new0 (RemitVerdict, 1);
  g_auto (Walk) walk = { .store = store, .hash = REMIT_HISTORY_NO_HASH };

  remit_history_hasher_init (&walk.hasher);
  if (scope == REMIT_VERIFY_ALL)
    walk.replay = replay = remit_history_replay_new (store, error);
  if ((replay == NULL && scope == REMIT_VERIFY_ALL)
      || !remit_history_get_head (store, &verdict->length, &verdict->hash, error)
      || !find_parted (&walk, error)
      || !verify_chain (&walk, verdict, cancellable, progress, data, error))
    return NULL;
  if (verdict->broken == 0 && replay != NULL
      && !remit_history_replay_compare (replay, cancellable, &verdict->difference, error))
    return NULL;
  find_name (store, verdict);
  return g_steal_pointer (&verdict);
}

RemitVerdict *
remit_history_verify (RemitStore *store,
                      RemitVerifyScope scope,
                      GCancellable *cancellable,
                      void (*progress) (double share, gpointer data),
                      gpointer data,
                      GError **error)
{
  RemitVerdict *verdict;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  /* what another program writes meanwhile is neither in what is read of the history, nor of the
   * data */
  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  verdict = verify (store, scope, cancellable, progress, data, error);
  remit_store_end_read (store);
  return verdict;
}

gboolean
remit_history_contains (RemitStore *store,
                        gint64 length,
                        const char *hash,
                        GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (hash != NULL, FALSE);

  if (length == 0)
    return g_str_equal (hash, REMIT_HISTORY_NO_HASH);
  statement = remit_store_prepare (store, "SELECT 1 FROM history WHERE seq = ?1 AND hash = ?2",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, length);
  sqlite3_bind_text (statement, 2, hash, -1, SQLITE_STATIC);
  return remit_store_step (store, statement, error);
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

static char *
dup_broken (const RemitVerdict *self)
{
  g_autofree char *time = NULL;

  if (self->entry == NULL)
    return g_strdup_printf (_ ("Entry %" PRId64 " is missing"), self->broken);
  time = remit_time_display (self->entry->at);
  /* Translators: its number, and the time it bears */
  return g_strdup_printf (_ ("Entry %" PRId64 " of %s was changed afterwards"), self->broken,
                          time);
}

static char *
dup_difference (const RemitVerdict *self)
{
  static const char *const sentences[] = {
    /* Translators: what it is, such as "Slot", and its name */
    [REMIT_CHANGE_ADDED] = N_ ("%s “%s” was added without the history"),
    [REMIT_CHANGE_CHANGED] = N_ ("%s “%s” was changed without the history"),
  };
  const char *kind = _ (remit_entity_info (self->difference.kind)->label);

  if (self->name != NULL && self->difference.op != REMIT_CHANGE_REMOVED)
    return g_strdup_printf (_ (sentences[self->difference.op]), kind, self->name);
  /* Translators: what it is, such as "Slot", and its number in hexadecimal digits */
  return g_strdup_printf (_ ("%s %016" PRIx64 " was removed without the history"), kind,
                          (guint64) self->difference.id);
}

char *
remit_verdict_dup_sentence (const RemitVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->broken != 0)
    return dup_broken (self);
  if (self->difference.n_rows > 0)
    return dup_difference (self);
  if (self->length == 0)
    return g_strdup (_ ("There is no edit yet"));
  if (self->length == 1)
    return g_strdup (_ ("The one edit is as it was written"));
  return g_strdup_printf (ngettext ("All %'lu edits are as they were written",
                                    "All %'lu edits are as they were written",
                                    (gulong) self->length),
                          (gulong) self->length);
}
