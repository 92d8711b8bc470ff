/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the window that shows the help where there is no help browser. */
#include "help/remit-help-files.h"
#include "help/remit-help-window.h"
#include "remit-test-app.h"

static RemitHelpWindow *
present (const char *page)
{
  GtkWidget *window;

  remit_help_window_present (GTK_APPLICATION (remit_test_app_get ()), page);
  window = remit_test_wait_for_window (REMIT_TYPE_HELP_WINDOW);
  remit_test_settle ();
  return REMIT_HELP_WINDOW (window);
}

static void
close_window (RemitHelpWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  remit_test_wait_for_no_window (REMIT_TYPE_HELP_WINDOW);
}

/* Clicks the first link that leads to @goal. */
static void
follow (GtkWidget *root,
        const char *goal)
{
  gboolean is_done;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && strstr (gtk_label_get_label (GTK_LABEL (child)), goal) != NULL)
      {
        g_autofree char *address = g_strndup (goal, strcspn (goal, "\""));

        g_signal_emit_by_name (child, "activate-link", address, &is_done);
        g_assert_true (is_done);
        return;
      }
  g_assert_not_reached ();
}

static GtkWidget *
get_content (RemitHelpWindow *window)
{
  return remit_test_get_child (GTK_WIDGET (window), "content");
}

/* Each page is shown, with its pictures. */
static void
test_pages (void)
{
  g_auto (GStrv) names = remit_help_files_list_pages ();
  RemitHelpWindow *window = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      window = present (names[i]);
      g_assert_cmpstr (remit_help_window_get_page (window), ==, names[i]);
      g_assert_nonnull (gtk_widget_get_first_child (get_content (window)));
    }
  window = present ("staff");
  g_assert_nonnull (
    gtk_picture_get_paintable (GTK_PICTURE (remit_test_find (get_content (window),
                                                             GTK_TYPE_PICTURE))));
  close_window (window);
}

/* From the contents to a page, to another one, and back. */
static void
test_links (void)
{
  RemitHelpWindow *window = present ("index");

  g_assert_true (remit_test_shows (get_content (window), "Staff a team"));
  follow (get_content (window), "staff\"");
  g_assert_cmpstr (remit_help_window_get_page (window), ==, "staff");
  follow (get_content (window), "findings\"");
  g_assert_cmpstr (remit_help_window_get_page (window), ==, "findings");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (remit_help_window_get_page (window), ==, "staff");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.contents", NULL);
  g_assert_cmpstr (remit_help_window_get_page (window), ==, "index");
  close_window (window);
}

/* There is nothing before the first page. */
static void
test_back (void)
{
  RemitHelpWindow *window = present ("staff");

  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (remit_help_window_get_page (window), ==, "staff");
  close_window (window);
}

static void
test_none (void)
{
  RemitHelpWindow *window = present ("none");

  g_assert_true (remit_test_shows (get_content (window), "“none”"));
  close_window (window);
}

/* A dialog that waits does not lock it: it has another group of windows. */
static void
test_group (RemitTestWindow *f,
            gconstpointer data)
{
  RemitHelpWindow *window = present ("import");

  g_assert_true (gtk_window_has_group (GTK_WINDOW (window)));
  g_assert_true (gtk_window_get_group (GTK_WINDOW (window))
                 != gtk_window_get_group (GTK_WINDOW (f->window)));
  g_assert_true (present ("staff") == window);
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/help-window/pages", test_pages);
  g_test_add_func ("/help-window/links", test_links);
  g_test_add_func ("/help-window/back", test_back);
  g_test_add_func ("/help-window/none", test_none);
  g_test_add ("/help-window/group", RemitTestWindow, NULL, remit_test_window_set_up, test_group,
              remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
