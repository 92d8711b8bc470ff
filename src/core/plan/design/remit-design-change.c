/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing fields of an entity. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/decide/remit-matrix.h"
#include "remit-design-private.h"

/* "Capacity, from and until", within a sentence. */
static RemitMessage *
describe_fields (const RemitRecord *record,
                 guint64 changed)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_message_unref);

  for (guint i = 0; i < info->n_fields; i++)
    if (changed & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (names, remit_message_new_label (info->fields[i].label));
  return remit_message_join (names);
}

static gboolean
are_dates (const RemitRecord *record,
           guint64 changed)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << i)) && info->fields[i].kind != REMIT_FIELD_DATE)
      return FALSE;
  return TRUE;
}

/* @changed: a bit for each field that is another one now */
static RemitMessage *
describe (RemitWorkspace *workspace,
          const RemitRecord *old,
          const RemitRecord *new,
          guint64 changed)
{
  int name = remit_entity_info_find_name (remit_record_get_info (old));

  if (name >= 0 && changed == G_GUINT64_CONSTANT (1) << name)
    /* Translators: the old and the new name of something */
    return remit_message_new_with (N_ ("Rename %1$s to %2$s"),
                                   remit_design_describe_record (workspace, old),
                                   remit_design_describe_record (workspace, new), NULL);
  if (are_dates (old, changed))
    /* Translators: whose first or last day is changed */
    return remit_message_new_with (N_ ("Change dates of %s"),
                                   remit_design_describe_record (workspace, old), NULL);
  if (remit_record_get_kind (old) == REMIT_KIND_DECISION
      && changed == G_GUINT64_CONSTANT (1) << REMIT_DECISION_FRAMEWORK)
    return remit_matrix_describe_framework (new);
  if (remit_record_get_kind (old) == REMIT_KIND_SETTINGS)
    /* Translators: the name of a setting of the workspace */
    return remit_message_new_with (N_ ("Change setting: %s"), describe_fields (old, changed), NULL);
  /* Translators: a field's name, and whose it is: "Change capacity of Ada Lovelace" */
  return remit_message_new_with (N_ ("Change %1$s of %2$s"), describe_fields (old, changed),
                                 remit_design_describe_record (workspace, old), NULL);
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

/* What a field may not become, whatever its value. */
static gboolean
check_rules (const RemitRecord *old,
             const RemitRecord *new,
             guint field,
             GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (old);
  gboolean same = remit_record_is_same (old, new, field);

  if (info->fields[field].target == REMIT_KIND_PLAN
      && (info->fields[field].flags & REMIT_FIELD_REQUIRED) && !same)
    return remit_design_refuse (error, _ ("Entries cannot move to another plan. Duplicate the plan "
                                          "instead"));
  if (info->kind == REMIT_KIND_DECISION && field == REMIT_DECISION_STATUS && !same)
    return remit_design_refuse (error, _ ("The status follows from the log. Record an outcome"));
  if (info->kind == REMIT_KIND_PLAN && !same
      && (field == REMIT_PLAN_STATUS_BY || field == REMIT_PLAN_STATUS_AT))
    return remit_design_refuse (error, _ ("Who set the status, and when, follows from setting it"));
  if (info->kind == REMIT_KIND_PLAN && !same && field == REMIT_PLAN_BASE_ENTRY)
    return remit_design_refuse (error, _ ("This follows from adopting or refreshing the scenario"));
  if (info->kind == REMIT_KIND_CONFLICT && is_of_story (field) && !same)
    return remit_design_refuse (error, _ ("This field follows from the log of the conflict. "
                                          "Escalate, resolve or reopen the conflict instead"));
  return info->kind == REMIT_KIND_SETTINGS || remit_design_check_kept (info, error);
}

/* Who gives a plan a status, and when, is not typed: a draft is nobody's. */
static void
sign_status (const RemitRecord *old,
             RemitRecord *new)
{
  gboolean is_draft;

  if (remit_record_get_kind (new) != REMIT_KIND_PLAN
      || remit_record_is_same (old, new, REMIT_PLAN_STATUS))
    return;
  is_draft = remit_record_get_integer (new, REMIT_PLAN_STATUS) == REMIT_PLAN_STATUS_DRAFT;
  remit_record_set_text (new, REMIT_PLAN_STATUS_BY, is_draft ? "" : remit_edit_get_actor ());
  remit_record_set_integer (new, REMIT_PLAN_STATUS_AT, is_draft ? 0 : remit_time_now ());
}

static gboolean
check_work_hours (const RemitRecord *record,
                  GError **error)
{
  return remit_record_get_kind (record) != REMIT_KIND_SETTINGS
         || remit_record_get_integer (record, REMIT_SETTINGS_WORK_UNTIL)
              > remit_record_get_integer (record, REMIT_SETTINGS_WORK_FROM)
         || remit_design_refuse (error, _ ("The end of work must be after the start, on the same "
                                           "day"));
}

/* Returns: the record as it would be, or %NULL when that is refused. Values are judged together,
 * so that a last day may come with its first one. */
static RemitRecord *
try_change (RemitWorkspace *workspace,
            const RemitRecord *old,
            const RemitFieldText *values,
            gsize n_values,
            GError **error)
{
  g_autoptr (RemitRecord) new = remit_record_copy (old);

  for (gsize i = 0; i < n_values; i++)
    if (!remit_record_parse (new, values[i].field, values[i].text, error)
        || !check_rules (old, new, values[i].field, error))
      return NULL;
  if (!check_work_hours (new, error))
    return NULL;
  for (gsize i = 0; i < n_values; i++)
    if (!remit_design_check_field (workspace, new, values[i].field, error))
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
  const RemitFieldText value = { field, text };
  g_autoptr (RemitRecord) old = NULL;
  g_autoptr (RemitRecord) new = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);
  g_return_val_if_fail (field < remit_entity_info (kind)->n_fields, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  old = remit_design_load (workspace, kind, id, error);
  if (old == NULL)
    return FALSE;
  new = try_change (workspace, old, &value, 1, error);
  return new != NULL;
}

static guint64
compare (const RemitRecord *old,
         const RemitRecord *new)
{
  guint64 changed = 0;

  for (guint i = 0; i < remit_record_get_info (old)->n_fields; i++)
    if (!remit_record_is_same (old, new, i))
      changed |= G_GUINT64_CONSTANT (1) << i;
  return changed;
}

static gboolean
write_fields (RemitEdit *edit,
              const RemitRecord *record,
              guint64 changed,
              GError **error)
{
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << i))
        && !remit_edit_update_field (edit, record, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_changes (RemitWorkspace *workspace,
               RemitEdit *edit,
               const RemitRecord *record,
               guint64 changed,
               GError **error)
{
  const guint64 framework = G_GUINT64_CONSTANT (1) << REMIT_DECISION_FRAMEWORK;

  if (remit_record_get_kind (record) == REMIT_KIND_DECISION && (changed & framework))
    return remit_matrix_write_framework (workspace, edit, record, error)
           && write_fields (edit, record, changed & ~framework, error);
  /* The database judges what belongs together after each statement. */
  if (changed & (changed - 1))
    return remit_edit_update (edit, record, error);
  return write_fields (edit, record, changed, error);
}

/* Whether the fields have the values that they are taken to have. */
static gboolean
check_was (const RemitRecord *record,
           const RemitFieldText *values,
           gsize n_values,
           GError **error)
{
  const RemitField *fields = remit_record_get_info (record)->fields;

  for (gsize i = 0; i < n_values; i++)
    {
      g_autofree char *is = remit_record_format (record, values[i].field);

      if (values[i].was == NULL || g_str_equal (is, values[i].was))
        continue;
      /* Translators: the name of a field */
      g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN,
                   _ ("%s: changed by another user in the meantime"),
                   remit_field_get_label (&fields[values[i].field]));
      return FALSE;
    }
  return TRUE;
}

