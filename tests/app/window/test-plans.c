/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the window's plans: made, renamed, duplicated, published, deleted, undone, chosen. */
#include "plan/design/remit-design.h"
#include "plans/remit-plan-dialog.h"
#include "plans/remit-plan-list.h"
#include "plans/remit-template-dialog.h"
#include "remit-test-app.h"
#include "widgets/remit-tooltip.h"

typedef RemitTestWindow Fixture;

static guint
count_plans (RemitWindow *window)
{
  RemitWorkspace *workspace = remit_window_get_workspace (window);

  return g_list_model_get_n_items (remit_workspace_get_list (workspace, REMIT_KIND_PLAN));
}

static gboolean
has_one_plan (gpointer window)
{
  return count_plans (window) == 1;
}

static gboolean
has_two_plans (gpointer window)
{
  return count_plans (window) == 2;
}

static const char *
get_plan_name (RemitWindow *window)
{
  RemitEntity *plan = remit_workspace_get (remit_window_get_workspace (window), REMIT_KIND_PLAN,
                                           remit_window_get_plan (window));

  return plan != NULL ? remit_entity_get_text (plan, REMIT_PLAN_NAME) : NULL;
}

/* Does what a user does in the dialog that @action opens. */
static void
name_plan (RemitWindow *window,
           const char *action,
           const char *name)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  dialog = remit_test_wait_for_window (REMIT_TYPE_PLAN_DIALOG);
  entry = remit_test_find (dialog, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  remit_test_wait_for_no_window (REMIT_TYPE_PLAN_DIALOG);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;

  g_assert_null (get_plan_name (window));
  name_plan (window, "win.new-plan", "  Fraud  ");
  g_assert_cmpstr (get_plan_name (window), ==, "Fraud");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Fraud – Remit");
  g_assert_nonnull (strstr (remit_test_get_said (window), "Fraud"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (count_plans (window), ==, 0);
  g_assert_cmpint (remit_window_get_plan (window), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  g_assert_cmpstr (get_plan_name (window), ==, "Fraud");
}

static void
test_no_name (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *entry;
  g_autofree char *long_name = g_strnfill (300, 'x');

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-plan", NULL);
  dialog = remit_test_wait_for_window (REMIT_TYPE_PLAN_DIALOG);
  entry = remit_test_find (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  gtk_editable_set_text (GTK_EDITABLE (entry), long_name);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Short");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_PLAN_DIALOG);
  g_assert_cmpuint (count_plans (fixture->window), ==, 0);
}

static void
test_rename (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;

  name_plan (window, "win.new-plan", "Fraud");
  name_plan (window, "win.rename-plan", "Fraud & error");
  g_assert_cmpstr (get_plan_name (window), ==, "Fraud & error");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Fraud & error – Remit");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Fraud – Remit");
}

/* The plan is there before the window goes to it. */
static gboolean
shows_copy (gpointer window)
{
  return g_strcmp0 (get_plan_name (window), "Fraud without Ada") == 0;
}

static void
test_duplicate (Fixture *fixture,
                gconstpointer data)
{
  RemitWindow *window = fixture->window;
  gint64 first;

  name_plan (window, "win.new-plan", "Fraud");
  first = remit_window_get_plan (window);
  name_plan (window, "win.duplicate-plan", "Fraud without Ada");
  remit_test_wait (has_two_plans, window);
  remit_test_wait (shows_copy, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (remit_window_get_plan (window), ==, first);
}

/* A copy, which a thread makes, waits for another program, too, and can be given up. */
static void
test_duplicate_waits (Fixture *fixture,
                      gconstpointer data)
{
  RemitWindow *window = fixture->window;
  g_auto (RemitTestOther) other = { NULL };

  name_plan (window, "win.new-plan", "Fraud");
  remit_test_other_hold (&other, window);
  name_plan (window, "win.duplicate-plan", "Fraud without Ada");
  remit_test_give_up (window);
  remit_test_wait_until_made (window);
  g_assert_nonnull (strstr (remit_test_get_said (window), "Nothing was changed"));

  name_plan (window, "win.duplicate-plan", "Fraud without Ada");
  remit_test_find_text (GTK_WIDGET (window), "Your change is waiting");
  g_assert_cmpuint (count_plans (window), ==, 1);
  remit_test_other_release (&other);
  remit_test_wait (has_two_plans, window);
  remit_test_wait (shows_copy, window);
}

static void
assert_status (RemitWindow *window,
               const char *expected)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window),
                                                                "plan-status");

  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, expected);
}

static void
test_status (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;

  name_plan (window, "win.new-plan", "Fraud");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.plan-status", "s", "published");
  assert_status (window, "published");
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Published"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_status (window, "draft");
  /* what is no scenario goes into nothing */
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "adopt-plan"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "refresh-plan"));
}

static void
delete_plan (RemitWindow *window,
             const char *response)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-plan", NULL);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (remit_test_shows (dialog, "1 team"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  g_autofree char *before = NULL;

  name_plan (window, "win.new-plan", "Kept");
  name_plan (window, "win.new-plan", "Deleted");
  remit_test_add_team (remit_workspace_get_store (workspace), remit_window_get_plan (window),
                       "One");
  before = remit_test_dump (remit_workspace_get_store (workspace));

  delete_plan (window, "cancel");
  g_assert_cmpuint (count_plans (window), ==, 2);
  delete_plan (window, "delete");
  remit_test_wait (has_one_plan, window);
  remit_test_settle ();
  g_assert_cmpstr (get_plan_name (window), ==, "Kept");
  remit_test_undo_and_redo (remit_workspace_get_store (workspace), before);
}

