/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the history was verified, so that what was is not verified at each check again. */
#include "remit-history-verified.h"

#include <inttypes.h>
#include <string.h>

#include "store/remit-desk.h"
#include "store/remit-store-private.h"

/* Another process would need that long, or so, to verify it again: then it is written down. */
#define WORTH_ENTRIES 64
#define WORTH_BYTES (1024 * 1024)

/* What is remembered of a file, and of that what is written down. */
typedef struct {
  RemitVerified known;
  gint64 written_seq;
  gint64 written_full_at;
} Memory;

static GMutex mutex;
static GHashTable *memories; /* by path */

/* Returns: (nullable): what is remembered; while the mutex is held */
static Memory *
get_memory (RemitStore *store,
            gboolean make)
{
  const char *path = remit_store_get_path (store);
  Memory *memory;

  if (g_str_equal (path, ":memory:")) /* of these there may be many */
    return NULL;
  if (memories == NULL)
    memories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  memory = g_hash_table_lookup (memories, path);
  if (memory == NULL && make)
    {
      memory = g_new0 (Memory, 1);
      g_hash_table_insert (memories, g_strdup (path), memory);
    }
  return memory;
}

/* ── In the workspace ─────────────────────────────────────────────────────────────────────── */

static char *
dup_seal (gint64 desk,
          gint64 seq,
          const char *hash,
          gint64 full_at)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64 ":%" PRId64 ":%s:%" PRId64, desk, seq, hash,
                                           full_at);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
read_row (RemitStore *store,
          RemitVerified *verified)
{
  gint64 desk = remit_desk_find (store);
  g_autoptr (RemitStatement) row = remit_store_query (
    store, "SELECT seq, hash, at, seal FROM verified WHERE desk = ?1", desk, 0, NULL);
  g_autofree char *seal = NULL;

  *verified = (RemitVerified){ 0 };
  if (!remit_store_step (store, row))
    return;
  verified->seq = sqlite3_column_int64 (row, 0);
  g_strlcpy (verified->hash, remit_statement_get_text (row, 1), sizeof verified->hash);
  verified->full_at = sqlite3_column_int64 (row, 2);
  seal = dup_seal (desk, verified->seq, verified->hash, verified->full_at);
  if (strcmp (seal, remit_statement_get_text (row, 3)) != 0)
    *verified = (RemitVerified){ 0 };
}

static gboolean
write_row (RemitStore *store,
           gint64 desk,
           const RemitVerified *verified,
           GError **error)
{
  sqlite3_stmt *row = remit_store_prepare (
    store,
    "INSERT OR REPLACE INTO verified (desk, seq, hash, at, seal) VALUES (?1, ?2, ?3, ?4, ?5)",
    error);
  g_autofree char *seal = dup_seal (desk, verified->seq, verified->hash, verified->full_at);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, desk);
  sqlite3_bind_int64 (row, 2, verified->seq);
  sqlite3_bind_text (row, 3, verified->hash, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (row, 4, verified->full_at);
  sqlite3_bind_text (row, 5, seal, -1, SQLITE_TRANSIENT);
  return remit_store_run (store, row, error);
}

/* ── Remembering ──────────────────────────────────────────────────────────────────────────── */

static gboolean
is_true (RemitStore *store,
         const RemitVerified *verified)
{
  g_autoptr (RemitStatement) row = remit_store_query (
    store, "SELECT hash FROM history WHERE seq = ?1", verified->seq, 0, NULL);

  return verified->seq > 0 && remit_store_step (store, row)
         && strcmp (remit_statement_get_text (row, 0), verified->hash) == 0;
}

/* What is read from the workspace need not be written down again. */
static void
note_written (RemitStore *store,
              const RemitVerified *verified)
{
  Memory *memory;

  g_mutex_lock (&mutex);
  memory = get_memory (store, TRUE);
  if (memory != NULL)
    *memory = (Memory){ *verified, verified->seq, verified->full_at };
  g_mutex_unlock (&mutex);
}

void
remit_history_verified_read (RemitStore *store,
                             RemitVerified *verified)
{
  const Memory *memory;

  g_return_if_fail (REMIT_IS_STORE (store));
  g_return_if_fail (verified != NULL);

  *verified = (RemitVerified){ 0 };
  g_mutex_lock (&mutex);
  memory = get_memory (store, FALSE);
  if (memory != NULL)
    *verified = memory->known;
  g_mutex_unlock (&mutex);
  if (is_true (store, verified))
    return;
  if (verified->seq >= 0)
    read_row (store, verified);
  if (is_true (store, verified))
    note_written (store, verified);
  else
    *verified = (RemitVerified){ .full_at = verified->seq < 0 ? verified->full_at : 0 };
}

void
remit_history_verified_keep (RemitStore *store,
                             const RemitVerified *verified)
{
  Memory *memory;

  g_return_if_fail (REMIT_IS_STORE (store));
  g_return_if_fail (verified != NULL);

  g_mutex_lock (&mutex);
  memory = get_memory (store, TRUE);
  if (memory != NULL)
    {
      gint64 size = memory->known.size + verified->size;

      memory->known = *verified;
      memory->known.size = size;
    }
  g_mutex_unlock (&mutex);
}

/* Returns: whether there is something to write down */
static gboolean
is_worthy (const Memory *memory)
{
  const RemitVerified *known = &memory->known;

  return known->seq >= memory->written_seq + WORTH_ENTRIES
         || known->seq < MIN (memory->written_seq, 0) || known->size >= WORTH_BYTES
         || known->full_at != memory->written_full_at;
}

/* Returns: whether there is something to write down; from then on it counts as written */
static gboolean
take_worthy (RemitStore *store,
             RemitVerified *verified)
{
  Memory *memory;
  gboolean worthy;

  g_mutex_lock (&mutex);
  memory = get_memory (store, FALSE);
  worthy = memory != NULL && is_worthy (memory);
  if (worthy)
    {
      memory->written_seq = memory->known.seq;
      memory->written_full_at = memory->known.full_at;
      memory->known.size = 0;
      *verified = memory->known;
    }
  g_mutex_unlock (&mutex);
  return worthy;
}

gboolean
remit_history_verified_write (RemitStore *store,
                              gint64 desk,
                              GError **error)
{
  RemitVerified verified;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  return !take_worthy (store, &verified) || write_row (store, desk, &verified, error);
}

void
remit_history_verified_save (RemitStore *store)
{
  RemitVerified verified;
  gint64 desk;

  g_return_if_fail (REMIT_IS_STORE (store));

  if (remit_store_is_read_only (store) || !take_worthy (store, &verified)
      || !remit_store_begin (store, NULL))
    return;
  desk = remit_desk_get (store, NULL);
  if (desk != 0 && write_row (store, desk, &verified, NULL))
    remit_store_commit (store, NULL);
  else
    remit_store_rollback (store);
}
