/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of import and export by the window: what would happen, what did, what is refused. */
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/remit-table-page.h"
#include "exchange/remit-export.h"
#include "exchange/remit-import-dialog.h"
#include "plan/conflict/remit-settle.h"
#include "remit-test-app.h"
#include "window/remit-transfer.h"

typedef RemitTestWindow Fixture;

static char *
write_file (Fixture *fixture,
            const char *name,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static RemitImportDialog *
begin_import (Fixture *fixture,
              const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", path);
  return REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
}

static gboolean
is_at_rest (gpointer dialog)
{
  return !g_str_equal (remit_import_dialog_get_step (dialog), "busy");
}

static void
wait_for_step (RemitImportDialog *dialog,
               const char *step)
{
  remit_test_wait (is_at_rest, dialog);
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, step);
}

static void
go_on (RemitImportDialog *dialog,
       const char *step)
{
  remit_import_dialog_go_on (dialog);
  wait_for_step (dialog, step);
}

static void
end (RemitImportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
}

static gint64
count (Fixture *fixture,
       RemitKind kind)
{
  return remit_test_count_rows (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), kind);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A plan is written, and read again into a workspace that has lost it. */
static void
test_plan (Fixture *fixture,
           gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  g_autofree char *said = NULL;
  RemitImportDialog *dialog;

  remit_test_add_team (store, plan, "One");
  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait (is_there, path);
  remit_test_settle ();
  said = g_strconcat ("Exported to ", path, NULL);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);

  dialog = begin_import (fixture, path);
  wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "nothing would change"));
  end (dialog);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 0);
  dialog = begin_import (fixture, path);
  wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 team"));
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 0);
  go_on (dialog, "result");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_TEAM), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
}

/* A workspace with two plans, with the same role in each. Returns: (transfer full): the file of the
 * first, in which the role is called something else */
static char *
prepare_shared (Fixture *fixture,
                gint64 *second,
                gint64 *role)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 first = remit_test_add_plan (store, "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  *second = remit_test_add_plan (store, "Credit");
  *role = remit_test_add_role (store, "lead", "Lead");
  remit_test_add_slot (store, first, remit_test_add_team (store, first, "One"), *role);
  remit_export_write (GTK_WINDOW (fixture->window), workspace, first, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait (is_there, path);
  remit_test_settle ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "name=\"Lead\"", "name=\"Chief\"", 0), ==, 1);
  return write_file (fixture, "changed.xml", changed->str);
}

static void
use_role (Fixture *fixture,
          gint64 plan,
          gint64 role)
{
  RemitStore *store = remit_workspace_get_store (remit_window_get_workspace (fixture->window));

  remit_test_add_slot (store, plan, remit_test_add_team (store, plan, "Two"), role);
}

/* What the file changes for another plan is shown before it is done, and again when it is. */
static void
test_shared (Fixture *fixture,
             gconstpointer data)
{
  gint64 second, role;
  g_autofree char *path = prepare_shared (fixture, &second, &role);
  RemitImportDialog *dialog;

  use_role (fixture, second, role);
  dialog = begin_import (fixture, path);
  wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Also Changes Other Plans"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  go_on (dialog, "result");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  end (dialog);
}

/* What the preview did not show, since the other plan came to use it only then, is not done. */
static void
test_shared_meanwhile (Fixture *fixture,
                       gconstpointer data)
{
  gint64 second, role;
  g_autofree char *path = prepare_shared (fixture, &second, &role);
  RemitImportDialog *dialog = begin_import (fixture, path);
  g_autoptr (RemitRecord) record = NULL;

  wait_for_step (dialog, "preview");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Also Changes Other Plans"));
  use_role (fixture, second, role);
  go_on (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  end (dialog);
  record = remit_store_load (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), REMIT_KIND_ROLE,
    role, NULL);
  g_assert_cmpstr (remit_record_get_text (record, REMIT_ROLE_NAME), ==, "Lead");
}

/* The file is Latin-1, as Excel writes it. */
static const char people[] = "Nr.;Name;E-Mail;F\xe4higkeiten;Vorgesetzter;Raum\n"
                             "1;J\xfcrgen Gro\xdf;j@example.org;\"Python; SQL\";2;A\n"
                             "2;Ada Lovelace;ada@example.org;;?;B\n";

static const char seats[] = "Team,Seat,Person\n"
                            "Fraud,ML engineer,Ada Lovelace\n"
                            "Fraud,Data engineer,TBD\n"
                            "Fraud,Product manager,?\n";

