/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the help's topics: each view and each dialog has its page, which F1 shows in the help
 * browser of the desktop. */
#include <glib/gstdio.h>

#include "help/remit-help-window.h"
#include "help/remit-help.h"
#include "remit-test-app.h"
#include "window/remit-views.h"

#define RESOURCES "/org/remit/Remit/"

static const char *
find_topic (const char *type)
{
  for (const RemitHelpTopic *topic = remit_help_topics; topic->type != NULL; topic++)
    if (g_str_equal (topic->type, type))
      return topic->page;
  return NULL;
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static void
test_types (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  for (const RemitHelpTopic *topic = remit_help_topics; topic->type != NULL; topic++)
    {
      g_test_message ("%s", topic->type);
      g_assert_cmpint (gtk_builder_get_type_from_name (builder, topic->type), !=, G_TYPE_INVALID);
    }
}

/* Returns: whether the template in a file is of a dialog, which then has a page */
static gboolean
check_template (const char *path)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex =
    g_regex_new ("<template class=\"(\\w+)\" parent=\"Adw(Message|Preferences)?"
                 "(Dialog|Window)\"",
                 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text =
    g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *type = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  type = g_match_info_fetch (match, 1);
  if (g_str_equal (type, "RemitHelpWindow"))
    return FALSE;
  g_test_message ("%s", type);
  g_assert_nonnull (find_topic (type));
  return TRUE;
}

static guint
check_templates (const char *folder)
{
  g_auto (GStrv) names =
    g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);

      if (g_str_has_suffix (path, "/"))
        n += check_templates (path);
      else if (g_str_has_suffix (path, ".ui"))
        n += check_template (path);
    }
  return n;
}

static void
test_dialogs (void)
{
  g_assert_cmpuint (check_templates (RESOURCES), >, 10);
}

/* ── Which page ───────────────────────────────────────────────────────────────────────────── */

static void
test_views (RemitTestWindow *f,
            gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      gtk_widget_activate_action (window, "win.show-view", "s", info->name);
      remit_test_settle ();
      g_test_message ("%s", info->name);
      if (info->get_type_without_plan != NULL) /* the window has no plan */
        g_assert_cmpstr (remit_help_find_page (GTK_WINDOW (window)), ==,
                         find_topic (g_type_name (info->get_type_without_plan ())));
      else
        g_assert_cmpstr (remit_help_find_page (GTK_WINDOW (window)), ==,
                         find_topic (g_type_name (info->get_type ())));
      g_assert_nonnull (find_topic (g_type_name (info->get_type ())));
    }
}

static void
test_dialog (RemitTestWindow *f,
             gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);
  GtkWidget *question;

  gtk_widget_activate_action (window, "win.show-view", "s", "history");
  gtk_widget_activate_action (window, "win.new-plan", NULL);
  remit_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        {
          g_assert_cmpstr (remit_help_find_page (other), ==, "plan");
          gtk_window_destroy (other);
          break;
        }
    }

  /* one without a page of its own */
  question = adw_message_dialog_new (GTK_WINDOW (window), "Delete?", NULL);
  g_assert_cmpstr (remit_help_find_page (GTK_WINDOW (question)), ==, "history");
  gtk_window_destroy (GTK_WINDOW (question));
}

/* ── In the help browser ──────────────────────────────────────────────────────────────────── */

static char *shown; /* the file into which the browser writes what it is to show */

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* In the user's folders, which are those of this test alone. */
static void
install_browser (void)
{
  const char *data = g_get_user_data_dir ();
  g_autofree char *browser = g_build_filename (data, "browser", NULL);
  g_autofree char *script = NULL;
  g_autofree char *entry = NULL;

  shown = g_build_filename (data, "shown", NULL);
  script = g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" >'%s.new' && mv '%s.new' '%s'\n", shown,
                            shown, shown);
  entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\n"
                           "MimeType=x-scheme-handler/help;\n",
                           browser);
  write_file (data, "browser", script);
  g_chmod (browser, 0700);
  write_file (data, "applications/org.remit.TestBrowser.desktop", entry);
  write_file (g_get_user_config_dir (), "mimeapps.list",
              "[Default Applications]\nx-scheme-handler/help=org.remit.TestBrowser.desktop\n");
  write_file (data, "help/C/remit/index.page", "");
}

static gboolean
is_shown (gpointer address)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (shown, &text, NULL, NULL) && g_str_equal (text, address);
}

static void
test_browser (RemitTestWindow *f,
              gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "conflicts");
  remit_test_settle ();
  g_action_group_activate_action (G_ACTION_GROUP (remit_test_app_get ()), "help", NULL);
  remit_test_wait (is_shown, (gpointer) "help:remit/escalate");
}

/* Presses F1 in a dialog, which is not a window of the application. */
static void
press_help (GtkWidget *dialog)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (controller);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "F1")
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, dialog, NULL))
            return;
        }
    }
  g_error ("F1 does nothing");
}

static void
test_key (RemitTestWindow *f,
          gconstpointer data)
{
  GtkBuilder *builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, "RemitPreferences");
  GtkWidget *dialog;

  g_object_unref (builder);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.preferences", NULL);
  dialog = remit_test_wait_for_window (type);
  press_help (dialog);
  remit_test_wait (is_shown, (gpointer) "help:remit/workspace");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  install_browser ();
  g_test_add_func ("/help/types", test_types);
  g_test_add_func ("/help/dialogs", test_dialogs);
#define add(path, function) \
  g_test_add (path, RemitTestWindow, NULL, remit_test_window_set_up, function, \
              remit_test_window_tear_down)
  add ("/help/views", test_views);
  add ("/help/dialog", test_dialog);
  add ("/help/browser", test_browser);
  add ("/help/key", test_key);
#undef add
}

int
main (int argc,
      char **argv)
{
  int status = remit_test_app_run (argc, argv, add_tests);

  g_free (shown);
  return status;
}
