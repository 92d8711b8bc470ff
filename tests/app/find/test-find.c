/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of finding anything in a window: what is found, and where one comes to. */
#include <glib/gi18n.h>

#include "board-fixture.h"
#include "find/remit-find-commands.h"
#include "find/remit-find-dialog.h"
#include "find/remit-find-item.h"
#include "inspector/remit-inspector.h"
#include "keyboard.h"
#include "window/remit-view-stack.h"
#include "window/remit-views.h"

static GtkWidget *
open_dialog (BoardFixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.find", NULL);
  return remit_test_wait_for_window (REMIT_TYPE_FIND_DIALOG);
}

static GListModel *
get_items (GtkWidget *dialog)
{
  GtkListView *list = GTK_LIST_VIEW (remit_test_find (dialog, GTK_TYPE_LIST_VIEW));

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

static GtkEditable *
get_search (GtkWidget *dialog)
{
  return GTK_EDITABLE (remit_test_find (dialog, GTK_TYPE_SEARCH_ENTRY));
}

typedef struct {
  GtkWidget *dialog;
  RemitFindGroup group;
  const char *name;
  const char *place;
} Wanted;

/* Returns: the position of an item, or -1 */
static int
find_item (const Wanted *wanted)
{
  GListModel *items = get_items (wanted->dialog);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RemitFindItem) item = g_list_model_get_item (items, i);

      if (remit_find_item_get_group (item) == wanted->group
          && g_str_equal (remit_find_item_get_name (item), wanted->name)
          && (wanted->place == NULL
              || g_str_equal (remit_find_item_get_place (item), wanted->place)))
        return (int) i;
    }
  return -1;
}

static gboolean
is_found (gpointer wanted)
{
  return find_item (wanted) >= 0;
}

static gboolean
is_first (gpointer wanted)
{
  return find_item (wanted) == 0;
}

/* Types, and waits until it is found before all else. */
static GtkWidget *
type (BoardFixture *f,
      const char *typed,
      RemitFindGroup group,
      const char *name,
      const char *place)
{
  Wanted wanted = { open_dialog (f), group, name, place };

  gtk_editable_set_text (get_search (wanted.dialog), typed);
  remit_test_wait (is_first, &wanted);
  return wanted.dialog;
}

static void
press_enter (GtkWidget *dialog)
{
  g_signal_emit_by_name (get_search (dialog), "activate");
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
  remit_test_settle ();
}

static const char *
get_view (BoardFixture *f)
{
  GtkWidget *views = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_VIEW_STACK);

  return remit_view_stack_get_shown (REMIT_VIEW_STACK (views));
}

static void
check_inspected (BoardFixture *f,
                 const char *name)
{
  GtkWidget *inspector = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);

  g_assert_nonnull (inspector);
  remit_test_wait_for_text (inspector, name);
}

/* ── Going there ──────────────────────────────────────────────────────────────────────────── */

static void
check_lit (BoardFixture *f,
           gint64 id)
{
  g_assert_true (gtk_widget_has_css_class (wait_for_keyboard (f, id), "remit-lit"));
}

static void
test_board (BoardFixture *f,
            gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "people");
  press_enter (type (f, "cleo", REMIT_FIND_PEOPLE, "Cleo Sol", "Product manager in Beta"));
  g_assert_cmpstr (get_view (f), ==, "board");
  check_lit (f, f->cleo_in_product);
  check_inspected (f, "Cleo Sol");

  press_enter (type (f, "data eng", REMIT_FIND_SLOTS, "Data engineer", "Alpha · Vacant"));
  check_lit (f, f->data);
  check_inspected (f, "Data engineer");

  press_enter (type (f, "beta", REMIT_FIND_TEAMS, "Beta", "1 slot"));
  check_lit (f, f->beta);
  check_inspected (f, "Beta");
}

static gboolean
is_selected_in_list (gpointer view)
{
  GtkWidget *list = remit_test_find (view, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);

  return gtk_bitset_get_size (selected) == 1;
}

static gboolean
is_empty (gpointer view)
{
  GtkWidget *list = remit_test_find (view, GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (
           G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))))
         == 0;
}

