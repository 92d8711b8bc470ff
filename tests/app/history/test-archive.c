/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing older history from the window, and the way to what was sealed. */
#include <glib/gstdio.h>
#include <string.h>

#include "history/remit-archive-bar.h"
#include "history/remit-compact-dialog.h"
#include "history/remit-history-view.h"
#include "model/remit-day.h"
#include "past/remit-past-bar.h"
#include "remit-test-app.h"
#include "store/archive/remit-anchor.h"

static GtkWidget *
show_history (RemitTestWindow *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "history");
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_HISTORY_VIEW);
}

static gboolean
can_seal (gpointer dialog)
{
  return adw_message_dialog_get_response_enabled (dialog, "seal");
}

static AdwMessageDialog *
open_dialog (GtkWidget *view)
{
  gtk_widget_activate_action (view, "history.compact", NULL);
  return ADW_MESSAGE_DIALOG (remit_test_wait_for_window (REMIT_TYPE_COMPACT_DIALOG));
}

static void
enter_day (AdwMessageDialog *dialog,
           const char *day)
{
  gtk_editable_set_text (GTK_EDITABLE (remit_test_get_child (GTK_WIDGET (dialog), "day")), day);
}

static void
respond (AdwMessageDialog *dialog,
         const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_sealed (gpointer store)
{
  return remit_anchor_get_seq (store) > 0;
}

static void
seal (RemitTestWindow *fixture,
      GtkWidget *view)
{
  AdwMessageDialog *dialog = open_dialog (view);

  enter_day (dialog, "2999-01-01");
  remit_test_wait (can_seal, dialog);
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "2 entries to archive"));
  respond (dialog, "seal");
  remit_test_wait (is_sealed, fixture->store);
  remit_test_wait_until_said (fixture->window, "Older history archived");
  remit_test_settle ();
}

static guint
count_entries (GtkWidget *view)
{
  GtkWidget *list = remit_test_get_child (view, "list");

  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static gboolean
has_one (gpointer view)
{
  return count_entries (view) == 1;
}

static void
test_seal (RemitTestWindow *fixture,
           gconstpointer data)
{
  GtkWidget *view, *bar, *open;

  remit_test_add_person (fixture->store, "Ada");
  remit_test_add_person (fixture->store, "Grace");
  view = show_history (fixture);
  bar = remit_test_find (view, REMIT_TYPE_ARCHIVE_BAR);
  g_assert_false (gtk_widget_get_visible (bar));
  seal (fixture, view);
  remit_test_wait (has_one, view);
  g_assert_true (remit_test_shows (view, "Archive the history before"));
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_true (remit_test_shows (bar, "-before-2999-01-01.remit”"));
  open = remit_test_find_action (bar, "history.open-archive");
  g_assert_true (gtk_widget_get_visible (open));

  /* what was sealed is no step of undo any more */
  g_assert_null (remit_workspace_get_undo_label (fixture->workspace));
  g_assert_true (remit_workspace_get_top (fixture->workspace, REMIT_HISTORY_UNDO)->is_sealed);
  remit_test_verify (fixture->store);
}

static void
test_nothing (RemitTestWindow *fixture,
              gconstpointer data)
{
  GtkWidget *view = show_history (fixture);
  AdwMessageDialog *dialog;

  remit_test_add_person (fixture->store, "Ada");
  remit_test_settle ();
  dialog = open_dialog (view);
  remit_test_find_text (GTK_WIDGET (dialog), "No history entries before this day");
  g_assert_false (can_seal (dialog));
  enter_day (dialog, "soon");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Enter a date"));
  g_assert_false (can_seal (dialog));
  respond (dialog, "cancel");
  remit_test_wait_for_no_window (REMIT_TYPE_COMPACT_DIALOG);
  g_assert_cmpint (remit_anchor_get_seq (fixture->store), ==, 0);
}

/* A moment of before is offered from the archive; without that file one is told where it is. */
static void
test_moment (RemitTestWindow *fixture,
             gconstpointer data)
{
  gint64 moment = remit_time_parse ("2001-01-01T00:00:00Z");
  g_auto (RemitAnchor) anchor = { 0 };
  g_autofree char *archive = NULL;
  GtkWidget *view, *offer;

  remit_test_add_person (fixture->store, "Ada");
  remit_test_add_person (fixture->store, "Grace");
  view = show_history (fixture);
  seal (fixture, view);
  gtk_widget_activate_action (view, "win.show-past", "(xx)", REMIT_PAST_AT_TIME, moment);
  offer = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (offer)),
                            "is in the archive"));
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (offer)), ==,
                   "open");
  respond (ADW_MESSAGE_DIALOG (offer), "cancel");
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_true (remit_anchor_read (&anchor, fixture->store, NULL));
  archive = remit_anchor_find_archive (&anchor, remit_store_get_path (fixture->store));
  g_assert_cmpint (g_unlink (archive), ==, 0);
  gtk_widget_activate_action (view, "win.show-past", "(xx)", REMIT_PAST_AT_TIME, moment);
  remit_test_wait_until_said (fixture->window, "is in the archive");
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, RemitTestWindow, NULL, remit_test_window_set_up, test,                         \
              remit_test_window_tear_down)
  ADD ("/history/archive/seal", test_seal);
  ADD ("/history/archive/nothing", test_nothing);
  ADD ("/history/archive/moment", test_moment);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
