/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing one field of an entity. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/decide/remit-matrix.h"
#include "remit-design-private.h"

/* The name of a field within a sentence. The tables have English ones with a capital, which is not
 * for here; translations are as they should be, since some languages need it. */
static char *
dup_field_name (const RemitField *field)
{
  const char *label = remit_field_get_label (field);
  char *name = g_strdup (label);

  if (strcmp (label, field->label) == 0 && !g_ascii_isupper (name[1]))
    name[0] = g_ascii_tolower (name[0]);
  return name;
}

static char *
dup_label (RemitWorkspace *workspace,
           const RemitRecord *old,
           const RemitRecord *new,
           guint field)
{
  const RemitField *info = &remit_record_get_info (old)->fields[field];
  g_autofree char *old_name = remit_design_dup_record_name (workspace, old);
  g_autofree char *new_name = remit_design_dup_record_name (workspace, new);
  g_autofree char *field_name = NULL;

  if ((int) field == remit_entity_info_find_name (remit_record_get_info (old)))
    /* Translators: the old and the new name of something */
    return g_strdup_printf (_ ("Rename %1$s to %2$s"), old_name, new_name);
  if (info->kind == REMIT_FIELD_DATE)
    /* Translators: whose first or last day is changed */
    return g_strdup_printf (_ ("Change dates of %s"), old_name);

  field_name = dup_field_name (info);
  if (remit_record_get_kind (old) == REMIT_KIND_SETTINGS)
    /* Translators: the name of a setting of the workspace */
    return g_strdup_printf (_ ("Change setting: %s"), field_name);
  /* Translators: a field's name, and whose it is: "Change capacity of Ada Lovelace" */
  return g_strdup_printf (_ ("Change %1$s of %2$s"), field_name, old_name);
}

/* What the verbs on a conflict change, each with a line in its log. */
static gboolean
is_of_story (guint field)
{
  switch (field)
    {
    case REMIT_CONFLICT_RAISED:
    case REMIT_CONFLICT_RAISER:
    case REMIT_CONFLICT_PERSON:
    case REMIT_CONFLICT_STATUS:
    case REMIT_CONFLICT_LADDER:
    case REMIT_CONFLICT_REPEAT:
    case REMIT_CONFLICT_RUNG:
    case REMIT_CONFLICT_ENTERED:
    case REMIT_CONFLICT_DUE:
    case REMIT_CONFLICT_RAN_OUT:
    case REMIT_CONFLICT_ENDED:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: the record as it would be, or %NULL when that is refused */
static RemitRecord *
try_change (RemitWorkspace *workspace,
            const RemitRecord *old,
            guint field,
            const char *text,
            GError **error)
{
  const RemitField *info = &remit_record_get_info (old)->fields[field];
  g_autoptr (RemitRecord) new = remit_record_copy (old);

  if (!remit_record_parse (new, field, text, error))
    return NULL;
  if (info->target == REMIT_KIND_PLAN && (info->flags & REMIT_FIELD_REQUIRED)
      && !remit_record_is_same (old, new, field))
    {
      remit_design_refuse (error, _ ("It stays in its plan; duplicate the plan instead"));
      return NULL;
    }
  if (remit_record_get_kind (old) == REMIT_KIND_DECISION && field == REMIT_DECISION_STATUS
      && !remit_record_is_same (old, new, field))
    {
      remit_design_refuse (error, _ ("The status follows from the log; record an outcome"));
      return NULL;
    }
  if (remit_record_get_kind (old) == REMIT_KIND_CONFLICT && is_of_story (field)
      && !remit_record_is_same (old, new, field))
    {
      remit_design_refuse (error, _ ("This follows from the log of the conflict; escalate, resolve "
                                     "or reopen it instead"));
      return NULL;
    }
  if (remit_record_get_kind (old) == REMIT_KIND_SETTINGS
      && remit_record_get_integer (new, REMIT_SETTINGS_WORK_UNTIL)
           <= remit_record_get_integer (new, REMIT_SETTINGS_WORK_FROM))
    {
      remit_design_refuse (error, _ ("Work has to end after it begins, on the same day"));
      return NULL;
    }
  if (remit_record_get_kind (old) == REMIT_KIND_OWN_RUNG)
    {
      remit_design_refuse (error, _ ("A running conflict keeps the ladder that it was raised on"));
      return NULL;
    }
  if (remit_record_get_info (old)->is_log)
    {
      remit_design_refuse (error, _ ("The log cannot be rewritten; add a correction to it "
                                     "instead"));
      return NULL;
    }
  if (!remit_design_check_field (workspace, new, field, error))
    return NULL;
  return g_steal_pointer (&new);
}

gboolean
remit_design_can_change (RemitWorkspace *workspace,
                         RemitKind kind,
                         gint64 id,
                         guint field,
                         const char *text,
                         GError **error)
{
  g_autoptr (RemitRecord) old = NULL;
  g_autoptr (RemitRecord) new = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);
  g_return_val_if_fail (field < remit_entity_info (kind)->n_fields, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  old = remit_design_load (workspace, kind, id, error);
  if (old == NULL)
    return FALSE;
  new = try_change (workspace, old, field, text, error);
  return new != NULL;
}

static gboolean
write_field (RemitEdit *edit,
             const RemitRecord *record,
             guint field,
             GError **error)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 id = remit_record_get_id (record);

  if (remit_field_is_text (&remit_entity_info (kind)->fields[field]))
    return remit_edit_set_text (edit, kind, id, field, remit_record_get_text (record, field),
                                error);
  return remit_edit_set_integer (edit, kind, id, field, remit_record_get_integer (record, field),
                                 error);
}

gboolean
remit_design_change (RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 id,
                     guint field,
                     const char *text,
                     GError **error)
{
  g_autoptr (RemitRecord) old = NULL;
  g_autoptr (RemitRecord) new = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);
  g_return_val_if_fail (field < remit_entity_info (kind)->n_fields, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  old = remit_design_load (workspace, kind, id, error);
  if (old == NULL)
    return FALSE;
  new = try_change (workspace, old, field, text, error);
  if (new == NULL)
    return FALSE;
  if (kind == REMIT_KIND_DECISION && field == REMIT_DECISION_FRAMEWORK)
    return remit_matrix_set_framework (
      workspace, id, (RemitFramework) remit_record_get_integer (new, field), NULL, error);
  if (remit_record_is_same (old, new, field))
    return TRUE;

  label = dup_label (workspace, old, new, field);
  edit = remit_workspace_begin (workspace, label, error);
  if (edit == NULL)
    return FALSE;
  remit_edit_set_plan (edit, remit_design_get_plan (old));
  return write_field (edit, new, field, error) && remit_edit_commit (edit, error);
}
