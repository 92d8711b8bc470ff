/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one line of the history changed: one changeset, or for a large edit several. */
#include "remit-history-parts.h"

#include "remit-history-hash.h"
#include "store/remit-search.h"
#include "store/remit-store-private.h"

/* From this size on, in bytes, a thread of its own is worth its while. */
#define WORTH_A_THREAD 65536

/* A part that is not written yet, and what its thread makes. */
typedef struct {
  GBytes *changeset;
  guint8 salt[REMIT_HISTORY_SALT];
  guint8 digest[REMIT_HISTORY_DIGEST];
} Part;

struct _RemitHistoryParts
{
  RemitStore *store;
  gint64 seq;
  guint n_parts;
  GArray *digests; /* of what is written */
  Part last;
  GThread *thread; /* makes the digest of the last */
};

RemitHistoryParts *
remit_history_parts_new (RemitStore *store,
                         gint64 seq)
{
  RemitHistoryParts *self = g_new0 (RemitHistoryParts, 1);

  self->store = g_object_ref (store);
  self->seq = seq;
  self->digests = g_array_new (FALSE, FALSE, REMIT_HISTORY_DIGEST);
  return self;
}

void
remit_history_parts_free (RemitHistoryParts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->last.changeset, g_bytes_unref);
  g_array_unref (self->digests);
  g_object_unref (self->store);
  g_free (self);
}

/* ── The digest ───────────────────────────────────────────────────────────────────────────── */

static gpointer
make_digest (gpointer data)
{
  Part *part = data;
  g_auto (RemitHistoryHasher) hasher = { NULL };
  gsize length;
  gconstpointer bytes = g_bytes_get_data (part->changeset, &length);

  remit_history_hasher_init (&hasher);
  remit_history_hasher_make_digest (&hasher, part->salt, bytes, length, part->digest);
  return NULL;
}

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_last (RemitHistoryParts *self,
            GError **error)
{
  const Part *part = &self->last;
  sqlite3_stmt *statement;
  gsize length;
  gconstpointer bytes;

  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  else
    make_digest (&self->last);
  statement = remit_store_prepare (self->store,
                                   "INSERT INTO history_part (seq, part, compartment, digest, salt,"
                                   " changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                   error);
  if (statement == NULL)
    return FALSE;
  bytes = g_bytes_get_data (part->changeset, &length);
  sqlite3_bind_int64 (statement, 1, self->seq);
  sqlite3_bind_int64 (statement, 2, self->digests->len);
  sqlite3_bind_text (statement, 3, REMIT_COMPARTMENT_GENERAL, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 4, part->digest, sizeof part->digest, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 5, part->salt, sizeof part->salt, SQLITE_STATIC);
  if (length > 0)
    sqlite3_bind_blob64 (statement, 6, bytes, length, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 6, 0);
  g_array_append_vals (self->digests, part->digest, 1);
  return remit_store_run (self->store, statement, error);
}

gboolean
remit_history_parts_add (RemitHistoryParts *self,
                         GBytes *changeset,
                         GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);

  if (!remit_history_parts_end (self, error)
      || !remit_search_follow (self->store, bytes, length, error))
    return FALSE;
  g_clear_pointer (&self->last.changeset, g_bytes_unref);
  self->last.changeset = g_bytes_ref (changeset);
  self->n_parts++;
  remit_history_draw_salt (self->last.salt);
  if (length >= WORTH_A_THREAD)
    self->thread = g_thread_new ("history-digest", make_digest, &self->last);
  return TRUE;
}

gboolean
remit_history_parts_end (RemitHistoryParts *self,
                         GError **error)
{
  return self->n_parts == self->digests->len || write_last (self, error);
}

guint
remit_history_parts_get_length (RemitHistoryParts *self)
{
  return self->n_parts;
}

gconstpointer
remit_history_parts_get_digest (RemitHistoryParts *self,
                                guint index)
{
  g_return_val_if_fail (index < self->digests->len, NULL);

  return self->digests->data + index * REMIT_HISTORY_DIGEST;
}

GBytes *
remit_history_parts_get_only (RemitHistoryParts *self)
{
  return self->n_parts == 1 ? self->last.changeset : NULL;
}