static char *
dump (Fixture *fixture)
{
  return remit_test_dump (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
}

static RemitImportDialog *
begin_table (Fixture *fixture,
             const char *name,
             const char *text)
{
  g_autofree char *path = write_file (fixture, name, text);
  RemitImportDialog *dialog = begin_import (fixture, path);

  wait_for_step (dialog, "columns");
  return dialog;
}

/* Returns: the row of the columns' page that is titled @title */
static AdwComboRow *
find_row (RemitImportDialog *dialog,
          const char *title)
{
  GtkWidget *page = remit_test_find (GTK_WIDGET (dialog), REMIT_TYPE_TABLE_PAGE);
  GtkWidget *label = remit_test_find_text (page, title);

  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

static const char *
get_chosen (RemitImportDialog *dialog,
            const char *title)
{
  gpointer item = adw_combo_row_get_selected_item (find_row (dialog, title));

  return REMIT_IS_ENTITY (item) ? remit_entity_get_text (item, REMIT_PLAN_NAME)
                                : gtk_string_object_get_string (item);
}

static gboolean
is_button (GtkWidget *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget)
         && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0
             || g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0);
}

static GtkWidget *
find_button (GtkWidget *root,
             const char *text)
{
  GtkWidget *found = is_button (root, text) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, text);
  return found;
}

static void
press (RemitImportDialog *dialog,
       const char *text)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), text), "clicked");
}

static gboolean
can_go_on (RemitImportDialog *dialog)
{
  return gtk_widget_get_sensitive (remit_test_get_child (GTK_WIDGET (dialog), "next"));
}

static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  RemitImportDialog *dialog = begin_table (fixture, "people.csv", people);

  /* Enter leads on, and does not cancel */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Semicolon"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Latin-1"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Jürgen Groß · Ada Lovelace"));
  g_assert_cmpstr (get_chosen (dialog, "What It Lists"), ==, "People");
  g_assert_cmpstr (get_chosen (dialog, "Name"), ==, "Name");
  g_assert_cmpstr (get_chosen (dialog, "Skills"), ==, "Fähigkeiten");
  g_assert_cmpstr (get_chosen (dialog, "Location"), ==, "Not in the file");

  go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "2 skills, 2 people"));
  g_assert_cmpint (count (fixture, REMIT_KIND_PERSON), ==, 0);
  go_on (dialog, "result");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Line 3: The manager “?”"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "“Raum”"));
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_PERSON), ==, 2);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Import 2 people from people.csv");

  after = dump (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  undone = dump (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  redone = dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_people_again (Fixture *fixture,
                   gconstpointer data)
{
  RemitImportDialog *dialog = begin_table (fixture, "people.csv", people);

  go_on (dialog, "preview");
  go_on (dialog, "result");
  end (dialog);

  dialog = begin_table (fixture, "people.csv", people);
  go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "nothing would change"));
  g_assert_false (can_go_on (dialog));
  end (dialog);
}

/* A header that nobody has heard of is mapped by hand; without a name there is nobody to import. */
static void
test_mapping (Fixture *fixture,
              gconstpointer data)
{
  RemitImportDialog *dialog = begin_table (fixture, "who.csv", "Wer,,E-mail\nAda,Oslo,a@b.org\n");

  g_assert_false (can_go_on (dialog));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Choose the column"));
  adw_combo_row_set_selected (find_row (dialog, "Name"), 1);
  g_assert_true (can_go_on (dialog));
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Choose the column"));
  adw_combo_row_set_selected (find_row (dialog, "Location"), 2);
  g_assert_cmpstr (get_chosen (dialog, "Location"), ==, "Column 2");
  adw_combo_row_set_selected (find_row (dialog, "Name"), 0);
  g_assert_false (can_go_on (dialog));
  adw_combo_row_set_selected (find_row (dialog, "Name"), 1);
  adw_combo_row_set_selected (find_row (dialog, "E-mail"), 0);

  go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "“E-mail” was left out"));
  go_on (dialog, "result");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_PERSON), ==, 1);
}

/* What was guessed to be seats is people, and is seats after all: the mapping is guessed again. */
static void
test_kind (Fixture *fixture,
           gconstpointer data)
{
  RemitImportDialog *dialog = begin_table (fixture, "seats.csv", seats);

  g_assert_cmpstr (get_chosen (dialog, "What It Lists"), ==, "Seats");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Into"));
  adw_combo_row_set_selected (find_row (dialog, "What It Lists"), REMIT_TABLE_PEOPLE);
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Into"));
  g_assert_cmpstr (get_chosen (dialog, "Name"), ==, "Person");
  adw_combo_row_set_selected (find_row (dialog, "What It Lists"), REMIT_TABLE_SEATS);
  g_assert_cmpstr (get_chosen (dialog, "Team"), ==, "Team");
  g_assert_true (can_go_on (dialog));

  go_on (dialog, "preview");
  go_on (dialog, "result");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_SLOT), ==, 3);
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), !=, 0);
}

