/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who may decide, the log, outcomes, corrections, what takes the place of what. */
#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan-fixture.h"
#include "plan/decide/remit-decide.h"
#include "plan/decide/remit-holder.h"
#include "plan/decide/remit-matrix.h"
#include "plan/remit-log.h"

/* A decision of the team Fraud, with Ada in the slot that decides. */
typedef struct {
  gint64 decision;
  gint64 at;
} Decision;

static void
give (PlanFixture *f,
      gint64 decision,
      RemitKind kind,
      gint64 holder,
      RemitLetter letter)
{
  RemitCell cell = { decision, kind, holder, REMIT_LETTERS (letter) };
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, &cell, 1, &error));
  g_assert_no_error (error);
}

static Decision
set_up (PlanFixture *f)
{
  Decision self = { .at = remit_time_parse (TODAY "T12:00:00Z") };

  plan_fixture_assign (f, f->ml, f->ada, 100, "2026-02-01", "2026-02-28");
  self.decision = plan_fixture_add_decision (f, f->fraud, "Release");
  give (f, self.decision, REMIT_KIND_SLOT, f->ml, REMIT_LETTER_A);
  return self;
}

static gint64
get_status (PlanFixture *f,
            gint64 decision)
{
  return plan_fixture_get (f, REMIT_KIND_DECISION, decision, REMIT_DECISION_STATUS);
}

static gint64
decide (PlanFixture *f,
        gint64 decision,
        gint64 person,
        RemitResult result,
        gint64 at)
{
  RemitLogEntry entry = { .decision = decision, .kind = REMIT_DECISION_EVENT_OUTCOME,
                          .result = result, .person = person, .at = at, .text = "It is good." };
  g_autoptr (GError) error = NULL;
  gint64 id = remit_decide_log (f->workspace, &entry, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

/* An undo leaves the log and corrects it, so that what it leads to is compared without it. */
static void
check_label (PlanFixture *f,
             const char *label)
{
  g_assert_cmpstr (remit_workspace_get_undo_label (f->workspace), ==, label);
}

static void
test_holders (PlanFixture *f,
              gconstpointer data)
{
  Decision d = set_up (f);
  RemitEntity *decision = remit_workspace_get (f->workspace, REMIT_KIND_DECISION, d.decision);
  g_autoptr (GPtrArray) today = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) of_role = NULL;
  g_autoptr (GPtrArray) doers = NULL;

  today = remit_holder_get_people_of_part (f->workspace, decision, REMIT_PART_DECIDES,
                                           remit_day_parse (TODAY));
  g_assert_cmpuint (today->len, ==, 1);
  g_assert_cmpint (remit_entity_get_id (today->pdata[0]), ==, f->ada);
  later = remit_holder_get_people_of_part (f->workspace, decision, REMIT_PART_DECIDES,
                                           remit_day_parse ("2026-03-01"));
  g_assert_cmpuint (later->len, ==, 0);

  /* a role is the slots for it in the decision's team; a person who has left holds nothing */
  plan_fixture_assign (f, f->on_call, f->bob, 50, "", "");
  give (f, d.decision, REMIT_KIND_ROLE, f->ml_role, REMIT_LETTER_R);
  give (f, d.decision, REMIT_KIND_PERSON, f->cem, REMIT_LETTER_R);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_UNTIL, "2026-02-09");
  doers = remit_holder_get_people_of_part (f->workspace, decision, REMIT_PART_DOES,
                                           remit_day_parse (TODAY));
  g_assert_cmpuint (doers->len, ==, 1);
  g_assert_cmpint (remit_entity_get_id (doers->pdata[0]), ==, f->ada);

  /* of a decision of the plan, they are all slots for it */
  plan_fixture_set (f, REMIT_KIND_DECISION, d.decision, REMIT_DECISION_TEAM, "");
  of_role = remit_holder_get_people_of_part (f->workspace, decision, REMIT_PART_DOES,
                                             remit_day_parse (TODAY));
  g_assert_cmpuint (of_role->len, ==, 2);
}

