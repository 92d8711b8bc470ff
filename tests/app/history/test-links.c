/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of links: whatever kind of thing one leads to, the program goes on. */
#include "history/remit-history-item.h"
#include "history/remit-history-model.h"
#include "history/remit-history-view.h"
#include "one-of-each.h"
#include "remit-test-app.h"

typedef struct {
  OneOfEach each;
  RemitWindow *window;
  GtkWidget *view;
  GListModel *entries;
} Fixture;

static gboolean
has_entries (gpointer model)
{
  return g_list_model_get_n_items (model) > 0 && !remit_history_model_is_loading (model);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  one_of_each_set_up (&fixture->each, NULL);
  fixture->window = remit_test_app_open (fixture->each.folder);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "history");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_HISTORY_VIEW);
  fixture->entries = G_LIST_MODEL (gtk_widget_get_template_child (
    fixture->view, REMIT_TYPE_HISTORY_VIEW, "model"));
  remit_test_wait (has_entries, fixture->entries);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  one_of_each_tear_down (&fixture->each, NULL);
}

static gboolean
has_details (gpointer item)
{
  return remit_history_item_get_details (item) != NULL;
}

/* Opens an entry at the top of the list and follows its link. Returns: whether it has one */
static gboolean
follow (Fixture *fixture,
        guint position)
{
  g_autoptr (RemitHistoryItem) item = g_list_model_get_item (fixture->entries, position);
  RemitStore *store = remit_workspace_get_store (remit_window_get_workspace (fixture->window));
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (
    fixture->view, REMIT_TYPE_HISTORY_VIEW, "list"));
  GtkWidget *link;

  remit_history_item_set_expanded (item, TRUE, store);
  remit_test_wait (has_details, item);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  remit_test_settle ();
  link = remit_test_find_action (fixture->view, "win.inspect");
  if (link != NULL)
    g_signal_emit_by_name (link, "clicked");
  remit_test_settle ();
  remit_history_item_set_expanded (item, FALSE, store);
  remit_test_settle ();
  return link != NULL;
}

/* Each kind was added in an entry of its own. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fixture->entries); i++)
    n += follow (fixture, i) ? 1 : 0;
  g_assert_cmpuint (n, >, 10);
}

/* What is linked to goes step by step, and so do the kinds that are named. */
static void
test_undone (Fixture *fixture,
             gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);

  while (remit_workspace_undo (workspace, REMIT_HISTORY_UNDO, NULL))
    follow (fixture, 0);
}

/* Whoever asks: for what has no form, for what is not there, and for nothing. */
static void
test_actions (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (int kind = REMIT_KIND_NONE; kind < REMIT_N_KINDS; kind++)
    {
      const gint64 ids[] = { fixture->each.ids[kind], 0, 999 };

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          gtk_widget_activate_action (window, "win.inspect", "(ix)", kind, ids[i]);
          gtk_widget_activate_action (window, "win.show-place", "(ixix)", kind, ids[i],
                                      (int) REMIT_KIND_NONE, (gint64) 0);
          remit_test_settle ();
        }
    }
}

static void
add_tests (void)
{
  g_test_add ("/links/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/links/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/links/actions", Fixture, NULL, set_up, test_actions, tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
