/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the switch that has conflicts watched while no window is open: with and without a
 * portal, in a sandbox and outside of one, and whatever the desktop answers. */
#include <glib/gstdio.h>

#include "background/remit-background.h"
#include "preferences/remit-background-row.h"
#include "preferences/remit-preferences.h"
#include "remit-test-app.h"
#include "remit-test-portal.h"
#include "settings/remit-state.h"

#define DENIED "Remit may not run in the background"

typedef struct {
  char *folder;
  char *autostart;
  char *entry;
  RemitWindow *window;
  GtkWidget *preferences;
  GtkSwitch *toggle;
  RemitTestPortal *portal;
} Fixture;

static void
open_preferences (Fixture *f)
{
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.preferences", NULL);
  f->preferences = remit_test_wait_for_window (REMIT_TYPE_PREFERENCES);
  row = remit_test_find (f->preferences, REMIT_TYPE_BACKGROUND_ROW);
  f->toggle = GTK_SWITCH (remit_test_find (row, GTK_TYPE_SWITCH));
}

static void
close_preferences (Fixture *f)
{
  gtk_window_close (GTK_WINDOW (f->preferences));
  remit_test_wait_for_no_window (REMIT_TYPE_PREFERENCES);
  f->preferences = NULL;
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->folder = remit_test_make_folder ();
  f->autostart = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  f->entry = g_build_filename (f->autostart, REMIT_APPLICATION_ID ".Watch.desktop", NULL);
  f->window = remit_test_app_open (f->folder);
  open_preferences (f);
  g_assert_false (gtk_switch_get_active (f->toggle));
}

/* @data: whether the portal has what is wanted */
static void
set_up_portal (Fixture *f,
               gconstpointer data)
{
  set_up (f, NULL);
  f->portal = remit_test_portal_new (data != NULL);
  g_unsetenv ("ADW_DISABLE_PORTAL");
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_unsetenv ("REMIT_SANDBOX");
  if (f->preferences != NULL)
    close_preferences (f);
  remit_test_app_close (f->window);
  g_action_group_change_action_state (G_ACTION_GROUP (remit_test_app_get ()), "watching",
                                      g_variant_new_boolean (FALSE));
  g_settings_reset (remit_state_get (), "watch");
  g_unlink (f->entry);
  g_clear_pointer (&f->portal, remit_test_portal_free);
  remit_test_remove_folder (f->folder);
  g_free (f->autostart);
  g_free (f->entry);
}

static gboolean
has_entry (gpointer fixture)
{
  return g_file_test (((Fixture *) fixture)->entry, G_FILE_TEST_EXISTS);
}

static gboolean
has_no_entry (gpointer fixture)
{
  return !has_entry (fixture);
}

static gboolean
is_set (gpointer fixture G_GNUC_UNUSED)
{
  return g_settings_get_boolean (remit_state_get (), "watch");
}

static gboolean
is_not_set (gpointer fixture)
{
  return !is_set (fixture);
}

static gboolean
is_asked (gpointer fixture)
{
  return ((Fixture *) fixture)->portal->n_asked > 0;
}

static gboolean
is_asked_again (gpointer fixture)
{
  return ((Fixture *) fixture)->portal->n_asked > 1;
}

static void
turn (Fixture *f,
      gboolean on)
{
  gtk_switch_set_active (f->toggle, on);
}

/* Turning it on fails: that is said, nothing comes of it, and it is not tried again. */
static void
check_refused (Fixture *f,
               const char *words)
{
  turn (f, TRUE);
  remit_test_find_text (f->preferences, words);
  remit_test_settle ();
  g_assert_false (gtk_switch_get_active (f->toggle));
  g_assert_false (is_set (f));
  g_assert_false (has_entry (f));
  g_assert_cmpuint (remit_test_count (f->preferences, REMIT_TYPE_BACKGROUND_ROW), ==, 1);
  if (f->portal != NULL)
    g_assert_cmpuint (f->portal->n_asked, <=, 1);
}

