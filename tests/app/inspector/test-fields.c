/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the editors of fields: shown, checked as one types, committed, taken back, undone. */
#include "plan/design/remit-design.h"
#include "remit-inspector-test.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-editor.h"

static const char *
get_text (InspectorFixture *fixture,
          RemitKind kind,
          gint64 id,
          guint field)
{
  return remit_entity_get_text (remit_workspace_get (fixture->workspace, kind, id), field);
}

static gint64
get_integer (InspectorFixture *fixture,
             RemitKind kind,
             gint64 id,
             guint field)
{
  return remit_entity_get_integer (remit_workspace_get (fixture->workspace, kind, id), field);
}

static void
type (GtkWidget *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
press_enter (GtkWidget *row)
{
  g_signal_emit_by_name (row, "entry-activated");
}

static gboolean
is_wrong (GtkWidget *row)
{
  return gtk_widget_has_css_class (row, "error");
}

static void
test_text (InspectorFixture *fixture,
           gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Job title");
  g_autofree char *before = remit_test_dump (fixture->store);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  type (row, "ML engineer");
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_TITLE), ==, "");
  press_enter (row);
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_TITLE), ==,
                   "ML engineer");
  remit_inspector_test_undo_and_redo (fixture, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "ML engineer");
}

/* Leaving a row commits it, and going to another row of the form is leaving. */
static void
test_leave (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *unit = remit_inspector_test_find_row (form, "Unit");

  gtk_widget_grab_focus (unit);
  type (unit, "Research");
  gtk_widget_grab_focus (remit_inspector_test_find_row (form, "Location"));
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_UNIT), ==,
                   "Research");
}

static void
test_wrong (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Name");
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;

  g_assert_false (is_wrong (row));
  type (row, "");
  g_assert_true (is_wrong (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), !=, "Name");
  press_enter (row);
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");

  g_assert_true (remit_editor_revert (row));
  g_assert_false (remit_editor_revert (row));
  g_assert_false (is_wrong (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ada");
}

/* The window's undo takes back what is being typed, and leaves the history alone. */
static void
test_undo_typing (InspectorFixture *fixture,
                  gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Unit");
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;

  gtk_widget_grab_focus (row);
  type (row, "Resea");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_null (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, fixture->grace));
}

static void
test_dates (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_SLOT, fixture->slot);
  GtkWidget *from = remit_inspector_test_find_row (form, "From");
  GtkWidget *until = remit_inspector_test_find_row (form, "Until");

  type (from, "2027-02-30");
  g_assert_true (is_wrong (from));
  type (from, "2027-02-28");
  g_assert_false (is_wrong (from));
  press_enter (from);
  type (until, "2027-02-27");
  g_assert_true (is_wrong (until));
  type (until, "2027-03-31");
  press_enter (until);
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_SLOT, fixture->slot, REMIT_SLOT_UNTIL), >,
                   get_integer (fixture, REMIT_KIND_SLOT, fixture->slot, REMIT_SLOT_FROM));
  type (until, "");
  press_enter (until);
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_SLOT, fixture->slot, REMIT_SLOT_UNTIL), ==, 0);
}

/* Who types is not disturbed by somebody else's change, and is asked in the end; who does not, sees
 * it. */
static void
test_from_outside (InspectorFixture *fixture,
                   gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Unit");
  GtkWidget *dialog;

  g_assert_true (remit_design_change (fixture->workspace, REMIT_KIND_PERSON, fixture->ada,
                                      REMIT_PERSON_UNIT, "One", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "One");
  type (row, "Mine");
  g_assert_true (remit_design_change (fixture->workspace, REMIT_KIND_PERSON, fixture->ada,
                                      REMIT_PERSON_UNIT, "Two", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Mine");
  press_enter (row);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_UNIT), ==,
                   "Two");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "mine");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_UNIT), ==,
                   "Mine");
}

static gboolean
has_need_80 (gpointer data)
{
  InspectorFixture *fixture = data;

  return get_integer (fixture, REMIT_KIND_SLOT, fixture->slot, REMIT_SLOT_FTE) == 80;
}

