/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a changeset that leads back, what is about one plan, and what that needs. */
#include "remit-past-rows.h"

#include <string.h>

#include "store/changes/remit-changeset.h"
#include "store/remit-store-private.h"

/* A row of the workspace that comes back if somebody needs it. */
typedef struct {
  gint64 id;
  GBytes *bytes; /* with the head of its table */
  GArray *references; /* of gint64 */
  gint64 owner;
  gboolean taken;
} Spare;

typedef struct {
  RemitPastRows *rows;
  GByteArray *picked;
  const void *head; /* of the table that was written last */
  GHashTable *spares; /* of Spare, by id */
  GArray *needed; /* of gint64: what rows that are picked refer to */
} Pick;

void
remit_past_rows_init (RemitPastRows *self,
                      RemitStore *store,
                      gint64 plan)
{
  self->store = store;
  self->plan = plan;
  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
remit_past_rows_clear (RemitPastRows *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
}

static void
spare_free (Spare *spare)
{
  g_bytes_unref (spare->bytes);
  g_array_unref (spare->references);
  g_free (spare);
}

/* The plan of a row that is only updated, and does not say so. */
static gint64
find_plan (RemitPastRows *self,
           const RemitEntityInfo *info,
           guint field,
           gint64 id)
{
  g_autoptr (RemitRecord) record = NULL;

  if (g_hash_table_contains (self->members, &id))
    return self->plan;
  record = remit_store_load (self->store, info->kind, id, NULL);
  return record != NULL ? remit_record_get_integer (record, field) : 0;
}

static gboolean
is_of_plan (RemitPastRows *self,
            const RemitEntityInfo *info,
            const RemitChangesetRow *row)
{
  int field = remit_entity_info_find_field (info, "plan");
  gint64 id = remit_changeset_row_get_id (row);
  gint64 plan;

  if (info->kind == REMIT_KIND_PLAN)
    return id == self->plan;
  if (field < 0)
    return FALSE;
  plan = remit_changeset_get_integer (row->op == SQLITE_INSERT ? row->new : row->old,
                                      row->n_columns, field);
  if (plan == 0)
    plan = find_plan (self, info, (guint) field, id);
  if (plan != self->plan)
    return FALSE;
  if (row->op == SQLITE_INSERT)
    g_hash_table_add (self->members, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* Adds to @ids what the new values of a row refer to. */
static void
add_references (GArray *ids,
                const RemitEntityInfo *info,
                const RemitChangesetRow *row)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE)
      {
        gint64 id = remit_changeset_get_integer (row->new, row->n_columns, (int) i);

        if (id != 0)
          g_array_append_val (ids, id);
      }
}

static void
write_row (Pick *self,
           const RemitChangesetRow *row)
{
  if (self->head != row->head)
    g_byte_array_append (self->picked, row->head, (guint) row->head_length);
  self->head = row->head;
  g_byte_array_append (self->picked, row->bytes, (guint) row->length);
}

static void
keep_spare (Pick *self,
            const RemitEntityInfo *info,
            const RemitChangesetRow *row)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Spare *spare = g_new0 (Spare, 1);

  g_byte_array_append (bytes, row->head, (guint) row->head_length);
  g_byte_array_append (bytes, row->bytes, (guint) row->length);
  spare->id = remit_changeset_row_get_id (row);
  spare->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  spare->references = g_array_new (FALSE, FALSE, sizeof (gint64));
  spare->owner = remit_changeset_get_integer (row->new, row->n_columns,
                                              remit_entity_info_find_owner (info));
  add_references (spare->references, info, row);
  g_hash_table_replace (self->spares, &spare->id, spare);
}

static gboolean
pick_row (const RemitChangesetRow *row,
          gpointer data)
{
  Pick *self = data;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);

  if (info == NULL)
    return TRUE;
  if (is_of_plan (self->rows, info, row))
    {
      write_row (self, row);
      add_references (self->needed, info, row);
    }
  else if (row->op == SQLITE_INSERT && remit_entity_info_find_field (info, "plan") < 0
           && info->kind != REMIT_KIND_PLAN)
    keep_spare (self, info, row);
  return TRUE;
}

static void
take_spare (Pick *self,
            Spare *spare)
{
  if (spare == NULL || spare->taken)
    return;
  spare->taken = TRUE;
  g_byte_array_append (self->picked, g_bytes_get_data (spare->bytes, NULL),
                       (guint) g_bytes_get_size (spare->bytes));
  g_array_append_vals (self->needed, spare->references->data, spare->references->len);
}

/* Returns: whether anything was taken that is a part of what was taken before */
static gboolean
take_parts (Pick *self)
{
  GHashTableIter iter;
  gpointer value;
  gboolean any = FALSE;

  g_hash_table_iter_init (&iter, self->spares);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Spare *spare = value;
      const Spare *owner = g_hash_table_lookup (self->spares, &spare->owner);

      if (spare->taken || owner == NULL || !owner->taken)
        continue;
      take_spare (self, spare);
      any = TRUE;
    }
  return any;
}

/* What is needed, what that needs, and so on, with its parts. */
static void
take_spares (Pick *self)
{
  guint done = 0;

  do
    for (; done < self->needed->len; done++)
      {
        gint64 id = g_array_index (self->needed, gint64, done);

        take_spare (self, g_hash_table_lookup (self->spares, &id));
      }
  while (take_parts (self));
}

gboolean
remit_past_rows_pick (RemitPastRows *self,
                      RemitInverse *inverse,
                      GError **error)
{
  g_autoptr (GByteArray) picked = g_byte_array_new ();
  g_autoptr (GHashTable) spares = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                         (GDestroyNotify) spare_free);
  g_autoptr (GArray) needed = g_array_new (FALSE, FALSE, sizeof (gint64));
  Pick pick = { self, picked, NULL, spares, needed };

  remit_changeset_foreach (inverse->data, (gsize) inverse->length, pick_row, &pick);
  take_spares (&pick);
  remit_inverse_clear (inverse);
  if (picked->len == 0)
    return TRUE;
  inverse->data = sqlite3_malloc64 (picked->len);
  if (inverse->data == NULL)
    {
      remit_store_set_error (self->store, SQLITE_NOMEM, NULL, error);
      return FALSE;
    }
  memcpy (inverse->data, picked->data, picked->len);
  inverse->length = (int) picked->len;
  return TRUE;
}
