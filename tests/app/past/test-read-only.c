/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that nothing of an earlier version looks as if it could be changed: in no form, in no view.
 * Each is looked at in the present, too, where there must be something. */
#include "model/remit-day.h"
#include "past/remit-past-bar.h"
#include "plan/conflict/remit-conflict-list.h"
#include "plan/design/remit-comments.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "welcome/remit-sample.h"
#include "widgets/remit-edits.h"

typedef RemitTestWindow Fixture;

static RemitWindow *past;

static gboolean
is_past_open (gpointer data)
{
  Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (REMIT_IS_WINDOW (window) && REMIT_WINDOW (window) != fixture->window)
        past = REMIT_WINDOW (window);
    }
  return past != NULL;
}

/* ── The sample, and what it has nothing of ───────────────────────────────────────────────── */

/* Conflicts are listed by plan. */
static GListModel *
create_list (RemitWindow *window,
             RemitKind kind)
{
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  RemitConflictList *conflicts;

  if (kind != REMIT_KIND_CONFLICT)
    return g_object_ref (remit_workspace_get_list (workspace, kind));
  conflicts = remit_conflict_list_new ();
  remit_conflict_list_set_plan (conflicts, workspace, remit_window_get_plan (window));
  return G_LIST_MODEL (conflicts);
}

static gint64
find_first (RemitWindow *window,
            RemitKind kind)
{
  g_autoptr (GListModel) list = create_list (window, kind);
  g_autoptr (RemitEntity) first = NULL;

  remit_test_settle ();
  first = g_list_model_get_item (list, 0);
  return first != NULL ? remit_entity_get_id (first) : 0;
}

static void
add_comment (RemitWindow *window,
             gint64 decision)
{
  g_autoptr (RemitRecord) comment = remit_record_new (REMIT_KIND_COMMENT);
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (comment, REMIT_COMMENT_PLAN, remit_window_get_plan (window));
  remit_record_set_integer (comment,
                            (guint) remit_comments_get_subject_field (REMIT_KIND_DECISION),
                            decision);
  remit_record_set_text (comment, REMIT_COMMENT_TEXT, "Ask Legal first");
  remit_design_create (remit_window_get_workspace (window), comment, &error);
  g_assert_no_error (error);
}

static gboolean
is_sample_open (gpointer window)
{
  return remit_window_get_workspace (window) != NULL && find_first (window, REMIT_KIND_PLAN) != 0;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  remit_test_window_set_up (fixture, data);
  path = remit_sample_dup_path (NULL);
  remit_window_open (fixture->window, path, FALSE);
  remit_test_wait (is_sample_open, fixture->window);
  remit_window_set_plan (fixture->window, find_first (fixture->window, REMIT_KIND_PLAN));
  remit_test_settle ();
  add_comment (fixture->window, find_first (fixture->window, REMIT_KIND_DECISION));
  past = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-past", "(xx)",
                              REMIT_PAST_AT_TIME, remit_time_now ());
  remit_test_wait (is_past_open, fixture);
  remit_test_settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (past));
  remit_test_settle ();
  remit_test_window_tear_down (fixture, data);
}

/* ── What could be changed ────────────────────────────────────────────────────────────────── */

/* Buttons without an action that lead somewhere. */
static gboolean
leads_somewhere (GtkWidget *button)
{
  static const char *const words[] = { "_Open", "_Show",   "Show on Board",
                                       "More",  "Details", "Evidence" };
  const char *label = GTK_IS_BUTTON (button) ? gtk_button_get_label (GTK_BUTTON (button)) : NULL;
  const char *tip = gtk_widget_get_tooltip_text (button);

  if (GTK_IS_LINK_BUTTON (button))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (label, words[i]) == 0 || g_strcmp0 (tip, words[i]) == 0)
      return TRUE;
  return label != NULL && g_str_has_prefix (label, "Supersede"); /* another decision */
}

