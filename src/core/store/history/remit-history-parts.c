/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one line of the history changed: one changeset, or for a large edit several. */
#include "remit-history-parts.h"

#include "remit-history-hash.h"
#include "store/remit-search.h"
#include "store/remit-store-private.h"

/* From this size on, in bytes, a thread of its own is worth its while. */
#define WORTH_A_THREAD 65536

/* Up to this size, in bytes, the only part stays in its line: so most commits write a page less. A
 * line is still short enough for one page. */
#define SHORT 1024

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

static void
end_digest (RemitHistoryParts *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  else
    make_digest (&self->last);
  g_array_append_vals (self->digests, self->last.digest, 1);
}

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_written (const RemitHistoryParts *self)
{
  return self->n_parts == self->digests->len;
}

static gboolean
write_last (RemitHistoryParts *self,
            GError **error)
{
  const Part *part = &self->last;
  sqlite3_stmt *statement;
  gsize length;
  gconstpointer bytes;

  end_digest (self);
  statement = remit_store_prepare (self->store,
                                   "INSERT INTO history_part (seq, part, compartment, digest, salt,"
                                   " changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                   error);
  if (statement == NULL)
    return FALSE;
  bytes = g_bytes_get_data (part->changeset, &length);
  sqlite3_bind_int64 (statement, 1, self->seq);
  sqlite3_bind_int64 (statement, 2, self->digests->len - 1);
  sqlite3_bind_text (statement, 3, REMIT_COMPARTMENT_GENERAL, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 4, part->digest, sizeof part->digest, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 5, part->salt, sizeof part->salt, SQLITE_STATIC);
  if (length > 0)
    sqlite3_bind_blob64 (statement, 6, bytes, length, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 6, 0);
  return remit_store_run (self->store, statement, error);
}

gboolean
remit_history_parts_add (RemitHistoryParts *self,
                         GBytes *changeset,
                         GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);

  if ((!is_written (self) && !write_last (self, error))
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

/* Returns: (transfer full): the salt and the changeset of the last part */
static GBytes *
join_last (const RemitHistoryParts *self)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (self->last.changeset, &length);
  g_autoptr (GByteArray) joined = g_byte_array_sized_new ((guint) (REMIT_HISTORY_SALT + length));

  g_byte_array_append (joined, self->last.salt, REMIT_HISTORY_SALT);
  if (length > 0)
    g_byte_array_append (joined, bytes, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
}

gboolean
remit_history_parts_end (RemitHistoryParts *self,
                         GBytes **in_line,
                         GError **error)
{
  *in_line = NULL;
  if (is_written (self))
    return TRUE;
  if (self->n_parts > 1 || g_bytes_get_size (self->last.changeset) > SHORT)
    return write_last (self, error);
  end_digest (self);
  *in_line = join_last (self);
  return TRUE;
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
