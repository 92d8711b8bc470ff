/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of every view in the table of views: its key, its row, its empty state, its shortcut. */
#include <glib/gi18n.h>

#include "remit-test-app.h"
#include "window/remit-sidebar.h"
#include "window/remit-view-stack.h"
#include "window/remit-views.h"

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitViewStack *views;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->views =
    REMIT_VIEW_STACK (remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_VIEW_STACK));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

static GtkWidget *
show (Fixture *fixture,
      const RemitViewInfo *info)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", info->name);
  g_assert_cmpstr (remit_view_stack_get_shown (fixture->views), ==, info->name);
  return GTK_WIDGET (remit_view_stack_get_view (fixture->views));
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static void
test_table (Fixture *fixture,
            gconstpointer data)
{
  GtkIconTheme *icons =
    gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (fixture->window)));

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      g_assert_true (remit_views_find (info->name) == info);
      g_assert_cmpstr (info->title, !=, "");
      g_assert_true (gtk_icon_theme_has_icon (icons, info->icon));
      g_assert_true (g_type_is_a (info->get_type (), REMIT_TYPE_VIEW));
      for (const RemitKind *kind = info->shows; *kind != REMIT_KIND_NONE; kind++)
        g_assert_true (remit_views_find_place (*kind) == info);
    }
  g_assert_null (remit_views_find ("none"));
  g_assert_null (remit_views_find (NULL));
  g_assert_null (remit_views_find_place (REMIT_KIND_NONE));
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

/* Does what the key does in the window; fails when it does nothing. */
static void
press (Fixture *fixture,
       const char *key)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (controller); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key)
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window,
                                               gtk_shortcut_get_arguments (shortcut)))
            return;
        }
    }
  g_error ("%s does nothing", key);
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (remit_test_app_get ());

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      g_autofree char *action = remit_view_info_dup_action (info);
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, info->key);

      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_cmpstr (actions[0], ==, action);
      press (fixture, info->key);
      g_assert_cmpstr (remit_view_stack_get_shown (fixture->views), ==, info->name);
    }
}

/* ── The sidebar ──────────────────────────────────────────────────────────────────────────── */

static void
test_sidebar (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *sidebar = remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_SIDEBAR);
  GtkListBox *list = GTK_LIST_BOX (remit_test_find (sidebar, GTK_TYPE_LIST_BOX));
  int n = 0;

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++, n++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, n);
      GtkWidget *label = remit_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL);

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, _ (info->title));
      gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);

      gtk_list_box_select_row (list, row);
      g_assert_cmpstr (remit_view_stack_get_shown (fixture->views), ==, info->name);
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, n));

  /* the other way round */
  show (fixture, remit_views);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
}

/* Tab comes to the view that is shown, and goes on without showing another. */
static void
test_sidebar_tab (Fixture *fixture,
                  gconstpointer data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  GtkWidget *sidebar = remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_SIDEBAR);
  GtkListBox *list = GTK_LIST_BOX (remit_test_find (sidebar, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  show (fixture, &remit_views[2]);
  row = gtk_list_box_get_selected_row (list);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      g_assert_true (gtk_widget_child_focus (sidebar, directions[i]));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
      g_assert_false (gtk_widget_child_focus (sidebar, directions[i]));
      g_assert_cmpstr (remit_view_stack_get_shown (fixture->views), ==, remit_views[2].name);
    }
}

/* ── Empty states ─────────────────────────────────────────────────────────────────────────── */

static gboolean
shows_status_page (gpointer root)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return FALSE;
  if (ADW_IS_STATUS_PAGE (root))
    return *adw_status_page_get_title (root) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_status_page (child))
      return TRUE;
  return FALSE;
}

/* Either another view stands there, or a page of the view says what to do. */
static void
test_without_plan (Fixture *fixture,
                   gconstpointer data)
{
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      GtkWidget *view = show (fixture, info);

      if (info->get_type_without_plan != NULL)
        g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (view, info->get_type_without_plan ()));
      else
        remit_test_wait (shows_status_page, view);
    }
}