/* ── Without a portal ─────────────────────────────────────────────────────────────────────── */

static void
check_entry (Fixture *f)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = NULL;
  g_autofree char *type = NULL;
  g_autofree char *tool = g_find_program_in_path ("desktop-file-validate");
  const char *const command[] = { tool, f->entry, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_key_file_load_from_file (file, f->entry, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  exec = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  g_assert_cmpstr (exec, ==, "remit --watch");
  type = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, NULL);
  g_assert_cmpstr (type, ==, "Application");
  if (tool == NULL)
    return;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
test_entry (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  turn (f, TRUE);
  remit_test_wait (has_entry, f);
  remit_test_wait (is_set, f);
  check_entry (f);
  /* the preferences know it the next time */
  close_preferences (f);
  open_preferences (f);
  g_assert_true (gtk_switch_get_active (f->toggle));
  turn (f, FALSE);
  remit_test_wait (has_no_entry, f);
  remit_test_wait (is_not_set, f);
  g_assert_false (remit_background_is_set ());
}

static void
test_not_writable (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_rmdir (f->autostart);
  g_assert_true (g_file_set_contents (f->autostart, "", 0, NULL));
  check_refused (f, "Cannot create");
  g_unlink (f->autostart);
}

/* Beside a portal that has nothing for what runs in the background. */
static void
test_no_interface (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  turn (f, TRUE);
  remit_test_wait (has_entry, f);
  remit_test_wait (is_set, f);
  g_assert_true (gtk_switch_get_active (f->toggle));
}

static void
test_sandbox_without (Fixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_setenv ("REMIT_SANDBOX", "1", TRUE);
  check_refused (f, "flatpak run " REMIT_APPLICATION_ID " --watch");
}

/* ── With one ─────────────────────────────────────────────────────────────────────────────── */

static void
test_granted (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  turn (f, TRUE);
  remit_test_wait (is_set, f);
  g_assert_cmpuint (f->portal->n_asked, ==, 1);
  g_assert_true (f->portal->autostart);
  g_assert_cmpstr (f->portal->command, ==, "remit --watch");
  g_assert_true (gtk_switch_get_active (f->toggle));
  g_assert_false (has_entry (f));
  f->portal->starts = FALSE;
  turn (f, FALSE);
  remit_test_wait (is_not_set, f);
  g_assert_cmpuint (f->portal->n_asked, ==, 2);
  g_assert_false (f->portal->autostart);
}

static void
test_old (Fixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  f->portal->is_old = f->portal->is_slow = TRUE;
  turn (f, TRUE);
  remit_test_wait (is_asked, f);
  remit_test_settle ();
  g_assert_false (is_set (f));
  remit_test_portal_answer (f->portal);
  remit_test_wait (is_set, f);
}

/* It may be in the background, but the portal does not know what to start. */
static void
test_not_started (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  f->portal->starts = FALSE;
  g_setenv ("REMIT_SANDBOX", "1", TRUE);
  check_refused (f, "flatpak run");
  g_unsetenv ("REMIT_SANDBOX");
  turn (f, TRUE);
  remit_test_wait (is_set, f);
  g_assert_true (has_entry (f));
}

static void
test_denied (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  f->portal->background = f->portal->starts = FALSE;
  check_refused (f, DENIED);
}

static void
test_cancelled (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  f->portal->code = 1;
  check_refused (f, DENIED);
}

/* What may not be in the background at all is not: that can be turned off. */
static void
test_denied_later (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  turn (f, TRUE);
  remit_test_wait (is_set, f);
  f->portal->code = 1;
  turn (f, FALSE);
  remit_test_wait (is_not_set, f);
  g_assert_false (remit_test_shows (f->preferences, DENIED));
}

static void
test_other (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  f->portal->code = 2;
  g_setenv ("REMIT_SANDBOX", "1", TRUE);
  check_refused (f, "Try again later");
  g_unsetenv ("REMIT_SANDBOX");
  turn (f, TRUE);
  remit_test_wait (is_set, f);
  g_assert_true (has_entry (f));
}

static void
test_fails (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  f->portal->fails = TRUE;
  g_setenv ("REMIT_SANDBOX", "1", TRUE);
  check_refused (f, "Out of order");
}

static void
test_vanishes (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  f->portal->is_slow = TRUE;
  g_setenv ("REMIT_SANDBOX", "1", TRUE);
  turn (f, TRUE);
  remit_test_wait (is_asked, f);
  remit_test_settle ();
  g_clear_pointer (&f->portal, remit_test_portal_free);
  remit_test_find_text (f->preferences, "Try again later");
  g_assert_false (gtk_switch_get_active (f->toggle));
  g_assert_false (is_set (f));
}

/* ── Meanwhile ────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_said (gpointer window)
{
  return g_str_has_prefix (remit_test_get_said (window), DENIED);
}

/* Returns: the row, which is in no window any more, but would be needed */
static GtkWidget *
ask_and_close (Fixture *f)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (f->toggle), REMIT_TYPE_BACKGROUND_ROW);

  f->portal->is_slow = TRUE;
  turn (f, TRUE);
  remit_test_wait (is_asked, f);
  g_object_ref (row);
  close_preferences (f);
  remit_test_settle ();
  g_assert_null (gtk_widget_get_root (row));
  return row;
}

