/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the inspector share: a small plan in a window, and its rows. */
#include "remit-inspector-test.h"

#include "inspector/remit-entity-rows.h"

void
remit_inspector_test_set_up (InspectorFixture *fixture,
                             gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->workspace = remit_window_get_workspace (fixture->window);
  fixture->store = remit_workspace_get_store (fixture->workspace);

  fixture->plan = remit_test_add_plan (fixture->store, "Plan");
  fixture->team = remit_test_add_team (fixture->store, fixture->plan, "Credit");
  fixture->other_team = remit_test_add_team (fixture->store, fixture->plan, "Platform");
  fixture->role = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  fixture->slot = remit_test_add_slot (fixture->store, fixture->plan, fixture->team, fixture->role);
  fixture->skill = remit_test_add_skill (fixture->store, "Python");
  fixture->ada = remit_test_add_person (fixture->store, "Ada");
  fixture->grace = remit_test_add_person (fixture->store, "Grace");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-plan", "x", fixture->plan);
  remit_test_settle ();
}

void
remit_inspector_test_tear_down (InspectorFixture *fixture,
                                gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

GtkWidget *
remit_inspector_test_show (InspectorFixture *fixture,
                           RemitKind kind,
                           gint64 id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.inspect", "(ix)",
                                             (int) kind, id));
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_INSPECTOR);
}

typedef const char *(*TitleFunc) (gpointer widget);

static GtkWidget *
find (GtkWidget *root,
      GType type,
      TitleFunc get_title,
      const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && g_strcmp0 (get_title (root), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, get_title, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
remit_inspector_test_find_row (GtkWidget *root,
                               const char *title)
{
  return find (root, ADW_TYPE_PREFERENCES_ROW, (TitleFunc) adw_preferences_row_get_title, title);
}

GtkWidget *
remit_inspector_test_find_rows (GtkWidget *root,
                                const char *title)
{
  GtkWidget *rows = find (root, REMIT_TYPE_ENTITY_ROWS,
                          (TitleFunc) adw_preferences_group_get_title, title);

  g_assert_nonnull (rows);
  return rows;
}

void
remit_inspector_test_undo_and_redo (InspectorFixture *fixture,
                                    const char *before)
{
  g_autofree char *after = remit_test_dump (fixture->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, !=, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  remit_test_settle ();
  undone = remit_test_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  remit_test_settle ();
  redone = remit_test_dump (fixture->store);
  g_assert_cmpstr (redone, ==, after);
}
