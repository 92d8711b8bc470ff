/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts on their ladders: raised, escalated, de-escalated, and when the time runs out. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/conflict/remit-settle.h"
#include "plan/remit-log.h"
#include "settle-fixture.h"

static void
undo (PlanFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
}

static void
redo (PlanFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  g_assert_no_error (error);
}

static void
check_label (PlanFixture *f,
             const char *label)
{
  g_assert_cmpstr (remit_workspace_get_undo_label (f->workspace), ==, label);
}

static void
escalate (PlanFixture *f,
          gint64 conflict)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, NULL, &error));
  g_assert_no_error (error);
}

static void
test_raise (PlanFixture *f,
            gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  gint64 conflict = settle_raise (f, "Which metric");
  g_autoptr (RemitRecord) record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_autoptr (GPtrArray) rungs =
    remit_store_load_parts (f->store, REMIT_KIND_OWN_RUNG, conflict, NULL);

  check_label (f, "Raise conflict Which metric");
  g_assert_cmpint (remit_record_get_integer (record, REMIT_CONFLICT_LADDER), ==, ladder);
  g_assert_cmpuint (rungs->len, ==, 3);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  settle_check_log (f, conflict, "raised");

  /* What was raised stays for its log. */
  undo (f);
  settle_check (f, conflict, "withdrawn on 1, due never");
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_OWN_RUNG), ==, 3);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT_EVENT), ==, 2);
  redo (f);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  settle_check_log (f, conflict, "raised correction correction");
}

/* A ladder that is changed changes no conflict that is on it. */
static void
test_ladder_is_kept (PlanFixture *f,
                     gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  gint64 conflict = settle_raise (f, "Which metric");
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_LADDER, ladder, &error));
  g_assert_no_error (error);
  escalate (f, conflict);
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T12:00");
}

static void
test_parts (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (RemitRecord) ada = remit_record_new (REMIT_KIND_PARTY);
  g_autoptr (RemitRecord) other = remit_record_new (REMIT_KIND_PARTY);
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 id;

  settle_add_ladder (f);
  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, f->fraud);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "GPUs");
  remit_record_set_integer (conflict, REMIT_CONFLICT_PERSON, f->bob);
  remit_record_set_integer (ada, REMIT_PARTY_PERSON, f->ada);
  remit_record_set_text (ada, REMIT_PARTY_POSITION, "All of them");
  remit_record_set_text (other, REMIT_PARTY_NAME, "The vendor");
  g_ptr_array_add (parties, ada);
  g_ptr_array_add (parties, other);
  g_array_append_val (teams, f->platform);
  id = remit_settle_raise (f->workspace, conflict, teams, parties, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_PARTY), ==, 2);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_INVOLVEMENT), ==, 1);

  g_assert_true (remit_workspace_open_whole (f->workspace, REMIT_KIND_CONFLICT, id, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_CONFLICT, id, REMIT_CONFLICT_RAISER), ==,
                   "Bob Martin");

  /* people and teams that are not there */
  before = plan_fixture_dump (f);
  remit_record_set_integer (ada, REMIT_PARTY_PERSON, 4711);
  g_assert_cmpint (remit_settle_raise (f->workspace, conflict, teams, parties, &error), ==, 0);
  settle_check_refused (f, before, &error, "The person no longer exists");
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, 4711);
  g_assert_cmpint (remit_settle_raise (f->workspace, conflict, NULL, NULL, &error), ==, 0);
  settle_check_refused (f, before, &error, "Team no longer exists");
}

static void
test_other_plan (PlanFixture *f,
                 gconstpointer data)
{
  gint64 plan = remit_test_add_plan (f->store, "Other");
  gint64 team = remit_test_add_team (f->store, plan, "Theirs");
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "GPUs");
  g_array_append_val (teams, team);
  g_assert_cmpint (remit_settle_raise (f->workspace, conflict, teams, NULL, &error), ==, 0);
  settle_check_refused (f, before, &error, "plan");
}

static void
test_no_rungs (PlanFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "GPUs");
  /* without a ladder there is no clock, and nowhere to go */
  id = remit_settle_raise (f->workspace, conflict, NULL, NULL, &error);
  g_assert_no_error (error);
  settle_check (f, id, "open on 0, due never");
  before = plan_fixture_dump (f);
  g_assert_false (
    remit_settle_step (f->workspace, id, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, NULL, &error));
  settle_check_refused (f, before, &error, "has no escalation ladder");

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Empty");
  g_assert_cmpint (remit_design_create (f->workspace, ladder, &error), !=, 0);
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_cmpint (remit_settle_raise (f->workspace, conflict, NULL, NULL, &error), ==, 0);
  settle_check_refused (f, before, &error, "“Empty” has no levels");
}

