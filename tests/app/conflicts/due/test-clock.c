/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of clocks: what they say, what is told of them, and that it is told once. */
#include <glib/gstdio.h>

#include "conflicts/due/remit-clock.h"
#include "conflicts/due/remit-due-told.h"
#include "conflicts/due/remit-due-watch.h"
#include "conflicts-fixture.h"
#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"

#define MINUTE (60 * (gint64) 1000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static void
test_words (void)
{
  static const struct
  {
    gint64 due;
    const char *words;
  } clocks[] = {
    { 3 * DAY + HOUR, "3 days" },          { 23 * HOUR + 5 * MINUTE, "23 h 5 min" },
    { 59 * MINUTE + 3000, "59 min 03 s" }, { 9000, "9 s" },
    { -2 * HOUR, "overdue by 2 h 0 min" },    { -10 * DAY, "overdue by 10 days" },
  };
  const gint64 now = 1772366400000;

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *words = remit_clock_dup_words (now + clocks[i].due, now);

      g_assert_cmpstr (words, ==, clocks[i].words);
    }
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* A clock that is set while its window is shown, and goes, leaves no timer that would tick for what
 * is gone: with memory overwritten when it is freed, that would crash. */
static void
test_gone (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean over = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  remit_test_settle ();
  for (guint i = 0; i < 10; i++)
    {
      GtkWidget *clock = g_object_new (REMIT_TYPE_CLOCK, NULL);

      gtk_box_append (GTK_BOX (box), clock);
      remit_clock_set_due (REMIT_CLOCK (clock), remit_time_now () + HOUR / 2);
      gtk_box_remove (GTK_BOX (box), clock);
    }
  /* longer than until the next tick */
  g_timeout_add (1500, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
forget_told (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "remit", "told.ini", NULL);

  g_unlink (path);
}

/* That it will be due and that it is due are told, once each, also after a restart; what is late is
 * not told as soon to be due; the next rung is another matter. */
static void
test_told (void)
{
  const gint64 now = remit_time_now ();

  forget_told ();
  g_assert_true (remit_due_told_add (7, now, FALSE));
  g_assert_false (remit_due_told_add (7, now, FALSE));
  g_assert_true (remit_due_told_add (7, now, TRUE));
  g_assert_false (remit_due_told_add (7, now, TRUE));
  g_assert_false (remit_due_told_add (7, now, FALSE));
  g_assert_true (remit_due_told_add (8, now, FALSE));
  g_assert_true (remit_due_told_add (7, now + DAY, TRUE));
  forget_told ();
}

static void
add_ladder (DecisionsFixture *f)
{
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Usual");
  g_assert_cmpint (remit_design_create (f->workspace, ladder, NULL), !=, 0);
  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, remit_record_get_id (ladder));
  remit_record_set_integer (rung, REMIT_RUNG_SLOT, f->ml);
  g_assert_cmpint (remit_design_create (f->workspace, rung, NULL), !=, 0);
}

/* The badge counts what is due today; when a time is up, the log is told, once. */
static void
test_watch (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitDueWatch) watch = NULL;
  g_autoptr (GPtrArray) log = NULL;
  gint64 conflict;

  g_setenv ("REMIT_NOW", "2026-03-02T12:00:00Z", TRUE);
  add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  watch = remit_due_watch_new (f->workspace, NULL);
  remit_due_watch_look (watch);
  g_assert_cmpuint (remit_due_watch_count (watch, f->plan), ==, 0);
  g_setenv ("REMIT_NOW", "2026-03-04T11:30:00Z", TRUE);
  g_assert_cmpuint (remit_due_watch_count (watch, f->plan), ==, 1);
  /* the machine slept over it */
  g_setenv ("REMIT_NOW", "2026-03-09T12:00:00Z", TRUE);
  remit_due_watch_look (watch);
  remit_due_watch_look (watch);
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  g_assert_cmpuint (log->len, ==, 2);
  g_assert_cmpint (remit_record_get_integer (log->pdata[1], REMIT_CONFLICT_EVENT_KIND), ==,
                   REMIT_CONFLICT_EVENT_RAN_OUT);
  g_assert_cmpuint (remit_due_watch_count (watch, f->plan), ==, 1);
  g_unsetenv ("REMIT_NOW");
}

static void
count (guint *n)
{
  ++*n;
}

/* Only what changes conflicts changes what is due. */
static void
test_changes (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitDueWatch) watch = remit_due_watch_new (f->workspace, NULL);
  g_autoptr (GError) error = NULL;
  guint n_looked = 0;
  gint64 conflict;

  g_signal_connect_swapped (watch, "looked", G_CALLBACK (count), &n_looked);
  add_ladder (f);
  remit_test_add_person (f->store, "Grace");
  g_assert_cmpuint (n_looked, ==, 0);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  g_assert_cmpuint (n_looked, ==, 1);
  remit_test_add_person (f->store, "Mary");
  g_assert_cmpuint (n_looked, ==, 1);
  g_assert_true (remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0,
                                    "Settled", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_looked, ==, 2);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpuint (n_looked, ==, 3);
}

static void
add_tests (void)
{
  g_test_add_func ("/conflicts/clock/words", test_words);
  g_test_add_func ("/conflicts/clock/gone", test_gone);
  g_test_add_func ("/conflicts/clock/told", test_told);
  decisions_fixture_add ("/conflicts/clock/watch", test_watch);
  decisions_fixture_add ("/conflicts/clock/changes", test_changes);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
