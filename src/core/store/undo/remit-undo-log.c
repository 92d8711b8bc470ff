/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and logs: what was appended to a log stays, and is answered by a correction. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-undo-log.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "store/remit-edit.h"
#include "store/remit-store-private.h"

/* Called for each row that the changeset deletes. */
typedef gboolean (*DeletedFunc) (RemitUndoLog *self,
                                 const RemitEntityInfo *info,
                                 sqlite3_changeset_iter *iter,
                                 int n_columns,
                                 const char *words,
                                 GError **error);

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

static gboolean
foreach_deleted (RemitUndoLog *self,
                 void *changeset,
                 int length,
                 DeletedFunc func,
                 const char *words,
                 GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean done = TRUE;
  int code = sqlite3changeset_start (&iter, length, changeset);

  while (code == SQLITE_OK && done && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      const RemitEntityInfo *info;
      int n_columns, op, indirect;

      code = sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      info = code == SQLITE_OK && op == SQLITE_DELETE ? remit_entity_info_by_table (table) : NULL;
      if (info != NULL)
        done = func (self, info, iter, n_columns, words, error);
    }
  if (iter != NULL)
    {
      int end = sqlite3changeset_finalize (iter);

      code = code == SQLITE_OK ? end : code;
    }

  if (code == SQLITE_OK || !done)
    return done;
  remit_store_set_error (self->store, code, NULL, error);
  return FALSE;
}

static gint64
get_deleted (sqlite3_changeset_iter *iter,
             int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_old (iter, column, &value) == SQLITE_OK && value != NULL
           ? sqlite3_value_int64 (value)
           : 0;
}

/* Returns: the kind of the log of what is of @kind, or %REMIT_KIND_NONE */
static RemitKind
find_log (RemitKind kind)
{
  for (RemitKind log = REMIT_KIND_NONE + 1; log < REMIT_N_KINDS; log++)
    {
      const RemitEntityInfo *info = remit_entity_info (log);

      if (info->is_log && info->fields[remit_entity_info_find_owner (info)].target == kind)
        return log;
    }
  return REMIT_KIND_NONE;
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
note_deleted (RemitUndoLog *self,
              const RemitEntityInfo *info,
              sqlite3_changeset_iter *iter,
              int n_columns,
              const char *words,
              GError **error)
{
  gint64 id;

  self->touched = self->touched || info->is_log || info->is_kept;
  id = get_deleted (iter, 0);
  if (info->is_kept)
    {
      gint64 owner = get_deleted (iter, 1 + remit_entity_info_find_owner (info));

      g_hash_table_insert (self->kept, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&owner, sizeof owner));
    }
  else if (info->kind == REMIT_KIND_PLAN || find_log (info->kind) != REMIT_KIND_NONE)
    g_hash_table_add (self->owners, g_memdup2 (&id, sizeof id));
  return TRUE;
}

gboolean
remit_undo_log_scan (RemitUndoLog *self,
                     void *inverse,
                     int length,
                     GError **error)
{
  return foreach_deleted (self, inverse, length, note_deleted, NULL, error);
}

static gboolean
insert (RemitUndoLog *self,
        const RemitRecord *record,
        GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  sqlite3_stmt *statement;

  statement = remit_store_prepare (self->store, remit_rows_get_insert (info->kind), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remit_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    remit_rows_bind (statement, (int) i + 2, record, i);
  return remit_store_run (self->store, statement, error);
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
                            remit_field_find_choice (&info->fields[kind], "correction"));
  remit_record_set_text (correction, (guint) remit_entity_info_find_field (info, "actor"),
                         remit_edit_get_actor ());
  remit_record_set_text (correction, (guint) remit_entity_info_find_field (info, "text"), words);
  return correction;
}

static RemitRecord *
read_deleted (const RemitEntityInfo *info,
              sqlite3_changeset_iter *iter,
              int n_columns)
{
  RemitRecord *record = remit_record_new (info->kind);

  remit_record_set_id (record, get_deleted (iter, 0));
  for (int i = 0; i < MIN (n_columns - 1, (int) info->n_fields); i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_old (iter, i + 1, &value) == SQLITE_OK && value != NULL)
        remit_rows_read_value (record, (guint) i, value);
    }
  return record;
}

/* What stays for its log has these fields. */
static void
withdraw (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  guint status = (guint) remit_entity_info_find_field (info, "status");

  remit_record_set_integer (record, status,
                            remit_field_find_choice (&info->fields[status], "withdrawn"));
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

static gboolean
put_back (RemitUndoLog *self,
          const RemitEntityInfo *info,
          sqlite3_changeset_iter *iter,
          int n_columns,
          const char *words,
          GError **error)
{
  int field = remit_entity_info_find_owner (info);
  gint64 owner = field >= 0 ? get_deleted (iter, 1 + field) : 0;
  gboolean is_kept = info->is_kept && does_stay (self, get_deleted (iter, 0));
  g_autoptr (RemitRecord) record = NULL;
  g_autoptr (RemitRecord) correction = NULL;

  if (!is_kept && !does_stay (self, owner) && (!info->is_log || does_go (self, owner)))
    return TRUE;

  record = read_deleted (info, iter, n_columns);
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
                      void *inverse,
                      int length,
                      const char *words,
                      GError **error)
{
  return foreach_deleted (self, inverse, length, put_back, words, error);
}

static gboolean
has_log (RemitUndoLog *self,
         const RemitEntityInfo *log,
         gint64 owner)
{
  const RemitField *field = &log->fields[remit_entity_info_find_owner (log)];
  g_autofree char *sql = NULL;
  g_autoptr (RemitStatement) statement = NULL;

  sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1", remit_entity_info_get_table (log),
                         remit_field_get_column (field));
  statement = remit_store_prepare (self->store, g_intern_string (sql), NULL);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, owner);
  return remit_store_step (self->store, statement, NULL);
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
               _ ("“%s” cannot be taken back: a log has been written since, and a log is never "
                  "deleted"), label);
  return FALSE;
}
