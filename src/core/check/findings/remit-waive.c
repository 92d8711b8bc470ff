/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting a finding: by name, with a reason, and until a day. */
#include "remit-waive.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

static gboolean
refuse (GError **error,
        RemitModelError code,
        const char *words)
{
  g_set_error_literal (error, REMIT_MODEL_ERROR, code, words);
  return FALSE;
}

static RemitRecord *
make_waiver (gint64 plan,
             RemitFinding *finding,
             const char *actor,
             const char *reason,
             gint64 until)
{
  RemitRecord *waiver = remit_record_new (REMIT_KIND_WAIVER);

  remit_record_set_integer (waiver, REMIT_WAIVER_PLAN, plan);
  remit_record_set_text (waiver, REMIT_WAIVER_RULE, remit_finding_get_rule_id (finding));
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    remit_record_set_integer (waiver, remit_waiver_get_subject_field (i),
                              remit_finding_get_subject (finding, remit_subject_get_kind (i)));
  remit_record_set_text (waiver, REMIT_WAIVER_ACTOR, actor);
  remit_record_set_text (waiver, REMIT_WAIVER_REASON, reason);
  remit_record_set_integer (waiver, REMIT_WAIVER_UNTIL, until);
  return waiver;
}

static gboolean
check (RemitWorkspace *workspace,
       RemitFinding *finding,
       const char *actor,
       const char *reason,
       gint64 until,
       GError **error)
{
  if (remit_finding_get_rule (finding) == NULL)
    return refuse (error, REMIT_MODEL_ERROR_REFUSED,
                   _ ("This is about a rule, and not about the plan: mend or remove its file"));
  if (*actor == '\0' || *reason == '\0')
    return refuse (error, REMIT_MODEL_ERROR_INVALID, _ ("Say who accepts it, and why"));
  if (until != 0 && until < remit_day_today ())
    return refuse (error, REMIT_MODEL_ERROR_INVALID, _ ("That day is over; choose a later one"));
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    {
      RemitKind kind = remit_subject_get_kind (i);
      gint64 id = remit_finding_get_subject (finding, kind);

      if (id != 0 && remit_workspace_get (workspace, kind, id) == NULL)
        return refuse (error, REMIT_MODEL_ERROR_REFUSED,
                       _ ("What this is about is not there any longer"));
    }
  return TRUE;
}

/* Those that hold for the same, also when they have ended. */
static gboolean
delete_same (RemitWorkspace *workspace,
             RemitEdit *edit,
             gint64 plan,
             RemitFinding *finding,
             GError **error)
{
  GPtrArray *all = remit_workspace_get_referring (workspace, REMIT_KIND_WAIVER, REMIT_WAIVER_PLAN,
                                                  plan);

  for (guint i = 0; i < all->len; i++)
    if (remit_finding_is_meant_by (finding, remit_entity_get_record (all->pdata[i]))
        && !remit_edit_delete (edit, REMIT_KIND_WAIVER, remit_entity_get_id (all->pdata[i]), error))
      return FALSE;
  return TRUE;
}

gboolean
remit_waive (RemitWorkspace *workspace,
             gint64 plan,
             RemitFinding *finding,
             const char *actor,
             const char *reason,
             gint64 until,
             GError **error)
{
  g_autoptr (RemitRecord) waiver = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *by = NULL;
  g_autofree char *why = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && REMIT_IS_FINDING (finding), FALSE);
  g_return_val_if_fail (actor != NULL && reason != NULL, FALSE);

  by = g_strstrip (g_strdup (actor));
  why = g_strstrip (g_strdup (reason));
  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL || !check (workspace, finding, by, why, until, error))
    return FALSE;
  waiver = make_waiver (plan, finding, by, why, until);
  /* Translators: a step of the history; what is accepted, such as “A required slot is vacant” */
  remit_edit_describe (edit, plan,
                       remit_message_new_with (N_ ("Accept “%s”"),
                                               remit_finding_describe_title (finding), NULL));
  return delete_same (workspace, edit, plan, finding, error)
         && remit_edit_insert (edit, waiver, error)
         && remit_edit_commit (edit, error);
}

gboolean
remit_waive_end (RemitWorkspace *workspace,
                 gint64 waiver,
                 GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  RemitEntity *entity;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return FALSE;
  entity = remit_workspace_get (workspace, REMIT_KIND_WAIVER, waiver);
  if (entity == NULL)
    return refuse (error, REMIT_MODEL_ERROR_REFUSED, _ ("The waiver is not there any longer"));
  /* Translators: a step of the history; the id of a rule, such as SLOT-1 */
  remit_edit_describe (edit, remit_entity_get_integer (entity, REMIT_WAIVER_PLAN),
                       remit_message_new (N_ ("End the waiver of %s"),
                                          remit_entity_get_text (entity, REMIT_WAIVER_RULE), NULL));
  return remit_edit_delete (edit, REMIT_KIND_WAIVER, waiver, error)
         && remit_edit_commit (edit, error);
}
