/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the people's table: search, filters, order, adding, deleting several, live changes. */
#include "inspector/remit-inspector.h"
#include "people/remit-people-filter.h"
#include "people/remit-people-view.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "widgets/merge/remit-merge-dialog.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/pickers/remit-entity-table.h"

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan, slot, ada, ben, cleo;
  RemitEntityTable *table;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  gint64 team, role;

  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->workspace = remit_window_get_workspace (fixture->window);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  fixture->plan = remit_test_add_plan (fixture->store, "Plan");
  team = remit_test_add_team (fixture->store, fixture->plan, "Team");
  role = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  fixture->slot = remit_test_add_slot (fixture->store, fixture->plan, team, role);
  fixture->cleo = remit_test_add_person (fixture->store, "Cleo");
  fixture->ada = remit_test_add_person (fixture->store, "Ada");
  fixture->ben = remit_test_add_person (fixture->store, "Ben");
  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ben, 120);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-plan", "x", fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "people");
  remit_test_settle ();
  fixture->table = REMIT_ENTITY_TABLE (
      remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_ENTITY_TABLE));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

/* The names in the order of the table. */
static char *
dup_shown (Fixture *fixture)
{
  GListModel *shown = G_LIST_MODEL (remit_entity_table_get_selection (fixture->table));
  GString *text = g_string_new (NULL);

  remit_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (shown, i);

      g_string_append_printf (text, "%s ", remit_entity_get_text (person, REMIT_PERSON_NAME));
    }
  return g_string_free (text, FALSE);
}

#define assert_shown(fixture, names)                    \
  G_STMT_START                                          \
    {                                                   \
      g_autofree char *shown_ = dup_shown (fixture);    \
      g_assert_cmpstr (shown_, ==, names);              \
    }                                                   \
  G_STMT_END

static GtkWidget *
get_search (Fixture *fixture)
{
  return remit_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SEARCH_ENTRY);
}

static gboolean
shows_one (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (
             G_LIST_MODEL (remit_entity_table_get_selection (fixture->table)))
         == 1;
}

static void
test_order_and_search (Fixture *fixture,
                       gconstpointer data)
{
  assert_shown (fixture, "Ada Ben Cleo ");
  gtk_editable_set_text (GTK_EDITABLE (get_search (fixture)), "cl");
  remit_test_wait (shows_one, fixture);
  assert_shown (fixture, "Cleo ");
  g_assert_true (remit_test_shows (GTK_WIDGET (fixture->table), "1 of 3"));
}

static void
sort_by (Fixture *fixture,
         guint column,
         GtkSortType order)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (remit_test_find (GTK_WIDGET (fixture->table),
                                                          GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) by = g_list_model_get_item (gtk_column_view_get_columns (view),
                                                              column);

  gtk_column_view_sort_by_column (view, by, order);
}

/* By how much too much load they have; and again when that has changed. */
static void
test_by_load (Fixture *fixture,
              gconstpointer data)
{
  sort_by (fixture, 5, GTK_SORT_DESCENDING);
  assert_shown (fixture, "Ben Cleo Ada ");
  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ada, 150);
  assert_shown (fixture, "Ada Ben Cleo ");
  g_assert_true (remit_test_shows (GTK_WIDGET (fixture->table), "150 % of 100 %"));
}

static gboolean
is_at_top (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) <= 0;
}

/* Another order is seen from its top; that somebody changed moves nothing. */
static void
test_sort_shows_top (Fixture *fixture,
                     gconstpointer data)
{
  GtkWidget *scrolled = remit_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  remit_test_add_people (fixture->store, 200);
  sort_by (fixture, 5, GTK_SORT_DESCENDING);
  remit_test_settle ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  remit_test_settle ();
  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ada, 150);
  remit_test_settle ();
  g_assert_false (is_at_top (adjustment));
  sort_by (fixture, 0, GTK_SORT_DESCENDING);
  remit_test_wait (is_at_top, adjustment);
}

