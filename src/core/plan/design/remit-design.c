/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Creating entities, and the rules that hold for every new or changed one. */
#include "remit-design.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/placement/remit-awaited.h"
#include "remit-circles.h"
#include "remit-comments.h"
#include "remit-design-private.h"

static gboolean
check_unique (RemitWorkspace *workspace,
              const RemitRecord *record,
              guint field,
              GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  const char *column = remit_field_get_column (&info->fields[field]);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autofree char *value = remit_record_format (record, field);
  g_autofree char *sql = NULL;
  g_autoptr (RemitStatement) statement = NULL;

  /* The database compares, since it has its own rule for letter case. It has days as texts, too. */
  sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" = ?1 AND id <> ?2",
                         remit_entity_info_get_table (info), column);
  statement = remit_store_prepare (store, g_intern_string (sql), error);
  if (statement == NULL)
    return FALSE;
  remit_statement_bind_text (statement, 1, value);
  remit_statement_bind_integer (statement, 2, remit_record_get_id (record));
  if (!remit_store_step (store, statement))
    return remit_store_finish (store, statement, error);

  return remit_design_refuse (error, _ ("%s: the %s is already in use"), _ (info->label),
                              remit_field_get_label (&info->fields[field]));
}

static gboolean
check_circle (RemitWorkspace *workspace,
              const RemitRecord *record,
              guint field,
              GError **error)
{
  g_autoptr (RemitCircles) circles = remit_circles_new (remit_workspace_get_store (workspace),
                                                        remit_record_get_kind (record), field);
  gboolean has_circle;

  if (!remit_circles_would_have (circles, record, &has_circle, error))
    return FALSE;
  return !has_circle
         || remit_design_refuse (error,
                                 /* Translators: the name of a field, such as Manager or Parent
                                  * team */
                                 _ ("%s would refer back to itself"),
                                 remit_field_get_label (
                                   &remit_record_get_info (record)->fields[field]));
}

static gboolean
check_reference (RemitWorkspace *workspace,
                 const RemitRecord *record,
                 guint field,
                 GError **error)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *target;
  gint64 plan;

  target = remit_design_peek (workspace, info->target, remit_record_get_integer (record, field),
                              &owned);
  if (target == NULL)
    /* Translators: the name of a field */
    return remit_design_refuse (error, _ ("%s no longer exists"),
                                remit_field_get_label (info));

  plan = info->target != REMIT_KIND_PLAN ? remit_design_get_plan (target) : 0;
  if (plan != 0 && plan != remit_design_get_plan (record))
    /* Translators: the name of a field */
    return remit_design_refuse (error, _ ("%s belongs to another plan"),
                                remit_field_get_label (info));

  return info->target != remit_record_get_kind (record)
         || check_circle (workspace, record, field, error);
}

static gboolean
check_field (RemitWorkspace *workspace,
             const RemitRecord *record,
             guint field,
             GError **error)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (info->kind == REMIT_FIELD_REFERENCE && remit_record_get_integer (record, field) != 0)
    return check_reference (workspace, record, field, error);
  if ((info->flags & REMIT_FIELD_UNIQUE) && !remit_record_is_initial (record, field))
    return check_unique (workspace, record, field, error);
  return TRUE;
}

gboolean
remit_design_do_overlap (const RemitRecord *a,
                         const RemitRecord *b)
{
  gint64 a_until = remit_record_get_integer (a, REMIT_ASSIGNMENT_UNTIL);
  gint64 b_until = remit_record_get_integer (b, REMIT_ASSIGNMENT_UNTIL);

  return remit_record_is_same (a, b, REMIT_ASSIGNMENT_SLOT)
         && remit_record_is_same (a, b, REMIT_ASSIGNMENT_PERSON)
         && (b_until == 0 || remit_record_get_integer (a, REMIT_ASSIGNMENT_FROM) <= b_until)
         && (a_until == 0 || remit_record_get_integer (b, REMIT_ASSIGNMENT_FROM) <= a_until);
}

RemitEntity *
remit_design_find_overlap (RemitWorkspace *workspace,
                           const RemitRecord *assignment)
{
  GPtrArray *others;

  others = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                                          remit_record_get_integer (assignment,
                                                                    REMIT_ASSIGNMENT_SLOT));
  for (guint i = 0; i < others->len; i++)
    {
      RemitEntity *other = g_ptr_array_index (others, i);

      if (remit_entity_get_id (other) != remit_record_get_id (assignment)
          && remit_design_do_overlap (assignment, remit_entity_get_record (other)))
        return other;
    }
  return NULL;
}

static gboolean
check_overlap (RemitWorkspace *workspace,
               const RemitRecord *assignment,
               GError **error)
{
  if (remit_record_get_kind (assignment) != REMIT_KIND_ASSIGNMENT
      || remit_design_find_overlap (workspace, assignment) == NULL)
    return TRUE;
  return remit_design_refuse (error, _ ("This person is already in this slot on these dates"));
}

gboolean
remit_design_check_field (RemitWorkspace *workspace,
                          const RemitRecord *record,
                          guint field,
                          GError **error)
{
  return remit_record_check (record, error) && check_field (workspace, record, field, error)
         && check_overlap (workspace, record, error);
}

