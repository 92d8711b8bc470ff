/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and logs: what was appended to a log stays, and is answered by a correction. */
#include "remit-undo-log.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "store/changes/remit-changes.h"
#include "store/changes/remit-changeset.h"
#include "store/remit-edit.h"
#include "store/remit-store-private.h"

void
remit_undo_log_init (RemitUndoLog *self,
                     RemitStore *store)
{
  self->store = store;
  self->touched = FALSE;
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

void
remit_undo_log_clear (RemitUndoLog *self)
{
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
}

/* Returns: whether @id would go, but stays for its log, since its owner does */
static gboolean
does_stay (RemitUndoLog *self,
           gint64 id)
{
  const gint64 *owner = g_hash_table_lookup (self->kept, &id);

  return owner != NULL && !g_hash_table_contains (self->owners, owner);
}

/* Returns: whether @id goes, with its log */
static gboolean
does_go (RemitUndoLog *self,
         gint64 id)
{
  return !does_stay (self, id)
         && (g_hash_table_contains (self->owners, &id)
             || g_hash_table_contains (self->kept, &id));
}

static gboolean
note_deleted (const RemitChangesetRow *row,
              gpointer data)
{
  RemitUndoLog *self = data;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);
  gint64 id = remit_changeset_row_get_id (row);

  if (row->op != SQLITE_DELETE || info == NULL)
    return TRUE;
  self->touched = self->touched || info->is_log || info->is_kept;
  if (info->is_kept)
    {
      gint64 owner = remit_changeset_get_integer (row->old, row->n_columns,
                                                  remit_entity_info_find_owner (info));

      g_hash_table_insert (self->kept, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&owner, sizeof owner));
    }
  else if (info->kind == REMIT_KIND_PLAN || remit_entity_info_get_log (info) != REMIT_KIND_NONE)
    g_hash_table_add (self->owners, g_memdup2 (&id, sizeof id));
  return TRUE;
}

gboolean
remit_undo_log_scan (RemitUndoLog *self,
                     const void *inverse,
                     int length,
                     GError **error)
{
  if (remit_changeset_foreach (inverse, (gsize) length, note_deleted, self))
    return TRUE;
  remit_store_set_error (self->store, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

static gboolean
insert (RemitUndoLog *self,
        const RemitRecord *record,
        GError **error)
{
  const char *sql = remit_rows_get_insert (remit_record_get_kind (record));

  return remit_rows_write (self->store, remit_store_prepare (self->store, sql, error), record,
                           error);
}

static void
set_by_name (RemitRecord *record,
             const char *name,
             gint64 value)
{
  int field = remit_entity_info_find_field (remit_record_get_info (record), name);

  remit_record_set_integer (record, (guint) field, value);
}

/* Every log has these fields. */
static RemitRecord *
create_correction (const RemitRecord *entry,
                   const char *words)
{
  const RemitEntityInfo *info = remit_record_get_info (entry);
  guint owner = (guint) remit_entity_info_find_owner (info);
  guint kind = (guint) remit_entity_info_find_field (info, "kind");
  guint at = (guint) remit_entity_info_find_field (info, "at");
  RemitRecord *correction = remit_record_new (info->kind);

  remit_record_set_id (correction, remit_id_new ());
  remit_record_copy_field (correction, entry, owner);
  set_by_name (correction, "plan",
               remit_record_get_integer (
                 entry, (guint) remit_entity_info_find_field (info, "plan")));
  /* a clock may have gone backwards, and the log is in order */
  set_by_name (correction, "at", MAX (remit_time_now (), remit_record_get_integer (entry, at)));
  set_by_name (correction, "corrects", remit_record_get_id (entry));
  remit_record_set_integer (correction, kind,
                            remit_choice_find (info->fields[kind].choices, "correction"));
  remit_record_set_text (correction, (guint) remit_entity_info_find_field (info, "actor"),
                         remit_edit_get_actor ());
  remit_record_set_text (correction, (guint) remit_entity_info_find_field (info, "text"), words);
  return correction;
}

/* What stays for its log has these fields. */
static void
withdraw (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  guint status = (guint) remit_entity_info_find_field (info, "status");

  remit_record_set_integer (record, status,
                            remit_choice_find (info->fields[status].choices, "withdrawn"));
  set_by_name (record, "due", 0);
  set_by_name (record, "ended", remit_time_now ());
}

/* What is put back may refer to what went, such as to the decision that a conflict ended in: as
 * when that is deleted, it then refers to nothing. */
static void
forget_gone (RemitUndoLog *self,
             RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];
      g_autoptr (RemitRecord) target = NULL;

      if (field->kind != REMIT_FIELD_REFERENCE || (field->flags & REMIT_FIELD_REQUIRED)
          || field->target == info->kind)
        continue;
      target = remit_store_load (self->store, field->target, remit_record_get_integer (record, i),
                                 NULL);
      if (target == NULL)
        remit_record_set_integer (record, i, 0);
    }
}

/* @record is one that the undo deleted. */
static gboolean
put_back (RemitUndoLog *self,
          RemitRecord *record,
          const char *words,
          GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int field = remit_entity_info_find_owner (info);
  gint64 owner = field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;
  gboolean is_kept = info->is_kept && does_stay (self, remit_record_get_id (record));
  g_autoptr (RemitRecord) correction = NULL;

  if (!is_kept && !does_stay (self, owner) && (!info->is_log || does_go (self, owner)))
    return TRUE;

  forget_gone (self, record);
  if (is_kept)
    withdraw (record);
  if (!insert (self, record, error))
    return FALSE;
  if (!info->is_log)
    return TRUE;
  correction = create_correction (record, words);
  return insert (self, correction, error);
}

gboolean
remit_undo_log_amend (RemitUndoLog *self,
                      const void *inverse,
                      int length,
                      const char *words,
                      GError **error)
{
  g_autoptr (GPtrArray) changes = remit_changes_parse (inverse, (gsize) length, error);
  gboolean done = changes != NULL;

  for (guint i = 0; done && i < changes->len; i++)
    {
      RemitChange *change = g_ptr_array_index (changes, i);

      if (change->op == REMIT_CHANGE_REMOVED)
        done = put_back (self, change->old, words, error);
    }
  return done;
}

static gboolean
has_log (RemitUndoLog *self,
         const RemitEntityInfo *log,
         gint64 owner)
{
  const RemitField *field = &log->fields[remit_entity_info_find_owner (log)];
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1",
                                          remit_entity_info_get_table (log),
                                          remit_field_get_column (field));

  return remit_store_query_integer (self->store, g_intern_string (sql), owner, 0, NULL) == 1;
}

static gboolean
has_any_log (RemitUndoLog *self,
             gint64 owner)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info (kind)->is_log && has_log (self, remit_entity_info (kind), owner))
      return TRUE;
  return FALSE;
}

static gboolean
check_all (RemitUndoLog *self,
           GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (does_go (self, *(gint64 *) id) && has_any_log (self, *(gint64 *) id))
      return FALSE;
  return TRUE;
}

gboolean
remit_undo_log_check (RemitUndoLog *self,
                      const char *label,
                      GError **error)
{
  if (check_all (self, self->owners) && check_all (self, self->kept))
    return TRUE;
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONFLICT,
               /* Translators: the label of an edit */
               _ ("Cannot undo “%s”: a log entry was written since, and log entries are never "
                  "deleted"), label);
  return FALSE;
}
