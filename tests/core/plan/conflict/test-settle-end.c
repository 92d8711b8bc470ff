/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts: what is said, mediated, resolved, closed, withdrawn, reopened, and searched. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/conflict/remit-settle.h"
#include "settle-fixture.h"

#include "store/remit-search.h"

static void
undo_and_redo (PlanFixture *f,
               gint64 conflict,
               const char *before)
{
  g_autofree char *after = settle_describe (f, conflict);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  settle_check (f, conflict, before);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  g_assert_no_error (error);
  settle_check (f, conflict, after);
}

static gint64
set_up (PlanFixture *f)
{
  settle_add_ladder (f);
  return settle_raise (f, "Which metric");
}

static void
test_state (PlanFixture *f,
            gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'x');
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gint64 event;

  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0, "", &error));
  settle_check_refused (f, before, &error, "Enter a statement");
  g_assert_false (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                                     long_text, &error));
  settle_check_refused (f, before, &error, "1048576 bytes long; at most 65536");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0,
                                    f->ada, "Recall matters", &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised statement");

  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  event = remit_record_get_id (log->pdata[1]);
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_false (remit_settle_correct (f->workspace, remit_record_get_id (log->pdata[0]), "No",
                                        &error));
  settle_check_refused (f, before, &error, "Steps cannot be corrected in the log");
  g_assert_true (remit_settle_correct (f->workspace, event, "I meant precision", &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised statement correction");
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_false (remit_settle_correct (f->workspace, event, "Again", &error));
  settle_check_refused (f, before, &error, "already corrected");
}

static void
test_mediate (PlanFixture *f,
              gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_MEDIATION, 0,
                                    f->bob, NULL, &error));
  settle_check (f, conflict, "mediating on 1, due 2026-02-12T12:00");
  undo_and_redo (f, conflict, "open on 1, due 2026-02-12T12:00");
  before = plan_fixture_dump (f);
  g_assert_false (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_MEDIATION, 0,
                                     f->bob, NULL, &error));
  settle_check_refused (f, before, &error, "already in mediation");
}

static const RemitResolution fine = { .mode = REMIT_MODE_COLLABORATING, .text = "Both metrics" };

static void
test_resolve (PlanFixture *f,
              gconstpointer data)
{
  gint64 conflict = set_up (f);
  RemitResolution empty = { .mode = REMIT_MODE_NONE, .text = "Both" };
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_settle_resolve (f->workspace, conflict, f->cem, &empty, &error));
  settle_check_refused (f, before, &error, "Choose the approach");
  empty.mode = REMIT_MODE_AVOIDING;
  empty.text = "";
  g_assert_false (remit_settle_resolve (f->workspace, conflict, f->cem, &empty, &error));
  settle_check_refused (f, before, &error, "Enter the outcome");
  g_assert_true (remit_settle_resolve (f->workspace, conflict, f->cem, &fine, &error));
  g_assert_no_error (error);
  settle_check (f, conflict, "resolved on 1, due never");
  undo_and_redo (f, conflict, "open on 1, due 2026-02-12T12:00");

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, NULL, &error));
  settle_check_refused (f, before, &error, "is resolved. Reopen it first");
  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, NULL, &error));
  settle_check_refused (f, before, &error, "is resolved. Reopen it first");
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_CLOSED, 0, 0, NULL, &error));
  g_assert_no_error (error);
  undo_and_redo (f, conflict, "resolved on 1, due never");
  settle_set_now ("2026-02-11T09:00:00Z");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_REOPENED, 0, 0,
                                    "It did not hold", &error));
  g_assert_no_error (error);
  settle_check (f, conflict, "open on 1, due 2026-02-13T09:00");
  undo_and_redo (f, conflict, "closed on 1, due never");
}

