/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: for one reference field, the entities by the id they refer to. */
#include "remit-index.h"

struct _RemitIndex
{
  guint field;
  GHashTable *referring; /* by id, arrays of entities */
  GPtrArray *nobody;
};

RemitIndex *
remit_index_new (guint field)
{
  RemitIndex *self = g_new0 (RemitIndex, 1);

  self->field = field;
  self->referring = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->nobody = g_ptr_array_new ();
  return self;
}

void
remit_index_free (RemitIndex *self)
{
  g_hash_table_unref (self->referring);
  g_ptr_array_unref (self->nobody);
  g_free (self);
}

guint
remit_index_get_field (RemitIndex *self)
{
  return self->field;
}

void
remit_index_add (RemitIndex *self,
                 RemitEntity *entity)
{
  gint64 target = remit_entity_get_integer (entity, self->field);
  gint64 id = remit_entity_get_id (entity);
  GPtrArray *entities;
  guint position;

  if (target == 0)
    return;

  entities = g_hash_table_lookup (self->referring, &target);
  if (entities == NULL)
    {
      entities = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->referring, g_memdup2 (&target, sizeof target), entities);
    }
  for (position = entities->len; position > 0; position--)
    if (remit_entity_get_id (g_ptr_array_index (entities, position - 1)) < id)
      break;
  g_ptr_array_insert (entities, (int) position, g_object_ref (entity));
}

void
remit_index_remove (RemitIndex *self,
                    RemitEntity *entity,
                    gint64 target)
{
  GPtrArray *entities = g_hash_table_lookup (self->referring, &target);

  if (entities == NULL)
    return;
  g_ptr_array_remove (entities, entity);
  if (entities->len == 0)
    g_hash_table_remove (self->referring, &target);
}

GPtrArray *
remit_index_get (RemitIndex *self,
                 gint64 target)
{
  GPtrArray *entities = g_hash_table_lookup (self->referring, &target);

  return entities != NULL ? entities : self->nobody;
}

void
remit_index_clear (RemitIndex *self)
{
  g_hash_table_remove_all (self->referring);
}