/* Also when a search hides them. */
static void
test_lists (BoardFixture *f,
            gconstpointer data)
{
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "people");
  view = remit_test_find (GTK_WIDGET (f->window), g_type_from_name ("RemitPeopleView"));
  gtk_editable_set_text (
    GTK_EDITABLE (remit_test_find (view, GTK_TYPE_SEARCH_ENTRY)), "nobody at all");
  remit_test_wait (is_empty, view);
  press_enter (type (f, "ada love", REMIT_FIND_PEOPLE, "Ada Lovelace", NULL));
  g_assert_cmpstr (get_view (f), ==, "people");
  remit_test_wait (is_selected_in_list, view);
  check_inspected (f, "Ada Lovelace");

  press_enter (type (f, "sql", REMIT_FIND_SKILLS, "SQL", "1 person"));
  g_assert_cmpstr (get_view (f), ==, "roles");
  check_inspected (f, "SQL");
}

static void
test_views (BoardFixture *f,
            gconstpointer data)
{
  press_enter (type (f, "hist", REMIT_FIND_VIEWS, "History", "Alt+9"));
  g_assert_cmpstr (get_view (f), ==, "history");
}

static void
test_plans (BoardFixture *f,
            gconstpointer data)
{
  gint64 other = remit_test_add_plan (remit_workspace_get_store (f->workspace), "Elsewhere");

  remit_test_refresh (f->workspace);
  press_enter (type (f, "elsew", REMIT_FIND_PLANS, "Elsewhere", "Draft"));
  g_assert_cmpint (remit_window_get_plan (f->window), ==, other);
}

static void
test_findings (BoardFixture *f,
               gconstpointer data)
{
  Wanted wanted = { open_dialog (f), REMIT_FIND_FINDINGS,
                    "ML engineer of Alpha is vacant.", NULL };

  gtk_editable_set_text (get_search (wanted.dialog), "vacant ml alpha");
  remit_test_wait (is_found, &wanted);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_items (wanted.dialog)),
                                     (guint) find_item (&wanted));
  press_enter (wanted.dialog);
  check_lit (f, f->ml);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
test_actions (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *dialog;

  /* in the view that it belongs to */
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "people");
  press_enter (type (f, "add team", REMIT_FIND_ACTIONS, "Add Team", ""));
  g_assert_cmpstr (get_view (f), ==, "board");
  check_inspected (f, "New team");

  /* with its key */
  dialog = type (f, "import…", REMIT_FIND_ACTIONS, "Import…", "Ctrl+I");
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
}

/* What the board's cursor is on can be acted on by name. */
static void
test_board_actions (BoardFixture *f,
                    gconstpointer data)
{
  gtk_widget_grab_focus (board_fixture_chip (f, f->product, f->cleo_in_product));
  remit_board_show (f->board, f->cleo_in_product);
  board_fixture_remember (f);
  press_enter (type (f, "increase cleo", REMIT_FIND_ACTIONS, "Increase by 10 %", "Cleo Sol"));
  board_fixture_check_undo (f);
}

static gboolean
has_label (GPtrArray *commands,
           const char *label)
{
  for (guint i = 0; i < commands->len; i++)
    if (g_str_equal (((RemitFindCommand *) commands->pdata[i])->label, label))
      return TRUE;
  return FALSE;
}

/* What cannot be done now is not offered. */
static void
test_disabled (BoardFixture *f,
               gconstpointer data)
{
  g_autoptr (GPtrArray) commands = remit_find_commands_collect (GTK_WIDGET (f->window));
  g_autoptr (GPtrArray) fewer = NULL;

  g_assert_true (has_label (commands, "Add Team"));
  g_assert_true (has_label (commands, "Rename Plan…"));
  g_assert_true (has_label (commands, "Undo"));
  g_assert_false (has_label (commands, "Redo"));
  g_assert_false (has_label (commands, "Restore This Version…"));

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  remit_test_wait_until_made (f->window);
  fewer = remit_find_commands_collect (GTK_WIDGET (f->window));
  g_assert_true (has_label (fewer, "Redo"));
}

/* Actions that need to be told something no name can tell, or that a button in its place does. */
static const char *const unnamed[] = {
  "win.choose-plan", "win.find", "win.go-on-in", "win.import-file", "win.import-matrix-file",
  "win.inspect", "win.open-found", "win.open-past", "win.repair-copy", "win.save-as-new",
  "win.search-view", "win.show-conflict", "win.show-differences", "win.show-past",
  "win.show-place", "win.show-story", "win.show-view", "win.try-again", "win.work-on-plan",
  "app.open-workspace", "app.show-conflict", "app.show-conflicts", "app.watching",
};