/* The decision and its rights come with it, and go with it. */
static void
test_decision (PlanFixture *f,
               gconstpointer data)
{
  gint64 conflict = set_up (f);
  gint64 there = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell cells[] = {
    { 0, REMIT_KIND_SLOT, f->ml, REMIT_LETTERS (REMIT_LETTER_R) | REMIT_LETTERS (REMIT_LETTER_A) },
    { there, REMIT_KIND_PERSON, f->cem, REMIT_LETTERS (REMIT_LETTER_C) },
  };
  RemitResolution resolution = fine;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (RemitRecord) record = NULL;
  g_autoptr (RemitRecord) decision = NULL;
  g_autoptr (GError) error = NULL;

  resolution.new_decision = "The metric of fraud";
  resolution.cells = cells;
  resolution.n_cells = G_N_ELEMENTS (cells);
  g_assert_true (remit_settle_resolve (f->workspace, conflict, f->cem, &resolution, &error));
  g_assert_no_error (error);
  record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  decision = remit_store_load (f->store, REMIT_KIND_DECISION,
                               remit_record_get_integer (record, REMIT_CONFLICT_DECISION), NULL);
  g_assert_cmpstr (remit_record_get_text (decision, REMIT_DECISION_TITLE), ==,
                   "The metric of fraud");
  g_assert_cmpint (remit_record_get_integer (decision, REMIT_DECISION_STATUS), ==,
                   REMIT_DECISION_STATUS_ACCEPTED);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RIGHT), ==, 3);
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  g_assert_cmpint (remit_record_get_integer (log->pdata[1], REMIT_CONFLICT_EVENT_DECISION), ==,
                   remit_record_get_id (decision));
  /* which rights it changed is part of the story */
  g_assert_cmpstr (remit_record_get_text (log->pdata[1], REMIT_CONFLICT_EVENT_TEXT), ==,
                   "Both metrics\n"
                   "Rights of ML engineer: – → R/A\n"
                   "Rights of Cem Yıldız: – → C");

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RIGHT), ==, 0);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 1);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RIGHT), ==, 3);
}

/* Anybody may read a decision: it does not tell of a conflict that not everybody may read. */
static void
test_private (PlanFixture *f,
              gconstpointer data)
{
  gint64 conflict = set_up (f);
  RemitResolution resolution = fine;
  g_autoptr (RemitStatement) row = NULL;
  g_autoptr (GError) error = NULL;

  plan_fixture_set (f, REMIT_KIND_CONFLICT, conflict, REMIT_CONFLICT_VISIBILITY, "parties");
  resolution.new_decision = "How we measure";
  g_assert_true (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  g_assert_no_error (error);
  row = remit_store_prepare (f->store, "SELECT text, override FROM decision_event", NULL);
  g_assert_true (remit_store_step (f->store, row));
  g_assert_cmpstr ((const char *) sqlite3_column_text (row, 0), ==, "");
  g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==,
                   "Resolved by escalation");
}

