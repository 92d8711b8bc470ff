/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a plan's file would change, to be chosen one by one. */
#include "remit-import-row.h"

#include <glib/gi18n-lib.h>

#include "model/remit-id.h"

const char *const remit_import_side_nicks[] = {
  [REMIT_IMPORT_THEIRS] = "theirs",
  [REMIT_IMPORT_OURS] = "ours",
  [REMIT_IMPORT_CLASH] = "clash",
  [REMIT_IMPORT_NEEDS] = "needs",
};

const char *const remit_import_outcome_nicks[] = {
  [REMIT_IMPORT_ADDED] = "added",
  [REMIT_IMPORT_CHANGED] = "changed",
  [REMIT_IMPORT_REMOVED] = "removed",
  [REMIT_IMPORT_SAME] = "same",
};

RemitImportRow *
remit_import_row_new (const RemitRecord *old,
                      const RemitRecord *new)
{
  RemitImportRow *self = g_new0 (RemitImportRow, 1);

  g_return_val_if_fail (old != NULL || new != NULL, NULL);

  self->key = remit_import_row_dup_key (old != NULL ? old : new);
  self->outcome = old == NULL   ? REMIT_IMPORT_ADDED
                  : new == NULL ? REMIT_IMPORT_REMOVED
                                : REMIT_IMPORT_CHANGED;
  self->change = remit_change_new (old, new);
  return self;
}

void
remit_import_row_free (RemitImportRow *self)
{
  g_clear_pointer (&self->change, remit_change_unref);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static void
add_keys (GString *key,
          const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & (REMIT_FIELD_KEY | REMIT_FIELD_OWNER))
      {
        g_autofree char *value = remit_record_format (record, i);

        g_string_append_printf (key, ":%s", value);
      }
}

char *
remit_import_row_dup_key (const RemitRecord *record)
{
  const RemitEntityInfo *info;
  GString *key;
  char id[17];

  g_return_val_if_fail (record != NULL, NULL);

  info = remit_record_get_info (record);
  key = g_string_new (info->element);
  if (remit_entity_info_has_id (info))
    {
      remit_id_format (remit_record_get_id (record), id);
      g_string_append_printf (key, ":%s", id);
    }
  else
    add_keys (key, record);
  return g_string_free (key, FALSE);
}

void
remit_import_rows_finish (GPtrArray *rows,
                          RemitStore *store)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (rows != NULL && REMIT_IS_STORE (store));

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (changes, ((RemitImportRow *) rows->pdata[i])->change);
  lines = remit_history_get_lines (store, changes, changes->len);
  for (guint i = 0; i < lines->len && i < rows->len; i++)
    {
      RemitImportRow *row = rows->pdata[i];

      row->text = row->outcome == REMIT_IMPORT_ADDED
                    ? remit_import_dup_added (lines->pdata[i])
                    : remit_history_line_dup_sentence (lines->pdata[i]);
      g_clear_pointer (&row->change, remit_change_unref);
    }
}

static const char *
get_here (RemitImportOutcome outcome)
{
  if (outcome == REMIT_IMPORT_ADDED)
    return _ ("Removed here");
  return outcome == REMIT_IMPORT_REMOVED ? _ ("Added here") : _ ("Changed here");
}

const char *
remit_import_row_get_reason (const RemitImportRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->side)
    {
    case REMIT_IMPORT_OURS:
      return get_here (self->outcome);
    case REMIT_IMPORT_CLASH:
      return _ ("Changed here and in the file");
    case REMIT_IMPORT_NEEDS:
      return _ ("Depends on something that stays as it is");
    case REMIT_IMPORT_THEIRS:
    default:
      return self->is_taken ? NULL : _ ("Not chosen");
    }
}
