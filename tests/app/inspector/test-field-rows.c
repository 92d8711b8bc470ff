/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that each kind of row does all that a row does: shows, writes, refuses, follows. */
#include <string.h>

#include "plan/design/remit-design.h"
#include "remit-inspector-test.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/rows/remit-field-row.h"

/* ── The kinds of rows ────────────────────────────────────────────────────────────────────── */

/* How a user does it: gives the row a value as in files. */
typedef void (*EnterFunc) (GtkWidget *row,
                           const char *text);

typedef struct {
  const char *name;
  GType (*get_type) (void);
  EnterFunc enter;
  GType (*get_input_type) (void); /* what has the keyboard; the row itself names it */
  RemitKind kind;
  gsize id; /* in the fixture */
  const char *field;
  const char *good;
  const char *other;
  const char *refused; /* nullable: of a value that is typed */
} RowCase;

static void
enter_text (GtkWidget *row,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
enter_notes (GtkWidget *row,
             const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (remit_test_find (row, GTK_TYPE_TEXT_VIEW));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_root_set_focus (gtk_widget_get_root (row), NULL);
}

static void
enter_number (GtkWidget *row,
              const char *text)
{
  GtkWidget *spin = remit_test_find (row, GTK_TYPE_SPIN_BUTTON);

  gtk_widget_grab_focus (spin);
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_root_set_focus (gtk_widget_get_root (row), NULL);
}

static void
enter_switch (GtkWidget *row,
              const char *text)
{
  gtk_switch_set_active (GTK_SWITCH (remit_test_find (row, GTK_TYPE_SWITCH)),
                         g_str_equal (text, "true"));
}

static void
enter_choice (GtkWidget *row,
              const char *text)
{
  const RemitField *field = remit_field_row_get_field (REMIT_FIELD_ROW (row));

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (remit_choice_find (field->choices, text)
                                                            - field->minimum));
}

static void
enter_reference (GtkWidget *row,
                 const char *text)
{
  g_signal_emit_by_name (remit_test_find (row, REMIT_TYPE_ENTITY_PICKER), "picked",
                         (gint64) g_ascii_strtoull (text, NULL, 16));
}

static const RowCase cases[] = {
  { "text", remit_text_row_get_type, enter_text, gtk_text_get_type, REMIT_KIND_PERSON,
    offsetof (InspectorFixture, ada), "name", "Ada Lovelace", "Augusta", "" },
  { "day", remit_text_row_get_type, enter_text, gtk_text_get_type, REMIT_KIND_SLOT,
    offsetof (InspectorFixture, slot), "from", "2027-02-28", "2027-03-01", "2027-02-30" },
  { "notes", remit_notes_row_get_type, enter_notes, gtk_text_view_get_type, REMIT_KIND_ROLE,
    offsetof (InspectorFixture, role), "purpose", "Builds\nmodels", "Trains", NULL },
  { "number", remit_number_row_get_type, enter_number, gtk_spin_button_get_type, REMIT_KIND_SLOT,
    offsetof (InspectorFixture, slot), "fte", "80", "60", NULL },
  { "switch", remit_switch_row_get_type, enter_switch, gtk_switch_get_type, REMIT_KIND_TEAM,
    offsetof (InspectorFixture, team), "ml", "true", "false", NULL },
  { "choice", remit_choice_row_get_type, enter_choice, NULL, REMIT_KIND_TEAM,
    offsetof (InspectorFixture, team), "topology", "platform", "enabling", NULL },
  { "reference", remit_reference_row_get_type, enter_reference, gtk_menu_button_get_type,
    REMIT_KIND_PERSON, offsetof (InspectorFixture, ada), "manager", NULL, "", NULL },
};

/* ── What tests ask ───────────────────────────────────────────────────────────────────────── */

static gint64
get_id (InspectorFixture *fixture,
        const RowCase *row_case)
{
  return G_STRUCT_MEMBER (gint64, fixture, row_case->id);
}

static guint
get_field (const RowCase *row_case)
{
  int field = remit_entity_info_find_field (remit_entity_info (row_case->kind), row_case->field);

  g_assert_cmpint (field, >=, 0);
  return (guint) field;
}

