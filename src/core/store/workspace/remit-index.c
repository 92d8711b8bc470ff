/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: for one reference field, the entities by the id they refer to. */
#include "remit-index.h"

/* The id comes first, so that a bucket can be looked up by the address of an id. */
typedef struct {
  gint64 target;
  GPtrArray *entities;
} Bucket;

struct _RemitIndex
{
  guint field;
  GHashTable *buckets;
  GPtrArray *nobody;
};

static void
bucket_free (Bucket *bucket)
{
  g_ptr_array_unref (bucket->entities);
  g_free (bucket);
}

RemitIndex *
remit_index_new (guint field)
{
  RemitIndex *self = g_new0 (RemitIndex, 1);

  self->field = field;
  self->buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                         (GDestroyNotify) bucket_free, NULL);
  self->nobody = g_ptr_array_new ();
  return self;
}

void
remit_index_free (RemitIndex *self)
{
  g_hash_table_unref (self->buckets);
  g_ptr_array_unref (self->nobody);
  g_free (self);
}

guint
remit_index_get_field (RemitIndex *self)
{
  return self->field;
}

static Bucket *
find_bucket (RemitIndex *self,
             gint64 target)
{
  return g_hash_table_lookup (self->buckets, &target);
}

static Bucket *
ensure_bucket (RemitIndex *self,
               gint64 target)
{
  Bucket *bucket = find_bucket (self, target);

  if (bucket == NULL)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->target = target;
      bucket->entities = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_add (self->buckets, bucket);
    }
  return bucket;
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

  entities = ensure_bucket (self, target)->entities;
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
  Bucket *bucket = find_bucket (self, target);

  if (bucket == NULL)
    return;
  g_ptr_array_remove (bucket->entities, entity);
  if (bucket->entities->len == 0)
    g_hash_table_remove (self->buckets, bucket);
}

GPtrArray *
remit_index_get (RemitIndex *self,
                 gint64 target)
{
  Bucket *bucket = find_bucket (self, target);

  return bucket != NULL ? bucket->entities : self->nobody;
}

void
remit_index_clear (RemitIndex *self)
{
  g_hash_table_remove_all (self->buckets);
}
