/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refers to an entity that is merged into another one: as the tables of fields say. */
#include <glib/gi18n-lib.h>

#include "remit-design-merge-private.h"

static gboolean
refers_to (const RemitField *field,
           RemitKind kind)
{
  return field->kind == REMIT_FIELD_REFERENCE && field->target == kind;
}

static gboolean
refers_to_kind (const RemitEntityInfo *info,
                RemitKind kind)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (refers_to (&info->fields[i], kind))
      return TRUE;
  return FALSE;
}

gboolean
remit_design_is_in_logs (RemitKind kind)
{
  for (RemitKind log = REMIT_KIND_NONE + 1; log < REMIT_N_KINDS; log++)
    if (remit_entity_info (log)->is_log && refers_to_kind (remit_entity_info (log), kind))
      return TRUE;
  return FALSE;
}

gboolean
remit_design_count_following (RemitStore *store,
                              RemitKind part,
                              RemitKind kind,
                              gint64 keep,
                              gint64 other,
                              guint *n,
                              GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (part);
  g_autoptr (GString) sql = g_string_new (NULL);
  GError *problem = NULL;

  *n = 0;
  for (guint i = 0; i < info->n_fields; i++)
    if (refers_to (&info->fields[i], kind))
      g_string_append_printf (sql, "%s\"%s\" = ?1", sql->len > 0 ? " OR " : "",
                              remit_field_get_column (&info->fields[i]));
  if (sql->len == 0)
    return TRUE;
  g_string_prepend (sql, " WHERE id <> ?2 AND (");
  g_string_prepend (sql, remit_entity_info_get_table (info));
  g_string_prepend (sql, "SELECT count (*) FROM ");
  g_string_append_c (sql, ')');
  *n = (guint) remit_store_query_integer (store, g_intern_string (sql->str), other, keep,
                                          &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

/* ── Parts that coincide ──────────────────────────────────────────────────────────────────── */

static gboolean
is_key (const RemitField *field)
{
  return field->flags & (REMIT_FIELD_KEY | REMIT_FIELD_ONCE);
}

/* Whether the keys of a part tell it from the others of its owner. */
static gboolean
is_known_by_keys (const RemitEntityInfo *info)
{
  gboolean has_keys = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    has_keys = has_keys || is_key (&info->fields[i]);
  return has_keys && !info->may_repeat;
}

/* Whether two parts of one owner are one: they have the same keys, or say the same altogether. */
static gboolean
coincide (const RemitRecord *a,
          const RemitRecord *b)
{
  const RemitEntityInfo *info = remit_record_get_info (a);
  gboolean by_keys = is_known_by_keys (info);

  for (guint i = 0; i < info->n_fields; i++)
    if ((by_keys ? is_key (&info->fields[i]) : !remit_field_is_hidden (&info->fields[i]))
        && !remit_record_is_same (a, b, i))
      return FALSE;
  return TRUE;
}

/* Finds the part that a part coincides with. @found: (out): %NULL when there is none */
static gboolean
find_double (RemitStore *store,
             const RemitRecord *part,
             RemitRecord **found,
             GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (part);
  int owner = remit_entity_info_find_owner (info);
  g_autoptr (GPtrArray) parts = NULL;

  *found = NULL;
  if (owner < 0 || (!is_known_by_keys (info) && !info->has_no_doubles))
    return TRUE;
  parts = remit_store_load_parts (store, info->kind,
                                  remit_record_get_integer (part, (guint) owner), error);
  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len && *found == NULL; i++)
    if (remit_record_get_id (parts->pdata[i]) != remit_record_get_id (part)
        && coincide (parts->pdata[i], part))
      *found = remit_record_copy (parts->pdata[i]);
  return TRUE;
}

/* ── Following ────────────────────────────────────────────────────────────────────────────── */

/* Makes @part, which refers to what goes, refer to @keep; or one with what is there already. */
static gboolean
follow (RemitEdit *edit,
        RemitRecord *part,
        guint field,
        gint64 keep,
        GError **error)
{
  g_autoptr (RemitRecord) there = NULL;

  remit_record_set_integer (part, field, keep);
  if (!find_double (remit_edit_get_store (edit), part, &there, error))
    return FALSE;
  if (there == NULL)
    return remit_edit_update_field (edit, part, field, error);
  remit_design_merge_fields (there, part);
  return remit_design_merge_rows (edit, there, part, error);
}

static gboolean
let_follow (RemitEdit *edit,
            RemitKind part,
            guint field,
            gint64 keep,
            gint64 other,
            GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  parts = remit_design_load_referring (remit_edit_get_store (edit), part, field, other, -1,
                                       error);
  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    /* What is kept is written by itself: it is not its own manager. */
    if (remit_record_get_id (parts->pdata[i]) != keep
        && !follow (edit, parts->pdata[i], field, keep, error))
      return FALSE;
  return TRUE;
}

gboolean
remit_design_merge_rows (RemitEdit *edit,
                         const RemitRecord *merged,
                         const RemitRecord *other,
                         GError **error)
{
  RemitKind kind = remit_record_get_kind (merged);

  for (RemitKind part = REMIT_KIND_NONE + 1; part < REMIT_N_KINDS; part++)
    for (guint i = 0; i < remit_entity_info (part)->n_fields; i++)
      if (refers_to (&remit_entity_info (part)->fields[i], kind)
          && !let_follow (edit, part, i, remit_record_get_id (merged), remit_record_get_id (other),
                          error))
        return FALSE;
  return remit_edit_update (edit, merged, error)
         && remit_edit_delete (edit, kind, remit_record_get_id (other), error);
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse_overlap (RemitWorkspace *workspace,
                const RemitRecord *assignment,
                GError **error)
{
  gint64 id = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_SLOT);
  g_autofree char *slot = remit_design_dup_name (workspace, REMIT_KIND_SLOT, id);
  g_autofree char *plan = remit_design_dup_name (workspace, REMIT_KIND_PLAN,
                                                 remit_design_get_plan (assignment));

  return remit_design_refuse (error,
                              /* Translators: the names of a slot and of its plan */
                              _ ("Both are assigned to %1$s (plan %2$s) on overlapping dates, with "
                                 "different values. Remove one of the assignments first."),
                              slot, plan);
}

static gboolean
check_assignment (RemitWorkspace *workspace,
                  const RemitRecord *assignment,
                  gint64 keep,
                  GError **error)
{
  g_autoptr (RemitRecord) moved = remit_record_copy (assignment);
  g_autoptr (GPtrArray) others = NULL;

  remit_record_set_integer (moved, REMIT_ASSIGNMENT_PERSON, keep);
  others = remit_store_load_parts (remit_workspace_get_store (workspace), REMIT_KIND_ASSIGNMENT,
                                   remit_record_get_integer (moved, REMIT_ASSIGNMENT_SLOT), error);
  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (remit_design_do_overlap (others->pdata[i], moved) && !coincide (others->pdata[i], moved))
      return refuse_overlap (workspace, moved, error);
  return TRUE;
}

gboolean
remit_design_check_merged_assignments (RemitWorkspace *workspace,
                                       RemitKind kind,
                                       gint64 keep,
                                       gint64 other,
                                       GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;

  if (kind != REMIT_KIND_PERSON)
    return TRUE;
  assignments = remit_design_load_referring (remit_workspace_get_store (workspace),
                                             REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, other,
                                             -1, error);
  if (assignments == NULL)
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    if (!check_assignment (workspace, assignments->pdata[i], keep, error))
      return FALSE;
  return TRUE;
}
