/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records the row changes of an edit, up to a limit. */
#include "remit-change-watch.h"

/* A row, as it was first and as it is last; %NULL when it was or is not there. */
typedef struct
{
  RemitRecord *old;
  RemitRecord *new;
} Row;

struct _RemitChangeWatch
{
  guint limit;
  GPtrArray *rows;                  /* in the order in which something was done to them */
  GHashTable *by_id[REMIT_N_KINDS]; /* of Row; %NULL for one that was inserted beyond the limit */
  guint n_begun[3];                 /* by #RemitChangeOp, what was done to rows first */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->old, remit_record_free);
  g_clear_pointer (&row->new, remit_record_free);
  g_free (row);
}

RemitChangeWatch *
remit_change_watch_new (guint limit)
{
  RemitChangeWatch *self = g_new0 (RemitChangeWatch, 1);

  self->limit = limit;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
remit_change_watch_free (RemitChangeWatch *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    g_clear_pointer (&self->by_id[i], g_hash_table_unref);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Returns: whether something was done to the row before */
static gboolean
find (RemitChangeWatch *self,
      RemitKind kind,
      gint64 id,
      Row **row)
{
  gpointer found = NULL;
  gboolean known = self->by_id[kind] != NULL
                   && g_hash_table_lookup_extended (self->by_id[kind], &id, NULL, &found);

  *row = found;
  return known;
}

gboolean
remit_change_watch_has (RemitChangeWatch *self,
                        RemitKind kind,
                        gint64 id)
{
  Row *row;

  g_return_val_if_fail (self != NULL, FALSE);

  return find (self, kind, id, &row);
}

static void
remember (RemitChangeWatch *self,
          RemitKind kind,
          gint64 id,
          Row *row)
{
  if (self->by_id[kind] == NULL)
    self->by_id[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (self->by_id[kind], g_memdup2 (&id, sizeof id), row);
}

gboolean
remit_change_watch_wants (RemitChangeWatch *self,
                          RemitKind kind,
                          gint64 id)
{
  Row *row;

  if (find (self, kind, id, &row))
    return row != NULL;
  return self->n_begun[REMIT_CHANGE_CHANGED] < self->limit
         || self->n_begun[REMIT_CHANGE_REMOVED] < self->limit;
}

static RemitChangeOp
get_op (const RemitRecord *old,
        const RemitRecord *new)
{
  if (old == NULL)
    return REMIT_CHANGE_ADDED;
  return new == NULL ? REMIT_CHANGE_REMOVED : REMIT_CHANGE_CHANGED;
}

static RemitRecord *
copy (const RemitRecord *record)
{
  return record != NULL ? remit_record_copy (record) : NULL;
}

static void
begin_row (RemitChangeWatch *self,
           const RemitRecord *old,
           const RemitRecord *new)
{
  const RemitRecord *record = new != NULL ? new : old;
  RemitChangeOp op = get_op (old, new);
  Row *row = NULL;

  if (self->n_begun[op]++ < self->limit)
    {
      row = g_new0 (Row, 1);
      row->old = copy (old);
      row->new = copy (new);
      g_ptr_array_add (self->rows, row);
    }
  /* what is done to a row that was inserted is part of its being inserted */
  if (row != NULL || op == REMIT_CHANGE_ADDED)
    remember (self, remit_record_get_kind (record), remit_record_get_id (record), row);
}

void
remit_change_watch_take (RemitChangeWatch *self,
                         const RemitRecord *old,
                         const RemitRecord *new)
{
  const RemitRecord *record = new != NULL ? new : old;
  Row *row;

  g_return_if_fail (self != NULL && record != NULL);

  if (!find (self, remit_record_get_kind (record), remit_record_get_id (record), &row))
    begin_row (self, old, new);
  else if (row != NULL)
    {
      g_clear_pointer (&row->new, remit_record_free);
      row->new = copy (new);
    }
}

GPtrArray *
remit_change_watch_get (RemitChangeWatch *self,
                        RemitChangeOp op)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_change_unref);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      g_autoptr (RemitChange) change = NULL;

      if ((row->old == NULL && row->new == NULL) || get_op (row->old, row->new) != op)
        continue;
      change = remit_change_new (row->old, row->new);
      if (op != REMIT_CHANGE_CHANGED || change->fields != 0)
        g_ptr_array_add (changes, g_steal_pointer (&change));
    }
  return g_steal_pointer (&changes);
}