static void
check_named (const char *prefix,
             const char *action)
{
  g_autofree char *name = g_strconcat (prefix, action, NULL);

  if (!remit_find_commands_know (name) && !g_strv_contains (unnamed, name))
    g_error ("%s has no name", name);
}

/* Each action of the window and the application has a name, or is known to need none. */
static void
test_names (BoardFixture *f,
            gconstpointer data)
{
  g_auto (GStrv) own = g_action_group_list_actions (G_ACTION_GROUP (f->window));
  g_auto (GStrv) all = g_action_group_list_actions (G_ACTION_GROUP (remit_test_app_get ()));
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; own[i] != NULL; i++)
    check_named ("win.", own[i]);
  for (guint i = 0; all[i] != NULL; i++)
    check_named ("app.", all[i]);
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (f->window), i, &owner,
                                                   &name, &parameter, &property);
       i++)
    if (g_str_has_prefix (name, "win."))
      check_named ("", name);
}

/* ── Typing ───────────────────────────────────────────────────────────────────────────────── */

/* Enter may come before the answer. */
static void
test_hurry (BoardFixture *f,
            gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);

  gtk_editable_set_text (get_search (dialog), "history");
  press_enter (dialog);
  g_assert_cmpstr (get_view (f), ==, "history");
}

static gboolean
shows_page (gpointer dialog)
{
  GtkStack *stack = GTK_STACK (remit_test_find (dialog, GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "none") == 0;
}

static void
test_nothing (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);
  GtkStack *stack = GTK_STACK (remit_test_find (dialog, GTK_TYPE_STACK));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "begin");
  gtk_editable_set_text (get_search (dialog), "qqqqq");
  remit_test_wait (shows_page, dialog);
  /* Enter goes nowhere */
  g_signal_emit_by_name (get_search (dialog), "activate");
  remit_test_settle ();
  g_assert_true (gtk_widget_get_visible (dialog));
  g_signal_emit_by_name (get_search (dialog), "stop-search");
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
}

/* What comes meanwhile is found. */
static void
test_follow (BoardFixture *f,
             gconstpointer data)
{
  Wanted wanted = { open_dialog (f), REMIT_FIND_PEOPLE, "Zoë Müller", NULL };

  gtk_editable_set_text (get_search (wanted.dialog), "mueller");
  remit_test_wait (shows_page, wanted.dialog);
  remit_test_add_person (remit_workspace_get_store (f->workspace), "Zoë Müller");
  remit_test_refresh (f->workspace);
  remit_test_wait (is_found, &wanted);
  gtk_window_close (GTK_WINDOW (wanted.dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
}

/* The others of a group take the place of all. */
static void
test_more (BoardFixture *f,
           gconstpointer data)
{
  Wanted more = { NULL, REMIT_FIND_PEOPLE, "Show 8 more", NULL };
  Wanted last = { NULL, REMIT_FIND_PEOPLE, "Twin 11", NULL };

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Twin %02u", i);

      remit_test_add_person (remit_workspace_get_store (f->workspace), name);
    }
  remit_test_refresh (f->workspace);
  more.dialog = last.dialog = open_dialog (f);
  gtk_editable_set_text (get_search (more.dialog), "twin");
  remit_test_wait (is_found, &more);
  g_assert_false (is_found (&last));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_items (more.dialog)),
                                     (guint) find_item (&more));
  g_signal_emit_by_name (get_search (more.dialog), "activate");
  remit_test_wait (is_found, &last);
  g_assert_cmpuint (g_list_model_get_n_items (get_items (last.dialog)), ==, 12);
  gtk_window_close (GTK_WINDOW (more.dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
}

/* The view that a window is closed with is the first of the next. */
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
  ADD ("/find/board", test_board);
  ADD ("/find/lists", test_lists);
  ADD ("/find/views", test_views);
  ADD ("/find/plans", test_plans);
  ADD ("/find/findings", test_findings);
  ADD ("/find/actions", test_actions);
  ADD ("/find/board-actions", test_board_actions);
  ADD ("/find/disabled", test_disabled);
  ADD ("/find/names", test_names);
  ADD ("/find/hurry", test_hurry);
  ADD ("/find/nothing", test_nothing);
  ADD ("/find/follow", test_follow);
  ADD ("/find/more", test_more);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
