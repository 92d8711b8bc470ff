/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several changes of one row, as the one that they come to. */
#include "remit-changes.h"

static guint
hash_change (gconstpointer data)
{
  const RemitChange *change = data;

  return g_int64_hash (&change->id) ^ (guint) change->kind;
}

static gboolean
is_same_row (gconstpointer a,
             gconstpointer b)
{
  const RemitChange *first = a;
  const RemitChange *second = b;

  return first->kind == second->kind && first->id == second->id;
}

static void
copy_fields (RemitRecord *to,
             const RemitRecord *from,
             guint64 fields)
{
  for (guint i = 0; fields != 0; i++, fields >>= 1)
    if (fields & 1)
      remit_record_copy_field (to, from, i);
}

/* What is there again after it was deleted has changed, in no more than all its fields. */
static void
bring_back (RemitChange *change,
            RemitChange *later)
{
  guint n_fields = remit_record_get_info (change->old)->n_fields;

  change->op = REMIT_CHANGE_CHANGED;
  change->new = g_steal_pointer (&later->new);
  change->fields = 0;
  for (guint i = 0; i < n_fields; i++)
    if (!remit_record_is_same (change->old, change->new, i))
      change->fields |= G_GUINT64_CONSTANT (1) << i;
}

static void
change_again (RemitChange *change,
              RemitChange *later)
{
  copy_fields (change->new, later->new, later->fields);
  if (change->op == REMIT_CHANGE_ADDED)
    return;
  copy_fields (change->old, later->old, later->fields & ~change->fields);
  change->fields |= later->fields;
}

static void
remove_after_all (RemitChange *change,
                  RemitChange *later)
{
  if (change->op == REMIT_CHANGE_CHANGED)
    {
      copy_fields (later->old, change->old, change->fields);
      remit_record_free (change->old);
      change->old = g_steal_pointer (&later->old);
    }
  g_clear_pointer (&change->new, remit_record_free);
  change->op = REMIT_CHANGE_REMOVED;
  change->fields = 0;
}

static void
add_up (RemitChange *change,
        RemitChange *later)
{
  switch (later->op)
    {
    case REMIT_CHANGE_ADDED:
      bring_back (change, later);
      break;
    case REMIT_CHANGE_REMOVED:
      remove_after_all (change, later);
      break;
    case REMIT_CHANGE_CHANGED:
    default:
      change_again (change, later);
      break;
    }
}

/* A row that came and went was never there for anybody else; it has no values of before. */
static gboolean
is_nothing (const RemitChange *change)
{
  return change->op == REMIT_CHANGE_REMOVED && change->old == NULL;
}

GPtrArray *
remit_changes_merge (GPtrArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_change, is_same_row);
  GPtrArray *merged;

  g_return_val_if_fail (changes != NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      RemitChange *change = g_ptr_array_index (changes, i);
      RemitChange *earlier = g_hash_table_lookup (seen, change);

      if (earlier == NULL || is_nothing (earlier))
        g_hash_table_replace (seen, change, change);
      else
        add_up (earlier, change);
    }

  merged = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_change_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      RemitChange *change = g_ptr_array_index (changes, i);

      if (g_hash_table_lookup (seen, change) == change && !is_nothing (change))
        g_ptr_array_add (merged, remit_change_ref (change));
    }
  return merged;
}