static gint64
get_length (InspectorFixture *fixture)
{
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  return length;
}

/* Several clicks on the button are one edit. */
static void
test_number (InspectorFixture *fixture,
             gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_SLOT, fixture->slot);
  GtkWidget *row = remit_inspector_test_find_row (form, "Demand");
  GtkSpinButton *spin = GTK_SPIN_BUTTON (remit_test_find (row, GTK_TYPE_SPIN_BUTTON));
  g_autofree char *before = remit_test_dump (fixture->store);
  gint64 length = get_length (fixture);

  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 100);
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_BACKWARD, 10);
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_BACKWARD, 10);
  remit_test_wait (has_need_80, fixture);
  g_assert_cmpint (get_length (fixture), ==, length + 1);
  remit_inspector_test_undo_and_redo (fixture, before);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 80);

  gtk_spin_button_set_value (spin, 5000);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 1000);
  g_assert_true (remit_editor_revert (GTK_WIDGET (spin)));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 80);
}

static void
test_switch_and_choice (InspectorFixture *fixture,
                        gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkWidget *ml = remit_inspector_test_find_row (form, "Machine-learning team");
  GtkWidget *topology = remit_inspector_test_find_row (form, "Topology");
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *between = NULL;

  gtk_switch_set_active (GTK_SWITCH (remit_test_find (ml, GTK_TYPE_SWITCH)), TRUE);
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_ML), ==, 1);
  remit_inspector_test_undo_and_redo (fixture, before);

  between = remit_test_dump (fixture->store);
  adw_combo_row_set_selected (ADW_COMBO_ROW (topology), 2);
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_TOPOLOGY), ==,
                   2);
  remit_inspector_test_undo_and_redo (fixture, between);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (topology)), ==, 0);
}

static void
test_notes (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkTextView *view = GTK_TEXT_VIEW (remit_test_find (form, GTK_TYPE_TEXT_VIEW));
  g_autofree char *before = remit_test_dump (fixture->store);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Scores\nloans", -1);
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_PURPOSE), ==, "");
  gtk_widget_grab_focus (remit_inspector_test_find_row (form, "Name"));
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_PURPOSE), ==,
                   "Scores\nloans");
  remit_inspector_test_undo_and_redo (fixture, before);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "No", -1);
  g_assert_true (remit_editor_revert (GTK_WIDGET (view)));
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_PURPOSE), ==,
                   "Scores\nloans");
}

/* Blanks around a name are no part of it. */
static void
test_trimmed (InspectorFixture *fixture,
              gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkWidget *row = remit_inspector_test_find_row (form, "Name");

  gtk_editable_set_text (GTK_EDITABLE (row), "  Risk  ");
  g_signal_emit_by_name (row, "entry-activated");
  remit_test_settle ();
  g_assert_cmpstr (get_text (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_NAME), ==,
                   "Risk");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Risk");
}