static void
test_existing_decision (PlanFixture *f,
                        gconstpointer data)
{
  gint64 conflict = set_up (f);
  gint64 there = plan_fixture_add_decision (f, f->fraud, "Release");
  gint64 other = remit_test_add_plan (f->store, "Other");
  RemitRecord *theirs = remit_record_new (REMIT_KIND_DECISION);
  RemitResolution resolution = fine;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (theirs, REMIT_DECISION_PLAN, other);
  remit_record_set_text (theirs, REMIT_DECISION_TITLE, "Theirs");
  resolution.decision = remit_test_insert (f->store, theirs);
  before = plan_fixture_dump (f);
  g_assert_false (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  settle_check_refused (f, before, &error, "Decision belongs to another plan");
  resolution.decision = there;
  g_assert_true (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  g_assert_no_error (error);
  undo_and_redo (f, conflict, "open on 1, due 2026-02-12T12:00");
}

/* Who is accountable has the letter that decides in the framework of the decision that it ends in,
 * beside those that were there; a new decision has the usual one. */
static void
test_accountable (PlanFixture *f,
                  gconstpointer data)
{
  gint64 conflict = set_up (f);
  gint64 there = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell driver = { there, REMIT_KIND_SLOT, f->ml, REMIT_LETTERS (REMIT_LETTER_D), 0 };
  RemitResolution resolution = fine;
  g_autoptr (RemitRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  plan_fixture_set (f, REMIT_KIND_DECISION, there, REMIT_DECISION_FRAMEWORK, "DACI");
  g_assert_true (remit_matrix_set (f->workspace, &driver, 1, &error));
  resolution.decision = there;
  resolution.accountable = f->ml;
  g_assert_true (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (remit_matrix_get_letters (f->workspace, there, REMIT_KIND_SLOT, f->ml), ==,
                    REMIT_LETTERS (REMIT_LETTER_D) | REMIT_LETTERS (REMIT_LETTER_A));
  undo_and_redo (f, conflict, "open on 1, due 2026-02-12T12:00");

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  plan_fixture_set (f, REMIT_KIND_DECISION, there, REMIT_DECISION_FRAMEWORK, "RAPID");
  resolution.decision = 0;
  resolution.new_decision = "What is released";
  g_assert_true (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  g_assert_no_error (error);
  record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_assert_cmpuint (remit_matrix_get_letters (f->workspace,
                                              remit_record_get_integer (record,
                                                                        REMIT_CONFLICT_DECISION),
                                              REMIT_KIND_SLOT, f->ml), ==,
                    REMIT_LETTERS (REMIT_LETTER_A));
}

/* What has been deleted meanwhile can neither be decided nor decide. */
static void
test_gone (PlanFixture *f,
           gconstpointer data)
{
  gint64 conflict = set_up (f);
  gint64 there = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitResolution resolution = fine;
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  resolution.decision = there;
  resolution.accountable = 987654;
  g_assert_false (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  settle_check_refused (f, before, &error, "no longer exists");
  resolution.accountable = f->ml;
  resolution.decision = 987654;
  g_assert_false (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  settle_check_refused (f, before, &error, "no longer exists");
  resolution.decision = 0;
  resolution.new_decision = "What is released";
  resolution.accountable = 987654;
  g_assert_false (remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error));
  settle_check_refused (f, before, &error, "no longer exists");
}

static void
test_withdraw (PlanFixture *f,
               gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_REOPENED, 0, 0, NULL, &error));
  settle_check_refused (f, before, &error, "still open");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0,
                                    "A mistake", &error));
  settle_check (f, conflict, "withdrawn on 1, due never");
  undo_and_redo (f, conflict, "open on 1, due 2026-02-12T12:00");
}

/* What the log says is not changed or deleted in another way. */
static void
test_by_hand (PlanFixture *f,
              gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autoptr (GPtrArray) log =
    remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  gint64 event = remit_record_get_id (log->pdata[0]);
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_CONFLICT, conflict,
                                       REMIT_CONFLICT_STATUS, "resolved", &error));
  settle_check_refused (f, before, &error, "follows from the log");
  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_CONFLICT_EVENT, event,
                                       REMIT_CONFLICT_EVENT_TEXT, "Nothing", &error));
  settle_check_refused (f, before, &error, "cannot be rewritten");
  g_assert_false (remit_design_delete (f->workspace, REMIT_KIND_CONFLICT_EVENT, event, &error));
  settle_check_refused (f, before, &error, "cannot be rewritten");
  g_assert_false (remit_design_delete (f->workspace, REMIT_KIND_CONFLICT, conflict, &error));
  settle_check_refused (f, before, &error, "Withdraw the conflict instead");
  g_assert_cmpint (sqlite3_exec (remit_store_get_handle (f->store),
                                 "UPDATE conflict_event SET text = 'x'", NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (remit_store_get_handle (f->store), "DELETE FROM conflict_event",
                                 NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (remit_store_get_handle (f->store), "DELETE FROM conflict", NULL,
                                 NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_CONFLICT, conflict,
                                      REMIT_CONFLICT_TITLE, "Another", &error));
}

/* Who is named in a log may go, and leaves the name; the plan takes it all along. */
static void
test_deleted (PlanFixture *f,
              gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0,
                                    f->ada, "Mine", &error));
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PERSON, f->ada, &error));
  g_assert_no_error (error);
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  g_assert_cmpstr (remit_record_get_text (log->pdata[1], REMIT_CONFLICT_EVENT_ACTOR), ==,
                   "Ada Lovelace");
  g_assert_cmpint (remit_record_get_integer (log->pdata[1], REMIT_CONFLICT_EVENT_PERSON), ==, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->fraud, &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised statement");

  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PLAN, f->plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT_EVENT), ==, 0);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised statement");
}

