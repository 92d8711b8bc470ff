/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles of references between rows of one kind: managers, parent teams, superseded decisions. */
#include "remit-circles.h"

struct _RemitCircles
{
  RemitStore *store;
  guint field;
  const char *sql;
  GHashTable *path;  /* the ids of the search at work */
  GHashTable *ended; /* those that lead out of all circles */
};

RemitCircles *
remit_circles_new (RemitStore *store,
                   RemitKind kind,
                   guint field)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autofree char *sql = NULL;
  RemitCircles *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (info->fields[field].target == kind, NULL);

  sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE id = ?1",
                         remit_field_get_column (&info->fields[field]),
                         remit_entity_info_get_table (info));
  self = g_new0 (RemitCircles, 1);
  self->store = g_object_ref (store);
  self->field = field;
  self->sql = g_intern_string (sql);
  self->path = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ended = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
remit_circles_free (RemitCircles *self)
{
  g_hash_table_unref (self->path);
  g_hash_table_unref (self->ended);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
read_next (RemitCircles *self,
           gint64 *id,
           GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (self->store, self->sql, *id, 0, error);

  *id = remit_store_step (self->store, rows) ? remit_statement_get_integer (rows, 0) : 0;
  return remit_store_finish (self->store, rows, error);
}

static void
end_path (RemitCircles *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->path);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_add (self->ended, id);
    }
}

/* Follows @next. @leads: (out): whether that leads to @start. A search that enters a circle of
 * others comes to no end, and so tells nothing about the rows on its way. */
static gboolean
follow (RemitCircles *self,
        gint64 start,
        gint64 next,
        gboolean *leads,
        GError **error)
{
  *leads = FALSE;
  g_hash_table_remove_all (self->path);
  while (next != 0 && next != start && !g_hash_table_contains (self->ended, &next)
         && g_hash_table_add (self->path, g_memdup2 (&next, sizeof next)))
    if (!read_next (self, &next, error))
      return FALSE;
  if (next == 0 || g_hash_table_contains (self->ended, &next))
    end_path (self);
  *leads = next != 0 && next == start;
  return TRUE;
}

gboolean
remit_circles_has (RemitCircles *self,
                   gint64 id,
                   gboolean *has,
                   GError **error)
{
  gint64 next = id;

  *has = FALSE;
  return read_next (self, &next, error) && follow (self, id, next, has, error);
}

gboolean
remit_circles_would_have (RemitCircles *self,
                          const RemitRecord *record,
                          gboolean *has,
                          GError **error)
{
  g_hash_table_remove_all (self->ended);
  return follow (self, remit_record_get_id (record), remit_record_get_integer (record, self->field),
                 has, error);
}
