/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a plan file: finding, resolving, counting and saving one; and which there are. */
#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-plan-select.h"
#include "model/remit-id.h"

gint64 *
remit_merge_new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

gboolean
remit_merge_refuse (RemitPlanMerge *self,
                    const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  if (remit_import_scratch_check (self->scratch, &self->error))
    self->error = g_error_new_valist (REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

RemitStatement *
remit_merge_query (RemitPlanMerge *self,
                   RemitMergeQuery which,
                   RemitKind kind,
                   gint64 first,
                   gint64 second)
{
  return remit_store_query (self->store, self->selects[which][kind], first, second, &self->error);
}

gboolean
remit_merge_next (RemitPlanMerge *self,
                  RemitStatement *rows,
                  RemitKind kind)
{
  g_autoptr (GError) error = NULL;

  if (remit_store_step (self->store, rows))
    {
      remit_store_read (rows, self->loaded[kind]);
      return TRUE;
    }
  if (rows != NULL && !remit_store_finish (self->store, rows, &error) && self->error == NULL)
    self->error = g_steal_pointer (&error);
  return FALSE;
}

RemitRecord *
remit_merge_load (RemitPlanMerge *self,
                  RemitMergeQuery which,
                  RemitKind kind,
                  gint64 first,
                  gint64 second)
{
  g_autoptr (RemitStatement) rows = remit_merge_query (self, which, kind, first, second);

  return remit_merge_next (self, rows, kind) ? self->loaded[kind] : NULL;
}

RemitRecord *
remit_merge_load_by_name (RemitPlanMerge *self,
                          const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autoptr (RemitStatement) rows = NULL;

  if (self->selects[REMIT_MERGE_BY_NAME][info->kind] == NULL)
    return NULL;
  rows = remit_merge_query (self, REMIT_MERGE_BY_NAME, info->kind, 0, 0);
  for (guint i = 0; rows != NULL && i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_UNIQUE) && remit_field_is_text (&info->fields[i]))
      remit_statement_bind_text (rows, 1, remit_record_get_text (record, i));
  return remit_merge_next (self, rows, info->kind) ? self->loaded[info->kind] : NULL;
}

gboolean
remit_merge_row (RemitPlanMerge *self,
                 RemitRecord *record,
                 const RemitRecord *there,
                 gboolean *touched)
{
  gboolean same, is_taken;

  remit_merge_keep_unseen (self, record, there);
  same = there != NULL && remit_record_is_equal (record, there);
  is_taken = !same && (self->is_decided || remit_merge_takes (self, there, record));
  if (touched != NULL)
    *touched = is_taken;
  if (same)
    remit_import_result_count_same (self->result, remit_record_get_kind (record),
                                    remit_record_get_id (record));
  return !is_taken || remit_merge_save (self, record, there);
}

gboolean
remit_merge_save (RemitPlanMerge *self,
                  RemitRecord *record,
                  const RemitRecord *there)
{
  RemitKind kind = remit_record_get_kind (record);

  if (!remit_merge_watch_library (self, there, record))
    return FALSE;
  if (there == NULL)
    {
      self->result->added[kind]++;
      return remit_edit_insert (self->edit, record, &self->error);
    }
  self->result->changed[kind]++;
  return remit_edit_update (self->edit, record, &self->error);
}

gboolean
remit_merge_settle_origin (RemitPlanMerge *self,
                           RemitRecord *record,
                           const RemitRecord *there)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int field = remit_entity_info_find_origin (info);
  gint64 origin = field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;

  if (field >= 0 && there != NULL)
    remit_record_copy_field (record, there, (guint) field);
  else if (origin != 0
           && (self->as_template
               || remit_merge_load (self, REMIT_MERGE_BY_ID, info->kind, origin, 0) == NULL))
    remit_record_set_integer (record, (guint) field, 0);
  return self->error == NULL;
}

