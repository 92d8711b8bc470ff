/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan was: the past as a file, the way back to it, and the story of one entity. */
#include <glib/gstdio.h>
#include <string.h>

#include "plan/conflict/remit-conflict-list.h"
#include "remit-test.h"
#include "settle-fixture.h"
#include "store/history/remit-history-search.h"
#include "store/past/remit-past.h"
#include "store/undo/remit-rewind.h"

/* What all data were after some entry. */
typedef struct {
  gint64 seq;
  char *dump;
} Moment;

static void
moment_free (Moment *moment)
{
  g_free (moment->dump);
  g_free (moment);
}

static gint64
get_length (PlanFixture *f)
{
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_true (remit_history_get_head (f->store, &length, &hash, NULL));
  return length;
}

static void
remember (PlanFixture *f,
          GPtrArray *moments)
{
  Moment *moment = g_new0 (Moment, 1);

  moment->seq = get_length (f);
  moment->dump = remit_test_dump (f->store);
  g_ptr_array_add (moments, moment);
}

static RemitStore *
open_past (PlanFixture *f,
           gint64 seq)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("past-%u.remit", n++);
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  RemitStore *past;

  remit_past_write (f->store, seq, path, NULL, &error);
  g_assert_no_error (error);
  past = remit_store_open (path, REMIT_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  return past;
}

/* A life: what is there is changed, removed, undone, escalated. */
static GPtrArray *
live (PlanFixture *f)
{
  GPtrArray *moments = g_ptr_array_new_with_free_func ((GDestroyNotify) moment_free);
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  remember (f, moments);
  plan_fixture_assign (f, f->ml, f->cem, 60, "", "");
  plan_fixture_add_need (f, f->data, f->sql, 3);
  remember (f, moments);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Robert");
  plan_fixture_assign (f, f->data, f->bob, 50, "", "");
  remember (f, moments);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error);
  g_assert_no_error (error);
  remember (f, moments);
  plan_fixture_assign (f, f->on_call, f->bob, 20, "", "");
  remember (f, moments);
  remit_design_delete (f->workspace, REMIT_KIND_PERSON, f->bob, &error);
  g_assert_no_error (error);
  remember (f, moments);
  settle_add_ladder (f);
  conflict = settle_raise (f, "Thresholds");
  remember (f, moments);
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0,
                                    "Nobody answers", &error));
  remember (f, moments);
  remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->platform, &error);
  g_assert_no_error (error);
  remember (f, moments);
  return moments;
}

/* The past is what it was, to the last value; also before and after what was undone. */
static void
test_write (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) moments = live (f);

  for (guint i = 0; i < moments->len; i++)
    {
      const Moment *moment = moments->pdata[i];
      g_autoptr (RemitStore) past = open_past (f, moment->seq);
      g_autofree char *dump = remit_test_dump (past);

      g_assert_cmpstr (dump, ==, moment->dump);
    }
}

/* The very first day: nothing but the settings. */
static void
test_begin (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitStore) past = open_past (f, 0);

  g_assert_cmpint (remit_test_count_rows (past, REMIT_KIND_PERSON), ==, 0);
  g_assert_cmpint (remit_test_count_rows (past, REMIT_KIND_PLAN), ==, 0);
  g_assert_cmpint (remit_test_count_rows (past, REMIT_KIND_SETTINGS), ==, 1);
}

/* It is a workspace: it opens, and refuses to be changed, in words. */
static void
test_open (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitStore) past = NULL;
  g_autoptr (RemitWorkspace) workspace = NULL;
  g_autoptr (RemitConflictList) list = remit_conflict_list_new ();
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  settle_add_ladder (f);
  settle_raise (f, "Thresholds");
  past = open_past (f, get_length (f));
  g_assert_cmpint (g_stat (remit_store_get_path (past), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  workspace = remit_workspace_open (remit_store_get_path (past), REMIT_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (remit_workspace_open_plan (workspace, f->plan, &error));
  g_assert_null (remit_workspace_get_undo_label (workspace));
  g_assert_false (remit_design_change (workspace, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_NAME, "X",
                                       &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY);
  /* and can be searched */
  remit_conflict_list_set_plan (list, workspace, f->plan);
  remit_conflict_list_set_words (list, "thresh");
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != 1)
    g_main_context_iteration (NULL, TRUE);
}

/* Which entry a moment is after, also where the clock went backwards. */
static void
test_find (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  static const char *const times[] = { "2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z",
                                       "2026-03-01T11:00:00Z" };
  const gint64 noon = G_GINT64_CONSTANT (1772366400000);
  gint64 before = get_length (f);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      settle_set_now (times[i]);
      plan_fixture_assign (f, f->ml, i == 0 ? f->ada : i == 1 ? f->bob : f->cem, 10, "", "");
    }
  g_assert_cmpint (remit_rewind_find (f->store, noon), ==, before + 3);
  g_assert_cmpint (remit_rewind_find (f->store, noon - 1), ==, before + 3);
  g_assert_cmpint (remit_rewind_find (f->store, noon - 90 * 60 * 1000), ==, before + 1);
  g_assert_cmpint (remit_rewind_find (f->store, 1), ==, 0);
  g_unsetenv ("REMIT_NOW");
}

/* ── The way back ─────────────────────────────────────────────────────────────────────────── */

static gint64
go_back (PlanFixture *f,
         gint64 seq)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitMessage) label = remit_message_new ("Return to Tuesday", NULL);
  gint64 plan = remit_past_return (f->store, f->plan, seq, label, &error);

  g_assert_no_error (error);
  return plan;
}

