/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on decisions and their logs: input, objection, outcome, review, correction. */
#include "remit-decide.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/design/remit-design-private.h"
#include "plan/remit-log.h"
#include "remit-holder.h"
#include "remit-verdict.h"

/* A clock may be a little ahead of ours. */
#define TOLERANCE (60 * 1000)

static RemitEntity *
get_decision (RemitWorkspace *workspace,
              gint64 id,
              GError **error)
{
  RemitEntity *decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, id);

  if (decision == NULL)
    remit_design_refuse (error, _ ("The decision no longer exists"));
  return decision;
}

/* ── Who may ──────────────────────────────────────────────────────────────────────────────── */

/* "Ada Lovelace (Product manager)" of each holder; a vacant slot by its name alone */
static char *
dup_deciders (RemitWorkspace *workspace,
              RemitEntity *decision,
              gint64 day)
{
  g_autoptr (GPtrArray) rights = remit_holder_get_rights (workspace, decision, REMIT_PART_DECIDES);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rights->len; i++)
    {
      g_autofree char *holder = remit_holder_dup_name (workspace, rights->pdata[i]);
      g_autoptr (GPtrArray) people = remit_holder_get_people (workspace, rights->pdata[i], day);

      for (guint j = 0; j < people->len; j++)
        {
          const char *name = remit_entity_get_text (people->pdata[j], REMIT_PERSON_NAME);

          /* Translators: a person, and the slot or role that they hold a right by */
          g_ptr_array_add (names, g_str_equal (name, holder)
                                    ? g_strdup (name)
                                    : g_strdup_printf (_ ("%1$s (%2$s)"), name, holder));
        }
      if (people->len == 0)
        /* Translators: a slot that nobody is in */
        g_ptr_array_add (names, g_strdup_printf (_ ("%s (vacant)"), holder));
    }
  return remit_design_join (names);
}

gboolean
remit_decide_may (RemitWorkspace *workspace,
                  gint64 decision,
                  gint64 person,
                  gint64 at,
                  char **whose)
{
  RemitEntity *entity = get_decision (workspace, decision, NULL);
  gint64 day = remit_day_of_time (at);
  g_autoptr (GPtrArray) people = NULL;
  gboolean may = FALSE;

  if (whose != NULL)
    *whose = entity != NULL ? dup_deciders (workspace, entity, day) : g_strdup ("");
  if (entity == NULL)
    return FALSE;

  people = remit_holder_get_people_of_part (workspace, entity, REMIT_PART_DECIDES, day);
  for (guint i = 0; i < people->len && !may; i++)
    may = remit_entity_get_id (people->pdata[i]) == person;
  return may;
}

/* ── Outcomes ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_voted (RemitWorkspace *workspace,
           gint64 decision,
           gint64 person)
{
  GPtrArray *events = remit_workspace_get_referring (workspace, REMIT_KIND_DECISION_EVENT,
                                                     REMIT_DECISION_EVENT_DECISION, decision);

  for (guint i = 0; i < events->len; i++)
    if (remit_entity_get_integer (events->pdata[i], REMIT_DECISION_EVENT_KIND)
          == REMIT_DECISION_EVENT_OUTCOME
        && remit_entity_get_integer (events->pdata[i], REMIT_DECISION_EVENT_PERSON) == person
        && remit_log_stands (workspace, events->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_stranger (const RemitLogEntry *entry,
                 const char *whose,
                 GError **error)
{
  if (*whose == '\0')
    return remit_design_refuse (error, _ ("Nobody has the right to make this decision yet. Assign "
                                          "the right, or record the outcome as an override and "
                                          "give the reason."));
  if (entry->person == 0)
    /* Translators: one or several people with their slots */
    return remit_design_refuse (error, _ ("This decision belongs to %s. Enter who decided, or "
                                          "record the outcome as an override and give the reason."),
                                whose);
  /* Translators: one or several people with their slots */
  return remit_design_refuse (error, _ ("This decision belongs to %s. If necessary, record the "
                                        "outcome as an override and give the reason."), whose);
}