static GtkWidget *
find_row (GtkWidget *root,
          GType type,
          const char *name)
{
  g_autofree char *field = NULL;
  GtkWidget *found = NULL;

  if (REMIT_IS_FIELD_ROW (root))
    g_object_get (root, "field", &field, NULL);
  if (g_strcmp0 (field, name) == 0 && G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, type, name);
  return found;
}

static GtkWidget *
show_row (InspectorFixture *fixture,
          const RowCase *row_case)
{
  GtkWidget *form = remit_inspector_test_show (fixture, row_case->kind,
                                               get_id (fixture, row_case));
  GtkWidget *row = find_row (form, row_case->get_type (), row_case->field);

  g_assert_nonnull (row);
  return row;
}

/* The good value of a reference is another person of the fixture. */
static char *
dup_good (InspectorFixture *fixture,
          const RowCase *row_case)
{
  return row_case->good != NULL ? g_strdup (row_case->good)
                                : g_strdup_printf ("%016" G_GINT64_MODIFIER "x", fixture->grace);
}

static char *
dup_stored (InspectorFixture *fixture,
            const RowCase *row_case)
{
  RemitEntity *entity = remit_workspace_get (fixture->workspace, row_case->kind,
                                             get_id (fixture, row_case));

  return remit_record_format (remit_entity_get_record (entity), get_field (row_case));
}

static void
assert_shows (GtkWidget *row,
              const char *text)
{
  g_autofree char *shown = REMIT_FIELD_ROW_GET_IFACE (row)->dup_value (REMIT_FIELD_ROW (row));

  g_assert_cmpstr (shown, ==, text);
}

static void
assert_stored (InspectorFixture *fixture,
               const RowCase *row_case,
               const char *text)
{
  g_autofree char *stored = dup_stored (fixture, row_case);

  g_assert_cmpstr (stored, ==, text);
}

/* The label, or what is wrong instead. */
static void
assert_title (GtkWidget *row,
              gboolean is_wrong)
{
  const char *label = remit_field_get_label (remit_field_row_get_field (REMIT_FIELD_ROW (row)));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  g_assert_cmpstr (title, !=, "");
  g_assert_true (g_str_equal (title, label) != is_wrong);
  g_assert_true (gtk_widget_has_css_class (row, "error") == is_wrong);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE);
}

/* ── Tests ────────────────────────────────────────────────────────────────────────────────── */