/* One edit brings the plan back, with who was deleted since, and another takes that back. */
static void
test_return (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;

  plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  plan_fixture_add_skill (f, f->ada, f->sql, 4);
  then = remit_test_dump (f->store);
  seq = get_length (f);
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "80");
  remit_design_delete (f->workspace, REMIT_KIND_PERSON, f->ada, &error);
  g_assert_no_error (error);
  remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->platform, &error);
  g_assert_no_error (error);

  before = plan_fixture_dump (f);
  g_assert_cmpint (go_back (f, seq), ==, f->plan);
  now = remit_test_dump (f->store);
  g_assert_cmpstr (now, ==, then);
  plan_fixture_check_edit (f, before, "Return to Tuesday");
}

/* The rest of the workspace stays as it is. */
static void
test_return_alone (PlanFixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  gint64 other;
  gint64 advisor = plan_fixture_add_published (f, "Other", &other);
  gint64 seq = get_length (f);

  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Robert");
  plan_fixture_set (f, REMIT_KIND_SLOT, advisor, REMIT_SLOT_FTE, "20");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "30");
  go_back (f, seq);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME), ==,
                   "Robert");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, advisor, REMIT_SLOT_FTE), ==, 20);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 100);
  remit_test_verify (f->store);
}

/* What was written into logs since stays, and is answered by corrections. */
static void
test_return_logs (PlanFixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict, later, seq;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Thresholds");
  seq = get_length (f);
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", &error));
  later = settle_raise (f, "Labels");
  go_back (f, seq);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  settle_check_log (f, conflict, "raised escalated correction");
  text = settle_dup_last_text (f, conflict);
  g_assert_cmpstr (text, ==, "Return to Tuesday");
  /* it had not been raised then; what was raised stays, as withdrawn */
  settle_check (f, later, "withdrawn on 1, due never");
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error);
  g_assert_no_error (error);
  settle_check (f, conflict, "escalated on 3, due 2026-02-12T12:00");
  settle_check_log (f, conflict, "raised escalated correction correction");
  settle_check (f, later, "open on 1, due 2026-02-12T12:00");
  remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error);
  g_assert_no_error (error);
  settle_check (f, conflict, "open on 1, due 2026-02-12T12:00");
  settle_check (f, later, "withdrawn on 1, due never");
  remit_test_verify (f->store);
}

/* A decision that a conflict ended in goes with the return; the log that names it stays. */
static void
test_return_resolved (PlanFixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  const RemitResolution resolution = { .mode = REMIT_MODE_COMPROMISING, .text = "Half of each",
                                       .new_decision = "Half of each" };
  g_autoptr (GError) error = NULL;
  gint64 conflict, seq;

  settle_add_ladder (f);
  conflict = settle_raise (f, "Thresholds");
  seq = get_length (f);
  remit_settle_resolve (f->workspace, conflict, 0, &resolution, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 1);
  go_back (f, seq);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 0);
  settle_check_log (f, conflict, "raised resolved correction");
  remit_test_verify (f->store);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 1);
  settle_check (f, conflict, "resolved on 1, due never");
  remit_test_verify (f->store);
}

static void
test_return_refused (PlanFixture *f,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMessage) label = remit_message_new ("Return", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq = get_length (f);

  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Robert");
  before = plan_fixture_dump (f);
  g_assert_cmpint (remit_past_return (f->store, f->plan, seq, label, &error), ==, 0);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING);
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

