/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of “Show on Board”, from wherever a person, a slot or an assignment is. */
#include "board-fixture.h"
#include "findings/remit-finding-place.h"
#include "history/remit-history-changes.h"
#include "history/remit-history-item.h"
#include "history/remit-history-model.h"
#include "inspector/remit-inspector.h"
#include "keyboard.h"
#include "plan/decide/remit-matrix.h"
#include "widgets/remit-place.h"

/* Until what has changed has been drawn. */
static void
wait_for_frames (void)
{
  gint64 end = g_get_monotonic_time () + 100000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
inspect (BoardFixture *f,
         RemitKind kind,
         gint64 id)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  /* one after the other, as users do: GTK does not lay out both in one frame (see remit-flap.h) */
  gtk_widget_activate_action (window, "win.show-view", "s", "history");
  wait_for_frames ();
  gtk_widget_activate_action (window, "win.inspect", "(ix)", (int) kind, id);
  wait_for_frames ();
}

static void
inspect_beside (BoardFixture *f,
                RemitKind kind,
                gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)", (int) kind, id);
  wait_for_frames ();
}

static GtkWidget *
get_inspector (BoardFixture *f)
{
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);
}

static void
show (BoardFixture *f)
{
  gtk_widget_activate_action (get_inspector (f), "inspector.show-on-board", NULL);
  remit_test_settle ();
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  remit_test_settle ();
}

static void
test_details (BoardFixture *f,
              gconstpointer data)
{
  inspect (f, REMIT_KIND_SLOT, f->data);
  show (f);
  wait_for_keyboard (f, f->data);

  inspect (f, REMIT_KIND_TEAM, f->beta);
  show (f);
  wait_for_keyboard (f, f->beta);

  inspect (f, REMIT_KIND_PERSON, f->cleo);
  show (f);
  wait_for_keyboard (f, f->cleo_in_product);
}

static gboolean
offers (BoardFixture *f)
{
  GtkWidget *probe = gtk_button_new ();
  gboolean offered;

  gtk_widget_set_visible (probe, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), "inspector.show-on-board");
  gtk_widget_set_parent (probe, get_inspector (f));
  offered = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  return offered;
}

/* Offered for what is there, as soon as it is. */
static void
test_offered (BoardFixture *f,
              gconstpointer data)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);

  inspect (f, REMIT_KIND_SKILL, f->sql);
  g_assert_false (offers (f));
  inspect (f, REMIT_KIND_PERSON, f->ada);
  g_assert_false (offers (f));
  remit_test_add_assignment (store, f->plan, f->ml, f->ada, 50);
  remit_test_refresh (f->workspace);
  remit_test_settle ();
  g_assert_true (offers (f));
}

static void
test_assignment (BoardFixture *f,
                 gconstpointer data)
{
  gint64 second = remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan,
                                             f->data, f->cleo, 10);

  remit_test_refresh (f->workspace);
  wait_for_frames ();
  /* of a person with two, the one that is meant */
  inspect_beside (f, REMIT_KIND_PERSON, f->cleo);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_ASSIGNMENT, second, (int) REMIT_KIND_NONE,
                              (gint64) 0);
  remit_test_settle ();
  wait_for_keyboard (f, second);
  remit_test_wait_for_text (get_inspector (f), "Cleo Sol");

  inspect_beside (f, REMIT_KIND_SLOT, f->product);
  click (remit_test_find_tip (get_inspector (f), "Show on Board"));
  wait_for_keyboard (f, f->cleo_in_product);
}

static void
test_holder (BoardFixture *f,
             gconstpointer data)
{
  gint64 decision = remit_test_add_decision (remit_workspace_get_store (f->workspace), f->plan, 0,
                                             "Release", REMIT_FRAMEWORK_RACI);
  RemitCell cells[] = {
    { decision, REMIT_KIND_SLOT, f->product, REMIT_LETTERS (REMIT_LETTER_A) },
    { decision, REMIT_KIND_PERSON, f->ben, REMIT_LETTERS (REMIT_LETTER_I) },
  };
  g_autoptr (GError) error = NULL;

  remit_test_refresh (f->workspace);
  remit_matrix_set (f->workspace, cells, G_N_ELEMENTS (cells), &error);
  g_assert_no_error (error);
  inspect (f, REMIT_KIND_DECISION, decision);
  /* somebody without a slot is nowhere on it */
  g_assert_null (remit_test_find_tip (get_inspector (f), "Show Ben Okri on Board"));
  click (remit_test_find_tip (get_inspector (f), "Show Product manager on Board"));
  wait_for_keyboard (f, f->product);
}

static gboolean
has_details (gpointer item)
{
  return remit_history_item_get_details (item) != NULL;
}

static void
test_history (BoardFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitHistoryModel) model = g_object_new (REMIT_TYPE_HISTORY_MODEL, NULL);
  g_autoptr (RemitHistoryItem) item = NULL;
  g_autoptr (GtkWidget) changes = NULL;
  GtkWidget *button;

  remit_history_model_set_workspace (model, f->workspace);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0); /* Cleo comes to her slot */
  remit_history_item_set_expanded (item, TRUE, remit_workspace_get_store (f->workspace));
  remit_test_wait (has_details, item);
  changes = g_object_ref_sink (remit_history_changes_new (item, f->workspace));
  button = remit_test_find_tip (changes, "Show on Board");
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-place");
  gtk_widget_activate_action_variant (
    GTK_WIDGET (f->window), "win.show-place",
    gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)));
  wait_for_keyboard (f, f->product);
  remit_history_model_set_workspace (model, NULL);
}

static void
test_where (BoardFixture *f,
            gconstpointer data)
{
  gint64 other = remit_test_add_plan (remit_workspace_get_store (f->workspace), "Other");

  remit_test_refresh (f->workspace);
  g_assert_cmpint (remit_place_find_assignment (f->workspace, f->plan, f->cleo, 0), ==,
                   f->cleo_in_product);
  g_assert_cmpint (remit_place_find_assignment (f->workspace, other, f->cleo, 0), ==, 0);
  g_assert_cmpint (remit_place_find_assignment (f->workspace, f->plan, f->ben, 0), ==, 0);
  g_assert_true (remit_place_is_on_board (f->workspace, f->plan, REMIT_KIND_SLOT, f->ml));
  g_assert_false (remit_place_is_on_board (f->workspace, f->plan, REMIT_KIND_SLOT, 999));
  g_assert_false (remit_place_is_on_board (f->workspace, 0, REMIT_KIND_PERSON, f->cleo));
  g_assert_false (remit_place_is_on_board (f->workspace, f->plan, REMIT_KIND_SKILL, f->sql));
}

static void
tear_down (BoardFixture *f,
           gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "board");
  board_fixture_tear_down (f, data);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, BoardFixture, NULL, board_fixture_set_up, test, tear_down)
  ADD ("/show/details", test_details);
  ADD ("/show/offered", test_offered);
  ADD ("/show/assignment", test_assignment);
  ADD ("/show/holder", test_holder);
  ADD ("/show/history", test_history);
  ADD ("/show/where", test_where);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