static void
test_outcome (PlanFixture *f,
              gconstpointer data)
{
  Decision d = set_up (f);
  gint64 id = decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at);
  g_autoptr (GPtrArray) log = NULL;

  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
  check_label (f, "Accept Release");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_DECISION_EVENT, id,
                                          REMIT_DECISION_EVENT_ACTOR), ==, "Ada Lovelace");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_DECISION_EVENT, id,
                                          REMIT_DECISION_EVENT_OVERRIDE), ==, "");

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, NULL));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
  log = remit_design_get_parts (f->workspace, REMIT_KIND_DECISION_EVENT, d.decision);
  g_assert_cmpuint (log->len, ==, 3);
  g_assert_true (remit_log_stands (f->workspace, log->pdata[0]));
  g_assert_false (remit_log_stands (f->workspace, log->pdata[1]));
  g_assert_true (remit_log_stands (f->workspace, log->pdata[2]));
}

static void
refuse (PlanFixture *f,
        const RemitLogEntry *entry,
        const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (remit_decide_log (f->workspace, entry, &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, message);
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  Decision d = set_up (f);
  RemitLogEntry entry = { .decision = d.decision, .kind = REMIT_DECISION_EVENT_OUTCOME,
                          .result = REMIT_RESULT_ACCEPTED, .person = f->bob, .at = d.at };

  refuse (f, &entry, "This decision belongs to Ada Lovelace (ML engineer). If necessary, record "
                     "the outcome as an override and give the reason.");
  entry.person = 0;
  refuse (f, &entry, "This decision belongs to Ada Lovelace (ML engineer). Enter who decided, or "
                     "record the outcome as an override and give the reason.");
  /* the right is a seat's, and Ada is no longer in it */
  entry.person = f->ada;
  entry.at = remit_time_parse ("2026-03-02T12:00:00Z");
  refuse (f, &entry, "This decision belongs to ML engineer (vacant). If necessary, record the "
                     "outcome as an override and give the reason.");
  entry.at = remit_time_parse ("2026-01-01T12:00:00Z");
  refuse (f, &entry, "The decision date is before the proposal");
  entry.at = remit_time_now () + 3600 * 1000;
  refuse (f, &entry, "The time is in the future");
  entry.at = d.at;
  entry.result = REMIT_RESULT_NONE;
  refuse (f, &entry, "Choose the result: accepted, rejected or withdrawn");
  entry.kind = REMIT_DECISION_EVENT_INPUT;
  refuse (f, &entry, "Enter a statement");
  entry.text = "x";
  entry.person = 4711;
  refuse (f, &entry, "The person no longer exists");
  entry.decision = 4711;
  refuse (f, &entry, "The decision no longer exists");

  decide (f, d.decision, f->ada, REMIT_RESULT_REJECTED, d.at);
  entry = (RemitLogEntry){ .decision = d.decision, .kind = REMIT_DECISION_EVENT_OUTCOME,
                           .result = REMIT_RESULT_ACCEPTED, .person = f->ada, .at = d.at };
  refuse (f, &entry, "This decision has been made. Supersede it with a new decision, or correct "
                     "the entry in its log.");
}

static void
test_nobody (PlanFixture *f,
             gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitLogEntry entry = { .decision = decision, .kind = REMIT_DECISION_EVENT_OUTCOME,
                          .result = REMIT_RESULT_ACCEPTED, .person = f->bob };

  refuse (f, &entry, "Nobody has the right to make this decision yet. Assign the right, or record "
                     "the outcome as an override and give the reason.");
}

static void
test_override (PlanFixture *f,
               gconstpointer data)
{
  Decision d = set_up (f);
  RemitLogEntry entry = { .decision = d.decision, .kind = REMIT_DECISION_EVENT_OUTCOME,
                          .result = REMIT_RESULT_ACCEPTED, .person = f->bob, .at = d.at,
                          .override = "Ada was ill" };
  g_autoptr (GError) error = NULL;
  gint64 id = remit_decide_log (f->workspace, &entry, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_DECISION_EVENT, id,
                                          REMIT_DECISION_EVENT_OVERRIDE), ==, "Ada was ill");
}