static gboolean
check_record (RemitWorkspace *workspace,
              const RemitRecord *record,
              GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  if (!remit_record_check (record, error))
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!check_field (workspace, record, i, error))
      return FALSE;
  return check_overlap (workspace, record, error);
}

gboolean
remit_design_make_key (RemitWorkspace *workspace,
                       RemitRecord *role,
                       GError **error)
{
  g_autofree char *slug = remit_role_dup_key (remit_record_get_text (role, REMIT_ROLE_NAME));

  remit_record_set_text (role, REMIT_ROLE_KEY, slug);
  for (int i = 2; i < G_MAXINT; i++)
    {
      g_autoptr (GError) taken = NULL;
      g_autofree char *key = NULL;

      if (check_unique (workspace, role, REMIT_ROLE_KEY, &taken))
        return TRUE;
      if (!g_error_matches (taken, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&taken));
          return FALSE;
        }
      key = g_strdup_printf ("%s-%d", slug, i);
      remit_record_set_text (role, REMIT_ROLE_KEY, key);
    }
  return FALSE;
}

/* What stands in an order, and is not given its place, comes last. */
static void
set_last_position (RemitWorkspace *workspace,
                   RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int order = remit_entity_info_find_order (info);
  int owner = remit_entity_info_find_owner (info);
  g_autoptr (GPtrArray) siblings = NULL;

  if (order < 0 || owner < 0 || !remit_record_is_initial (record, (guint) order))
    return;
  siblings = remit_design_get_parts (workspace, info->kind,
                                     remit_record_get_integer (record, (guint) owner));
  remit_record_set_integer (record, (guint) order,
                            remit_design_get_last_position (siblings, (guint) order));
}

/* Fills what need not be given. */
static gboolean
complete (RemitWorkspace *workspace,
          RemitRecord *record,
          GError **error)
{
  set_last_position (workspace, record);
  if (remit_record_get_kind (record) == REMIT_KIND_COMMENT)
    remit_comments_complete (record);
  if (remit_record_get_info (record)->is_log)
    return remit_design_refuse (error, _ ("Log entries are written automatically. Record an "
                                          "outcome or a statement instead"));
  switch ((int) remit_record_get_kind (record))
    {
    case REMIT_KIND_SETTINGS:
      return remit_design_refuse (error, _ ("The workspace already has settings"));
    case REMIT_KIND_ROLE:
      return !remit_record_is_initial (record, REMIT_ROLE_KEY)
             || remit_record_is_initial (record, REMIT_ROLE_NAME)
             || remit_design_make_key (workspace, record, error);
    case REMIT_KIND_CONFLICT:
      return remit_design_refuse (error, _ ("Raise a conflict to start its log"));
    case REMIT_KIND_OWN_RUNG:
      return remit_design_refuse (error, _ ("An open conflict keeps the ladder it was raised "
                                            "with"));
    case REMIT_KIND_DECISION:
      if (remit_record_is_initial (record, REMIT_DECISION_RAISED))
        remit_record_set_integer (record, REMIT_DECISION_RAISED, remit_time_now ());
      return TRUE;
    default:
      return TRUE;
    }
}

gboolean
remit_design_settle_waiting (RemitEdit *edit,
                             const RemitRecord *record,
                             RemitMessage **label,
                             GError **error)
{
  static const RemitPlural words = REMIT_PLURAL ("%2$s, for whom %1$d slot was reserved",
                                                 "%2$s, for whom %1$d slots were reserved");
  RemitMessage *longer;
  int n;

  if (remit_record_get_kind (record) == REMIT_KIND_ASSIGNMENT)
    return remit_awaited_end (edit, remit_record_get_integer (record, REMIT_ASSIGNMENT_SLOT),
                              error);
  if (remit_record_get_kind (record) != REMIT_KIND_PERSON)
    return TRUE;
  n = remit_awaited_fill (edit, remit_record_get_id (record), NULL, NULL, error);
  if (n > 0)
    {
      /* Translators: what was done, “Add Ada Lovelace”, and a number of slots */
      longer = remit_message_new_plural (words, n);
      remit_message_add (longer, g_steal_pointer (label));
      *label = longer;
    }
  return n >= 0;
}

gint64
remit_design_create (RemitWorkspace *workspace,
                     RemitRecord *record,
                     GError **error)
{
  g_autoptr (RemitMessage) label = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  gint64 plan;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (record != NULL, 0);

  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return 0;
  plan = remit_design_get_plan (record);
  if (plan != 0 && !remit_workspace_open_plan (workspace, plan, error))
    return 0;
  if (!complete (workspace, record, error) || !check_record (workspace, record, error))
    return 0;

  label = remit_design_describe_verb (workspace, REMIT_VERB_ADD, record);
  if (!remit_edit_insert (edit, record, error)
      || !remit_design_settle_waiting (edit, record, &label, error))
    return 0;
  remit_edit_describe (edit, remit_design_get_plan (record), g_steal_pointer (&label));
  if (!remit_edit_commit (edit, error))
    return 0;

  if (remit_record_get_kind (record) == REMIT_KIND_PLAN
      && !remit_workspace_open_plan (workspace, remit_record_get_id (record), error))
    return 0;
  return remit_record_get_id (record);
}