static gboolean
is_edit_action (const char *action)
{
  static const char *const others[] = { "win.", "inspector.show-on-board", "inspector.show-story",
                                        "rights.show-holder" };

  if (remit_edits_have_action (action))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (action, others[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_editing (GtkWidget *widget)
{
  const char *action =
    GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  if (action != NULL)
    return is_edit_action (action);
  if (GTK_IS_MENU_BUTTON (widget))
    return !leads_somewhere (widget);
  if (GTK_IS_BUTTON (widget)) /* those within others are these */
    return !leads_somewhere (widget)
           && gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_MENU_BUTTON) == NULL
           && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL;
  return GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_CHECK_BUTTON (widget);
}

/* What can be changed in @widget, a line each. What is shut in a row is in it, too. */
static void
collect (GtkWidget *widget,
         GString *found)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_is_sensitive (widget)
      || GTK_IS_POPOVER (widget))
    return;
  if (is_editing (widget))
    {
      const char *tip = gtk_widget_get_tooltip_text (widget);
      GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

      g_string_append_printf (
        found, "%s “%s” in “%s”\n", G_OBJECT_TYPE_NAME (widget), tip != NULL ? tip : "",
        row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

static char *
dup_editing (GtkWidget *widget)
{
  g_autoptr (GString) found = g_string_new (NULL);

  collect (widget, found);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

/* ── Forms ────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_editing_details (RemitWindow *window,
                     RemitKind kind)
{
  gint64 id = find_first (window, kind);

  g_assert_cmpint (id, !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspect", "(ix)", (int) kind, id);
  remit_test_settle ();
  return dup_editing (remit_test_find (GTK_WIDGET (window), g_type_from_name ("RemitInspector")));
}

static void
test_forms (Fixture *fixture,
            gconstpointer data)
{
  const RemitKind kinds[] = { REMIT_KIND_PLAN,     REMIT_KIND_TEAM,     REMIT_KIND_ROLE,
                              REMIT_KIND_SLOT,     REMIT_KIND_PERSON,   REMIT_KIND_SKILL,
                              REMIT_KIND_DECISION, REMIT_KIND_CONFLICT, REMIT_KIND_LADDER,
                              REMIT_KIND_COMMENT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *in_present = dup_editing_details (fixture->window, kinds[i]);
      g_autofree char *in_past = dup_editing_details (past, kinds[i]);

      g_test_message ("%s", remit_entity_info (kinds[i])->name);
      g_assert_cmpstr (in_present, !=, "");
      g_assert_cmpstr (in_past, ==, "");
    }
}

static void
test_preferences (Fixture *fixture,
                  gconstpointer data)
{
  const char *const names[] = { "RemitWorkHoursGroup" };

  for (guint i = 0; i < 2; i++)
    {
      RemitWindow *window = i == 0 ? fixture->window : past;
      GtkWidget *preferences;
      g_autofree char *editing = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
      preferences = remit_test_wait_for_window (ADW_TYPE_PREFERENCES_WINDOW);
      remit_test_settle ();
      editing = dup_editing (remit_test_find (preferences, g_type_from_name (names[0])));
      if (i == 0)
        g_assert_cmpstr (editing, !=, "");
      else
        g_assert_cmpstr (editing, ==, "");
      gtk_window_close (GTK_WINDOW (preferences));
      remit_test_wait_for_no_window (ADW_TYPE_PREFERENCES_WINDOW);
    }
}

/* ── Views ────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
show_view (RemitWindow *window,
           const char *name,
           const char *type)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", name);
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (window), g_type_from_name (type));
}

static gboolean
has_heads (gpointer view)
{
  return remit_test_find (view, g_type_from_name ("RemitFindingHead")) != NULL;
}

static gboolean
has_rows (gpointer view)
{
  return remit_test_find (view, g_type_from_name ("RemitFindingRow")) != NULL;
}

static void
open_findings (RemitWindow *window)
{
  GtkWidget *view = show_view (window, "findings", "RemitFindingsView");

  remit_test_wait (has_heads, view);
  if (!has_rows (view))
    gtk_widget_activate_action (
      gtk_widget_get_ancestor (remit_test_find (view, g_type_from_name ("RemitFindingHead")),
                               GTK_TYPE_LIST_VIEW),
      "list.activate-item", "u", 0);
  remit_test_wait (has_rows, view);
}

/* Of the lists, only how they are filtered and sorted can be changed. */
static void
assert_view (Fixture *fixture,
             const char *name,
             const char *type,
             const char *inner,
             guint n_in_past)
{
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *view = show_view (i == 0 ? fixture->window : past, name, type);
      g_autofree char *editing = dup_editing (inner != NULL
                                                ? remit_test_find (view, g_type_from_name (inner))
                                                : view);
      g_auto (GStrv) lines = g_strsplit (editing, "\n", -1);

      n[i] = *editing != '\0' ? g_strv_length (lines) - 1 : 0;
      g_test_message ("%s: %s", name, editing);
    }
  g_assert_cmpuint (n[1], ==, n_in_past);
  g_assert_cmpuint (n[0], >, n_in_past);
}

static void
test_views (Fixture *fixture,
            gconstpointer data)
{
  open_findings (fixture->window);
  open_findings (past);
  assert_view (fixture, "findings", "RemitFindingsView", "RemitFindingHead", 0);
  assert_view (fixture, "findings", "RemitFindingsView", "RemitFindingRow", 0);
  /* the search */
  assert_view (fixture, "people", "RemitPeopleView", "RemitEntityTable", 2);
  assert_view (fixture, "roles", "RemitRolesView", "RemitEntityTable", 2);
}

static gboolean
is_sensitive (RemitWindow *window,
              const char *action)
{
  GtkWidget *button = remit_test_find_action (GTK_WIDGET (window), action);

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

static void
test_buttons (Fixture *fixture,
              gconstpointer data)
{
  static const struct {
    const char *view;
    const char *type;
    const char *action;
  } buttons[] = {
    { "board", "RemitBoardView", "view.add-team" },
    { "decisions", "RemitDecisionsView", "view.add-decision" },
    { "decisions", "RemitDecisionsView", "view.take-decisions" },
    { "conflicts", "RemitConflictsView", "win.raise-conflict" },
    { "roles", "RemitRolesView", "view.take-roles" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      show_view (fixture->window, buttons[i].view, buttons[i].type);
      show_view (past, buttons[i].view, buttons[i].type);
      g_assert_true (is_sensitive (fixture->window, buttons[i].action));
      g_assert_false (is_sensitive (past, buttons[i].action));
    }
}

static void
test_matrix (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      RemitWindow *window = i == 0 ? fixture->window : past;
      GtkWidget *grid;

      show_view (window, "decisions", "RemitDecisionsView");
      grid = remit_test_find (GTK_WIDGET (window), g_type_from_name ("RemitRightsGrid"));
      g_assert_cmpint (gtk_widget_has_css_class (grid, "read-only"), ==, i == 1);
    }
}

/* A key that would change something says why it does not. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (past);

  g_assert_false (remit_edits_refuse (fixture->window,
                                      remit_window_get_workspace (fixture->window)));
  g_assert_true (remit_edits_refuse (past, workspace));
  g_assert_true (g_str_has_prefix (remit_test_get_said (past), "Earlier version (read-only)"));
  g_assert_true (remit_edits_have_action ("win.new-plan"));
  g_assert_true (remit_edits_have_action ("win.undo"));
  g_assert_true (remit_edits_have_action ("board.remove"));
  g_assert_true (remit_edits_have_action ("rights.paste"));
  g_assert_false (remit_edits_have_action ("win.find"));
  g_assert_false (remit_edits_have_action ("rights.copy"));
}

static void
add_tests (void)
{
  g_test_add ("/read-only/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/read-only/preferences", Fixture, NULL, set_up, test_preferences, tear_down);
  g_test_add ("/read-only/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/read-only/buttons", Fixture, NULL, set_up, test_buttons, tear_down);
  g_test_add ("/read-only/matrix", Fixture, NULL, set_up, test_matrix, tear_down);
  g_test_add ("/read-only/refused", Fixture, NULL, set_up, test_refused, tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