static void
test_good (InspectorFixture *fixture,
           gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *first = dup_stored (fixture, row_case);
  g_autofree char *good = dup_good (fixture, row_case);

  assert_shows (row, first);
  assert_title (row, FALSE);
  row_case->enter (row, good);
  remit_test_settle ();
  assert_stored (fixture, row_case, good);
  assert_shows (row, good);
  assert_title (row, FALSE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_shows (row, first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_shows (row, good);
}

/* What is typed stays, with words that say what is wrong, until Escape takes it back. */
static void
test_refused (InspectorFixture *fixture,
              gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *first = dup_stored (fixture, row_case);

  if (row_case->refused == NULL)
    return;
  row_case->enter (row, row_case->refused);
  assert_stored (fixture, row_case, first);
  assert_shows (row, row_case->refused);
  assert_title (row, TRUE);
  g_assert_true (remit_editor_revert (row));
  assert_shows (row, first);
  assert_title (row, FALSE);
  g_assert_false (remit_editor_revert (row));
}

typedef struct {
  InspectorFixture *fixture;
  const RowCase *row_case;
  const char *text;
} Stored;

static gboolean
is_stored (gpointer data)
{
  const Stored *awaited = data;
  g_autofree char *stored = dup_stored (awaited->fixture, awaited->row_case);

  return g_str_equal (stored, awaited->text);
}

/* Enters a value while another program writes: the row keeps it, and the window says why. */
static RemitEdit *
enter_locked (InspectorFixture *fixture,
              const RowCase *row_case,
              GtkWidget *row,
              RemitStore *other)
{
  RemitEdit *held = remit_edit_begin (other, "Held", NULL);
  g_autofree char *first = dup_stored (fixture, row_case);
  g_autofree char *good = dup_good (fixture, row_case);

  g_assert_nonnull (held);
  row_case->enter (row, good);
  assert_stored (fixture, row_case, first);
  assert_shows (row, good);
  assert_title (row, FALSE);
  remit_test_find_text (GTK_WIDGET (fixture->window), "Your change is waiting");
  assert_stored (fixture, row_case, first);
  assert_shows (row, good);
  return held;
}

static void
test_locked (InspectorFixture *fixture,
             gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *first = dup_stored (fixture, row_case);
  g_autofree char *good = dup_good (fixture, row_case);
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (fixture->store));
  Stored awaited = { fixture, row_case, good };

  remit_edit_free (enter_locked (fixture, row_case, row, other));
  remit_test_wait (is_stored, &awaited);
  remit_test_settle ();
  assert_shows (row, good);
  g_assert_true (remit_test_waits_for_nothing (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_shows (row, first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_shows (row, good);
}

static void
test_given_up (InspectorFixture *fixture,
               gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *first = dup_stored (fixture, row_case);
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (fixture->store));
  g_autoptr (RemitEdit) held = enter_locked (fixture, row_case, row, other);

  remit_test_give_up (fixture->window);
  assert_shows (row, first);
  assert_title (row, FALSE);
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "Nothing was changed"));
  g_clear_pointer (&held, remit_edit_free);
  remit_test_settle ();
  assert_stored (fixture, row_case, first);
}

typedef struct {
  GtkWidget *row;
  const char *text;
} Awaited;

static gboolean
does_show (gpointer data)
{
  const Awaited *awaited = data;
  g_autofree char *shown = REMIT_FIELD_ROW_GET_IFACE (awaited->row)
                             ->dup_value (REMIT_FIELD_ROW (awaited->row));

  return g_str_equal (shown, awaited->text);
}

static void
test_outside (InspectorFixture *fixture,
              gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *good = dup_good (fixture, row_case);
  g_autoptr (RemitWorkspace) second = remit_workspace_open (remit_store_get_path (fixture->store),
                                                            REMIT_STORE_NO_FLAGS, NULL);
  Awaited awaited = { row, good };

  g_assert_nonnull (second);
  g_assert_true (remit_workspace_open_plan (second, fixture->plan, NULL));
  g_assert_true (remit_design_change (second, row_case->kind, get_id (fixture, row_case),
                                      get_field (row_case), good, NULL));
  remit_test_wait (does_show, &awaited);
  g_assert_true (remit_design_change (second, row_case->kind, get_id (fixture, row_case),
                                      get_field (row_case), row_case->other, NULL));
  awaited.text = row_case->other;
  remit_test_wait (does_show, &awaited);
}

/* What is typed, and not committed yet. */
static void
type (GtkWidget *row,
      const char *text)
{
  GtkWidget *view = remit_test_find (row, GTK_TYPE_TEXT_VIEW);

  if (GTK_IS_EDITABLE (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* Commits what was typed after somebody else has saved @theirs, and answers the question. */
static void
answer (InspectorFixture *fixture,
        const RowCase *row_case,
        GtkWidget *row,
        RemitWorkspace *second,
        const char *theirs,
        const char *response)
{
  g_autofree char *good = dup_good (fixture, row_case);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  type (row, good);
  g_assert_true (remit_design_change (second, row_case->kind, get_id (fixture, row_case),
                                      get_field (row_case), theirs, &error));
  g_assert_no_error (error);
  row_case->enter (row, good);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  assert_stored (fixture, row_case, theirs);
  assert_shows (row, good);
  g_assert_true (remit_test_shows (dialog, *theirs != '\0' ? theirs : "(empty)"));
  g_assert_true (remit_test_shows (dialog, good));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  remit_test_settle ();
}

/* Somebody else saves the field while one types: both are shown, and the user chooses. */
static void
test_overtaken (InspectorFixture *fixture,
                gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autofree char *first = dup_stored (fixture, row_case);
  g_autofree char *good = dup_good (fixture, row_case);
  g_autoptr (RemitWorkspace) second = NULL;

  if (!REMIT_FIELD_ROW_GET_IFACE (row)->is_typed)
    return;
  second = remit_workspace_open (remit_store_get_path (fixture->store), REMIT_STORE_NO_FLAGS, NULL);
  g_assert_true (remit_workspace_open_plan (second, fixture->plan, NULL));

  answer (fixture, row_case, row, second, row_case->other, "theirs");
  assert_stored (fixture, row_case, row_case->other);
  assert_shows (row, row_case->other);
  assert_title (row, FALSE);

  answer (fixture, row_case, row, second, first, "back");
  assert_stored (fixture, row_case, first);
  assert_shows (row, good);
  assert_title (row, TRUE);
  g_assert_true (remit_editor_revert (row));
  assert_title (row, FALSE);

  answer (fixture, row_case, row, second, row_case->other, "mine");
  assert_stored (fixture, row_case, good);
  assert_shows (row, good);
  assert_title (row, FALSE);
}

/* The other program, which has saved another name, ends, and what was typed meanwhile asks. */
static void
test_late (InspectorFixture *fixture,
           gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (fixture->store));
  g_autoptr (RemitEdit) held = enter_locked (fixture, row_case, row, other);
  g_autoptr (RemitRecord) record = remit_record_new (row_case->kind);
  GtkWidget *dialog;

  row_case->enter (row, row_case->other);
  remit_record_set_id (record, get_id (fixture, row_case));
  remit_record_set_text (record, get_field (row_case), "Theirs");
  g_assert_true (remit_edit_update_field (held, record, get_field (row_case), NULL));
  g_assert_true (remit_edit_commit (held, NULL));
  g_clear_pointer (&held, remit_edit_free);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  assert_shows (row, row_case->other);
  g_assert_true (remit_test_shows (dialog, "Theirs"));
  g_assert_true (remit_test_shows (dialog, row_case->other));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "mine");
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_stored (fixture, row_case, row_case->other);
}

/* Tab reaches the row, and what has the keyboard there bears the row's name. */
static void
test_keyboard (InspectorFixture *fixture,
               gconstpointer data)
{
  const RowCase *row_case = data;
  GtkWidget *row = show_row (fixture, row_case);
  GtkWidget *focus;

  gtk_root_set_focus (gtk_widget_get_root (row), NULL);
  g_assert_true (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (gtk_widget_get_root (row));
  g_assert_nonnull (focus);
  g_assert_true (focus == row || gtk_widget_is_ancestor (focus, row));
  if (row_case->get_input_type != NULL)
    {
      GtkWidget *input = remit_test_find (row, row_case->get_input_type ());
      GtkWidget *label = GTK_IS_TEXT_VIEW (input) ? remit_test_find (row, GTK_TYPE_LABEL) : row;

      g_assert_true (gtk_widget_grab_focus (input));
      if (GTK_IS_SPIN_BUTTON (input) || GTK_IS_SWITCH (input))
        gtk_test_accessible_assert_property (
          GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
      else if (GTK_IS_MENU_BUTTON (input))
        {
          g_autofree char *name = g_strdup_printf (
            "%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
            gtk_widget_get_tooltip_text (input));

          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (input),
                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
        }
      else if (row_case->get_type != remit_text_row_get_type)
        gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (input),
                                             GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);
    }
}

static void
add_tests (void)
{
  static const struct
  {
    const char *name;
    void (*test) (InspectorFixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "good", test_good },         { "refused", test_refused }, { "locked", test_locked },
    { "given-up", test_given_up }, { "outside", test_outside }, { "overtaken", test_overtaken },
    { "keyboard", test_keyboard },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/inspector/field-rows/%s/%s", cases[i].name,
                                                 tests[j].name);

        g_test_add (path, InspectorFixture, &cases[i], remit_inspector_test_set_up, tests[j].test,
                    remit_inspector_test_tear_down);
      }
  g_test_add ("/inspector/field-rows/late", InspectorFixture, &cases[0],
              remit_inspector_test_set_up, test_late, remit_inspector_test_tear_down);
}

int
main (int argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return remit_test_app_run (argc, argv, add_tests);
}