static void
test_limits (PlanFixture *f,
             gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  gint64 rung = settle_add_rung (f, ladder, REMIT_KIND_PERSON, f->bob);
  static const char *const wrong[] = { "PT0M", "P3650D", "PT8785H" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *before = plan_fixture_dump (f);

      g_assert_false (remit_design_change (f->workspace, REMIT_KIND_RUNG, rung, REMIT_RUNG_LIMIT,
                                           wrong[i], &error));
      settle_check_refused (f, before, &error, "is not between 1 minute and 8784 hours");
    }
  plan_fixture_set (f, REMIT_KIND_RUNG, rung, REMIT_RUNG_LIMIT, "P366D");
}

/* The first of a team, of the team above, of the plan. */
static void
test_usual_ladder (PlanFixture *f,
                   gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  gint64 below = remit_test_add_team (f->store, f->plan, "Below");
  g_autofree char *parent = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", f->fraud);
  g_autoptr (RemitRecord) whole = remit_record_new (REMIT_KIND_LADDER);

  plan_fixture_set (f, REMIT_KIND_TEAM, below, REMIT_TEAM_PARENT, parent);
  g_assert_cmpint (remit_settle_find_ladder (f->workspace, f->plan, below), ==, ladder);
  g_assert_cmpint (remit_settle_find_ladder (f->workspace, f->plan, f->platform), ==, 0);
  remit_record_set_integer (whole, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (whole, REMIT_LADDER_NAME, "All");
  g_assert_cmpint (remit_design_create (f->workspace, whole, NULL), !=, 0);
  g_assert_cmpint (remit_settle_find_ladder (f->workspace, f->plan, f->platform), ==,
                   remit_record_get_id (whole));
  g_assert_cmpint (remit_settle_find_ladder (f->workspace, f->plan, f->fraud), ==, ladder);
}

/* Cem is away until the time would be up, in two absences; a day less, and he is asked. */
static void
test_absent (PlanFixture *f,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  gint64 ladder = settle_add_ladder (f);
  gint64 conflict;

  settle_add_rung (f, ladder, REMIT_KIND_PERSON, f->bob);
  plan_fixture_add_absence (f, f->cem, "2026-02-01", "2026-02-10");
  conflict = settle_raise (f, "Which metric");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0,
                                    NULL, NULL));
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T12:00");
  undo (f);

  plan_fixture_add_absence (f, f->cem, "2026-02-11", "2026-02-12");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0,
                                    NULL, NULL));
  settle_check (f, conflict, "escalated on 4, due 2026-02-12T12:00");
  text = settle_dup_last_text (f, conflict);
  g_assert_nonnull (strstr (text, "Cem"));
  undo (f);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  redo (f);
  settle_check (f, conflict, "escalated on 4, due 2026-02-12T12:00");
}

static void
test_up_and_down (PlanFixture *f,
                  gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  settle_set_now (TODAY "T15:00:00Z");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 1,
                                    f->bob, "No way", &error));
  check_label (f, "Escalate Which metric");
  /* the data engineer's seat is empty */
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T15:00");
  text = settle_dup_last_text (f, conflict);
  g_assert_cmpstr (text, ==, "No way\nSkipped, vacant: Data engineer");

  undo (f);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  settle_check_log (f, conflict, "raised escalated correction");
  redo (f);
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T15:00");

  before = plan_fixture_dump (f);
  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, NULL, &error));
  settle_check_refused (f, before, &error, "on the highest level");
  settle_set_now (TODAY "T16:00:00Z");
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_DE_ESCALATED, 3, 0,
                                    NULL, &error));
  settle_check (f, conflict, "open on 1, due 2026-02-12T16:00");
  settle_check_log (f, conflict, "raised escalated correction correction de-escalated");
  undo (f);
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T15:00");
  redo (f);
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_false (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_DE_ESCALATED, 0,
                                     0, NULL, &error));
  settle_check_refused (f, before, &error, "on the lowest level");
}

/* Two who look at the same conflict, in two processes: one is first. */
static void
test_too_late (PlanFixture *f,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "test.remit", NULL);
  g_autoptr (RemitWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  other = remit_workspace_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 1, 0, NULL, &error));
  g_assert_false (
    remit_settle_step (other, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 1, 0, NULL, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "The conflict was moved to level 3, with Cem Yıldız, in the meantime. Check it "
                   "again.");
  settle_check_log (f, conflict, "raised escalated");
}

