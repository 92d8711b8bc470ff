/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the tables of roles and skills: who uses them, and what may not be deleted. */
#include "library/remit-library-dialog.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "roles/remit-roles-view.h"
#include "widgets/merge/remit-merge-dialog.h"
#include "widgets/pickers/remit-entity-table.h"

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan, slot, used, unused, skill;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  gint64 team;

  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->workspace = remit_window_get_workspace (fixture->window);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  fixture->plan = remit_test_add_plan (fixture->store, "Plan");
  team = remit_test_add_team (fixture->store, fixture->plan, "Team");
  fixture->used = remit_test_add_role (fixture->store, "a-used", "A used role");
  fixture->unused = remit_test_add_role (fixture->store, "b-unused", "B unused role");
  fixture->skill = remit_test_add_skill (fixture->store, "Python");
  fixture->slot = remit_test_add_slot (fixture->store, fixture->plan, team, fixture->used);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-plan", "x", fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "roles");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_ROLES_VIEW);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

static void
choose (GtkWidget *table,
        guint position)
{
  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (remit_entity_table_get_selection (REMIT_ENTITY_TABLE (table))), position,
      TRUE);
}

static guint
count_roles (Fixture *fixture)
{
  return g_list_model_get_n_items (remit_workspace_get_list (fixture->workspace, REMIT_KIND_ROLE));
}

static void
test_roles (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *table = remit_test_find (fixture->view, REMIT_TYPE_ENTITY_TABLE);
  g_autofree char *before = remit_test_dump (fixture->store);

  choose (table, 0);
  gtk_widget_activate_action (table, "table.delete", NULL);
  g_assert_cmpuint (count_roles (fixture), ==, 2);
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "A used role"));
  choose (table, 1);
  gtk_widget_activate_action (table, "table.delete", NULL);
  g_assert_cmpuint (count_roles (fixture), ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

static void
test_duplicate (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *table = remit_test_find (fixture->view, REMIT_TYPE_ENTITY_TABLE);
  g_autofree char *before = remit_test_dump (fixture->store);

  choose (table, 0);
  gtk_widget_activate_action (table, "table.duplicate", NULL);
  remit_test_settle ();
  g_assert_true (remit_test_shows (table, "A used role (copy)"));
  remit_test_undo_and_redo (fixture->store, before);
}

/* The slot of the role that goes follows, which cannot be deleted because of it. */
static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *table = remit_test_find (fixture->view, REMIT_TYPE_ENTITY_TABLE);
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *dialog, *swap;
  GListModel *slots;
  g_autoptr (RemitEntity) slot = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (
    remit_entity_table_get_selection (REMIT_ENTITY_TABLE (table))));
  gtk_widget_activate_action (table, "table.merge", NULL);
  dialog = remit_test_wait_for_window (REMIT_TYPE_MERGE_DIALOG);
  swap = gtk_widget_get_ancestor (remit_test_find_text (dialog, "Swap"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (swap, "clicked");
  g_assert_true (remit_test_shows (dialog, "1 slot"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_MERGE_DIALOG);
  slots = remit_workspace_get_list (fixture->workspace, REMIT_KIND_SLOT);
  slot = g_list_model_get_item (slots, 0);
  g_assert_cmpint (remit_entity_get_integer (slot, REMIT_SLOT_ROLE), ==, fixture->unused);
  g_assert_cmpuint (count_roles (fixture), ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

/* What slots need and nobody has is a gap, until somebody learns it. */
static void
test_gap (Fixture *fixture,
          gconstpointer data)
{
  AdwViewStack *stack = ADW_VIEW_STACK (remit_test_find (fixture->view, ADW_TYPE_VIEW_STACK));
  gint64 ada = remit_test_add_person (fixture->store, "Ada");

  adw_view_stack_set_visible_child_name (stack, "skills");
  remit_design_set_need (fixture->workspace, fixture->slot, fixture->skill, 2, FALSE, NULL);
  remit_test_settle ();
  g_assert_true (remit_test_shows (fixture->view, "1, held by nobody"));
  remit_design_set_skill (fixture->workspace, ada, fixture->skill, 2, NULL);
  remit_test_settle ();
  g_assert_false (remit_test_shows (fixture->view, "held by nobody"));
}

/* What is searched for is chosen, and nothing else. */
static void
take (Fixture *fixture,
      const char *action,
      const char *words)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *dialog, *search;

  gtk_widget_activate_action (fixture->view, action, NULL);
  dialog = remit_test_wait_for_window (REMIT_TYPE_LIBRARY_DIALOG);
  search = remit_test_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (gtk_widget_get_ancestor (remit_test_find_text (dialog, "Select All"),
                                                  GTK_TYPE_BUTTON), "clicked");
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, REMIT_TYPE_LIBRARY_DIALOG, "take"),
                         "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_LIBRARY_DIALOG);
  remit_test_undo_and_redo (fixture->store, before);
}

static void
test_library (Fixture *fixture,
              gconstpointer data)
{
  GListModel *skills = remit_workspace_get_list (fixture->workspace, REMIT_KIND_SKILL);
  RemitEntity *python;

  take (fixture, "view.take-roles", "works with the prototypes users");
  g_assert_true (remit_test_shows (fixture->view, "Business analyst"));
  g_assert_cmpuint (count_roles (fixture), ==, 3);
  take (fixture, "view.take-skills", "python");
  python = remit_workspace_get (fixture->workspace, REMIT_KIND_SKILL, fixture->skill);
  g_assert_cmpstr (remit_entity_get_text (python, REMIT_SKILL_LEVEL_0 + 2), !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (skills), ==, 1);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/roles/roles", test_roles);
  ADD ("/roles/duplicate", test_duplicate);
  ADD ("/roles/merge", test_merge);
  ADD ("/roles/gap", test_gap);
  ADD ("/roles/library", test_library);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
