/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the working hours in the preferences: what is typed, refused, undone and redone. */
#include "preferences/remit-preferences.h"
#include "remit-inspector-test.h"

typedef struct {
  InspectorFixture base;
  GtkWidget *preferences;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data)
{
  remit_inspector_test_set_up (&f->base, data);
  gtk_widget_activate_action (GTK_WIDGET (f->base.window), "win.preferences", NULL);
  f->preferences = remit_test_wait_for_window (REMIT_TYPE_PREFERENCES);
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (f->preferences));
  remit_test_wait_for_no_window (REMIT_TYPE_PREFERENCES);
  remit_inspector_test_tear_down (&f->base, data);
}

static GtkWidget *
find_row (Fixture *f,
          const char *title)
{
  GtkWidget *row = remit_inspector_test_find_row (f->preferences, title);

  g_assert_nonnull (row);
  return row;
}

static void
type (Fixture *f,
      const char *title,
      const char *text,
      const char *signal)
{
  GtkWidget *row = find_row (f, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, signal);
  remit_test_settle ();
}

static const char *
get_text (Fixture *f,
          const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_row (f, title)));
}

static gint64
get_setting (Fixture *f,
             guint field)
{
  return remit_entity_get_integer (
    remit_workspace_get (f->base.workspace, REMIT_KIND_SETTINGS, 1), field);
}