/* A click on the title of a text of several lines leads into it. */
static void
test_title (InspectorFixture *fixture,
            gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkWidget *row = remit_inspector_test_find_row (form, "Purpose");
  GtkWidget *view = remit_test_find (row, GTK_TYPE_TEXT_VIEW);
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (gtk_widget_get_parent (view));
  g_autoptr (GObject) click = g_list_model_get_item (controllers, 0);

  g_assert_true (GTK_IS_GESTURE_CLICK (click));
  g_signal_emit_by_name (click, "released", 1, 0.0, 0.0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
}

static guint
count_offered (GtkWidget *picker)
{
  GtkListView *list = GTK_LIST_VIEW (remit_test_find (picker, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static gboolean
offers_one (gpointer picker)
{
  return count_offered (picker) == 1;
}

/* Nobody is their own manager; who is searched for is found, and Enter takes them. */
static void
test_reference (InspectorFixture *fixture,
                gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Manager");
  GtkWidget *picker = remit_test_find (row, REMIT_TYPE_ENTITY_PICKER);
  GtkWidget *search = remit_test_find (picker, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *before = NULL;

  remit_test_add_person (fixture->store, "Katherine");
  before = remit_test_dump (fixture->store);
  remit_entity_picker_show (REMIT_ENTITY_PICKER (picker), fixture->workspace, REMIT_KIND_PERSON,
                            remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON,
                                                 fixture->ada));
  remit_test_settle ();
  g_assert_cmpuint (count_offered (picker), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "grac");
  remit_test_wait (offers_one, picker);
  g_signal_emit_by_name (search, "activate");
  remit_test_settle ();
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_MANAGER), ==,
                   fixture->grace);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Grace");
  remit_inspector_test_undo_and_redo (fixture, before);
}

/* Returns: (transfer full): what the first row of a picker says */
static char *
dup_first_row (GtkWidget *picker)
{
  GtkWidget *list = remit_test_find (picker, GTK_TYPE_LIST_VIEW);
  GtkWidget *name = remit_test_find (gtk_widget_get_first_child (list), GTK_TYPE_LABEL);
  GtkWidget *below = gtk_widget_get_next_sibling (name);

  return g_strconcat (gtk_label_get_text (GTK_LABEL (name)), "|",
                      gtk_label_get_text (GTK_LABEL (below)), NULL);
}

/* A decision has a title, and a slot the name of its role: both are read and found. */
static void
test_names (InspectorFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    RemitKind kind;
    const char *words;
    const char *row;
  } cases[] = {
    { REMIT_KIND_DECISION, "limi", "Raise the limit|" },
    { REMIT_KIND_SLOT, "data", "Data scientist|Platform" },
  };
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Manager");
  GtkWidget *picker = remit_test_find (row, REMIT_TYPE_ENTITY_PICKER);

  remit_test_add_decision (fixture->store, fixture->plan, 0, "Raise the limit",
                           REMIT_FRAMEWORK_RACI);
  remit_test_add_decision (fixture->store, fixture->plan, 0, "Approve a model",
                           REMIT_FRAMEWORK_RACI);
  remit_test_add_slot (fixture->store, fixture->plan, fixture->other_team,
                       remit_test_add_role (fixture->store, "data", "Data scientist"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      remit_entity_picker_show (REMIT_ENTITY_PICKER (picker), fixture->workspace, cases[i].kind,
                                NULL);
      gtk_editable_set_text (GTK_EDITABLE (remit_test_find (picker, GTK_TYPE_SEARCH_ENTRY)),
                             cases[i].words);
      remit_test_wait (offers_one, picker);
      remit_test_settle ();
      text = dup_first_row (picker);
      g_assert_cmpstr (text, ==, cases[i].row);
    }
}

/* Enter takes what was typed last, even if it was typed faster than it can be found; what was first
 * before it is not highlighted any longer. */
static void
test_fast (InspectorFixture *fixture,
           gconstpointer data)
{
  GtkWidget *form = remit_inspector_test_show (fixture, REMIT_KIND_PERSON, fixture->ada);
  GtkWidget *row = remit_inspector_test_find_row (form, "Manager");
  GtkWidget *picker = remit_test_find (row, REMIT_TYPE_ENTITY_PICKER);
  GtkEditable *search = GTK_EDITABLE (remit_test_find (picker, GTK_TYPE_SEARCH_ENTRY));
  GtkListView *list = GTK_LIST_VIEW (remit_test_find (picker, GTK_TYPE_LIST_VIEW));

  remit_test_add_people (fixture->store, 3000);
  remit_entity_picker_show (REMIT_ENTITY_PICKER (picker), fixture->workspace, REMIT_KIND_PERSON,
                            NULL);
  gtk_editable_set_text (search, "person 02");
  remit_test_settle ();
  gtk_editable_set_text (search, "person 0");
  remit_test_settle ();
  g_assert_cmpuint (gtk_single_selection_get_selected (
                      GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))), ==, 0);
  gtk_editable_set_text (search, "grace");
  g_signal_emit_by_name (search, "activate");
  remit_test_settle ();
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_MANAGER), ==,
                   fixture->grace);
}