static void
test_run_out (PlanFixture *f,
              gconstpointer data)
{
  gint64 due = remit_time_parse ("2026-02-12T12:00:00Z");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  all = remit_settle_get_due (f->store, 0, due - 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due - 1, &error));
  settle_check_log (f, conflict, "raised");

  later = remit_settle_get_due (f->store, f->plan, due, &error);
  g_assert_cmpuint (later->len, ==, 1);
  g_assert_cmpint (((RemitDue *) later->pdata[0])->conflict, ==, conflict);
  g_assert_false (((RemitDue *) later->pdata[0])->ran_out);
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, &error));
  g_assert_no_error (error);
  /* said once, and it stays where it is, since the ladder does not say otherwise */
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due + 1, &error));
  settle_check_log (f, conflict, "raised ran-out");
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  /* no step of undo: it goes with what it followed from */
  settle_set_now ("2026-02-12T12:00:00Z");
  undo (f);
  settle_check_log (f, conflict, "raised ran-out correction correction");
  settle_check (f, conflict, "withdrawn on 1, due never");
  redo (f);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
}

/* Until when, where the user is, and where those are who are asked. */
static void
test_until (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitRecord) record = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *nowhere = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  here = remit_settle_dup_until (f->workspace, record);
  g_assert_cmpstr (here, ==, "Thu 02/12/26 12:00");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "America/New_York");
  there = remit_settle_dup_until (f->workspace, record);
  g_assert_cmpstr (there, ==, "Thu 02/12/26 12:00 (Thu 02/12/26 07:00 EST)");
  remit_record_set_integer (record, REMIT_CONFLICT_DUE, 0);
  nowhere = remit_settle_dup_until (f->workspace, record);
  g_assert_cmpstr (nowhere, ==, "");
}

static void
check_first (PlanFixture *f,
             gint64 ladder,
             const char *expected)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *until = remit_settle_dup_first_until (f->workspace, f->plan, f->fraud, ladder);
  g_autofree char *after = plan_fixture_dump (f);

  g_assert_cmpstr (until, ==, expected);
  g_assert_cmpstr (after, ==, before);
}

/* What is said before a conflict is raised is what it has then. */
static void
test_first_until (PlanFixture *f,
                  gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  g_autoptr (GPtrArray) rungs = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, ladder);
  gint64 first = remit_entity_get_id (rungs->pdata[0]);
  gint64 last = remit_entity_get_id (rungs->pdata[2]);

  check_first (f, 0, "");
  plan_fixture_set (f, REMIT_KIND_RUNG, first, REMIT_RUNG_LIMIT, "PT10H");
  plan_fixture_set (f, REMIT_KIND_RUNG, first, REMIT_RUNG_CLOCK, "working");
  check_first (f, ladder, "Wed 02/11/26 14:00");
  settle_check (f, settle_raise (f, "Which metric"), "open on 1, due 2026-02-11T14:00");
  undo (f);
  check_first (f, ladder, "Wed 02/11/26 14:00");
  redo (f);

  /* Ada is not asked, nor is there a data engineer */
  plan_fixture_add_absence (f, f->ada, "2026-02-01", "2026-02-20");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TIME_ZONE, "America/New_York");
  check_first (f, ladder, "Thu 02/12/26 12:00 (Thu 02/12/26 07:00 EST)");
  settle_check (f, settle_raise (f, "Which data"), "open on 3, due 2026-02-12T12:00");
  plan_fixture_set (f, REMIT_KIND_RUNG, last, REMIT_RUNG_PERSON, "");
  check_first (f, ladder, "");
}

/* Undone and done again, an entry stands: what took it back has been taken back. */
static void
test_stands (PlanFixture *f,
             gconstpointer data)
{
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  escalate (f, conflict);
  undo (f);
  redo (f);
  remit_workspace_open_whole (f->workspace, REMIT_KIND_CONFLICT, conflict, NULL);
  {
    g_autoptr (GPtrArray) log = remit_design_get_parts (f->workspace, REMIT_KIND_CONFLICT_EVENT,
                                                        conflict);

    g_assert_cmpuint (log->len, ==, 4);
    g_assert_true (remit_log_stands (f->workspace, log->pdata[1]));
    g_assert_false (remit_log_stands (f->workspace, log->pdata[2]));
  }
  undo (f);
  {
    g_autoptr (GPtrArray) log = remit_design_get_parts (f->workspace, REMIT_KIND_CONFLICT_EVENT,
                                                        conflict);

    g_assert_cmpuint (log->len, ==, 5);
    g_assert_false (remit_log_stands (f->workspace, log->pdata[1]));
  }
}