static void
test_seats_into_plan (Fixture *fixture,
                      gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Next year");
  RemitImportDialog *dialog;

  remit_test_refresh (workspace);
  dialog = begin_table (fixture, "seats.csv", seats);
  adw_combo_row_set_selected (find_row (dialog, "Into"), 1);
  g_assert_cmpstr (get_chosen (dialog, "Into"), ==, "Next year");
  go_on (dialog, "preview");
  press (dialog, "Back to the Columns");
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "columns");
  g_assert_cmpstr (get_chosen (dialog, "Into"), ==, "Next year");
  go_on (dialog, "preview");
  go_on (dialog, "result");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 1);
  g_assert_cmpint (count (fixture, REMIT_KIND_SLOT), ==, 3);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
}

static char *
make_many (void)
{
  GString *text = g_string_new ("Name,E-mail\n");

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "Person %d,p%d@example.org\n", i, i);
  return g_string_free (text, FALSE);
}

/* Cancel leads back to the columns, and closing the dialog ends it; neither leaves anything. */
static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *many = make_many ();
  RemitImportDialog *dialog = begin_table (fixture, "many.csv", many);

  remit_import_dialog_go_on (dialog);
  press (dialog, "_Cancel");
  wait_for_step (dialog, "columns");
  go_on (dialog, "preview");
  remit_import_dialog_go_on (dialog);
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "busy");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_PERSON), ==, 0);
}

/* So it is while another program writes, whom the import waits for. */
static void
test_cancel_waiting (Fixture *fixture,
                     gconstpointer data)
{
  RemitImportDialog *dialog = begin_table (fixture, "people.csv", "Name\nAda\n");
  g_auto (RemitTestOther) other = { NULL };

  go_on (dialog, "preview");
  remit_test_other_hold (&other, fixture->window);
  remit_import_dialog_go_on (dialog);
  press (dialog, "_Cancel");
  wait_for_step (dialog, "columns");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Another program"));
  remit_test_other_release (&other);
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_PERSON), ==, 0);
}

/* A window that goes while a file is read takes the dialog with it. */
static void
test_window_goes (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *many = make_many ();
  g_autofree char *path = write_file (fixture, "many.csv", many);
  RemitImportDialog *dialog = begin_import (fixture, path);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  fixture->window = remit_test_app_open (fixture->folder);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "<plan xmlns=\"urn:remit:plan:1\"",
    "<plan xmlns=\"urn:something:else\"/>",
    "  <?xml version=\"1.0\"?><!DOCTYPE plan [<!ENTITY a \"b\">]><plan>&a;</plan>",
  };
  g_autofree char *before = NULL;

  before = remit_test_dump (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (fixture, "bad.xml", texts[i]);
      g_autofree char *after = NULL;
      RemitImportDialog *dialog = begin_import (fixture, path);

      wait_for_step (dialog, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "bad.xml"));
      end (dialog);
      after = remit_test_dump (
        remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_refused_tables (Fixture *fixture,
                     gconstpointer data)
{
  static const struct {
    const char *text;
    const char *said;
  } tables[] = {
    { "", "empty" },
    { "Ada Lovelace,ada@example.org\n", "“ada@example.org” is a value" },
    { "Name,E-mail\nAda,\"never closed\n", "in line 2 is never closed" },
  };
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = write_file (fixture, "bad.csv", tables[i].text);
      RemitImportDialog *dialog = begin_import (fixture, path);

      remit_test_wait (is_at_rest, dialog);
      if (g_str_equal (remit_import_dialog_get_step (dialog), "columns"))
        go_on (dialog, "refused");
      g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), tables[i].said));
      end (dialog);
    }
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_no_such_file (Fixture *fixture,
                   gconstpointer data)
{
  static const char *const names[] = { "none.csv", "none.xml", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      RemitImportDialog *dialog = begin_import (fixture, path);

      wait_for_step (dialog, "refused");
      end (dialog);
    }
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static void
drop (Fixture *fixture,
      GSList *files)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (remit_test_find (GTK_WIDGET (fixture->window),
                                                            REMIT_TYPE_TRANSFER)),
                         "drop", &value, 1.0, 1.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
}

/* Two files are dropped at once; they are looked at one after the other. */
static void
test_drop (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *table = write_file (fixture, "people.csv", people);
  g_autofree char *plan = write_file (fixture, "plan.xml", "<plan/>");
  g_autoptr (GFile) first = g_file_new_for_path (table);
  g_autoptr (GFile) second = g_file_new_for_path (plan);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, second), first);
  RemitImportDialog *dialog;

  drop (fixture, files);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "columns");
  gtk_window_close (GTK_WINDOW (dialog));

  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "refused");
  end (dialog);
}