/* A parent is a team of the same plan, and another one. */
static void
test_parent (InspectorFixture *fixture,
             gconstpointer data)
{
  gint64 elsewhere = remit_test_add_plan (fixture->store, "Elsewhere");
  GtkWidget *form, *row, *picker;

  remit_test_add_team (fixture->store, elsewhere, "Other");
  g_assert_true (remit_workspace_open_plan (fixture->workspace, elsewhere, NULL));
  form = remit_inspector_test_show (fixture, REMIT_KIND_TEAM, fixture->team);
  row = remit_inspector_test_find_row (form, "Parent team");
  picker = remit_test_find (row, REMIT_TYPE_ENTITY_PICKER);
  remit_entity_picker_show (REMIT_ENTITY_PICKER (picker), fixture->workspace, REMIT_KIND_TEAM,
                            remit_workspace_get (fixture->workspace, REMIT_KIND_TEAM,
                                                 fixture->team));
  remit_test_wait (offers_one, picker);
  g_signal_emit_by_name (picker, "picked", fixture->other_team);
  g_assert_cmpint (get_integer (fixture, REMIT_KIND_TEAM, fixture->team, REMIT_TEAM_PARENT), ==,
                   fixture->other_team);
}

/* What a verb writes beside the field that it changes. */
static gboolean
is_written_along (const RemitEntityInfo *info,
                  guint field)
{
  return info->kind == REMIT_KIND_PLAN
         && (field == REMIT_PLAN_STATUS_BY || field == REMIT_PLAN_STATUS_AT);
}

/* Every kind has a form with all its fields but those that are not for people. */
static void
test_all_fields (InspectorFixture *fixture,
                 gconstpointer data)
{
  const struct
  {
    RemitKind kind;
    gint64 id;
  } shown[] = {
    { REMIT_KIND_PERSON, fixture->ada }, { REMIT_KIND_SLOT, fixture->slot },
    { REMIT_KIND_TEAM, fixture->team },  { REMIT_KIND_ROLE, fixture->role },
    { REMIT_KIND_SKILL, fixture->skill }, { REMIT_KIND_PLAN, fixture->plan },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const RemitEntityInfo *info = remit_entity_info (shown[i].kind);
      GtkWidget *form = remit_inspector_test_show (fixture, shown[i].kind, shown[i].id);

      for (guint j = 0; j < info->n_fields; j++)
        {
          const RemitField *field = &info->fields[j];

          if (field->flags & (REMIT_FIELD_IMPLIED | REMIT_FIELD_ORDER)
              || remit_field_is_hidden (field) || is_written_along (info, j))
            continue;
          if (remit_inspector_test_find_row (form, field->label) == NULL
              && !remit_test_shows (form, field->label))
            g_error ("%s: no row for %s", info->name, field->name);
        }
    }
}

static void
add_tests (void)
{
#define ADD(path, test)                                                              \
  g_test_add (path, InspectorFixture, NULL, remit_inspector_test_set_up, test,       \
              remit_inspector_test_tear_down)
  ADD ("/inspector/fields/text", test_text);
  ADD ("/inspector/fields/leave", test_leave);
  ADD ("/inspector/fields/wrong", test_wrong);
  ADD ("/inspector/fields/undo-typing", test_undo_typing);
  ADD ("/inspector/fields/dates", test_dates);
  ADD ("/inspector/fields/from-outside", test_from_outside);
  ADD ("/inspector/fields/number", test_number);
  ADD ("/inspector/fields/switch-and-choice", test_switch_and_choice);
  ADD ("/inspector/fields/notes", test_notes);
  ADD ("/inspector/fields/trimmed", test_trimmed);
  ADD ("/inspector/fields/title", test_title);
  ADD ("/inspector/fields/reference", test_reference);
  ADD ("/inspector/fields/names", test_names);
  ADD ("/inspector/fields/fast", test_fast);
  ADD ("/inspector/fields/parent", test_parent);
  ADD ("/inspector/fields/all", test_all_fields);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