static void
toggle (Fixture *fixture,
        const char *label)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (fixture->table), REMIT_TYPE_PEOPLE_VIEW);
  GtkWidget *button = gtk_widget_get_ancestor (remit_test_find_text (view, label),
                                               GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
test_filters (Fixture *fixture,
              gconstpointer data)
{
  toggle (fixture, "Free");
  assert_shown (fixture, "Ada Cleo ");
  toggle (fixture, "Free");
  toggle (fixture, "Unassigned");
  assert_shown (fixture, "Ada Cleo ");
  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ada, 50);
  assert_shown (fixture, "Cleo ");
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *add = remit_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_MENU_BUTTON);
  GtkWidget *entry = remit_test_find (
      GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (add))), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  assert_shown (fixture, "Ada Ben Cleo ");
  gtk_editable_set_text (GTK_EDITABLE (entry), " Bob ");
  g_signal_emit_by_name (entry, "activate");
  assert_shown (fixture, "Ada Ben Bob Cleo ");
  /* ready for the rest of what is to be said of him */
  g_assert_true (remit_test_shows (
      remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_INSPECTOR), "Bob"));
  remit_test_undo_and_redo (fixture->store, before);
}

static void
select_two (Fixture *fixture)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (
      remit_entity_table_get_selection (fixture->table));

  remit_test_settle ();
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *dialog;

  select_two (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.delete", NULL);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "1 assignment"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_shown (fixture, "Cleo ");
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Delete 2 people");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  {
    g_autofree char *undone = remit_test_dump (fixture->store);

    g_assert_cmpstr (undone, ==, before);
  }
  assert_shown (fixture, "Ada Ben Cleo ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_shown (fixture, "Cleo ");
}

static GtkWidget *
open_merge (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.merge", NULL);
  return remit_test_wait_for_window (REMIT_TYPE_MERGE_DIALOG);
}

/* The button that Enter presses. */
static GtkWidget *
get_merge (GtkWidget *dialog)
{
  GtkWidget *merge = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (merge)), ==, "_Merge");
  return merge;
}

static GtkWidget *
get_swap (GtkWidget *dialog)
{
  return gtk_widget_get_ancestor (remit_test_find_text (dialog, "Swap"), GTK_TYPE_BUTTON);
}

static void
merge (GtkWidget *dialog)
{
  g_signal_emit_by_name (get_merge (dialog), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_MERGE_DIALOG);
}

/* Ada is kept, who stands first; Ben has an assignment, which follows. */
static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *dialog;

  select_two (fixture);
  dialog = open_merge (fixture);
  g_assert_true (remit_test_shows (dialog, "1 assignment"));
  merge (dialog);
  assert_shown (fixture, "Ada Cleo ");
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Merge Ben into Ada");
  remit_test_undo_and_redo (fixture->store, before);
  remit_test_refresh (fixture->workspace);
}

static void
test_merge_swapped (Fixture *fixture,
                    gconstpointer data)
{
  GtkWidget *dialog;

  select_two (fixture);
  dialog = open_merge (fixture);
  g_signal_emit_by_name (get_swap (dialog), "clicked");
  g_assert_false (remit_test_shows (dialog, "1 assignment"));
  merge (dialog);
  assert_shown (fixture, "Ben Cleo ");
}

/* Before the other one is chosen, nothing can be done. */
static void
test_merge_with (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *dialog;

  remit_test_settle ();
  gtk_selection_model_select_item (
    GTK_SELECTION_MODEL (remit_entity_table_get_selection (fixture->table)), 0, TRUE);
  dialog = open_merge (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_merge (dialog)));
  g_assert_false (gtk_widget_is_sensitive (get_swap (dialog)));
  g_signal_emit_by_name (remit_test_find (dialog, REMIT_TYPE_ENTITY_PICKER), "picked",
                         fixture->cleo);
  g_assert_true (gtk_widget_is_sensitive (get_merge (dialog)));
  merge (dialog);
  assert_shown (fixture, "Ada Ben ");
}

/* Somebody else deletes one of the two while one looks. */
static void
test_merge_overtaken (Fixture *fixture,
                      gconstpointer data)
{
  GtkWidget *dialog;

  select_two (fixture);
  dialog = open_merge (fixture);
  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PERSON, fixture->ben, NULL));
  g_assert_false (gtk_widget_is_sensitive (get_merge (dialog)));
  g_assert_true (remit_test_shows (dialog, "Person no longer exists"));
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_MERGE_DIALOG);
}

