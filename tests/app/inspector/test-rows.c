/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the inspector lists: skills, absences, assignments, slots; and of the
 * whole of it. */
#include "inspector/remit-add-rows.h"
#include "inspector/remit-entity-rows.h"
#include "plan/design/remit-design.h"
#include "remit-inspector-test.h"
#include "widgets/pickers/remit-entity-picker.h"

static guint
count (InspectorFixture *fixture,
       RemitKind kind)
{
  return g_list_model_get_n_items (remit_workspace_get_list (fixture->workspace, kind));
}

static RemitEntity *
get_only (InspectorFixture *fixture,
          RemitKind kind)
{
  g_autoptr (RemitEntity) entity = NULL;

  g_assert_cmpuint (count (fixture, kind), ==, 1);
  entity = g_list_model_get_item (remit_workspace_get_list (fixture->workspace, kind), 0);
  return entity; /* the workspace has it */
}

/* What one chooses from, which is within the button that opens it. */
static GtkWidget *
find_picker (GtkWidget *rows)
{
  return remit_test_find (rows, REMIT_TYPE_ENTITY_PICKER);
}

static GtkWidget *
find_tooltip (GtkWidget *root,
              const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0
      && gtk_widget_get_child_visible (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  remit_test_settle ();
}

static GtkWidget *
find_button (GtkWidget *row,
             const char *text)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  remit_test_settle ();
  return gtk_widget_get_ancestor (remit_test_find_text (row, text), GTK_TYPE_BUTTON);
}

static void
test_skills (InspectorFixture *fixture,
             gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Skills");
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *with = NULL;
  GtkWidget *row;

  g_assert_true (remit_test_shows (rows, "No skills yet"));
  g_signal_emit_by_name (find_picker (rows), "picked", fixture->skill);
  remit_inspector_test_undo_and_redo (fixture, before);

  row = remit_test_find (rows, REMIT_TYPE_SKILL_ROW);
  with = remit_test_dump (fixture->store);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (remit_test_find (row, GTK_TYPE_DROP_DOWN)), 3);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture, REMIT_KIND_PERSON_SKILL),
                                             REMIT_PERSON_SKILL_LEVEL),
                   ==, 4);
  remit_inspector_test_undo_and_redo (fixture, with);

  /* the one that is there keeps its level */
  g_signal_emit_by_name (find_picker (rows), "picked", fixture->skill);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture, REMIT_KIND_PERSON_SKILL),
                                             REMIT_PERSON_SKILL_LEVEL),
                   ==, 4);
  click (find_tooltip (row, "Remove"));
  g_assert_cmpuint (count (fixture, REMIT_KIND_PERSON_SKILL), ==, 0);
  g_assert_true (remit_test_shows (rows, "No skills yet"));
}

static void
test_new_skill (InspectorFixture *fixture,
                gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Skills");

  g_signal_emit_by_name (find_picker (rows), "create", "Rust");
  g_assert_cmpuint (count (fixture, REMIT_KIND_SKILL), ==, 2);
  g_assert_nonnull (remit_inspector_test_find_row (rows, "Rust"));
  /* whose name is there already is not made twice */
  g_signal_emit_by_name (find_picker (rows), "create", "python");
  g_assert_cmpuint (count (fixture, REMIT_KIND_SKILL), ==, 2);
  g_assert_nonnull (remit_inspector_test_find_row (rows, "Python"));
}

/* A skill and its level wait together, whatever form is shown when they are made. */
static void
test_new_skill_waits (InspectorFixture *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Skills");
  g_auto (RemitTestOther) other = { NULL };
  g_autofree char *before = NULL;

  remit_test_other_hold (&other, fixture->window);
  g_signal_emit_by_name (find_picker (rows), "create", "Rust");
  remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  g_assert_cmpuint (count (fixture, REMIT_KIND_PERSON_SKILL), ==, 0);

  remit_test_other_release (&other);
  remit_test_wait_until_made (fixture->window);
  g_assert_cmpuint (count (fixture, REMIT_KIND_SKILL), ==, 2);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture, REMIT_KIND_PERSON_SKILL),
                                             REMIT_PERSON_SKILL_PERSON),
                   ==, fixture->ada);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  before = remit_test_dump (fixture->store);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_REDO, NULL));
  remit_inspector_test_undo_and_redo (fixture, before);
}

