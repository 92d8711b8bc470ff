/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one or more edits changed, row by row. */
#include "remit-changes.h"

#include <glib/gi18n-lib.h>

#include "remit-changeset.h"
#include "store/remit-store-private.h"

/* A set of fields has a bit for each, here and wherever one is passed on. */
#define ASSERT_FIELDS_FIT(NAME, name) G_STATIC_ASSERT (REMIT_##NAME##_N_FIELDS <= 64);
REMIT_KINDS (ASSERT_FIELDS_FIT)

RemitChange *
remit_change_new (const RemitRecord *old,
                  const RemitRecord *new)
{
  RemitChange *self = g_atomic_rc_box_new0 (RemitChange);
  const RemitRecord *record = new != NULL ? new : old;

  self->op = old == NULL   ? REMIT_CHANGE_ADDED
             : new == NULL ? REMIT_CHANGE_REMOVED
                           : REMIT_CHANGE_CHANGED;
  self->kind = remit_record_get_kind (record);
  self->id = remit_record_get_id (record);
  self->old = old != NULL ? remit_record_copy (old) : NULL;
  self->new = new != NULL ? remit_record_copy (new) : NULL;
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (self->op == REMIT_CHANGE_CHANGED && !remit_record_is_same (old, new, i))
      self->fields |= G_GUINT64_CONSTANT (1) << i;
  return self;
}

RemitChange *
remit_change_ref (RemitChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
remit_change_clear (RemitChange *self)
{
  g_clear_pointer (&self->old, remit_record_free);
  g_clear_pointer (&self->new, remit_record_free);
}

void
remit_change_unref (RemitChange *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) remit_change_clear);
}

typedef int (*ValueFunc) (sqlite3_changeset_iter *, int, sqlite3_value **);

/* A text for which there is no memory looks like none. */
static gboolean
is_lost (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_TEXT && sqlite3_value_text (value) == NULL;
}

/* Column 0 is the id, so a field's column is its index plus one. */
static RemitRecord *
read_side (sqlite3_changeset_iter *iter,
           const RemitEntityInfo *info,
           int n_columns,
           gint64 id,
           ValueFunc get,
           guint64 *fields,
           gboolean *is_complete)
{
  RemitRecord *record = remit_record_new (info->kind);

  remit_record_set_id (record, id);
  for (guint i = 0; i < info->n_fields && (int) i + 1 < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (get (iter, (int) i + 1, &value) != SQLITE_OK || value == NULL)
        continue;
      *is_complete = *is_complete && !is_lost (value);
      remit_rows_read_value (record, i, value);
      *fields |= G_GUINT64_CONSTANT (1) << i;
    }
  return record;
}

static RemitChange *
read_change (sqlite3_changeset_iter *iter,
             gboolean *is_complete)
{
  const char *table;
  const RemitEntityInfo *info;
  RemitChange *change;
  sqlite3_value *id = NULL;
  guint64 ignored = 0;
  int n_columns, op, indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
  info = remit_entity_info_by_table (table);
  if (info == NULL)
    return NULL;

  change = g_atomic_rc_box_new0 (RemitChange);
  change->kind = info->kind;
  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);
  change->id = id != NULL ? sqlite3_value_int64 (id) : 0;

  if (op == SQLITE_INSERT)
    {
      change->op = REMIT_CHANGE_ADDED;
      change->new = read_side (iter, info, n_columns, change->id, sqlite3changeset_new, &ignored,
                               is_complete);
    }
  else if (op == SQLITE_DELETE)
    {
      change->op = REMIT_CHANGE_REMOVED;
      change->old = read_side (iter, info, n_columns, change->id, sqlite3changeset_old, &ignored,
                               is_complete);
    }
  else
    {
      change->op = REMIT_CHANGE_CHANGED;
      change->old = read_side (iter, info, n_columns, change->id, sqlite3changeset_old, &ignored,
                               is_complete);
      change->new = read_side (iter, info, n_columns, change->id, sqlite3changeset_new,
                               &change->fields, is_complete);
    }
  return change;
}

GPtrArray *
remit_changes_parse (gconstpointer changeset,
                     gsize length,
                     GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  sqlite3_changeset_iter *iter = NULL;
  gboolean is_complete = TRUE;
  int code = SQLITE_CORRUPT;

  g_return_val_if_fail (length <= G_MAXINT, NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_change_unref);
  if (remit_changeset_is_whole (changeset, length))
    code = sqlite3changeset_start (&iter, (int) length, (void *) changeset);
  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (iter) == SQLITE_ROW)
        {
          RemitChange *change = read_change (iter, &is_complete);

          if (change != NULL)
            g_ptr_array_add (changes, change);
        }
      code = sqlite3changeset_finalize (iter);
    }

  if (code == SQLITE_OK && is_complete)
    return g_steal_pointer (&changes);
  if (code == SQLITE_OK || code == SQLITE_NOMEM)
    g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NO_MEMORY,
                         _ ("Not enough memory. Close other programs and try again."));
  else
    g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED,
                         _ ("Cannot read the history entry of this change"));
  return NULL;
}