gboolean
remit_merge_claim (RemitPlanMerge *self,
                   RemitKind kind,
                   gint64 file_id,
                   gint64 id)
{
  const char *element = remit_entity_info (kind)->element;

  switch (remit_import_scratch_claim (self->scratch, kind, file_id, id))
    {
    case REMIT_CLAIM_NEW:
      return TRUE;
    case REMIT_CLAIM_TWICE:
      /* Translators: the name of an XML element */
      return remit_merge_refuse (self, _ ("The file already has a <%s> with this id"), element);
    case REMIT_CLAIM_SAME:
    default:
      return remit_merge_refuse (self,
                                 /* Translators: the name of an XML element */
                                 _ ("This <%s> and an earlier one are the same in the workspace: "
                                    "one has its id, the other its key, name or e-mail address"),
                                 element);
    }
}

gboolean
remit_merge_refuse_reference (RemitPlanMerge *self,
                              const RemitField *field,
                              gint64 file_id)
{
  char id[17];

  remit_id_format (file_id, id);
  return remit_merge_refuse (self,
                             /* Translators: an XML attribute's name and value, and an element */
                             _ ("%s=\"%s\" does not exist: the file has no <%s> with this id"),
                             field->name, id, remit_entity_info (field->target)->element);
}

gboolean
remit_merge_refuse_circle (RemitPlanMerge *self,
                           const RemitEntityInfo *info,
                           guint field)
{
  return remit_merge_refuse (self,
                             /* Translators: the names of an XML attribute and of an element */
                             _ ("The attribute “%s” refers to the same <%s>"),
                             info->fields[field].name, info->element);
}

/* Turns one reference from the file's id to the workspace's. What may still come in the file, since
 * it is of the same kind, stays for now as it is in the workspace. */
static gboolean
resolve_field (RemitPlanMerge *self,
               RemitRecord *record,
               guint i,
               const RemitRecord *there,
               RemitPendingReference *pending)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  const RemitField *field = &info->fields[i];
  gint64 file_id = remit_record_get_integer (record, i);
  gint64 id = remit_import_scratch_find (self->scratch, field->target, file_id);

  if (id == 0 && field->target != info->kind)
    return remit_merge_refuse_reference (self, field, file_id);
  if (id != 0 && remit_merge_is_absent (self, field->target, id))
    {
      self->refers_absent = self->refers_absent
                            || (field->flags & (REMIT_FIELD_REQUIRED | REMIT_FIELD_ALTERNATIVE));
      remit_record_set_integer (record, i, there != NULL ? remit_record_get_integer (there, i) : 0);
      return TRUE;
    }
  if (id != 0 && id == remit_record_get_id (record) && remit_entity_info_find_plan (info) >= 0)
    return remit_merge_refuse_circle (self, info, i);

  /* A person who is their own manager is the shortest circle, which is broken at the end. */
  if (id == 0 || id == remit_record_get_id (record))
    {
      id = there != NULL ? remit_record_get_integer (there, i) : 0;
      *pending = (RemitPendingReference){ .kind = info->kind, .field = i, .file_id = file_id,
                                          .before = id };
    }
  remit_record_set_integer (record, i, id);
  return TRUE;
}

gboolean
remit_merge_resolve (RemitPlanMerge *self,
                     RemitRecord *record,
                     const RemitRecord *there,
                     RemitPendingReference *pending)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].kind != REMIT_FIELD_REFERENCE)
        continue;
      if (info->fields[i].flags & REMIT_FIELD_IMPLIED)
        remit_record_set_integer (record, i, self->current[info->fields[i].target]);
      else if (remit_record_get_integer (record, i) != 0
               && !resolve_field (self, record, i, there, pending))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_merge_entity (RemitPlanMerge *self,
                    RemitRecord *record,
                    const RemitRecord *there)
{
  RemitPendingReference pending = { .kind = REMIT_KIND_NONE };
  gboolean touched;

  if (!remit_merge_resolve (self, record, there, &pending)
      || !remit_merge_row (self, record, there, &touched))
    return FALSE;
  if (pending.kind == REMIT_KIND_NONE || self->left_out != REMIT_KIND_NONE)
    return TRUE;

  pending.row = remit_record_get_id (record);
  pending.line = self->line;
  pending.column = self->column;
  pending.touched = touched;
  remit_import_scratch_add_pending (self->scratch, &pending);
  return TRUE;
}

