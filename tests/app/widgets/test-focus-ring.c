/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the ring around what has the keyboard: a press hides it, in dialogs as well. */
#include "remit-test-app.h"

/* As if a button of the mouse was pressed anywhere in a window, whatever takes it afterwards. */
static void
press (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "pressed", 1, 5.0, 5.0);
    }
}

static void
check (GtkWindow *window)
{
  gtk_window_set_focus_visible (window, TRUE);
  press (GTK_WIDGET (window));
  g_assert_false (gtk_window_get_focus_visible (window));
  /* a key shows it again */
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (window, TRUE);
  g_assert_true (gtk_window_get_focus_visible (window));
}

static void
test_windows (RemitTestWindow *f,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (f->window), "A question", NULL);

  check (GTK_WINDOW (f->window));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", "Close");
  gtk_window_present (GTK_WINDOW (dialog));
  remit_test_settle ();
  check (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  g_test_add ("/widgets/focus-ring/windows", RemitTestWindow, NULL, remit_test_window_set_up,
              test_windows, remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