/* Nothing keeps the row but its list, which libadwaita 1.2 forgets to give back. */
static void
check_released (GtkWidget *row)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));

  remit_test_settle ();
  gtk_list_box_remove (list, row);
  g_assert_finalize_object (row);
}

/* The preferences are closed before the desktop has answered. */
static void
test_closed (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = ask_and_close (f);

  remit_test_portal_answer (f->portal);
  remit_test_wait (is_set, f);
  check_released (row);
}

static void
test_closed_and_denied (Fixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = ask_and_close (f);

  f->portal->code = 1;
  remit_test_portal_answer (f->portal);
  remit_test_wait (is_said, f->window);
  g_assert_false (is_set (f));
  check_released (row);
}

static void
test_changed_mind (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  f->portal->is_slow = TRUE;
  turn (f, TRUE);
  remit_test_wait (is_asked, f);
  turn (f, FALSE);
  remit_test_settle ();
  g_assert_cmpuint (f->portal->n_asked, ==, 1);
  remit_test_portal_answer (f->portal);
  remit_test_wait (is_asked_again, f);
  g_assert_false (f->portal->autostart);
  remit_test_portal_answer (f->portal);
  remit_test_wait (is_not_set, f);
  g_assert_false (gtk_switch_get_active (f->toggle));
}

static void
add_tests (void)
{
  static const char with[] = "with";

#define ADD(path, test) \
  g_test_add ("/preferences/background/" path, Fixture, NULL, set_up, test, tear_down)
#define ADD_PORTAL(path, data, test) \
  g_test_add ("/preferences/background/" path, Fixture, data, set_up_portal, test, tear_down)
  ADD ("entry", test_entry);
  ADD ("not-writable", test_not_writable);
  ADD ("sandbox-without", test_sandbox_without);
  ADD_PORTAL ("no-interface", NULL, test_no_interface);
  ADD_PORTAL ("granted", with, test_granted);
  ADD_PORTAL ("old", with, test_old);
  ADD_PORTAL ("not-started", with, test_not_started);
  ADD_PORTAL ("denied", with, test_denied);
  ADD_PORTAL ("cancelled", with, test_cancelled);
  ADD_PORTAL ("denied-later", with, test_denied_later);
  ADD_PORTAL ("other", with, test_other);
  ADD_PORTAL ("fails", with, test_fails);
  ADD_PORTAL ("vanishes", with, test_vanishes);
  ADD_PORTAL ("closed", with, test_closed);
  ADD_PORTAL ("closed-and-denied", with, test_closed_and_denied);
  ADD_PORTAL ("changed-mind", with, test_changed_mind);
#undef ADD
#undef ADD_PORTAL
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