static void
test_needs (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_SLOT, fixture->slot);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Required Skills");
  g_autofree char *before = NULL;
  GtkWidget *row;

  g_signal_emit_by_name (find_picker (rows), "picked", fixture->skill);
  before = remit_test_dump (fixture->store);
  row = remit_test_find (rows, REMIT_TYPE_SKILL_ROW);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_tooltip (row, "Critical: required for the slot")), TRUE);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture, REMIT_KIND_SLOT_NEED),
                                             REMIT_SLOT_NEED_CRITICAL),
                   ==, 1);
  remit_inspector_test_undo_and_redo (fixture, before);
}

static void
test_absences (InspectorFixture *fixture,
               gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Absences");
  g_autofree char *before = remit_test_dump (fixture->store);
  GtkWidget *until;

  click (find_tooltip (rows, "Add an Absence"));
  g_assert_cmpuint (count (fixture, REMIT_KIND_ABSENCE), ==, 1);
  remit_inspector_test_undo_and_redo (fixture, before);

  until = remit_inspector_test_find_row (rows, "Until");
  gtk_editable_set_text (GTK_EDITABLE (until), "2099-12-31");
  g_signal_emit_by_name (until, "entry-activated");
  g_assert_true (remit_test_shows (rows, "2099"));
  click (find_tooltip (rows, "Remove"));
  g_assert_cmpuint (count (fixture, REMIT_KIND_ABSENCE), ==, 0);
}

/* Who has the skills that the slot needs stands first. */
static void
test_assign (InspectorFixture *fixture,
             gconstpointer data)
{
  GtkWidget *form, *rows, *picker, *row;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autoptr (RemitEntity) first = NULL;

  remit_design_set_need (fixture->workspace, fixture->slot, fixture->skill, 2, FALSE, NULL);
  remit_design_set_skill (fixture->workspace, fixture->grace, fixture->skill, 3, NULL);
  form = remit_inspector_test_show (fixture, REMIT_KIND_SLOT, fixture->slot);
  rows = remit_inspector_test_find_rows (form, "People");
  before = remit_test_dump (fixture->store);
  picker = find_picker (rows);
  remit_add_offer_people (REMIT_ENTITY_PICKER (picker), fixture->workspace,
                          remit_workspace_get (fixture->workspace, REMIT_KIND_SLOT,
                                               fixture->slot));
  remit_test_settle ();
  first = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (
          GTK_LIST_VIEW (remit_test_find (picker, GTK_TYPE_LIST_VIEW)))),
      0);
  g_assert_cmpint (remit_entity_get_id (first), ==, fixture->grace);
  g_signal_emit_by_name (picker, "picked", fixture->grace);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture, REMIT_KIND_ASSIGNMENT),
                                             REMIT_ASSIGNMENT_PERSON),
                   ==, fixture->grace);
  remit_inspector_test_undo_and_redo (fixture, before);

  between = remit_test_dump (fixture->store);
  row = remit_test_find (rows, REMIT_TYPE_ASSIGNMENT_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Grace");
  click (find_button (row, "Remove From Slot"));
  g_assert_cmpuint (count (fixture, REMIT_KIND_ASSIGNMENT), ==, 0);
  remit_inspector_test_undo_and_redo (fixture, between);
}

/* The same assignment, from the person's side; opening leads to the slot. */
static void
test_of_person (InspectorFixture *fixture,
                gconstpointer data)
{
  GtkWidget *form, *rows, *row;

  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ada, 130);
  form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  rows = remit_inspector_test_find_rows (form, "Assignments");
  row = remit_test_find (rows, REMIT_TYPE_ASSIGNMENT_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "ML engineer");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Credit, in Plan");
  /* how much too much */
  g_assert_true (remit_test_shows (form, "30 % over capacity (130 % of 100 %)"));
  click (find_button (row, "Open"));
  g_assert_nonnull (remit_inspector_test_find_row (form, "Demand"));
}

