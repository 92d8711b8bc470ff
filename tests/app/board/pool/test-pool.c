/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the pool: whom search and filters show, what is carried out of it, and what it tells. */
#include "board-fixture.h"
#include "board/pool/remit-pool-filter.h"
#include "board/pool/remit-pool-row.h"
#include "plan/placement/remit-placement.h"
#include "widgets/remit-tooltip.h"

static GtkSelectionModel *
get_model (BoardFixture *f)
{
  return gtk_grid_view_get_model (GTK_GRID_VIEW (remit_test_find (GTK_WIDGET (f->pool),
                                                                  GTK_TYPE_GRID_VIEW)));
}

/* Returns: the names that are listed, joined */
static char *
dup_names (BoardFixture *f)
{
  GListModel *model = G_LIST_MODEL (get_model (f));
  g_autoptr (GString) names = g_string_new (NULL);

  remit_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              remit_entity_get_text (person, REMIT_PERSON_NAME));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
check_names (BoardFixture *f,
             const char *expected)
{
  g_autofree char *names = dup_names (f);

  g_assert_cmpstr (names, ==, expected);
}

static void
search (BoardFixture *f,
        const char *words)
{
  GtkWidget *entry = remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static GtkToggleButton *
find_toggle (BoardFixture *f,
             const char *label)
{
  GtkWidget *text = remit_test_find_text (GTK_WIDGET (f->pool), label);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_TOGGLE_BUTTON));
}

static void
test_search (BoardFixture *f,
             gconstpointer data)
{
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "3 people"));
  search (f, "  BEN ");
  check_names (f, "Ben Okri");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "1 of 3 people"));
  search (f, "sql");
  check_names (f, "Ada Lovelace");
  search (f, "sql>=1");
  check_names (f, "Ada Lovelace");
  search (f, "sql>=9");
  check_names (f, "");
  search (f, "sql ben");
  check_names (f, "");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "Nobody Found"));
  search (f, "");
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
}

/* That nobody is found is said when everybody has been looked at. */
static void
test_many (BoardFixture *f,
           gconstpointer data)
{
  GtkFilterListModel *filtered = GTK_FILTER_LIST_MODEL (
    gtk_widget_get_template_child (GTK_WIDGET (f->pool), REMIT_TYPE_POOL, "filtered"));
  GtkWidget *stack = gtk_widget_get_ancestor (remit_test_find (GTK_WIDGET (f->pool),
                                                               GTK_TYPE_GRID_VIEW),
                                              GTK_TYPE_STACK);

  remit_test_add_people (remit_workspace_get_store (f->workspace), 3000);
  remit_test_settle ();
  search (f, "02999");
  g_assert_cmpuint (gtk_filter_list_model_get_pending (filtered), >, 0);
  while (gtk_filter_list_model_get_pending (filtered) > 0)
    {
      g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
      g_main_context_iteration (NULL, FALSE);
    }
  check_names (f, "Person 02999");
  search (f, "03000");
  check_names (f, "");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "Nobody Found"));
}

static void
test_unassigned (BoardFixture *f,
                 gconstpointer data)
{
  gtk_toggle_button_set_active (find_toggle (f, "Unassigned"), TRUE);
  check_names (f, "Ada Lovelace, Ben Okri");
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->ada, 50);
  check_names (f, "Ben Okri");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  check_names (f, "Ada Lovelace, Ben Okri");
}

static void
test_free (BoardFixture *f,
           gconstpointer data)
{
  gtk_toggle_button_set_active (find_toggle (f, "Free"), TRUE);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->cleo, 40);
  check_names (f, "Ada Lovelace, Ben Okri");
}

static void
test_skill (BoardFixture *f,
            gconstpointer data)
{
  GtkWidget *skills = remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (skills))),
                    ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (skills), 1);
  check_names (f, "Ada Lovelace");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (skills), 0);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
}

static void
keep_drag (RemitPool *pool,
           const RemitDrag *drag,
           RemitDrag **kept)
{
  *kept = remit_drag_copy (drag);
}

/* Whoever is activated, with everybody who is selected if they are. */
static void
test_selection (BoardFixture *f,
                gconstpointer data)
{
  GtkSelectionModel *model = get_model (f);
  RemitDrag *drag = NULL;

  g_signal_connect (f->pool, "pick-up", G_CALLBACK (keep_drag), &drag);
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 1, FALSE);
  g_signal_emit_by_name (remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW), "activate", 1);
  g_assert_cmpuint (drag->placements->len, ==, 2);
  g_assert_cmpstr (drag->name, ==, "2 people");
  g_clear_pointer (&drag, remit_drag_free);
  remit_board_put_back (f->board);

  g_signal_emit_by_name (remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW), "activate", 2);
  g_assert_cmpuint (drag->placements->len, ==, 1);
  g_assert_cmpstr (drag->name, ==, "Cleo Sol");
  g_clear_pointer (&drag, remit_drag_free);
}

/* A change shows on the bar, and one by another connection to the file as well. */
static void
test_load (BoardFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) other = NULL;
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 130 };

  g_assert_false (remit_test_shows (GTK_WIDGET (f->pool), "130"));
  other = remit_workspace_open (remit_window_get_path (f->window), 0, &error);
  g_assert_no_error (error);
  remit_workspace_open_plan (other, f->plan, &error);
  g_assert_no_error (error);
  g_assert_true (remit_placement_do (other, &placement, 1, &error));
  remit_test_refresh (f->workspace);
  remit_test_settle ();
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "130"));
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "Ada Lovelace"));
}

static gboolean
shows_finding (gpointer data)
{
  BoardFixture *f = data;
  GtkWidget *name = remit_test_find_text (GTK_WIDGET (f->pool), "Ada Lovelace");
  GtkWidget *row = gtk_widget_get_ancestor (name, REMIT_TYPE_POOL_ROW);

  return strstr (remit_tooltip_get (row), "Ada Lovelace: 130 % of 100 %") != NULL;
}

static gboolean
shows_no_finding (gpointer f)
{
  return !shows_finding (f);
}

/* What the rules find of a person stands beside them, and goes with its cause. */
static void
test_findings (BoardFixture *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 130 };

  g_assert_false (shows_finding (f));
  g_assert_true (remit_placement_do (f->workspace, &placement, 1, &error));
  g_assert_no_error (error);
  remit_test_wait (shows_finding, f);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  remit_test_wait (shows_no_finding, f);
}

static void
remember_change (GtkFilter *filter G_GNUC_UNUSED,
                 GtkFilterChange change,
                 gpointer data)
{
  *(GtkFilterChange *) data = change;
}

/* A list that only gets longer keeps what it shows, and so its place. */
static void
test_filter (BoardFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitPoolFilter) filter = g_object_new (REMIT_TYPE_POOL_FILTER, NULL);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_signal_connect (filter, "changed", G_CALLBACK (remember_change), &change);
  remit_pool_filter_set_only (filter, TRUE, TRUE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  remit_pool_filter_set_only (filter, FALSE, TRUE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  remit_pool_filter_set_only (filter, TRUE, FALSE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/pool/search", test_search },
    { "/app/board/pool/many", test_many },
    { "/app/board/pool/unassigned", test_unassigned },
    { "/app/board/pool/free", test_free },
    { "/app/board/pool/skill", test_skill },
    { "/app/board/pool/selection", test_selection },
    { "/app/board/pool/load", test_load },
    { "/app/board/pool/findings", test_findings },
    { "/app/board/pool/filter", test_filter },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, BoardFixture, NULL, board_fixture_set_up, tests[i].test,
                board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
