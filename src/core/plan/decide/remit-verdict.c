/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the outcomes in a decision's log come to: whose count, and the status that follows. */
#include "remit-verdict.h"

#include "model/remit-day.h"
#include "plan/design/remit-design-private.h"
#include "plan/remit-log.h"
#include "remit-holder.h"

static gboolean
is_outcome (const RemitRecord *event)
{
  return remit_record_get_integer (event, REMIT_DECISION_EVENT_KIND)
         == REMIT_DECISION_EVENT_OUTCOME;
}

/* Returns: (transfer container) (element-type RemitRecord): in the order of the log */
static GPtrArray *
collect_outcomes (RemitWorkspace *workspace,
                  gint64 decision,
                  const RemitRecord *added,
                  gint64 without)
{
  g_autoptr (GPtrArray) log = remit_design_get_parts (workspace, REMIT_KIND_DECISION_EVENT,
                                                      decision);
  GPtrArray *outcomes = g_ptr_array_new ();

  for (guint i = 0; i < log->len; i++)
    {
      RemitEntity *event = log->pdata[i];

      if (is_outcome (remit_entity_get_record (event)) && remit_entity_get_id (event) != without
          && remit_log_stands (workspace, event))
        g_ptr_array_add (outcomes, (gpointer) remit_entity_get_record (event));
    }
  if (added != NULL)
    g_ptr_array_add (outcomes, (gpointer) added);
  return outcomes;
}

static RemitResult
get_result (const RemitRecord *outcome)
{
  return (RemitResult) remit_record_get_integer (outcome, REMIT_DECISION_EVENT_RESULT);
}

static RemitDecisionStatus
to_status (RemitResult result)
{
  switch (result)
    {
    case REMIT_RESULT_ACCEPTED:
      return REMIT_DECISION_STATUS_ACCEPTED;
    case REMIT_RESULT_REJECTED:
      return REMIT_DECISION_STATUS_REJECTED;
    case REMIT_RESULT_WITHDRAWN:
      return REMIT_DECISION_STATUS_WITHDRAWN;
    case REMIT_RESULT_NONE:
    default:
      return REMIT_DECISION_STATUS_PROPOSED;
    }
}

/* ── Votes ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
needs_no_quorum (GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (get_result (outcomes->pdata[i]) == REMIT_RESULT_WITHDRAWN
        || *remit_record_get_text (outcomes->pdata[i], REMIT_DECISION_EVENT_OVERRIDE) != '\0')
      return TRUE;
  return FALSE;
}

/* Entries may be dated back, so that the last one need not be the latest. */
static gint64
find_latest_day (GPtrArray *outcomes)
{
  gint64 latest = 0;

  for (guint i = 0; i < outcomes->len; i++)
    latest = MAX (latest, remit_record_get_integer (outcomes->pdata[i], REMIT_DECISION_EVENT_AT));
  return remit_day_of_time (latest);
}

/* Returns: %REMIT_RESULT_NONE for somebody who has not voted */
static RemitResult
find_vote (GPtrArray *outcomes,
           gint64 person)
{
  for (guint i = outcomes->len; i-- > 0;)
    if (remit_record_get_integer (outcomes->pdata[i], REMIT_DECISION_EVENT_PERSON) == person)
      return get_result (outcomes->pdata[i]);
  return REMIT_RESULT_NONE;
}

static RemitDecisionStatus
take_vote (RemitWorkspace *workspace,
           RemitEntity *decision,
           GPtrArray *outcomes)
{
  guint quorum = (guint) remit_entity_get_integer (decision, REMIT_DECISION_QUORUM);
  guint n_accepted = 0;
  guint n_rejected = 0;
  g_autoptr (GPtrArray) approvers = remit_holder_get_people_of_part (
    workspace, decision, REMIT_PART_DECIDES, find_latest_day (outcomes));

  for (guint i = 0; i < approvers->len; i++)
    {
      RemitResult vote = find_vote (outcomes, remit_entity_get_id (approvers->pdata[i]));

      n_accepted += vote == REMIT_RESULT_ACCEPTED;
      n_rejected += vote == REMIT_RESULT_REJECTED;
    }
  if (n_accepted >= quorum)
    return REMIT_DECISION_STATUS_ACCEPTED;
  if (n_rejected > 0 && approvers->len < quorum + n_rejected)
    return REMIT_DECISION_STATUS_REJECTED;
  return REMIT_DECISION_STATUS_PROPOSED;
}

RemitDecisionStatus
remit_verdict_derive (RemitWorkspace *workspace,
                      RemitEntity *decision,
                      const RemitRecord *added,
                      gint64 without)
{
  g_autoptr (GPtrArray) outcomes = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), REMIT_DECISION_STATUS_PROPOSED);
  g_return_val_if_fail (remit_entity_is (decision, REMIT_KIND_DECISION),
                        REMIT_DECISION_STATUS_PROPOSED);

  outcomes = collect_outcomes (workspace, remit_entity_get_id (decision), added, without);
  if (outcomes->len == 0)
    return REMIT_DECISION_STATUS_PROPOSED;
  if (remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK) != REMIT_FRAMEWORK_JOINT
      || needs_no_quorum (outcomes))
    return to_status (get_result (outcomes->pdata[outcomes->len - 1]));
  return take_vote (workspace, decision, outcomes);
}