static void
test_merge_alone (Fixture *fixture,
                  gconstpointer data)
{
  GtkWidget *dialog;

  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PERSON, fixture->ben, NULL));
  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PERSON, fixture->cleo, NULL));
  remit_test_settle ();
  gtk_selection_model_select_item (
    GTK_SELECTION_MODEL (remit_entity_table_get_selection (fixture->table)), 0, TRUE);
  dialog = open_merge (fixture);
  g_assert_true (remit_test_shows (dialog, "Nothing to Merge"));
  g_assert_false (gtk_widget_is_sensitive (get_merge (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_MERGE_DIALOG);
}

/* Who is selected stays so when others come and go. */
static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (
      remit_entity_table_get_selection (fixture->table));
  g_autoptr (RemitEntity) selected = NULL;

  remit_test_settle ();
  gtk_selection_model_select_item (selection, 1, TRUE);
  remit_test_add_person (fixture->store, "Abe");
  assert_shown (fixture, "Abe Ada Ben Cleo ");
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.open", NULL);
  g_assert_true (remit_test_shows (
      remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_INSPECTOR), "Ben"));
}

static gboolean
shows_many (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (
             G_LIST_MODEL (remit_entity_table_get_selection (fixture->table)))
         == 10003;
}

static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  remit_test_add_people (fixture->store, 10000);
  remit_test_wait (shows_many, fixture);
  g_assert_cmpuint (remit_test_count (GTK_WIDGET (fixture->table), GTK_TYPE_WIDGET), <, 8000);
}

static GtkWidget *
get_focused (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Returns: whether the row that has the keyboard is in sight, as a whole */
static gboolean
sees_focus (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *scrolled = remit_test_get_child (GTK_WIDGET (fixture->table), "scrolled");
  GtkWidget *focus = get_focused (fixture);
  graphene_rect_t bounds;

  return focus != NULL && gtk_widget_is_ancestor (focus, scrolled) && gtk_widget_get_mapped (focus)
         && gtk_widget_compute_bounds (focus, scrolled, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled);
}

/* The keyboard was in a row that was scrolled out of sight: it comes back to one in sight. */
static void
test_focus_in_sight (Fixture *fixture,
                     gconstpointer data)
{
  GtkWidget *scrolled = remit_test_get_child (GTK_WIDGET (fixture->table), "scrolled");
  GtkWidget *view = remit_test_get_child (GTK_WIDGET (fixture->table), "view");
  GtkAdjustment *place =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  remit_test_add_people (fixture->store, 500);
  remit_test_settle ();
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (sees_focus (fixture));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  remit_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 1000);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  remit_test_wait (sees_focus, fixture);
  /* and does not scroll back */
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 1000);
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
test_filter (Fixture *f G_GNUC_UNUSED,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitPeopleFilter) filter = g_object_new (REMIT_TYPE_PEOPLE_FILTER, NULL);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_signal_connect (filter, "changed", G_CALLBACK (remember_change), &change);
  remit_people_filter_set_only (filter, TRUE, TRUE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  remit_people_filter_set_only (filter, FALSE, TRUE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  remit_people_filter_set_only (filter, TRUE, FALSE);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/people/order-and-search", test_order_and_search);
  ADD ("/people/by-load", test_by_load);
  ADD ("/people/filter", test_filter);
  ADD ("/people/sort-shows-top", test_sort_shows_top);
  ADD ("/people/filters", test_filters);
  ADD ("/people/add", test_add);
  ADD ("/people/delete", test_delete);
  ADD ("/people/merge", test_merge);
  ADD ("/people/merge-swapped", test_merge_swapped);
  ADD ("/people/merge-with", test_merge_with);
  ADD ("/people/merge-overtaken", test_merge_overtaken);
  ADD ("/people/merge-alone", test_merge_alone);
  ADD ("/people/selection", test_selection);
  ADD ("/people/many", test_many);
  ADD ("/people/focus-in-sight", test_focus_in_sight);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
