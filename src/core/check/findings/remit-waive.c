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
make_waiver (RemitFinding *finding,
             const RemitWaiverTerms *terms)
{
  RemitRecord *waiver = remit_record_new (REMIT_KIND_WAIVER);

  remit_record_set_integer (waiver, REMIT_WAIVER_PLAN, terms->plan);
  remit_record_set_text (waiver, REMIT_WAIVER_RULE, remit_finding_get_rule_id (finding));
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    remit_record_set_integer (waiver, remit_waiver_get_subject_field (i),
                              remit_finding_get_subject (finding, remit_subject_get_kind (i)));
  remit_record_set_text (waiver, REMIT_WAIVER_ACTOR, terms->actor);
  remit_record_set_text (waiver, REMIT_WAIVER_REASON, terms->reason);
  remit_record_set_integer (waiver, REMIT_WAIVER_UNTIL, terms->until);
  return waiver;
}

static gboolean
check (RemitWorkspace *workspace,
       RemitFinding *finding,
       const RemitWaiverTerms *terms,
       GError **error)
{
  if (remit_finding_get_rule (finding) == NULL)
    return refuse (error, REMIT_MODEL_ERROR_REFUSED,
                   _ ("This finding is about a rule file, not the plan. Correct or remove the "
                      "file"));
  if (*terms->actor == '\0' || *terms->reason == '\0')
    return refuse (error, REMIT_MODEL_ERROR_INVALID, _ ("Enter who accepts the finding, and why"));
  if (terms->until != 0 && terms->until < remit_day_today ())
    return refuse (error, REMIT_MODEL_ERROR_INVALID, _ ("The day is in the past. Choose a later "
                                                        "day"));
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    {
      RemitKind kind = remit_subject_get_kind (i);
      gint64 id = remit_finding_get_subject (finding, kind);

      if (id != 0 && remit_workspace_get (workspace, kind, id) == NULL)
        return refuse (error, REMIT_MODEL_ERROR_REFUSED,
                       _ ("The subject of the finding no longer exists"));
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

static gboolean
write_one (RemitWorkspace *workspace,
           RemitEdit *edit,
           RemitFinding *finding,
           const RemitWaiverTerms *terms,
           GError **error)
{
  g_autoptr (RemitRecord) waiver = make_waiver (finding, terms);

  return check (workspace, finding, terms, error)
         && delete_same (workspace, edit, terms->plan, finding, error)
         && remit_edit_insert (edit, waiver, error);
}

static RemitMessage *
describe (GPtrArray *findings)
{
  RemitFinding *first = findings->pdata[0];
  guint n_same = 0;

  for (guint i = 0; i < findings->len; i++)
    n_same += remit_finding_get_rule (findings->pdata[i]) == remit_finding_get_rule (first);
  if (n_same < findings->len)
    /* Translators: a step of the history; findings of several rules that are accepted */
    return remit_message_new_plural (
      (RemitPlural) REMIT_PLURAL ("Accept %u finding", "Accept %u findings"), findings->len);
  /* Translators: a step of the history; what is accepted, such as “A required slot is vacant” */
  return remit_message_new_with (N_ ("Accept “%s”"), remit_finding_describe_title (first), NULL);
}

gboolean
remit_waive_all (RemitWorkspace *workspace,
                 GPtrArray *findings,
                 const RemitWaiverTerms *terms,
                 GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *by = NULL;
  g_autofree char *why = NULL;
  RemitWaiverTerms plain;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (findings != NULL && findings->len > 0, FALSE);
  g_return_val_if_fail (terms->actor != NULL && terms->reason != NULL, FALSE);

  by = g_strstrip (g_strdup (terms->actor));
  why = g_strstrip (g_strdup (terms->reason));
  plain = (RemitWaiverTerms){ terms->plan, by, why, terms->until };
  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return FALSE;
  remit_edit_describe (edit, terms->plan, describe (findings));
  for (guint i = 0; i < findings->len; i++)
    if (!write_one (workspace, edit, findings->pdata[i], &plain, error))
      return FALSE;
  return remit_edit_commit (edit, error);
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
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  const RemitWaiverTerms terms = { plan, actor, reason, until };

  g_return_val_if_fail (REMIT_IS_FINDING (finding), FALSE);

  g_ptr_array_add (one, finding);
  return remit_waive_all (workspace, one, &terms, error);
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
    return refuse (error, REMIT_MODEL_ERROR_REFUSED, _ ("The finding is no longer accepted"));
  /* Translators: a step of the history; the id of a rule, such as SLOT-1 */
  remit_edit_describe (edit, remit_entity_get_integer (entity, REMIT_WAIVER_PLAN),
                       remit_message_new (N_ ("Stop accepting %s"),
                                          remit_entity_get_text (entity, REMIT_WAIVER_RULE), NULL));
  return remit_edit_delete (edit, REMIT_KIND_WAIVER, waiver, error)
         && remit_edit_commit (edit, error);
}