static void
test_zone (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitEntity *settings = remit_workspace_get (f->base.workspace, REMIT_KIND_SETTINGS, 1);
  g_autofree char *before = remit_test_dump (f->base.store);
  g_autofree char *after = NULL;

  type (f, "Time zone", "Europe/Berlin", "entry-activated");
  g_assert_cmpstr (remit_entity_get_text (settings, REMIT_SETTINGS_TIME_ZONE), ==,
                   "Europe/Berlin");
  remit_inspector_test_undo_and_redo (&f->base, before);
  after = remit_test_dump (f->base.store);
  type (f, "Time zone", "Europe/Nowhere", "entry-activated");
  g_assert_cmpstr (remit_entity_get_text (settings, REMIT_SETTINGS_TIME_ZONE), ==,
                   "Europe/Berlin");
  g_free (before);
  before = remit_test_dump (f->base.store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_hours (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *title;
    guint field;
    const char *typed;
    const char *shown;
    gint64 minute;
  } times[] = {
    { "Start of Work", REMIT_SETTINGS_WORK_FROM, "8", "08:00", 8 * 60 },
    { "Start of Work", REMIT_SETTINGS_WORK_FROM, "09:30", "09:30", 9 * 60 + 30 },
    { "Start of Work", REMIT_SETTINGS_WORK_FROM, " 7.05 ", "07:05", 7 * 60 + 5 },
    { "End of Work", REMIT_SETTINGS_WORK_UNTIL, "18", "18:00", 18 * 60 },
    { "End of Work", REMIT_SETTINGS_WORK_UNTIL, "24", "24:00", 24 * 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *before = remit_test_dump (f->base.store);

      type (f, times[i].title, times[i].typed, "apply");
      g_assert_cmpint (get_setting (f, times[i].field), ==, times[i].minute);
      g_assert_cmpstr (get_text (f, times[i].title), ==, times[i].shown);
      remit_inspector_test_undo_and_redo (&f->base, before);
      g_assert_cmpstr (get_text (f, times[i].title), ==, times[i].shown);
    }
}

/* Nothing changes, and the row shows again what holds. */
static void
test_nonsense (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  static const char *const nonsense[] = {
    "", "soon", "9 o'clock", "9:60", "9:", ":30", "-1", "25", "24:30", "9:30:00", "930",
  };
  g_autofree char *before = remit_test_dump (f->base.store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      type (f, "End of Work", nonsense[i], "apply");
      g_assert_cmpstr (get_text (f, "End of Work"), ==, "17:00");
    }
  g_assert_true (remit_test_shows (f->preferences, "Enter a time, for example 09:00"));
  /* work ends at five */
  type (f, "Start of Work", "17:00", "apply");
  g_assert_cmpstr (get_text (f, "Start of Work"), ==, "09:00");
  after = remit_test_dump (f->base.store);
  g_assert_cmpstr (after, ==, before);
}

static GtkToggleButton *
find_day (GtkWidget *root,
          const char *name)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), name) == 0)
    return GTK_TOGGLE_BUTTON (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = find_day (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_days (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  static const char *const others[] = { "Tuesday", "Wednesday", "Thursday", "Friday" };
  GtkToggleButton *monday = find_day (f->preferences, "Monday");
  GtkToggleButton *saturday = find_day (f->preferences, "Saturday");
  g_autofree char *before = remit_test_dump (f->base.store);

  g_assert_true (gtk_toggle_button_get_active (monday));
  g_assert_false (gtk_toggle_button_get_active (saturday));
  gtk_toggle_button_set_active (saturday, TRUE);
  g_assert_cmpint (get_setting (f, REMIT_SETTINGS_WORK_DAYS), ==, 0x3f);
  remit_inspector_test_undo_and_redo (&f->base, before);
  g_assert_true (gtk_toggle_button_get_active (saturday));
  gtk_toggle_button_set_active (saturday, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_toggle_button_set_active (find_day (f->preferences, others[i]), FALSE);
  g_assert_cmpint (get_setting (f, REMIT_SETTINGS_WORK_DAYS), ==, 1);
  /* one day at least stays */
  gtk_toggle_button_set_active (monday, FALSE);
  g_assert_true (gtk_toggle_button_get_active (monday));
  g_assert_cmpint (get_setting (f, REMIT_SETTINGS_WORK_DAYS), ==, 1);
}

static guint
count_holidays (Fixture *f)
{
  return g_list_model_get_n_items (
    remit_workspace_get_list (f->base.workspace, REMIT_KIND_HOLIDAY));
}

static void
test_holidays (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (f->base.store);
  g_autofree char *with = NULL;
  g_autofree char *after = NULL;

  type (f, "Add a Holiday", "2026-12-25 Christmas Day", "apply");
  g_assert_cmpuint (count_holidays (f), ==, 1);
  g_assert_true (remit_test_shows (f->preferences, "Christmas Day"));
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "");
  remit_inspector_test_undo_and_redo (&f->base, before);
  g_assert_true (remit_test_shows (f->preferences, "Christmas Day"));

  /* what is no day, or one that is there already */
  with = remit_test_dump (f->base.store);
  type (f, "Add a Holiday", "2026-02-30 Nobody’s", "apply");
  g_assert_true (remit_test_shows (f->preferences, "Enter a date, for example 2026-12-25"));
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "2026-02-30 Nobody’s");
  type (f, "Add a Holiday", "2026-12-25", "apply");
  after = remit_test_dump (f->base.store);
  g_assert_cmpstr (after, ==, with);

  g_signal_emit_by_name (remit_test_find_action (f->preferences, "hours.remove-holiday"),
                         "clicked");
  remit_test_settle ();
  g_assert_cmpuint (count_holidays (f), ==, 0);
  g_assert_false (remit_test_shows (f->preferences, "Christmas Day"));
  remit_inspector_test_undo_and_redo (&f->base, with);
}

/* What was given up or refused is there again, unless something else is being written. */
static void
test_holiday_waits (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_auto (RemitTestOther) other = { NULL };

  remit_test_other_hold (&other, f->base.window);
  type (f, "Add a Holiday", "2026-12-25 Christmas Day", "apply");
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "");
  remit_test_give_up (f->base.window);
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "2026-12-25 Christmas Day");

  type (f, "Add a Holiday", "2026-12-25", "apply");
  gtk_editable_set_text (GTK_EDITABLE (find_row (f, "Add a Holiday")), "2026-12-26");
  remit_test_give_up (f->base.window);
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "2026-12-26");

  type (f, "Add a Holiday", "2026-12-27", "apply");
  type (f, "Add a Holiday", "2026-12-27", "apply");
  remit_test_other_release (&other);
  remit_test_wait_until_made (f->base.window);
  g_assert_cmpuint (count_holidays (f), ==, 1);
  g_assert_cmpstr (get_text (f, "Add a Holiday"), ==, "2026-12-27");
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/preferences/work-hours/zone", test_zone);
  ADD ("/preferences/work-hours/hours", test_hours);
  ADD ("/preferences/work-hours/nonsense", test_nonsense);
  ADD ("/preferences/work-hours/days", test_days);
  ADD ("/preferences/work-hours/holidays", test_holidays);
  ADD ("/preferences/work-hours/holiday-waits", test_holiday_waits);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