gboolean
remit_design_change_all (RemitWorkspace *workspace,
                         RemitKind kind,
                         gint64 id,
                         const RemitFieldText *values,
                         gsize n_values,
                         GError **error)
{
  g_autoptr (RemitRecord) old = NULL;
  g_autoptr (RemitRecord) new = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitMessage) label = NULL;
  guint64 changed;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);
  g_return_val_if_fail (remit_entity_info (kind)->n_fields <= 64, FALSE);

  /* Read again now: other programs may have changed the data. */
  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return FALSE;
  old = remit_store_load (remit_edit_get_store (edit), kind, id, NULL);
  if (old == NULL)
    return remit_design_refuse_gone (kind, error);
  if (!check_was (old, values, n_values, error))
    return FALSE;
  new = try_change (workspace, old, values, n_values, error);
  if (new == NULL)
    return FALSE;
  changed = compare (old, new);
  if (changed == 0)
    return TRUE;

  label = describe (workspace, old, new, changed);
  sign_status (old, new);
  changed = compare (old, new);
  if (!write_changes (workspace, edit, new, changed, error)
      || !remit_design_settle_waiting (edit, new, &label, error))
    return FALSE;
  remit_edit_describe (edit, remit_design_get_plan (old), g_steal_pointer (&label));
  return remit_edit_commit (edit, error);
}

gboolean
remit_design_change (RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 id,
                     guint field,
                     const char *text,
                     GError **error)
{
  const RemitFieldText value = { field, text };

  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);
  g_return_val_if_fail (field < remit_entity_info (kind)->n_fields, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return remit_design_change_all (workspace, kind, id, &value, 1, error);
}