/* Conflicts stay in the plan in which they are. */
static void
test_copy (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 copy;

  set_up (f);
  copy = remit_design_copy_plan (f->workspace, f->plan, "Copy", &error);
  g_assert_no_error (error);
  g_assert_cmpint (copy, !=, 0);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT), ==, 1);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_LADDER), ==, 2);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RUNG), ==, 6);
}

static guint
find (PlanFixture *f,
      const char *words)
{
  g_autofree char *query = remit_search_dup_query (words);
  g_autoptr (RemitStatement) rows = NULL;
  guint n = 0;

  if (query == NULL)
    return 0;
  rows = remit_store_prepare (f->store, "SELECT rowid FROM conflict_text WHERE text MATCH ?1",
                              NULL);
  sqlite3_bind_text (rows, 1, query, -1, SQLITE_STATIC);
  while (remit_store_step (f->store, rows))
    n++;
  return n;
}

/* The index follows edits, undo and redo. */
static void
test_search (PlanFixture *f,
             gconstpointer data)
{
  gint64 conflict = set_up (f);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (find (f, "metr"), ==, 1);
  g_assert_cmpuint (find (f, "METRIC whi"), ==, 1);
  g_assert_cmpuint (find (f, "metric nothing"), ==, 0);
  g_assert_cmpuint (find (f, "\"*( OR"), ==, 0);
  g_assert_null (remit_search_dup_query (" ()\"* "));
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                                    "Größe zählt", &error));
  g_assert_cmpuint (find (f, "grosse"), ==, 0);
  g_assert_cmpuint (find (f, "große"), ==, 1);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_CONFLICT, conflict,
                                      REMIT_CONFLICT_TITLE, "Loss", &error));
  g_assert_cmpuint (find (f, "metric"), ==, 0);
  g_assert_cmpuint (find (f, "loss"), ==, 1);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpuint (find (f, "metric"), ==, 1);
  g_assert_cmpuint (find (f, "loss"), ==, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PLAN, f->plan, &error));
  g_assert_cmpuint (find (f, "metric"), ==, 0);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpuint (find (f, "metric"), ==, 1);
  g_assert_cmpuint (find (f, "große"), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/settle/state", test_state);
  plan_fixture_add ("/plan/settle/mediate", test_mediate);
  plan_fixture_add ("/plan/settle/resolve", test_resolve);
  plan_fixture_add ("/plan/settle/decision", test_decision);
  plan_fixture_add ("/plan/settle/private", test_private);
  plan_fixture_add ("/plan/settle/existing-decision", test_existing_decision);
  plan_fixture_add ("/plan/settle/accountable", test_accountable);
  plan_fixture_add ("/plan/settle/gone", test_gone);
  plan_fixture_add ("/plan/settle/withdraw", test_withdraw);
  plan_fixture_add ("/plan/settle/by-hand", test_by_hand);
  plan_fixture_add ("/plan/settle/deleted", test_deleted);
  plan_fixture_add ("/plan/settle/copy", test_copy);
  plan_fixture_add ("/plan/settle/search", test_search);
  return g_test_run ();
}