/* At a pipe nobody waits, neither to see what it is nor to read it. */
static void
test_pipes (Fixture *fixture,
            gconstpointer data)
{
  static const char *const names[] = { "pipe.xml", "pipe.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      RemitImportDialog *dialog;

      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      dialog = begin_import (fixture, path);
      wait_for_step (dialog, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "it is a pipe, not a file"));
      end (dialog);
    }
}

/* A name that is not in UTF-8 is shown as far as it can be read, and goes in and out as it is. */
static void
test_odd_name (Fixture *fixture,
               gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "B\xe4r.xml", NULL);
  g_autofree char *table = write_file (fixture, "R\xfc"
                                                "cken.csv",
                                       people);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autoptr (GFile) second = g_file_new_for_path (table);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, second), first);
  RemitImportDialog *dialog;

  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait (is_there, path);
  remit_test_settle ();
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "r.xml"));

  drop (fixture, files);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "preview");
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "columns");
  go_on (dialog, "preview");
  go_on (dialog, "result");
  end (dialog);
}

static void
test_drop_from_afar (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("http://example.org/people.csv");
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  drop (fixture, files);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==,
                   "http://example.org/people.csv is not a file on this computer.");
}

static gboolean
has_said_error (gpointer window)
{
  const char *said = remit_test_get_said (window);

  return said != NULL && strstr (said, "cannot be written") != NULL;
}

/* What is private stays in the house, and the window says so. */
static void
test_export_for_stakeholders (Fixture *fixture,
                              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  g_autofree char *said = g_strconcat ("Exported to ", path, ", without what is confidential",
                                       NULL);
  g_autofree char *text = NULL;
  static const RemitVisibility visibilities[] = { REMIT_VISIBILITY_TEAM, REMIT_VISIBILITY_PRIVATE };

  for (guint i = 0; i < G_N_ELEMENTS (visibilities); i++)
    {
      g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);

      remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, plan);
      remit_record_set_integer (conflict, REMIT_CONFLICT_VISIBILITY, visibilities[i]);
      remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, i == 0 ? "Labels" : "Tone");
      g_assert_cmpint (remit_settle_raise (workspace, conflict, NULL, NULL, NULL), !=, 0);
    }
  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_STAKEHOLDER,
                      path);
  remit_test_wait (is_there, path);
  remit_test_settle ();
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Labels"));
  g_assert_null (strstr (text, "Tone"));
}

/* The window says so, and no half of a file stays. */
static void
test_export_to_full_disk (Fixture *fixture,
                          gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  struct rlimit before;
  struct rlimit full;

  for (int i = 0; i < 100; i++)
    remit_test_add_team (store, plan, "A team with quite a long name, that fills the disk");
  getrlimit (RLIMIT_FSIZE, &before);
  full = (struct rlimit){ .rlim_cur = 8192, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &full);
  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait (has_said_error, fixture->window);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_one_after_the_other (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *first = write_file (fixture, "first.xml", "<first/>");
  g_autofree char *second = write_file (fixture, "second.xml", "<second/>");
  RemitImportDialog *dialog = begin_import (fixture, first);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", second);
  wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "first.xml"));
  gtk_window_close (GTK_WINDOW (dialog));

  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "second.xml"));
  end (dialog);
}

#define ADD(name, function)                                                           \
  g_test_add ("/app/import/" name, Fixture, NULL, remit_test_window_set_up, function, \
              remit_test_window_tear_down)

static void
add_tests (void)
{
  ADD ("plan", test_plan);
  ADD ("shared", test_shared);
  ADD ("shared-meanwhile", test_shared_meanwhile);
  ADD ("people", test_people);
  ADD ("people-again", test_people_again);
  ADD ("mapping", test_mapping);
  ADD ("kind", test_kind);
  ADD ("seats-into-plan", test_seats_into_plan);
  ADD ("cancel", test_cancel);
  ADD ("cancel-waiting", test_cancel_waiting);
  ADD ("window-goes", test_window_goes);
  ADD ("refused", test_refused);
  ADD ("refused-tables", test_refused_tables);
  ADD ("no-such-file", test_no_such_file);
  ADD ("one-after-the-other", test_one_after_the_other);
  ADD ("drop", test_drop);
  ADD ("drop-from-afar", test_drop_from_afar);
  ADD ("pipes", test_pipes);
  ADD ("odd-name", test_odd_name);
  ADD ("export-for-stakeholders", test_export_for_stakeholders);
  ADD ("export-to-full-disk", test_export_to_full_disk);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