/* A clock runs out, and somebody undoes what they did last: that goes, and the clock's step only
 * where it followed from it. */
static void
test_unattended (PlanFixture *f,
                 gconstpointer data)
{
  gint64 due = remit_time_parse ("2026-02-12T12:00:00Z");
  g_autoptr (GError) error = NULL;
  gint64 conflict, other;

  settle_add_ladder (f);
  other = settle_raise (f, "Which metric");
  conflict = settle_raise (f, "Which data");
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_MEDIATION, 0, 0, NULL, &error));
  g_assert_no_error (error);
  undo (f);
  g_assert_cmpstr (remit_workspace_get_redo_label (f->workspace), ==,
                   "Start mediation of Which data");
  g_assert_true (remit_settle_run_out (f->workspace, other, due, &error));
  /* neither stack has changed */
  g_assert_cmpstr (remit_workspace_get_redo_label (f->workspace), ==,
                   "Start mediation of Which data");
  redo (f);
  settle_check (f, conflict, "mediating on 1, due 2026-02-12T12:00");
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, &error));
  g_assert_no_error (error);
  undo (f);
  settle_check_log (f, other, "raised ran-out");
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  /* it runs out again, before that is done again */
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, &error));
  redo (f);
  settle_check (f, conflict, "mediating on 1, due 2026-02-12T12:00");
  undo (f);
  undo (f);
  settle_check (f, conflict, "withdrawn on 1, due never");
  settle_check_log (f, other, "raised ran-out");
  undo (f);
  settle_check (f, other, "withdrawn on 1, due never");
  for (guint i = 0; i < 3; i++)
    redo (f);
  settle_check (f, conflict, "mediating on 1, due 2026-02-12T12:00");
}

/* The audit trail does not say of somebody what nobody did. */
static void
test_nobody (PlanFixture *f,
             gconstpointer data)
{
  gint64 due = remit_time_parse ("2026-02-12T12:00:00Z");
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) page = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, NULL));
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  page = remit_history_page (f->store, 0, 1, NULL);
  g_assert_cmpstr (remit_record_get_text (log->pdata[1], REMIT_CONFLICT_EVENT_ACTOR), ==,
                   REMIT_EDIT_UNATTENDED);
  g_assert_cmpstr (((RemitHistoryEntry *) page->pdata[0])->actor, ==, REMIT_EDIT_UNATTENDED);
}