static void
test_slots_of_team (InspectorFixture *fixture,
                    gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkWidget *rows = remit_inspector_test_find_rows (form, "Slots");

  g_assert_true (remit_test_shows (form, "0 of 1 slot filled"));
  adw_action_row_activate (ADW_ACTION_ROW (remit_inspector_test_find_row (rows, "ML engineer")));
  remit_test_settle ();
  g_assert_nonnull (remit_inspector_test_find_row (form, "Demand"));
}

static void
test_duplicate_and_delete (InspectorFixture *fixture,
                           gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *between = NULL;
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (form, "inspector.duplicate", NULL));
  g_assert_cmpuint (count (fixture, REMIT_KIND_TEAM), ==, 3);
  g_assert_true (remit_test_shows (form, "Credit (copy)"));
  remit_inspector_test_undo_and_redo (fixture, before);

  /* undo took away what was shown */
  g_assert_true (remit_test_shows (form, "Nothing Selected"));
  form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  between = remit_test_dump (fixture->store);
  g_assert_true (gtk_widget_activate_action (form, "inspector.delete", NULL));
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "1 slot"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (count (fixture, REMIT_KIND_TEAM), ==, 3);

  g_assert_true (gtk_widget_activate_action (form, "inspector.delete", NULL));
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (count (fixture, REMIT_KIND_TEAM), ==, 2);
  g_assert_true (remit_test_shows (form, "Nothing Selected"));
  remit_inspector_test_undo_and_redo (fixture, between);
}

/* A copy that waited is made, and not shown to who looks at something else by then. */
static void
test_duplicate_waits (InspectorFixture *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_auto (RemitTestOther) other = { NULL };

  remit_test_other_hold (&other, fixture->window);
  gtk_widget_activate_action (form, "inspector.duplicate", NULL);
  remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  remit_test_other_release (&other);
  remit_test_wait_until_made (fixture->window);
  g_assert_cmpuint (count (fixture, REMIT_KIND_TEAM), ==, 3);
  g_assert_false (remit_test_shows (form, "Nothing Selected"));
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (remit_inspector_test_find_row (form, "Name"))),
                   ==, "Ada");
  remit_inspector_test_undo_and_redo (fixture, before);
}

/* A role that slots are for stays, and the window says why. */
static void
test_refused (InspectorFixture *fixture,
              gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_ROLE, fixture->role);

  g_assert_true (gtk_widget_activate_action (form, "inspector.delete", NULL));
  g_assert_cmpuint (count (fixture, REMIT_KIND_ROLE), ==, 1);
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "ML engineer"));
}

static void
test_gone (InspectorFixture *fixture,
           gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Name");

  /* somebody else deletes whom one is about to rename */
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Ada L");
  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PERSON, fixture->ada, NULL));
  g_assert_true (remit_test_shows (form, "Nothing Selected"));
  remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->grace);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Grace");
  remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  g_assert_true (remit_test_shows (form, "Nothing Selected"));
}

static void
test_other_plan (InspectorFixture *fixture,
                 gconstpointer data)
{
  gint64 other = remit_test_add_plan (fixture->store, "Other");
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_SLOT, fixture->slot);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-plan", "x", other);
  g_assert_true (remit_test_shows (form, "Nothing Selected"));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                              \
  g_test_add (path, InspectorFixture, NULL, remit_inspector_test_set_up, test,       \
              remit_inspector_test_tear_down)
  ADD ("/inspector/rows/skills", test_skills);
  ADD ("/inspector/rows/new-skill", test_new_skill);
  ADD ("/inspector/rows/new-skill-waits", test_new_skill_waits);
  ADD ("/inspector/rows/needs", test_needs);
  ADD ("/inspector/rows/absences", test_absences);
  ADD ("/inspector/rows/assign", test_assign);
  ADD ("/inspector/rows/of-person", test_of_person);
  ADD ("/inspector/rows/slots-of-team", test_slots_of_team);
  ADD ("/inspector/duplicate-and-delete", test_duplicate_and_delete);
  ADD ("/inspector/duplicate-waits", test_duplicate_waits);
  ADD ("/inspector/refused", test_refused);
  ADD ("/inspector/gone", test_gone);
  ADD ("/inspector/other-plan", test_other_plan);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