static void
test_choose (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;
  gint64 first;

  name_plan (window, "win.new-plan", "First");
  first = remit_window_get_plan (window);
  name_plan (window, "win.new-plan", "Second");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-plan", "x", first);
  g_assert_cmpint (remit_window_get_plan (window), ==, first);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-plan", "x", (gint64) 12345);
  g_assert_cmpint (remit_window_get_plan (window), ==, first);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-plans", NULL);
  remit_test_settle ();
  g_assert_nonnull (remit_test_find (GTK_WIDGET (window), REMIT_TYPE_PLAN_LIST));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Second"));
}

static void
test_template (Fixture *fixture,
               gconstpointer data)
{
  RemitWindow *window = fixture->window;
  GtkWidget *dialog;
  g_autoptr (GPtrArray) teams = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-plan-from-template", "s",
                              "minimum-viable-ml-team");
  dialog = remit_test_wait_for_window (REMIT_TYPE_TEMPLATE_DIALOG);
  remit_test_find_text (dialog, "Data engineer");
  g_signal_emit_by_name (remit_test_find (dialog, ADW_TYPE_ENTRY_ROW), "entry-activated");
  remit_test_wait_for_no_window (REMIT_TYPE_TEMPLATE_DIALOG);

  g_assert_nonnull (get_plan_name (window));
  teams = remit_design_get_parts (remit_window_get_workspace (window), REMIT_KIND_TEAM,
                                  remit_window_get_plan (window));
  g_assert_cmpuint (teams->len, >=, 1);
}

static guint
count_teams (RemitWindow *window)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (remit_window_get_workspace (window),
                                                        REMIT_KIND_TEAM,
                                                        remit_window_get_plan (window));

  return teams->len;
}

static gboolean
is_ready (gpointer button)
{
  return gtk_widget_get_sensitive (button);
}

static gboolean
shows_hub (gpointer dialog)
{
  return g_str_equal (gtk_label_get_text (remit_test_get_child (dialog, "title")),
                      "Hub and spoke");
}

static gboolean
shows_nothing (gpointer button)
{
  return !gtk_widget_get_sensitive (button);
}

/* The picture of a template may be drawn before there is room for it. */
static void
draw_last (GtkWidget *dialog)
{
  GtkListBox *list = remit_test_get_child (dialog, "list");
  GtkWidget *picture = remit_test_get_child (dialog, "picture");
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int i = 0;

  while (gtk_list_box_get_row_at_index (list, i + 1) != NULL)
    i++;
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, i));
  GTK_WIDGET_GET_CLASS (picture)->snapshot (picture, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
}

/* A template is found by what is in it; its teams come into the plan, behind those it has. */
static void
test_add_teams (Fixture *fixture,
                gconstpointer data)
{
  RemitWindow *window = fixture->window;
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  GtkWidget *dialog, *button, *search;
  g_autofree char *before = NULL;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window),
                                                     "add-teams-from-template"));
  name_plan (window, "win.new-plan", "Bread");
  remit_test_add_team (remit_workspace_get_store (workspace), remit_window_get_plan (window),
                       "Bakers");
  before = remit_test_dump (remit_workspace_get_store (workspace));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-teams-from-template", NULL);
  dialog = remit_test_wait_for_window (REMIT_TYPE_TEMPLATE_DIALOG);
  button = remit_test_get_child (dialog, "create");
  remit_test_wait (is_ready, button);
  draw_last (dialog);
  search = remit_test_get_child (dialog, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "no such word");
  remit_test_wait (shows_nothing, button);
  g_assert_true (remit_test_shows (dialog, "No matching templates"));
  gtk_editable_set_text (GTK_EDITABLE (search), "EMBEDDED spoke");
  remit_test_wait (shows_hub, dialog);
  g_signal_emit_by_name (button, "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_TEMPLATE_DIALOG);

  g_assert_cmpstr (get_plan_name (window), ==, "Bread");
  g_assert_cmpuint (count_teams (window), ==, 5);
  g_assert_cmpuint (count_plans (window), ==, 1);
  g_assert_nonnull (strstr (remit_test_get_said (window), "Hub and spoke"));
  remit_test_undo_and_redo (remit_workspace_get_store (workspace), before);
}

static void
test_labels (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window = fixture->window;
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  g_autofree char *tooltip = NULL;
  GtkWidget *button = remit_test_find_action (GTK_WIDGET (window), "win.undo");

  g_assert_false (gtk_widget_get_sensitive (button));
  name_plan (window, "win.new-plan", "Fraud");
  g_assert_true (gtk_widget_get_sensitive (button));
  tooltip = g_strconcat ("Undo: ", remit_workspace_get_undo_label (workspace), NULL);
  g_assert_cmpstr (remit_tooltip_get (button), ==, tooltip);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/plans/create", test_create },       { "/app/plans/no-name", test_no_name },
    { "/app/plans/rename", test_rename },       { "/app/plans/duplicate", test_duplicate },
    { "/app/plans/duplicate-waits", test_duplicate_waits },
    { "/app/plans/status", test_status },       { "/app/plans/delete", test_delete },
    { "/app/plans/choose", test_choose },       { "/app/plans/template", test_template },
    { "/app/plans/add-teams", test_add_teams },
    { "/app/plans/undo-labels", test_labels },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, remit_test_window_set_up, tests[i].test,
                remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