/* A plan that is empty, and comes from another program: it has no history. */
static void
test_empty_plan (Fixture *fixture,
                 gconstpointer data)
{
  RemitStore *store = remit_workspace_get_store (remit_window_get_workspace (fixture->window));

  remit_window_set_plan (fixture->window, remit_test_add_plan (store, "Plan"));
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      GtkWidget *view = show (fixture, info);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (view, info->get_type ()));
      if (!info->is_of_present)
        remit_test_wait (shows_status_page, view);
    }
}

/* ── Shortcuts ────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
find_shortcut (GtkWidget *root,
               const char *action)
{
  g_autofree char *has = NULL;

  if (G_OBJECT_TYPE (root) == GTK_TYPE_SHORTCUTS_SHORTCUT)
    g_object_get (root, "action-name", &has, NULL);
  if (g_strcmp0 (has, action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shortcut (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_shortcuts (Fixture *fixture,
                gconstpointer data)
{
  GtkShortcutsWindow *shortcuts;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.shortcuts", NULL);
  shortcuts =
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      g_autofree char *action = remit_view_info_dup_action (info);
      GtkWidget *shortcut = find_shortcut (GTK_WIDGET (shortcuts), action);
      g_autofree char *title = NULL;
      g_autofree char *accelerator = NULL;

      g_assert_nonnull (shortcut);
      g_object_get (shortcut, "title", &title, "accelerator", &accelerator, NULL);
      g_assert_cmpstr (title, ==, _ (info->title));
      g_assert_cmpstr (accelerator, ==, info->key);
    }
  gtk_window_close (GTK_WINDOW (shortcuts));
  remit_test_settle ();
}

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

static void
check_place (Fixture *fixture,
             RemitKind kind,
             gint64 id,
             const char *view)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.show-view", "s", "history");
  gtk_widget_activate_action (window, "win.show-place", "(ixix)", (int) kind, id,
                              (int) REMIT_KIND_NONE, (gint64) 0);
  g_assert_cmpstr (remit_view_stack_get_shown (fixture->views), ==, view);
}

/* What has its place in a view is shown there; all else beside the view that is shown. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  RemitStore *store = remit_workspace_get_store (remit_window_get_workspace (fixture->window));
  gint64 plan = remit_test_add_plan (store, "Plan");
  gint64 other = remit_test_add_plan (store, "Other");
  gint64 person = remit_test_add_person (store, "Ada");
  gint64 team = remit_test_add_team (store, plan, "Fraud");
  gint64 slot = remit_test_add_slot (store, plan, team, remit_test_add_role (store, "x", "X"));

  remit_window_set_plan (fixture->window, plan);
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    for (const RemitKind *kind = info->shows; *kind != REMIT_KIND_NONE; kind++)
      check_place (fixture, *kind, 1, info->name);
  check_place (fixture, REMIT_KIND_PERSON, person, "people");
  check_place (fixture, REMIT_KIND_LADDER, 1, "history");

  /* somebody in a slot is shown there, and a slot in its plan */
  remit_test_add_assignment (store, plan, slot, person, 10);
  check_place (fixture, REMIT_KIND_PERSON, person, "board");
  remit_window_set_plan (fixture->window, other);
  check_place (fixture, REMIT_KIND_PERSON, person, "people");
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, other);
  check_place (fixture, REMIT_KIND_SLOT, slot, "board");
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
  remit_test_settle ();
}

static gboolean
query_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean has_one = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &has_one);
  return has_one;
}

/* The tooltip of a button is not shown over the menu that it opens. */
static void
test_menu_tooltip (Fixture *fixture,
                   gconstpointer data)
{
  GtkWidget *button = remit_test_get_child (GTK_WIDGET (fixture->window), "menu_button");

  g_assert_true (query_tooltip (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_false (query_tooltip (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_assert_true (query_tooltip (button));
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/views/table", test_table);
  ADD ("/views/keys", test_keys);
  ADD ("/views/sidebar", test_sidebar);
  ADD ("/views/sidebar-tab", test_sidebar_tab);
  ADD ("/views/without-plan", test_without_plan);
  ADD ("/views/empty-plan", test_empty_plan);
  ADD ("/views/shortcuts", test_shortcuts);
  ADD ("/views/places", test_places);
  ADD ("/views/menu-tooltip", test_menu_tooltip);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return remit_test_app_run (argc, argv, add_tests);
}