static void
test_by_itself (PlanFixture *f,
                gconstpointer data)
{
  gint64 due = remit_time_parse ("2026-02-12T12:00:00Z");
  gint64 ladder = settle_add_ladder (f);
  g_autoptr (GPtrArray) rungs = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, ladder);
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  for (guint i = 0; i < rungs->len; i++)
    plan_fixture_set (f, REMIT_KIND_RUNG, remit_entity_get_id (rungs->pdata[i]),
                      REMIT_RUNG_AUTOMATIC, "true");
  conflict = settle_raise (f, "Which metric");
  settle_set_now ("2026-02-12T18:00:00Z");
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised ran-out escalated");
  settle_check (f, conflict, "escalated on 3, due 2026-02-14T18:00");
  /* at the top there is nobody to go to */
  settle_set_now ("2026-02-20T18:00:00Z");
  g_assert_true (remit_settle_run_out (f->workspace, conflict, 0, &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised ran-out escalated ran-out");
  undo (f);
  settle_check (f, conflict, "withdrawn on 1, due never");
  redo (f);
  settle_check (f, conflict, "escalated on 3, due 2026-02-14T18:00");
}

static void
test_repeat (PlanFixture *f,
             gconstpointer data)
{
  gint64 ladder = settle_add_ladder (f);
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  plan_fixture_set (f, REMIT_KIND_LADDER, ladder, REMIT_LADDER_REPEAT, "1");
  conflict = settle_raise (f, "Which metric");
  escalate (f, conflict);
  escalate (f, conflict);
  settle_check (f, conflict, "escalated on 1, due 2026-02-12T12:00");
  escalate (f, conflict);
  g_assert_false (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, NULL, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* Everybody is away until the new time would be up: the clock has run out, and nobody is there to
 * begin a new round with. Another window writes meanwhile. */
static void
test_repeat_absent (PlanFixture *f,
                    gconstpointer data)
{
  gint64 due = remit_time_parse ("2026-02-12T12:00:00Z");
  gint64 ladder = settle_add_ladder (f);
  g_autoptr (GPtrArray) rungs = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, ladder);
  g_autoptr (RemitWorkspace) other = remit_workspace_open (
    remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  plan_fixture_set (f, REMIT_KIND_LADDER, ladder, REMIT_LADDER_REPEAT, "1");
  for (guint i = 0; i < rungs->len; i++)
    plan_fixture_set (f, REMIT_KIND_RUNG, remit_entity_get_id (rungs->pdata[i]),
                      REMIT_RUNG_AUTOMATIC, "true");
  conflict = settle_raise (f, "Which metric");
  plan_fixture_add_absence (f, f->ada, "2026-02-12", "2026-02-14");
  plan_fixture_add_absence (f, f->cem, "2026-02-12", "2026-02-14");
  settle_set_now ("2026-02-12T12:00:00Z");
  g_assert_false (remit_settle_can_climb (f->workspace, conflict, TRUE));
  g_assert_true (remit_settle_run_out (f->workspace, conflict, due, &error));
  g_assert_no_error (error);
  settle_check_log (f, conflict, "raised ran-out");
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");

  g_assert_true (remit_design_change (other, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Bo",
                                      &error));
  g_assert_no_error (error);
  /* the round is still to be had when they are back */
  settle_set_now ("2026-02-15T12:00:00Z");
  escalate (f, conflict);
  escalate (f, conflict);
  settle_check (f, conflict, "escalated on 1, due 2026-02-17T12:00");
  undo (f);
  settle_check (f, conflict, "escalated on 3, due 2026-02-17T12:00");
  redo (f);
  settle_check (f, conflict, "escalated on 1, due 2026-02-17T12:00");
}

/* A clock that goes backwards leaves the log in order. */
static void
test_backwards (PlanFixture *f,
                gconstpointer data)
{
  gint64 last = 0;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Which metric");
  settle_set_now (TODAY "T09:00:00Z");
  escalate (f, conflict);
  g_assert_true (remit_settle_run_out (f->workspace, conflict, 0, &error));
  settle_check_log (f, conflict, "raised escalated");
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  for (guint i = 0; i < log->len; i++)
    {
      gint64 at = remit_record_get_integer (log->pdata[i], REMIT_CONFLICT_EVENT_AT);

      g_assert_cmpint (at, >=, last);
      last = at;
    }
}

/* Whether there is anybody to go to: nobody is in the middle, and above the last is nobody. */
static void
test_can_climb (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 conflict, other;

  other = settle_raise (f, "Without a ladder");
  g_assert_false (remit_settle_can_climb (f->workspace, other, TRUE));
  settle_add_ladder (f);
  conflict = settle_raise (f, "Thresholds");
  g_assert_true (remit_settle_can_climb (f->workspace, conflict, TRUE));
  g_assert_false (remit_settle_can_climb (f->workspace, conflict, FALSE));
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", &error));
  g_assert_false (remit_settle_can_climb (f->workspace, conflict, TRUE));
  g_assert_true (remit_settle_can_climb (f->workspace, conflict, FALSE));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/settle/raise", test_raise);
  plan_fixture_add ("/plan/settle/ladder-is-kept", test_ladder_is_kept);
  plan_fixture_add ("/plan/settle/parts", test_parts);
  plan_fixture_add ("/plan/settle/other-plan", test_other_plan);
  plan_fixture_add ("/plan/settle/no-rungs", test_no_rungs);
  plan_fixture_add ("/plan/settle/limits", test_limits);
  plan_fixture_add ("/plan/settle/usual-ladder", test_usual_ladder);
  plan_fixture_add ("/plan/settle/up-and-down", test_up_and_down);
  plan_fixture_add ("/plan/settle/absent", test_absent);
  plan_fixture_add ("/plan/settle/too-late", test_too_late);
  plan_fixture_add ("/plan/settle/run-out", test_run_out);
  plan_fixture_add ("/plan/settle/until", test_until);
  plan_fixture_add ("/plan/settle/first-until", test_first_until);
  plan_fixture_add ("/plan/settle/stands", test_stands);
  plan_fixture_add ("/plan/settle/unattended", test_unattended);
  plan_fixture_add ("/plan/settle/nobody", test_nobody);
  plan_fixture_add ("/plan/settle/by-itself", test_by_itself);
  plan_fixture_add ("/plan/settle/repeat", test_repeat);
  plan_fixture_add ("/plan/settle/repeat-absent", test_repeat_absent);
  plan_fixture_add ("/plan/settle/backwards", test_backwards);
  plan_fixture_add ("/plan/settle/can-climb", test_can_climb);
  return g_test_run ();
}