static void
test_correct (PlanFixture *f,
              gconstpointer data)
{
  Decision d = set_up (f);
  gint64 id = decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 correction;

  correction = remit_decide_correct (f->workspace, id, "It was a misunderstanding", &error);
  g_assert_no_error (error);
  g_assert_cmpint (correction, !=, 0);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  check_label (f, "Correct the log of Release");

  before = plan_fixture_dump (f);
  g_assert_cmpint (remit_decide_correct (f->workspace, id, "Again", &error), ==, 0);
  plan_fixture_check_refused (f, before, &error,
                              "The log entry does not exist or is already corrected");
  g_assert_cmpint (remit_decide_correct (f->workspace, correction, "Again", &error), ==, 0);
  plan_fixture_check_refused (f, before, &error,
                              "The log entry does not exist or is already corrected");

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
  g_assert_true (remit_log_stands (f->workspace, remit_workspace_get (
    f->workspace, REMIT_KIND_DECISION_EVENT, id)));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);

  decide (f, d.decision, f->ada, REMIT_RESULT_REJECTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_REJECTED);
}

/* The log is for good; the database and the generic verbs know that. */
static void
test_log_stays (PlanFixture *f,
                gconstpointer data)
{
  Decision d = set_up (f);
  gint64 id = decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at);
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_delete (f->workspace, REMIT_KIND_DECISION_EVENT, id, &error));
  plan_fixture_check_refused (f, before, &error,
                              "Logs cannot be rewritten. Add a correction instead");
  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_DECISION_EVENT, id,
                                       REMIT_DECISION_EVENT_TEXT, "x", &error));
  plan_fixture_check_refused (f, before, &error,
                              "Logs cannot be rewritten. Add a correction instead");
  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_DECISION, d.decision,
                                       REMIT_DECISION_STATUS, "proposed", &error));
  plan_fixture_check_refused (f, before, &error,
                              "The status follows from the log. Record an outcome");
  g_assert_false (remit_design_delete (f->workspace, REMIT_KIND_DECISION, d.decision, &error));
  plan_fixture_check_refused (f, before, &error,
                              "Release has a log with 1 entry, which must be kept. Withdraw the "
                              "decision instead.");

  /* the team goes, the decision stays with the plan */
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->fraud, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_DECISION, d.decision, REMIT_DECISION_TEAM), ==,
                   0);
  plan_fixture_check_edit (f, before, "Delete team Fraud");
}

/* Three approvers, of whom two have to agree; Ada is one by her slot. */
static Decision
set_up_joint (PlanFixture *f)
{
  Decision d = set_up (f);

  plan_fixture_set (f, REMIT_KIND_DECISION, d.decision, REMIT_DECISION_FRAMEWORK, "JOINT");
  plan_fixture_set (f, REMIT_KIND_DECISION, d.decision, REMIT_DECISION_QUORUM, "2");
  give (f, d.decision, REMIT_KIND_PERSON, f->bob, REMIT_LETTER_A);
  give (f, d.decision, REMIT_KIND_PERSON, f->cem, REMIT_LETTER_A);
  return d;
}

