/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments: who makes them, on what they are, and in which order they are read. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/design/remit-comments.h"

static gint64
comment (RemitWorkspace *workspace,
         gint64 plan,
         guint field,
         gint64 subject,
         const char *day,
         const char *text)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_COMMENT);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (record, REMIT_COMMENT_PLAN, plan);
  remit_record_set_integer (record, field, subject);
  remit_record_set_text (record, REMIT_COMMENT_TEXT, text);
  remit_record_set_integer (record, REMIT_COMMENT_DAY, *day != '\0' ? remit_day_parse (day) : 0);
  id = remit_design_create (workspace, record, &error);
  g_assert_no_error (error);
  return id;
}

/* What is read on something: its comments in order, and how many of them are open. */
static void
check_read (PlanFixture *f,
            RemitKind kind,
            gint64 id,
            const char *expected,
            guint n_open)
{
  g_autoptr (GPtrArray) comments = remit_comments_get (f->workspace, kind, id);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < comments->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? ", " : "",
                            remit_entity_get_text (comments->pdata[i], REMIT_COMMENT_TEXT));
  g_assert_cmpstr (texts->str, ==, expected);
  g_assert_cmpuint (remit_comments_count_open (f->workspace, kind, id), ==, n_open);
}

static void
test_made (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = plan_fixture_dump (f);
  gint64 id = comment (f->workspace, f->plan, REMIT_COMMENT_SLOT, f->ml, "", "Who steps in?");

  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_COMMENT, id, REMIT_COMMENT_AUTHOR), ==,
                   remit_edit_get_actor ());
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_COMMENT, id, REMIT_COMMENT_DAY), ==,
                   remit_day_parse (TODAY));
  plan_fixture_check_edit (f, before, "Comment on ML engineer");
}

static void
test_subjects (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");

  comment (f->workspace, f->plan, REMIT_COMMENT_PLAN, f->plan, "", "plan");
  comment (f->workspace, f->plan, REMIT_COMMENT_TEAM, f->fraud, "", "team");
  comment (f->workspace, f->plan, REMIT_COMMENT_SLOT, f->ml, "", "slot");
  comment (f->workspace, f->plan, REMIT_COMMENT_PERSON, f->ada, "", "person");
  comment (f->workspace, f->plan, REMIT_COMMENT_DECISION, decision, "", "decision");
  check_read (f, REMIT_KIND_PLAN, f->plan, "plan", 1);
  check_read (f, REMIT_KIND_TEAM, f->fraud, "team", 1);
  check_read (f, REMIT_KIND_SLOT, f->ml, "slot", 1);
  check_read (f, REMIT_KIND_PERSON, f->ada, "person", 1);
  check_read (f, REMIT_KIND_DECISION, decision, "decision", 1);
  check_read (f, REMIT_KIND_TEAM, f->platform, "", 0);
  check_read (f, REMIT_KIND_SKILL, f->sql, "", 0);
}

static void
test_order (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 done = comment (f->workspace, f->plan, REMIT_COMMENT_TEAM, f->fraud, "2026-02-09", "c");
  g_autoptr (GError) error = NULL;

  comment (f->workspace, f->plan, REMIT_COMMENT_TEAM, f->fraud, "2026-02-02", "a");
  comment (f->workspace, f->plan, REMIT_COMMENT_TEAM, f->fraud, "2026-02-05", "b");
  check_read (f, REMIT_KIND_TEAM, f->fraud, "c, b, a", 3);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_COMMENT, done,
                                      REMIT_COMMENT_RESOLVED, "true", &error));
  check_read (f, REMIT_KIND_TEAM, f->fraud, "b, a, c", 2);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  check_read (f, REMIT_KIND_TEAM, f->fraud, "c, b, a", 3);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  check_read (f, REMIT_KIND_TEAM, f->fraud, "b, a, c", 2);
}

static void
test_refused (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_COMMENT);
  gint64 id = comment (f->workspace, f->plan, REMIT_COMMENT_SLOT, f->ml, "", "Who steps in?");
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *team = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", f->fraud);
  GError *error = NULL;

  remit_record_set_integer (record, REMIT_COMMENT_PLAN, f->plan);
  g_assert_cmpint (remit_design_create (f->workspace, record, &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, "Comment must not be empty");

  remit_record_set_text (record, REMIT_COMMENT_TEXT, "Two things");
  remit_record_set_integer (record, REMIT_COMMENT_SLOT, f->ml);
  remit_record_set_integer (record, REMIT_COMMENT_PERSON, f->ada);
  g_assert_cmpint (remit_design_create (f->workspace, record, &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, "Comment: either Slot or Person, not both");
  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_COMMENT, id, REMIT_COMMENT_TEAM,
                                       team, &error));
  plan_fixture_check_refused (f, before, &error, "Comment: either Team or Slot, not both");
}

/* Another program comments on the slot while it is deleted here. */
static void
test_meanwhile (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitWorkspace) other = remit_workspace_open (remit_store_get_path (f->store),
                                                           REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (GError) error = NULL;

  comment (f->workspace, f->plan, REMIT_COMMENT_SLOT, f->data, "2026-02-02", "ours");
  comment (other, f->plan, REMIT_COMMENT_SLOT, f->data, "2026-02-03", "theirs");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->data, &error));
  g_assert_no_error (error);
  check_read (f, REMIT_KIND_SLOT, f->data, "", 0);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  check_read (f, REMIT_KIND_SLOT, f->data, "theirs, ours", 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/comments/made", test_made);
  plan_fixture_add ("/comments/subjects", test_subjects);
  plan_fixture_add ("/comments/order", test_order);
  plan_fixture_add ("/comments/refused", test_refused);
  plan_fixture_add ("/comments/meanwhile", test_meanwhile);

  return g_test_run ();
}