/* Whether there may be an outcome now, by whom it says, with that date. */
static gboolean
check_outcome (RemitWorkspace *workspace,
               RemitEntity *decision,
               const RemitLogEntry *entry,
               gint64 at,
               GError **error)
{
  g_autofree char *whose = NULL;
  gint64 raised = remit_entity_get_integer (decision, REMIT_DECISION_RAISED);
  gboolean is_joint;

  if (entry->result == REMIT_RESULT_NONE)
    return remit_design_refuse (error, _ ("Choose the result: accepted, rejected or withdrawn"));
  if (remit_entity_get_integer (decision, REMIT_DECISION_STATUS) != REMIT_DECISION_STATUS_PROPOSED)
    return remit_design_refuse (error, _ ("This decision has been made. Supersede it with a new "
                                          "decision, or correct the entry in its log."));
  if (raised != 0 && at < raised)
    return remit_design_refuse (error, _ ("The decision date is before the proposal"));
  if (entry->override != NULL && *entry->override != '\0')
    return TRUE;
  if (!remit_decide_may (workspace, entry->decision, entry->person, at, &whose))
    return refuse_stranger (entry, whose, error);

  is_joint = remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK)
             == REMIT_FRAMEWORK_JOINT;
  if (is_joint && has_voted (workspace, entry->decision, entry->person))
    return remit_design_refuse (error, _ ("This person has already decided. Correct the earlier "
                                          "entry first."));
  return TRUE;
}

/* What was in force until now is superseded. */
static gboolean
supersede_old (RemitEdit *edit,
               RemitWorkspace *workspace,
               RemitEntity *decision,
               RemitDecisionStatus status,
               GError **error)
{
  gint64 id = remit_entity_get_integer (decision, REMIT_DECISION_SUPERSEDES);
  RemitEntity *old = remit_workspace_get (workspace, REMIT_KIND_DECISION, id);

  if (status != REMIT_DECISION_STATUS_ACCEPTED || old == NULL
      || remit_entity_get_integer (old, REMIT_DECISION_STATUS) == REMIT_DECISION_STATUS_SUPERSEDED)
    return TRUE;
  return remit_edit_set_integer (edit, REMIT_KIND_DECISION, id, REMIT_DECISION_STATUS,
                                 REMIT_DECISION_STATUS_SUPERSEDED, error);
}

static gboolean
write_status (RemitEdit *edit,
              RemitWorkspace *workspace,
              RemitEntity *decision,
              RemitDecisionStatus status,
              GError **error)
{
  gint64 id = remit_entity_get_id (decision);

  if (remit_entity_get_integer (decision, REMIT_DECISION_STATUS) == status)
    return TRUE;
  return remit_edit_set_integer (edit, REMIT_KIND_DECISION, id, REMIT_DECISION_STATUS, status,
                                 error)
         && supersede_old (edit, workspace, decision, status, error);
}

/* ── Appending ────────────────────────────────────────────────────────────────────────────── */

static void
set_text (RemitRecord *record,
          guint field,
          const char *text)
{
  remit_record_set_text (record, field, text != NULL ? text : "");
}

static RemitRecord *
create_event (RemitWorkspace *workspace,
              RemitEntity *decision,
              const RemitLogEntry *entry,
              gint64 at)
{
  RemitEntity *person = remit_workspace_get (workspace, REMIT_KIND_PERSON, entry->person);
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION_EVENT);

  remit_record_set_integer (record, REMIT_DECISION_EVENT_PLAN,
                            remit_entity_get_integer (decision, REMIT_DECISION_PLAN));
  remit_record_set_integer (record, REMIT_DECISION_EVENT_DECISION, remit_entity_get_id (decision));
  remit_record_set_integer (record, REMIT_DECISION_EVENT_AT, at);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_KIND, entry->kind);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_RESULT, entry->result);
  if (person != NULL)
    remit_record_set_integer (record, REMIT_DECISION_EVENT_PERSON, entry->person);
  set_text (record, REMIT_DECISION_EVENT_ACTOR,
            person != NULL ? remit_entity_get_text (person, REMIT_PERSON_NAME)
                           : remit_edit_get_actor ());
  set_text (record, REMIT_DECISION_EVENT_TEXT, entry->text);
  set_text (record, REMIT_DECISION_EVENT_CONSEQUENCES, entry->consequences);
  set_text (record, REMIT_DECISION_EVENT_EVIDENCE, entry->evidence);
  return record;
}

/* Translators: what is done to the log of a decision; its title */
static const char *const labels[] = {
  [REMIT_DECISION_EVENT_INPUT] = N_ ("Record input on %s"),
  [REMIT_DECISION_EVENT_OBJECTION] = N_ ("Record objection to %s"),
  [REMIT_DECISION_EVENT_REVIEW] = N_ ("Record review of %s"),
  [REMIT_DECISION_EVENT_CORRECTION] = N_ ("Correct the log of %s"),
};