static void
test_joint (PlanFixture *f,
            gconstpointer data)
{
  Decision d = set_up_joint (f);
  RemitLogEntry entry = { .kind = REMIT_DECISION_EVENT_OUTCOME, .result = REMIT_RESULT_ACCEPTED };

  decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  entry.decision = d.decision;
  entry.person = f->ada;
  entry.at = d.at;
  refuse (f, &entry, "This person has already decided. Correct the earlier entry first.");
  decide (f, d.decision, f->bob, REMIT_RESULT_REJECTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  decide (f, d.decision, f->cem, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
}

/* Two of three refuse, and two cannot agree any longer. */
static void
test_joint_rejected (PlanFixture *f,
                     gconstpointer data)
{
  Decision d = set_up_joint (f);

  decide (f, d.decision, f->bob, REMIT_RESULT_REJECTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  decide (f, d.decision, f->cem, REMIT_RESULT_REJECTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_REJECTED);
}

/* Another program has Ada leave the day before today. */
static void
let_ada_leave (PlanFixture *f)
{
  g_autoptr (RemitWorkspace) other
    = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, NULL);

  g_assert_true (remit_design_change (other, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL,
                                      "2026-02-09", NULL));
  remit_test_refresh (f->workspace);
}

static void
test_joint_rejecter_left (PlanFixture *f,
                          gconstpointer data)
{
  Decision d = set_up_joint (f);

  decide (f, d.decision, f->ada, REMIT_RESULT_REJECTED, d.at - G_TIME_SPAN_DAY / 1000);
  let_ada_leave (f);
  decide (f, d.decision, f->bob, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  decide (f, d.decision, f->cem, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, NULL));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
}

/* A slot has one vote, that of whoever is in it: not a second one by who was there before. */
static void
test_joint_successor (PlanFixture *f,
                      gconstpointer data)
{
  Decision d = set_up_joint (f);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);
  gint64 dee;

  remit_record_set_text (record, REMIT_PERSON_NAME, "Dee");
  dee = remit_design_create (f->workspace, record, NULL);
  decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at - G_TIME_SPAN_DAY / 1000);
  let_ada_leave (f);
  plan_fixture_assign (f, f->ml, dee, 100, TODAY, "2026-02-28");
  decide (f, d.decision, dee, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
  decide (f, d.decision, f->bob, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
}

/* What was decided stays so when its approvers leave, whatever else in the log is corrected. */
static void
test_joint_stays (PlanFixture *f,
                  gconstpointer data)
{
  Decision d = set_up_joint (f);
  gint64 day = G_TIME_SPAN_DAY / 1000;
  gint64 id = decide (f, d.decision, f->cem, REMIT_RESULT_REJECTED, d.at - 3 * day);

  decide (f, d.decision, f->ada, REMIT_RESULT_ACCEPTED, d.at - 2 * day);
  decide (f, d.decision, f->bob, REMIT_RESULT_ACCEPTED, d.at - 2 * day);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
  let_ada_leave (f);
  g_assert_cmpint (remit_decide_correct (f->workspace, id, "It was about another one", NULL), !=,
                   0);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_ACCEPTED);
}

static void
test_supersede (PlanFixture *f,
                gconstpointer data)
{
  Decision d = set_up (f);
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;
  gint64 new = remit_decide_supersede (f->workspace, d.decision, "Release 2", &error);

  g_assert_no_error (error);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_DECISION, new, REMIT_DECISION_SUPERSEDES), ==,
                   d.decision);
  g_assert_cmpuint (remit_matrix_get_letters (f->workspace, new, REMIT_KIND_SLOT, f->ml), ==,
                    REMIT_LETTERS (REMIT_LETTER_A));
  g_assert_cmpint (remit_entity_get_id (remit_decide_get_successor (f->workspace, d.decision)), ==,
                   new);
  plan_fixture_check_edit (f, before, "Supersede Release with Release 2");
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_cmpint (remit_decide_supersede (f->workspace, d.decision, "Release 3", &error), ==, 0);
  plan_fixture_check_refused (f, before, &error,
                              "This decision is already superseded");
  /* in a circle */
  {
    char id[17];

    remit_id_format (new, id);
    g_assert_false (remit_design_change (f->workspace, REMIT_KIND_DECISION, d.decision,
                                         REMIT_DECISION_SUPERSEDES, id, &error));
    plan_fixture_check_refused (f, before, &error,
                                "Supersedes would refer back to itself");
  }

  plan_fixture_set (f, REMIT_KIND_DECISION, new, REMIT_DECISION_RAISED, "2026-02-01T00:00:00Z");
  decide (f, new, f->ada, REMIT_RESULT_ACCEPTED, d.at);
  g_assert_cmpint (get_status (f, new), ==, REMIT_DECISION_STATUS_ACCEPTED);
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_SUPERSEDED);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpint (get_status (f, d.decision), ==, REMIT_DECISION_STATUS_PROPOSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/decide/holders", test_holders);
  plan_fixture_add ("/plan/decide/outcome", test_outcome);
  plan_fixture_add ("/plan/decide/refused", test_refused);
  plan_fixture_add ("/plan/decide/nobody", test_nobody);
  plan_fixture_add ("/plan/decide/override", test_override);
  plan_fixture_add ("/plan/decide/correct", test_correct);
  plan_fixture_add ("/plan/decide/log-stays", test_log_stays);
  plan_fixture_add ("/plan/decide/joint", test_joint);
  plan_fixture_add ("/plan/decide/joint-rejected", test_joint_rejected);
  plan_fixture_add ("/plan/decide/joint-rejecter-left", test_joint_rejecter_left);
  plan_fixture_add ("/plan/decide/joint-successor", test_joint_successor);
  plan_fixture_add ("/plan/decide/joint-stays", test_joint_stays);
  plan_fixture_add ("/plan/decide/supersede", test_supersede);
  return g_test_run ();
}
