/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All live entities of one kind, by rising id: the identity map, and a list model. */
#include "remit-entity-list.h"

#include <gio/gio.h>

/* Above this many removals at once, watchers are told that the whole list is new. */
#define MANY 32

struct _RemitEntityList
{
  GObject parent_instance;

  GType type;
  GPtrArray *entities;
};

static GType
remit_entity_list_get_item_type (GListModel *model)
{
  return REMIT_ENTITY_LIST (model)->type;
}

static guint
remit_entity_list_get_n_items (GListModel *model)
{
  return REMIT_ENTITY_LIST (model)->entities->len;
}

static gpointer
remit_entity_list_get_item (GListModel *model,
                            guint position)
{
  GPtrArray *entities = REMIT_ENTITY_LIST (model)->entities;

  return position < entities->len ? g_object_ref (g_ptr_array_index (entities, position)) : NULL;
}

static void
remit_entity_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_entity_list_get_item_type;
  iface->get_n_items = remit_entity_list_get_n_items;
  iface->get_item = remit_entity_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitEntityList, remit_entity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      remit_entity_list_model_init))

static void
remit_entity_list_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_ENTITY_LIST (object)->entities, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_entity_list_parent_class)->finalize (object);
}

static void
remit_entity_list_class_init (RemitEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_entity_list_finalize;
}

static void
remit_entity_list_init (RemitEntityList *self)
{
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
}

RemitEntityList *
remit_entity_list_new (GType type)
{
  RemitEntityList *self = g_object_new (REMIT_TYPE_ENTITY_LIST, NULL);

  self->type = type;
  return self;
}

/* Returns: the position of the first entity whose id is not below @id */
static guint
find_position (RemitEntityList *self,
               gint64 id)
{
  guint low = 0;
  guint high = self->entities->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (remit_entity_get_id (g_ptr_array_index (self->entities, middle)) < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

RemitEntity *
remit_entity_list_get (RemitEntityList *self,
                       gint64 id)
{
  guint position = find_position (self, id);
  RemitEntity *entity;

  if (position == self->entities->len)
    return NULL;
  entity = g_ptr_array_index (self->entities, position);
  return remit_entity_get_id (entity) == id ? entity : NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = remit_entity_get_id (*(RemitEntity *const *) a);
  gint64 second = remit_entity_get_id (*(RemitEntity *const *) b);

  return first < second ? -1 : first > second;
}

/* Rows that are read in their table's order need no sorting. */
static gboolean
is_sorted (GPtrArray *entities)
{
  for (guint i = 1; i < entities->len; i++)
    if (compare_ids (&entities->pdata[i - 1], &entities->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

void
remit_entity_list_add (RemitEntityList *self,
                       GPtrArray *entities)
{
  guint before = self->entities->len;
  guint position;

  g_return_if_fail (REMIT_IS_ENTITY_LIST (self));

  if (entities->len == 0)
    return;

  if (!is_sorted (entities))
    g_ptr_array_sort (entities, compare_ids);
  position = find_position (self, remit_entity_get_id (g_ptr_array_index (entities, 0)));
  if (entities->len == 1)
    {
      g_ptr_array_insert (self->entities, (int) position,
                          g_object_ref (g_ptr_array_index (entities, 0)));
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
      return;
    }

  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (self->entities, g_object_ref (entities->pdata[i]));
  if (position < before)
    g_ptr_array_sort (self->entities, compare_ids);
  g_list_model_items_changed (G_LIST_MODEL (self), position, before - position,
                              self->entities->len - position);
}

static void
remove_many (RemitEntityList *self,
             GArray *ids)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = self->entities->len;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (gone, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < before; i++)
    {
      RemitEntity *entity = g_ptr_array_index (self->entities, i);
      gint64 id = remit_entity_get_id (entity);

      if (!g_hash_table_contains (gone, &id))
        g_ptr_array_add (kept, g_object_ref (entity));
    }

  g_ptr_array_unref (self->entities);
  self->entities = kept;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, kept->len);
}

void
remit_entity_list_remove (RemitEntityList *self,
                          GArray *ids)
{
  g_return_if_fail (REMIT_IS_ENTITY_LIST (self));

  if (ids->len > MANY)
    {
      remove_many (self, ids);
      return;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint position = find_position (self, id);

      if (remit_entity_list_get (self, id) == NULL)
        continue;
      g_ptr_array_remove_index (self->entities, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
}

void
remit_entity_list_clear (RemitEntityList *self)
{
  guint before = self->entities->len;

  g_return_if_fail (REMIT_IS_ENTITY_LIST (self));

  g_ptr_array_set_size (self->entities, 0);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
}

GPtrArray *
remit_entity_list_get_all (RemitEntityList *self)
{
  return self->entities;
}