/* Translators: what a decision ends in; its title */
static const char *const outcome_labels[] = {
  [REMIT_RESULT_ACCEPTED] = N_ ("Accept %s"),
  [REMIT_RESULT_REJECTED] = N_ ("Reject %s"),
};

static RemitMessage *
describe (RemitEntity *decision,
          const RemitLogEntry *entry)
{
  const char *label = entry->kind < G_N_ELEMENTS (labels) ? labels[entry->kind] : NULL;

  if (label == NULL && entry->result < G_N_ELEMENTS (outcome_labels))
    label = outcome_labels[entry->result];
  /* Translators: the title of a decision */
  return remit_message_new (label != NULL ? label : N_ ("Withdraw %s"),
                            remit_entity_get_text (decision, REMIT_DECISION_TITLE), NULL);
}

static gboolean
check_entry (RemitWorkspace *workspace,
             RemitEntity *decision,
             const RemitLogEntry *entry,
             gint64 at,
             GError **error)
{
  if (entry->kind == REMIT_DECISION_EVENT_CORRECTION)
    return remit_design_refuse (error, _ ("Choose the entry to correct"));
  if (at > remit_time_now () + TOLERANCE)
    return remit_design_refuse (error, _ ("The time is in the future"));
  if (entry->person != 0
      && remit_workspace_get (workspace, REMIT_KIND_PERSON, entry->person) == NULL)
    return remit_design_refuse (error, _ ("The person no longer exists"));
  if (entry->kind == REMIT_DECISION_EVENT_OUTCOME)
    return check_outcome (workspace, decision, entry, at, error);
  if (entry->text == NULL || *entry->text == '\0')
    return remit_design_refuse (error, _ ("Enter a statement"));
  return TRUE;
}

gint64
remit_decide_log (RemitWorkspace *workspace,
                  const RemitLogEntry *entry,
                  GError **error)
{
  RemitEntity *decision;
  gint64 at;
  g_autoptr (RemitRecord) event = NULL;
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (entry != NULL, 0);

  edit = remit_workspace_begin (workspace, error);
  decision = edit != NULL ? get_decision (workspace, entry->decision, error) : NULL;
  at = entry->at != 0 ? entry->at : remit_time_now ();
  if (decision == NULL || !check_entry (workspace, decision, entry, at, error))
    return 0;

  event = create_event (workspace, decision, entry, at);
  /* a reason is kept only where there was need of one */
  if (entry->kind == REMIT_DECISION_EVENT_OUTCOME
      && !remit_decide_may (workspace, entry->decision, entry->person, at, NULL))
    set_text (event, REMIT_DECISION_EVENT_OVERRIDE, entry->override);
  if (!remit_record_check (event, error))
    return 0;

  remit_edit_describe (edit, remit_entity_get_integer (decision, REMIT_DECISION_PLAN),
                       describe (decision, entry));
  if (!remit_edit_insert (edit, event, error)
      || (entry->kind == REMIT_DECISION_EVENT_OUTCOME
          && !write_status (edit, workspace, decision,
                            remit_verdict_derive (workspace, decision, event, 0), error)))
    return 0;
  return remit_edit_commit (edit, error) ? remit_record_get_id (event) : 0;
}

/* An outcome that is taken back leaves the decision as it would be without it. */
static gboolean
write_status_without (RemitEdit *edit,
                      RemitWorkspace *workspace,
                      RemitEntity *decision,
                      RemitEntity *event,
                      GError **error)
{
  if (remit_entity_get_integer (event, REMIT_DECISION_EVENT_KIND) != REMIT_DECISION_EVENT_OUTCOME
      || remit_entity_get_integer (decision, REMIT_DECISION_STATUS)
           == REMIT_DECISION_STATUS_SUPERSEDED)
    return TRUE;
  return write_status (edit, workspace, decision,
                       remit_verdict_derive (workspace, decision, NULL,
                                             remit_entity_get_id (event)),
                       error);
}