void
remit_merge_enter (RemitPlanMerge *self,
                   RemitKind kind,
                   gint64 id,
                   gboolean is_new)
{
  self->current[kind] = id;
  self->is_new[kind] = is_new;
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    if (remit_entity_info_get_owner (remit_entity_info (part)) == kind)
      {
        self->n_before[part] = 0;
        if (!remit_entity_info_has_id (remit_entity_info (part)))
          g_hash_table_remove_all (self->kept);
      }
}

/* Which rows of the workspace a merge looks at, as the tables of fields say */

gboolean
remit_merge_is_fixed (const RemitEntityInfo *info)
{
  return !info->is_log && info->undeletable == NULL
         && (info->is_detail || !remit_entity_info_has_id (info));
}

static void
add_equal (GString *where,
           const RemitEntityInfo *info,
           guint field,
           int parameter)
{
  g_string_append_printf (where, "%st.\"%s\" IS ?%d", where->len > 0 ? " AND " : "WHERE ",
                          remit_field_get_column (&info->fields[field]), parameter);
}

/* The one of a library with a key that is unique. */
static void
add_unique (GString *where,
            const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_UNIQUE) && remit_field_is_text (&info->fields[i]))
      {
        g_string_append_printf (where, "WHERE t.\"%s\" = ?1",
                                remit_field_get_column (&info->fields[i]));
        return;
      }
}

static void
add_keys (GString *where,
          const RemitEntityInfo *info)
{
  int parameter = 1;

  if (remit_entity_info_has_id (info))
    return;
  add_equal (where, info, (guint) remit_entity_info_find_owner (info), parameter++);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & REMIT_FIELD_KEY)
      add_equal (where, info, i, parameter++);
  g_string_append (where, " ORDER BY t.id");
}

/* All of an owner, or of a plan; but not what has a log, which stays, nor what the file cannot
 * have. */
static void
add_all (GString *where,
         const RemitEntityInfo *info)
{
  int owner = remit_merge_is_fixed (info) ? remit_entity_info_find_owner (info)
                                          : remit_entity_info_find_plan (info);
  RemitKind log = remit_entity_info_get_log (info);

  if (owner < 0)
    return;
  add_equal (where, info, (guint) owner, 1);
  remit_plan_select_add_visible (where, info);
  if (log != REMIT_KIND_NONE)
    g_string_append_printf (
      where, " AND NOT EXISTS (SELECT 1 FROM %s AS l WHERE l.\"%s\" = t.id)",
      remit_entity_info_get_table (remit_entity_info (log)),
      remit_field_get_column (&remit_entity_info (log)->fields[remit_entity_info_find_owner (
        remit_entity_info (log))]));
  g_string_append (where, " ORDER BY t.id");
}

const char *
remit_merge_create_select (RemitMergeQuery which,
                           RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GString) where = g_string_new (NULL);

  switch (which)
    {
    case REMIT_MERGE_BY_ID:
      g_string_append (where, "WHERE t.id = ?1");
      break;
    case REMIT_MERGE_BY_NAME:
      add_unique (where, info);
      break;
    case REMIT_MERGE_BY_KEY:
      add_keys (where, info);
      break;
    case REMIT_MERGE_RIVALS:
      if (kind == REMIT_KIND_ASSIGNMENT)
        g_string_append (where, "WHERE t.slot = ?1 AND t.person = ?2");
      break;
    case REMIT_MERGE_PARTS:
    case REMIT_MERGE_N_QUERIES:
    default:
      add_all (where, info);
    }
  return where->len > 0 ? remit_store_get_select (kind, where->str) : NULL;
}
