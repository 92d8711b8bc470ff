/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that a time limit says when it is up: as one types, and where it is shown. */
#include <string.h>

#include "conflicts-fixture.h"
#include "conflicts/dialogs/remit-raise-dialog.h"
#include "conflicts/page/remit-rung-row.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-editor.h"

/* The ladder of the fixture has 48 hours, and it is noon of a Monday. */
#define AT_FIRST "Wed 03/04/26 12:00"

typedef struct {
  GtkWidget *row; /* of the first level */
  GtkWidget *limit;
  gint64 ladder;
  gint64 rung;
} Rows;

static void
show_ladder (DecisionsFixture *f,
             Rows *rows)
{
  g_autoptr (GPtrArray) rungs = NULL;

  rows->ladder = conflicts_fixture_add_ladder (f);
  rungs = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, rows->ladder);
  rows->rung = remit_entity_get_id (rungs->pdata[0]);
  rows->row = remit_test_find (conflicts_fixture_inspect (f, REMIT_KIND_LADDER, rows->ladder),
                               REMIT_TYPE_RUNG_ROW);
  rows->limit = remit_test_get_child (rows->row, "limit");
}

static void
type (const Rows *rows,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (rows->limit), text);
}

static void
check_due (const Rows *rows,
           const char *expected)
{
  AdwActionRow *due = remit_test_get_child (rows->row, "due");

  g_assert_cmpstr (adw_action_row_get_subtitle (due), ==, expected);
}

static void
check_stored (DecisionsFixture *f,
              const Rows *rows,
              gint64 hours)
{
  RemitEntity *rung = remit_workspace_get (f->workspace, REMIT_KIND_RUNG, rows->rung);

  g_assert_cmpint (remit_entity_get_integer (rung, REMIT_RUNG_LIMIT), ==, hours * 60);
}

static void
test_typed (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  Rows rows;

  show_ladder (f, &rows);
  check_due (&rows, "Due " AT_FIRST);
  type (&rows, "3 days");
  check_due (&rows, "Due Thu 03/05/26 12:00");
  check_stored (f, &rows, 48);
  type (&rows, "16h");
  check_due (&rows, "Due Tue 03/03/26 04:00");
  decisions_fixture_remember (f);
  g_signal_emit_by_name (rows.limit, "entry-activated");
  remit_test_settle ();
  check_stored (f, &rows, 16);
  check_due (&rows, "Due Tue 03/03/26 04:00");

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  remit_test_settle ();
  check_stored (f, &rows, 48);
  check_due (&rows, "Due " AT_FIRST);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
  remit_test_settle ();
  check_due (&rows, "Due Tue 03/03/26 04:00");
  decisions_fixture_check_undo (f);
}

static void
test_nonsense (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  static const char *const wrong[] = { "", "soon", "2", "0 min", "400 days" };
  Rows rows;

  show_ladder (f, &rows);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s”", wrong[i]);
      type (&rows, wrong[i]);
      check_due (&rows, "No valid time limit");
      g_assert_true (gtk_widget_has_css_class (rows.limit, "error"));
    }
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows.limit)),
                            "between 1 minute and 8784 hours"));
  type (&rows, "soon");
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows.limit)),
                            "a duration such as 2 days"));
  g_signal_emit_by_name (rows.limit, "entry-activated");
  remit_test_settle ();
  check_stored (f, &rows, 48);
  g_assert_true (remit_editor_revert (rows.limit));
  check_due (&rows, "Due " AT_FIRST);
  check_stored (f, &rows, 48);
}

/* What else the moment follows from: the clock, holidays, hours of work, who is asked and where. */
static void
test_followed (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) holiday = remit_record_new (REMIT_KIND_HOLIDAY);
  Rows rows;

  show_ladder (f, &rows);
  conflicts_fixture_set (f, REMIT_KIND_RUNG, rows.rung, REMIT_RUNG_CLOCK, "working");
  check_due (&rows, "Due Tue 03/10/26 12:00");
  type (&rows, "1 day");
  check_due (&rows, "Due Thu 03/05/26 12:00");
  remit_record_parse (holiday, REMIT_HOLIDAY_DAY, "2026-03-03", NULL);
  g_assert_cmpint (remit_design_create (f->workspace, holiday, NULL), !=, 0);
  check_due (&rows, "Due Fri 03/06/26 12:00");
  conflicts_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_UNTIL, "1080");
  check_due (&rows, "Due Thu 03/05/26 18:00");
  conflicts_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "America/New_York");
  check_due (&rows, "Due Thu 03/05/26 20:00 (Thu 03/05/26 15:00 EST)");
  /* none of which took away what is typed */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rows.limit)), ==, "1 day");
  g_assert_true (remit_editor_revert (rows.limit));
}

/* A window that was out of sight says what follows from now. */
static void
test_later (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  Rows rows;

  show_ladder (f, &rows);
  gtk_widget_set_visible (rows.row, FALSE);
  g_setenv ("REMIT_NOW", "2026-03-02T15:30:00Z", TRUE);
  gtk_widget_set_visible (rows.row, TRUE);
  check_due (&rows, "Due Wed 03/04/26 15:30");
}

static void
test_raise (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;
  Rows rows;

  show_ladder (f, &rows);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_NONE, (gint64) 0);
  dialog = remit_test_wait_for_window (REMIT_TYPE_RAISE_DIALOG);
  g_assert_true (remit_test_shows (dialog, "Usual\nFirst level due " AT_FIRST));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* On the page of a conflict, its clock runs already. */
static void
test_page (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *inspector;
  gint64 conflict;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  g_assert_true (remit_test_shows (inspector, "Until " AT_FIRST));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  remit_test_settle ();
  g_assert_false (remit_test_shows (inspector, "Until " AT_FIRST));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, NULL));
  remit_test_settle ();
  g_assert_true (remit_test_shows (inspector, "Until " AT_FIRST));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add (path, DecisionsFixture, NULL, conflicts_fixture_set_up, test, \
              conflicts_fixture_tear_down)
  ADD ("/conflicts/rung-row/typed", test_typed);
  ADD ("/conflicts/rung-row/nonsense", test_nonsense);
  ADD ("/conflicts/rung-row/followed", test_followed);
  ADD ("/conflicts/rung-row/later", test_later);
  ADD ("/conflicts/rung-row/raise", test_raise);
  ADD ("/conflicts/rung-row/page", test_page);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
