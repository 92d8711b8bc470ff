/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from the data as they are back to what they were after an entry of the history. */
#include "remit-rewind.h"

#include "store/archive/remit-anchor.h"
#include "store/remit-store-private.h"

/* What one changeset takes together, in bytes of the history. */
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct {
  RemitStore *store;
  RemitRewindFunc func;
  gpointer data;
  sqlite3_changegroup *group;
  gsize length; /* of what is in the group */
} Rewind;

static gboolean
check (Rewind *self,
       int code,
       GError **error)
{
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (self->store, code, NULL, error);
  return FALSE;
}

/* Hands over what has been taken together. */
static gboolean
flush (Rewind *self,
       GError **error)
{
  g_auto (RemitInverse) inverse = { NULL, 0 };
  gboolean done;

  if (self->group == NULL)
    return TRUE;
  done = check (self, sqlite3changegroup_output (self->group, &inverse.length, &inverse.data),
                error)
         && self->func (&inverse, self->data, error);
  sqlite3changegroup_delete (self->group);
  self->group = NULL;
  self->length = 0;
  return done;
}

static gboolean
add (Rewind *self,
     GBytes *changeset,
     GError **error)
{
  g_auto (RemitInverse) inverse = { NULL, 0 };
  int code;

  if (!remit_inverse_init (&inverse, self->store, changeset, error))
    return FALSE;
  if (self->length + (gsize) inverse.length > MAX_BYTES && !flush (self, error))
    return FALSE;
  if (self->group == NULL && !check (self, sqlite3changegroup_new (&self->group), error))
    return FALSE;
  code = sqlite3changegroup_add (self->group, inverse.length, inverse.data);
  /* in an older format a table had fewer columns */
  if (code == SQLITE_SCHEMA && flush (self, error))
    {
      if (!check (self, sqlite3changegroup_new (&self->group), error))
        return FALSE;
      code = sqlite3changegroup_add (self->group, inverse.length, inverse.data);
    }
  self->length += (gsize) inverse.length;
  return check (self, code, error);
}

/* What the view history_changeset has; of a view SQLite would sort all, in memory, before the first
 * row. So it merges three indexes. */
#define SELECT_ALL                                                                                 \
  "SELECT seq, part, changeset FROM history_part WHERE seq > ?1"                                   \
  " UNION ALL SELECT seq, part, changeset FROM history_part_1 WHERE seq > ?1"                      \
  " UNION ALL SELECT seq, 9223372036854775807, substr (changeset, CASE form WHEN 1 THEN 1 ELSE 17" \
  " END) FROM history WHERE (form = 1 OR parts <> '') AND seq > ?1"                                \
  " ORDER BY 1 DESC, 2 DESC"

static gboolean
add_all (Rewind *self,
         gint64 seq,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (self->store, SELECT_ALL, seq, 0, error);

  while (remit_store_step (self->store, rows))
    {
      g_autoptr (GBytes) changeset = g_bytes_new_static (sqlite3_column_blob (rows, 2),
                                                         (gsize) sqlite3_column_bytes (rows, 2));

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add (self, changeset, error))
        return FALSE;
    }
  return remit_store_finish (self->store, rows, error);
}

gboolean
remit_rewind (RemitStore *store,
              gint64 seq,
              GCancellable *cancellable,
              RemitRewindFunc func,
              gpointer data,
              GError **error)
{
  Rewind self = { store, func, data, NULL, 0 };
  g_auto (RemitAnchor) anchor = { 0 };
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  if (!remit_anchor_read (&anchor, store, error)
      || (seq < anchor.seq && !remit_anchor_refuse (&anchor, error)))
    return FALSE;

  done = add_all (&self, seq, cancellable, error) && flush (&self, error);
  if (self.group != NULL)
    sqlite3changegroup_delete (self.group);
  return done;
}

gint64
remit_rewind_find (RemitStore *store,
                   gint64 time)
{
  g_auto (RemitAnchor) anchor = { 0 };
  gint64 seq;

  g_return_val_if_fail (REMIT_IS_STORE (store), 0);

  seq = remit_store_query_integer (
    store, "SELECT seq FROM history WHERE at <= ?1 ORDER BY seq DESC LIMIT 1", time, 0, NULL);
  if (seq == 0 && remit_anchor_read (&anchor, store, NULL) && anchor.at <= time)
    seq = anchor.seq;
  return seq;
}
