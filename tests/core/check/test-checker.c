/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker follows the workspace, cancels itself, and keeps what stays the same. */
#include "check/remit-checker.h"

#include "check/findings/remit-waive.h"
#include "plan/design/remit-design.h"
#include "sketch.h"

#define PLAN \
  "role ml key=ml-engineer\nperson Ada\nplan P\nteam T\nslot S1 team=T role=ml\n" \
  "slot S2 team=T role=ml\nladder L\nrung - ladder=L slot=S1 action=decide\n"
#define TODAY "2026-03-10"

typedef struct {
  Sketch *sketch;
  RemitChecker *checker;
  guint n_checked;
  guint n_changed;
} Fixture;

static void
on_checked (RemitChecker *checker G_GNUC_UNUSED,
            Fixture *f)
{
  f->n_checked++;
}

static void
on_items_changed (GListModel *model G_GNUC_UNUSED,
                  guint position G_GNUC_UNUSED,
                  guint removed G_GNUC_UNUSED,
                  guint added G_GNUC_UNUSED,
                  Fixture *f)
{
  f->n_changed++;
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("REMIT_TODAY", TODAY, TRUE);
  f->sketch = sketch_new (PLAN);
  remit_workspace_open_plan (f->sketch->workspace, f->sketch->plan, &error);
  g_assert_no_error (error);
  f->checker = remit_checker_new (f->sketch->workspace);
  g_signal_connect (f->checker, "checked", G_CALLBACK (on_checked), f);
  g_signal_connect (f->checker, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->checker);
  /* the cancelled task ends */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sketch_free (f->sketch);
}

static void
wait (Fixture *f)
{
  while (remit_checker_is_running (f->checker))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->checker));
}

static void
change (Fixture *f,
        const char *slot,
        const char *required)
{
  g_autoptr (GError) error = NULL;

  remit_design_change (f->sketch->workspace, REMIT_KIND_SLOT, sketch_get (f->sketch, slot),
                       REMIT_SLOT_REQUIRED, required, &error);
  g_assert_no_error (error);
}

static void
test_follows (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 s1 = sketch_get (f->sketch, "S1");
  gint64 s2 = sketch_get (f->sketch, "S2");

  g_assert_cmpuint (count (f), ==, 0);
  g_assert_false (remit_checker_is_running (f->checker));
  remit_checker_set_plan (f->checker, f->sketch->plan);
  g_assert_true (remit_checker_is_running (f->checker));
  wait (f);
  g_assert_cmpuint (count (f), ==, 2);
  g_assert_cmpuint (f->n_checked, ==, 1);
  g_assert_null (remit_checker_get_error (f->checker));
  g_assert_cmpuint (remit_checker_get_about (f->checker, REMIT_KIND_SLOT, s1)->len, ==, 1);
  g_assert_cmpuint (
    remit_checker_get_about (f->checker, REMIT_KIND_TEAM, sketch_get (f->sketch, "T"))->len, ==, 2);
  g_assert_cmpuint (remit_checker_get_about (f->checker, REMIT_KIND_SLOT, 17)->len, ==, 0);

  change (f, "S1", "false");
  g_assert_true (remit_checker_is_running (f->checker));
  wait (f);
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpuint (remit_checker_get_about (f->checker, REMIT_KIND_SLOT, s1)->len, ==, 0);
  g_assert_cmpuint (remit_checker_get_about (f->checker, REMIT_KIND_SLOT, s2)->len, ==, 1);

  remit_workspace_undo (f->sketch->workspace, REMIT_HISTORY_UNDO, NULL);
  wait (f);
  g_assert_cmpuint (count (f), ==, 2);

  remit_checker_set_plan (f->checker, 0);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_false (remit_checker_is_running (f->checker));
}

/* Of many changes in a row, only what came of the last one is told. */
static void
test_cancels (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  remit_checker_set_plan (f->checker, f->sketch->plan);
  for (guint i = 0; i < 5; i++)
    {
      change (f, "S1", i % 2 == 0 ? "false" : "true");
      /* the next change comes when the worker is at work */
      g_main_context_iteration (NULL, FALSE);
    }
  wait (f);
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpuint (f->n_checked, <=, 2);
}

/* The first check has nothing to show that could be too old: a change during it does not wait for
 * what it would have found. */
static void
test_obsolete (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  remit_checker_set_plan (f->checker, f->sketch->plan);
  /* until it begins */
  g_main_context_iteration (NULL, TRUE);
  change (f, "S1", "false");
  wait (f);
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpuint (f->n_checked, ==, 1);
}

/* Somebody changes something again and again, before any check could end. */
static void
test_steady_writer (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  remit_checker_set_plan (f->checker, f->sketch->plan);
  wait (f);
  for (guint i = 0; f->n_checked < 3; i++)
    {
      change (f, "S1", i % 2 == 0 ? "false" : "true");
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  change (f, "S1", "false");
  wait (f);
  g_assert_cmpuint (count (f), ==, 1);
}

static void
test_keeps (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitFinding) finding = NULL;
  g_autoptr (RemitFinding) after = NULL;
  guint n_changed;

  remit_checker_set_plan (f->checker, f->sketch->plan);
  wait (f);
  finding = g_ptr_array_index (remit_checker_get_about (f->checker, REMIT_KIND_SLOT,
                                                        sketch_get (f->sketch, "S2")), 0);
  g_object_ref (finding);
  n_changed = f->n_changed;

  /* what has nothing to do with it */
  {
    g_autoptr (GError) error = NULL;

    remit_design_change (f->sketch->workspace, REMIT_KIND_TEAM, sketch_get (f->sketch, "T"),
                         REMIT_TEAM_PURPOSE, "Mend", &error);
    g_assert_no_error (error);
  }
  wait (f);
  g_assert_cmpuint (f->n_changed, ==, n_changed);
  g_assert_cmpuint (f->n_checked, ==, 2);

  change (f, "S1", "false");
  wait (f);
  after = g_list_model_get_item (G_LIST_MODEL (f->checker), 0);
  g_assert_true (after == finding);
}

static void
test_counts (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;
  g_autoptr (RemitFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  remit_checker_set_plan (f->checker, f->sketch->plan);
  wait (f);
  finding = g_list_model_get_item (G_LIST_MODEL (f->checker), 0);
  remit_waive (f->sketch->workspace, f->sketch->plan, finding, "Ada", "Hiring", 0, &error);
  g_assert_no_error (error);
  wait (f);
  remit_checker_count (f->checker, counts, &n_waived);
  g_assert_cmpuint (counts[REMIT_SEVERITY_ERROR], ==, 1);
  g_assert_cmpuint (counts[REMIT_SEVERITY_WARNING], ==, 0);
  g_assert_cmpuint (n_waived, ==, 1);
}

/* A checker that goes while its worker is at work. */
static void
test_goes (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  remit_checker_set_plan (f->checker, f->sketch->plan);
  g_assert_true (remit_checker_is_running (f->checker));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/check/checker/follows", test_follows);
  add ("/check/checker/cancels", test_cancels);
  add ("/check/checker/obsolete", test_obsolete);
  add ("/check/checker/steady-writer", test_steady_writer);
  add ("/check/checker/keeps", test_keeps);
  add ("/check/checker/counts", test_counts);
  add ("/check/checker/goes", test_goes);
  return g_test_run ();
}
