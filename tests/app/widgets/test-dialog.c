/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what dialogs share: where the keyboard is, and that one key loses nothing. */
#include "conflicts/dialogs/remit-raise-dialog.h"
#include "decisions/page/remit-record-dialog.h"
#include "remit-test-app.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-dialog.h"

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  gint64 plan, decision;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  RemitStore *store;

  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->workspace = remit_window_get_workspace (fixture->window);
  store = remit_workspace_get_store (fixture->workspace);
  fixture->plan = remit_test_add_plan (store, "Plan");
  fixture->decision = remit_test_add_decision (store, fixture->plan, 0, "Raise the limit",
                                               REMIT_FRAMEWORK_RACI);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-plan", "x", fixture->plan);
  remit_test_settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

static void
present_record (Fixture *fixture)
{
  remit_record_dialog_present (GTK_WIDGET (fixture->window), fixture->workspace,
                               fixture->decision, REMIT_DECISION_EVENT_OBJECTION);
}

static void
present_outcome (Fixture *fixture)
{
  remit_record_dialog_present (GTK_WIDGET (fixture->window), fixture->workspace,
                               fixture->decision, REMIT_DECISION_EVENT_OUTCOME);
}

static void
present_conflict (Fixture *fixture)
{
  remit_raise_dialog_present (GTK_WIDGET (fixture->window), fixture->workspace, fixture->plan,
                              REMIT_KIND_NONE, 0);
}

static void
present_plan (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-plan", NULL);
}

static void
on_answered (GtkWidget *asker,
             gint64 subject,
             const char *text)
{
  g_assert_not_reached ();
}

static void
present_question (Fixture *fixture)
{
  remit_ask (GTK_WIDGET (fixture->window),
             &(RemitQuestion){ .heading = "Why?", .label = "Reason", .action = "_Answer" }, 0,
             on_answered);
}

static const struct {
  const char *name;
  void (*present) (Fixture *fixture);
} dialogs[] = {
  { "record", present_record },     { "outcome", present_outcome },
  { "conflict", present_conflict }, { "plan", present_plan },
  { "question", present_question },
};

static GtkWindow *
find_above (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) above = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (above) == window
          && gtk_widget_get_mapped (GTK_WIDGET (above)))
        return above;
    }
  return NULL;
}

static gboolean
has_above (gpointer window)
{
  return find_above (window) != NULL;
}

static gboolean
has_none_above (gpointer window)
{
  return find_above (window) == NULL;
}

static GtkWindow *
wait_for_above (GtkWindow *window)
{
  remit_test_wait (has_above, window);
  remit_test_settle ();
  return find_above (window);
}

/* Returns: whether Escape was taken from the dialog, which would close */
static gboolean
press_escape (GtkWindow *dialog)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (dialog));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &taken);
    }
  return taken;
}

static void
type (GtkWidget *text)
{
  if (GTK_IS_TEXT_VIEW (text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "typed", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (text), "typed");
}

/* The first field has the keyboard. Escape closes what is as it was, and asks before what was
 * typed is lost. */
static void
test_dialog (Fixture *fixture,
             gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWindow *dialog, *question;
  GtkWidget *focus;

  dialogs[GPOINTER_TO_UINT (data)].present (fixture);
  dialog = wait_for_above (window);
  focus = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
  g_assert_false (press_escape (dialog));

  type (focus);
  g_assert_true (press_escape (dialog));
  question = wait_for_above (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
  gtk_window_destroy (question);
  g_assert_true (find_above (window) == dialog);

  g_assert_true (press_escape (dialog));
  question = wait_for_above (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  gtk_window_destroy (question);
  remit_test_wait (has_none_above, window);
}

/* What a dialog fills in by itself was not typed by anybody. */
static void
test_given (Fixture *fixture,
            gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *focus;

  present_question (fixture);
  dialog = wait_for_above (GTK_WINDOW (fixture->window));
  focus = gtk_window_get_focus (dialog);
  type (focus);
  remit_dialog_take_as_given (dialog);
  g_assert_false (press_escape (dialog));
  gtk_editable_set_text (GTK_EDITABLE (focus), "");
  g_assert_true (press_escape (dialog));
  gtk_window_destroy (wait_for_above (dialog));
  gtk_window_destroy (dialog);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/dialog/%s", dialogs[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_dialog, tear_down);
    }
  g_test_add ("/widgets/dialog/given", Fixture, NULL, set_up, test_given, tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