gint64
remit_decide_correct (RemitWorkspace *workspace,
                      gint64 event,
                      const char *text,
                      GError **error)
{
  RemitLogEntry entry = { .kind = REMIT_DECISION_EVENT_CORRECTION, .text = text };
  g_autoptr (RemitEdit) edit = remit_workspace_begin (workspace, error);
  g_autoptr (RemitRecord) record = NULL;
  RemitEntity *wrong;
  RemitEntity *decision;

  if (edit == NULL)
    return 0;
  wrong = remit_workspace_get (workspace, REMIT_KIND_DECISION_EVENT, event);
  if (wrong == NULL || !remit_log_stands (workspace, wrong)
      || remit_entity_get_integer (wrong, REMIT_DECISION_EVENT_KIND)
           == REMIT_DECISION_EVENT_CORRECTION)
    {
      remit_design_refuse (error, _ ("The log entry does not exist or is already corrected"));
      return 0;
    }
  if (text == NULL || *text == '\0')
    {
      remit_design_refuse (error, _ ("Describe the correction"));
      return 0;
    }

  entry.decision = remit_entity_get_integer (wrong, REMIT_DECISION_EVENT_DECISION);
  decision = get_decision (workspace, entry.decision, error);
  if (decision == NULL)
    return 0;
  record = create_event (workspace, decision, &entry, remit_time_now ());
  remit_record_set_integer (record, REMIT_DECISION_EVENT_CORRECTS, event);
  remit_edit_describe (edit, remit_entity_get_integer (decision, REMIT_DECISION_PLAN),
                       describe (decision, &entry));
  if (!remit_edit_insert (edit, record, error)
      || !write_status_without (edit, workspace, decision, wrong, error)
      || !remit_edit_commit (edit, error))
    return 0;
  return remit_record_get_id (record);
}

/* ── Superseding ──────────────────────────────────────────────────────────────────────────── */

RemitEntity *
remit_decide_get_successor (RemitWorkspace *workspace,
                            gint64 decision)
{
  GPtrArray *all = remit_workspace_get_referring (workspace, REMIT_KIND_DECISION,
                                                  REMIT_DECISION_SUPERSEDES, decision);

  return all->len > 0 ? all->pdata[all->len - 1] : NULL;
}

static gboolean
copy_rights (RemitEdit *edit,
             RemitWorkspace *workspace,
             gint64 from,
             gint64 to,
             GError **error)
{
  GPtrArray *rights = remit_workspace_get_referring (workspace, REMIT_KIND_RIGHT,
                                                     REMIT_RIGHT_DECISION, from);

  for (guint i = 0; i < rights->len; i++)
    {
      g_autoptr (RemitRecord) right = NULL;

      right = remit_record_copy (remit_entity_get_record (rights->pdata[i]));
      remit_record_set_id (right, 0);
      remit_record_set_integer (right, REMIT_RIGHT_DECISION, to);
      remit_record_set_integer (right, REMIT_RIGHT_ACKNOWLEDGEMENT,
                                REMIT_ACKNOWLEDGEMENT_PENDING);
      if (!remit_edit_insert (edit, right, error))
        return FALSE;
    }
  return TRUE;
}

gint64
remit_decide_supersede (RemitWorkspace *workspace,
                        gint64 decision,
                        const char *title,
                        GError **error)
{
  g_autoptr (RemitEdit) edit = remit_workspace_begin (workspace, error);
  RemitEntity *old = edit != NULL ? get_decision (workspace, decision, error) : NULL;
  g_autoptr (RemitRecord) new = NULL;

  if (old == NULL)
    return 0;
  if (remit_decide_get_successor (workspace, decision) != NULL)
    {
      remit_design_refuse (error, _ ("This decision is already superseded"));
      return 0;
    }
  new = remit_record_copy (remit_entity_get_record (old));
  remit_record_set_id (new, 0);
  remit_record_set_text (new, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (new, REMIT_DECISION_STATUS, REMIT_DECISION_STATUS_PROPOSED);
  remit_record_set_integer (new, REMIT_DECISION_SUPERSEDES, decision);
  remit_record_set_integer (new, REMIT_DECISION_RAISED, remit_time_now ());
  remit_record_set_integer (new, REMIT_DECISION_DECIDE_BY, 0);
  if (!remit_record_check (new, error))
    return 0;

  /* Translators: two titles of decisions */
  remit_edit_describe (edit, remit_entity_get_integer (old, REMIT_DECISION_PLAN),
                       remit_message_new (N_ ("Supersede %1$s with %2$s"),
                                          remit_entity_get_text (old, REMIT_DECISION_TITLE), title,
                                          NULL));
  if (!remit_edit_insert (edit, new, error)
      || !copy_rights (edit, workspace, decision, remit_record_get_id (new), error)
      || !remit_edit_commit (edit, error))
    return 0;
  return remit_record_get_id (new);
}