static guint
count (PlanFixture *f,
       const RemitHistoryFilter *filter)
{
  g_autoptr (RemitHistorySearch) search = remit_history_search_new (f->store, filter);
  guint n = 0;

  while (!remit_history_search_is_complete (search))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = remit_history_search_next (search, 3, &error);

      g_assert_no_error (error);
      n += page->len;
    }
  return n;
}

static void
test_search (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) actors = NULL;
  RemitHistoryFilter filter = { 0 };
  gint64 before = get_length (f);

  settle_set_now ("2030-01-02T10:00:00Z");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NOTES, "Speaks Élfish");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NOTES, "Speaks little");
  g_assert_true (remit_history_filter_is_empty (&filter));
  g_assert_cmpuint (count (f, &filter), ==, (guint) get_length (f));

  filter.words = (char *) "élFISH";
  g_assert_cmpuint (count (f, &filter), ==, 2);
  filter.words = (char *) "speaks élfish little";
  g_assert_cmpuint (count (f, &filter), ==, 1);
  filter.words = NULL;
  filter.from = G_GINT64_CONSTANT (1893456000000);
  g_assert_cmpuint (count (f, &filter), ==, 2);
  filter.until = filter.from + 1;
  g_assert_cmpuint (count (f, &filter), ==, 0);
  filter.from = 0;
  g_assert_cmpuint (count (f, &filter), >=, (guint) before);
  filter.until = 0;
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_PURPOSE,
                                      "To keep them", NULL));
  filter.plan = f->plan;
  g_assert_cmpuint (count (f, &filter), ==, 1);
  filter.plan = 0;
  filter.actor = (char *) "Somebody else";
  g_assert_cmpuint (count (f, &filter), ==, 0);
  actors = remit_history_list_actors (f->store, NULL);
  g_assert_cmpuint (g_strv_length (actors), ==, 1);
  filter.actor = actors[0];
  g_assert_cmpuint (count (f, &filter), ==, (guint) get_length (f));
  g_unsetenv ("REMIT_NOW");
}

/* All that ever happened to a slot: also to who was in it, and is not any more. */
static void
test_story (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  RemitHistoryFilter filter = { .entity = f->data };
  g_autoptr (GError) error = NULL;
  guint before = count (f, &filter);
  gint64 gone, stays;

  g_assert_cmpuint (before, ==, 1);
  gone = plan_fixture_assign (f, f->data, f->ada, 10, "", "");
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, gone, REMIT_ASSIGNMENT_ALLOCATION, "20");
  stays = plan_fixture_assign (f, f->data, f->cem, 10, "", "");
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, stays, REMIT_ASSIGNMENT_ALLOCATION, "30");
  plan_fixture_assign (f, f->ml, f->bob, 10, "", "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NOTES, "Left");
  remit_design_delete (f->workspace, REMIT_KIND_ASSIGNMENT, gone, &error);
  g_assert_no_error (error);
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "40");
  g_assert_cmpuint (count (f, &filter), ==, before + 6);
  /* also when it is gone itself */
  remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->fraud, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (f, &filter), ==, before + 7);
}

/* Who took an entry back, and whether that still holds. */
static void
test_answer (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 seq;

  plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  seq = get_length (f);
  g_assert_cmpint (remit_history_find_answer (f->store, seq), ==, 0);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL);
  g_assert_cmpint (remit_history_find_answer (f->store, seq), ==, seq + 1);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, NULL);
  g_assert_cmpint (remit_history_find_answer (f->store, seq), ==, 0);
  g_assert_cmpint (remit_history_find_answer (f->store, seq + 1), ==, seq + 2);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL);
  g_assert_cmpint (remit_history_find_answer (f->store, seq), !=, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/past/write", test_write);
  plan_fixture_add ("/plan/past/begin", test_begin);
  plan_fixture_add ("/plan/past/open", test_open);
  plan_fixture_add ("/plan/past/find", test_find);
  plan_fixture_add ("/plan/past/return", test_return);
  plan_fixture_add ("/plan/past/return-alone", test_return_alone);
  plan_fixture_add ("/plan/past/return-logs", test_return_logs);
  plan_fixture_add ("/plan/past/return-resolved", test_return_resolved);
  plan_fixture_add ("/plan/past/return-refused", test_return_refused);
  plan_fixture_add ("/plan/past/search", test_search);
  plan_fixture_add ("/plan/past/story", test_story);
  plan_fixture_add ("/plan/past/answer", test_answer);
  return g_test_run ();
}
