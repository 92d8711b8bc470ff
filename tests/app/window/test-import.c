/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of import and export by the window: what would happen, what did, what is refused. */
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/remit-export.h"
#include "exchange/remit-leaving-dialog.h"
#include "plan/conflict/remit-settle.h"
#include "remit-import-test.h"
#include "window/remit-transfer.h"

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A plan is written, and read again into a workspace that has lost it. */
static void
test_plan (RemitTestWindow *fixture,
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
  said = g_strconcat ("Exported to ", path, NULL);
  remit_test_wait_until_said (fixture->window, said);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);

  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "already contains everything"));
  import_test_end (dialog);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, 0);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 team"));
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, 0);
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
}

/* A workspace with two plans, with the same role in each. Returns: (transfer full): the file of the
 * first, in which the role is called something else */
static char *
prepare_shared (RemitTestWindow *fixture,
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
  return import_test_write (fixture, "changed.xml", changed->str);
}

static void
use_role (RemitTestWindow *fixture,
          gint64 plan,
          gint64 role)
{
  RemitStore *store = remit_workspace_get_store (remit_window_get_workspace (fixture->window));

  remit_test_add_slot (store, plan, remit_test_add_team (store, plan, "Two"), role);
}

/* What the file changes for another plan is shown before it is done, and again when it is. */
static void
test_shared (RemitTestWindow *fixture,
             gconstpointer data)
{
  gint64 second, role;
  g_autofree char *path = prepare_shared (fixture, &second, &role);
  RemitImportDialog *dialog;

  use_role (fixture, second, role);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Also Changes Other Plans"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  import_test_go_on (dialog, "result");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  import_test_end (dialog);
}

/* What the preview did not show, since the other plan came to use it only then, is not done. */
static void
test_shared_meanwhile (RemitTestWindow *fixture,
                       gconstpointer data)
{
  gint64 second, role;
  g_autofree char *path = prepare_shared (fixture, &second, &role);
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  g_autoptr (RemitRecord) record = NULL;

  import_test_wait_for_step (dialog, "preview");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Also Changes Other Plans"));
  use_role (fixture, second, role);
  import_test_go_on (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Role Lead: Name Lead → Chief"));
  import_test_end (dialog);
  record = remit_store_load (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), REMIT_KIND_ROLE,
    role, NULL);
  g_assert_cmpstr (remit_record_get_text (record, REMIT_ROLE_NAME), ==, "Lead");
}

static void
test_people (RemitTestWindow *fixture,
             gconstpointer data)
{
  g_autofree char *before = import_test_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  RemitImportDialog *dialog = import_test_begin_table (fixture, "people.csv", import_test_people);

  /* Enter leads on, and does not cancel */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Semicolon"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Latin-1"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Jürgen Groß · Ada Lovelace"));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Content"), ==, "People");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Name"), ==, "Name");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Skills"), ==, "Fähigkeiten");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Location"), ==, "Not in the file");

  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "2 skills, 2 people"));
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 0);
  import_test_go_on (dialog, "result");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Line 3: Unknown manager “?”"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "“Raum”"));
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 2);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Import 2 people from people.csv");

  after = import_test_dump (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  undone = import_test_dump (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  redone = import_test_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_people_again (RemitTestWindow *fixture,
                   gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "people.csv", import_test_people);

  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);

  dialog = import_test_begin_table (fixture, "people.csv", import_test_people);
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "already contains everything"));
  g_assert_false (import_test_can_go_on (dialog));
  import_test_end (dialog);
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
test_cancel (RemitTestWindow *fixture,
             gconstpointer data)
{
  g_autofree char *many = make_many ();
  RemitImportDialog *dialog = import_test_begin_table (fixture, "many.csv", many);

  remit_import_dialog_go_on (dialog);
  import_test_press (dialog, "_Cancel");
  import_test_wait_for_step (dialog, "columns");
  import_test_go_on (dialog, "preview");
  remit_import_dialog_go_on (dialog);
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "busy");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 0);
}

/* So it is while another program writes, whom the import waits for. */
static void
test_cancel_waiting (RemitTestWindow *fixture,
                     gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "people.csv", "Name\nAda\n");
  g_auto (RemitTestOther) other = { NULL };

  import_test_go_on (dialog, "preview");
  remit_test_other_hold (&other, fixture->window);
  remit_import_dialog_go_on (dialog);
  import_test_press (dialog, "_Cancel");
  import_test_wait_for_step (dialog, "columns");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Another program"));
  remit_test_other_release (&other);
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 0);
}

/* A window that goes while a file is read takes the dialog with it. */
static void
test_window_goes (RemitTestWindow *fixture,
                  gconstpointer data)
{
  g_autofree char *many = make_many ();
  g_autofree char *path = import_test_write (fixture, "many.csv", many);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  fixture->window = remit_test_app_open (fixture->folder);
}

static void
test_refused (RemitTestWindow *fixture,
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
      g_autofree char *path = import_test_write (fixture, "bad.xml", texts[i]);
      g_autofree char *after = NULL;
      RemitImportDialog *dialog = import_test_begin (fixture, path);

      import_test_wait_for_step (dialog, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "bad.xml"));
      import_test_end (dialog);
      after = remit_test_dump (
        remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_refused_tables (RemitTestWindow *fixture,
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
  g_autofree char *before = import_test_dump (fixture);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = import_test_write (fixture, "bad.csv", tables[i].text);
      RemitImportDialog *dialog = import_test_begin (fixture, path);

      remit_test_wait (import_test_is_at_rest, dialog);
      if (g_str_equal (remit_import_dialog_get_step (dialog), "columns"))
        import_test_go_on (dialog, "refused");
      g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), tables[i].said));
      import_test_end (dialog);
    }
  after = import_test_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_no_such_file (RemitTestWindow *fixture,
                   gconstpointer data)
{
  static const char *const names[] = { "none.csv", "none.xml", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      RemitImportDialog *dialog = import_test_begin (fixture, path);

      import_test_wait_for_step (dialog, "refused");
      import_test_end (dialog);
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
drop (RemitTestWindow *fixture,
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
test_drop (RemitTestWindow *fixture,
           gconstpointer data)
{
  g_autofree char *table = import_test_write (fixture, "people.csv", import_test_people);
  g_autofree char *plan = import_test_write (fixture, "plan.xml", "<plan/>");
  g_autoptr (GFile) first = g_file_new_for_path (table);
  g_autoptr (GFile) second = g_file_new_for_path (plan);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, second), first);
  RemitImportDialog *dialog;

  drop (fixture, files);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "columns");
  gtk_window_close (GTK_WINDOW (dialog));

  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "refused");
  import_test_end (dialog);
}

/* At a pipe nobody waits, neither to see what it is nor to read it. */
static void
test_pipes (RemitTestWindow *fixture,
            gconstpointer data)
{
  static const char *const names[] = { "pipe.xml", "pipe.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      RemitImportDialog *dialog;

      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      dialog = import_test_begin (fixture, path);
      import_test_wait_for_step (dialog, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "not a regular file but a pipe"));
      import_test_end (dialog);
    }
}

/* A name that is not in UTF-8 is shown as far as it can be read, and goes in and out as it is. */
static void
test_odd_name (RemitTestWindow *fixture,
               gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "B\xe4r.xml", NULL);
  g_autofree char *table = import_test_write (fixture, "R\xfc"
                                                "cken.csv",
                                       import_test_people);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autoptr (GFile) second = g_file_new_for_path (table);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, second), first);
  RemitImportDialog *dialog;

  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait_until_said (fixture->window, "r.xml");

  drop (fixture, files);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "preview");
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "columns");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
}

static void
test_drop_from_afar (RemitTestWindow *fixture,
                     gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("http://example.org/people.csv");
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  drop (fixture, files);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==,
                   "http://example.org/people.csv is not a file on this computer.");
}

/* What is private stays in the house, and the window says so. */
static void
test_export_for_stakeholders (RemitTestWindow *fixture,
                              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  g_autofree char *said = g_strconcat ("Exported to ", path, " (confidential items removed)",
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
  remit_test_wait_until_said (fixture->window, said);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Labels"));
  g_assert_null (strstr (text, "Tone"));
}

static GtkWidget *
find_label (GtkWidget *widget,
            const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Before a file is chosen, one sees what will not be in it. */
static void
test_leaving (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  GtkWidget *dialog;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_VISIBILITY, REMIT_VISIBILITY_PRIVATE);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "Tone");
  g_assert_cmpint (remit_settle_raise (workspace, conflict, NULL, NULL, NULL), !=, 0);
  remit_export_ask (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                    remit_exporter_find (REMIT_EXPORT_PLAN, "html"), REMIT_AUDIENCE_STAKEHOLDER);
  dialog = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (find_label (dialog, "1 conflict"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* What the menu calls the exports for an audience. Returns: (transfer full) (nullable) */
static char *
find_item (GMenuModel *menu,
           const char *wanted)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GVariant) target =
        g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (g_str_equal (g_variant_get_string (target, NULL), wanted))
        return g_steal_pointer (&label);
    }
  return NULL;
}

/* An organisation's own is offered by its title, in which nothing is a mnemonic. */
static void
test_own_audience (RemitTestWindow *fixture,
                   gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  int audience = remit_audience_find ("council");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *xml = NULL;
  g_autofree char *html = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *faults = NULL;
  GtkWidget *dialog;

  g_assert_cmpint (audience, >=, REMIT_N_AUDIENCES);
  remit_export_fill_menu (menu, REMIT_EXPORT_PLAN, "win.export");
  xml = find_item (G_MENU_MODEL (menu), "xml.council");
  html = find_item (G_MENU_MODEL (menu), "html.council");
  csv = find_item (G_MENU_MODEL (menu), "csv.council");
  g_assert_cmpstr (xml, ==, "Export for “Works__council”…");
  g_assert_cmpstr (html, ==, "Export Report for “Works__council”…");
  g_assert_null (csv);
  faults = find_item (G_MENU_MODEL (menu), "");
  g_assert_cmpstr (faults, ==, "Audiences Not Available…");
  remit_export_ask (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                    remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), (RemitAudience) audience);
  dialog = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Export for “Works_council”?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* A file of an audience that cannot be used is named, with the line. */
static void
test_bad_audience (RemitTestWindow *fixture,
                   gconstpointer data)
{
  GtkWidget *dialog;

  remit_test_add_plan (remit_workspace_get_store (remit_window_get_workspace (fixture->window)),
                       "Fraud");
  remit_leaving_dialog_show_faults (GTK_WINDOW (fixture->window));
  dialog = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (find_label (dialog, "mood.xml: line 2: There is no kind “mood” in a plan’s "
                                        "file."));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* Decisions go into a folder, in the one that was chosen. */
static void
test_export_decisions (RemitTestWindow *fixture,
                       gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "Fraud", NULL);
  g_autofree char *file = g_build_filename (path, "0001-buy.md", NULL);

  remit_test_add_decision (store, plan, 0, "Buy", REMIT_FRAMEWORK_RACI);
  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "madr"), REMIT_AUDIENCE_FULL, path);
  while (!g_file_test (file, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}

/* The window says so, and no half of a file stays. */
static void
test_export_to_full_disk (RemitTestWindow *fixture,
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
  remit_test_wait_until_said (fixture->window, "Cannot write");
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_one_after_the_other (RemitTestWindow *fixture,
                          gconstpointer data)
{
  g_autofree char *first = import_test_write (fixture, "first.xml", "<first/>");
  g_autofree char *second = import_test_write (fixture, "second.xml", "<second/>");
  RemitImportDialog *dialog = import_test_begin (fixture, first);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", second);
  import_test_wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "first.xml"));
  gtk_window_close (GTK_WINDOW (dialog));

  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "second.xml"));
  import_test_end (dialog);
}

#define ADD(name, function)                                                                   \
  g_test_add ("/app/import/" name, RemitTestWindow, NULL, remit_test_window_set_up, function, \
              remit_test_window_tear_down)

static void
add_tests (void)
{
  ADD ("plan", test_plan);
  ADD ("shared", test_shared);
  ADD ("shared-meanwhile", test_shared_meanwhile);
  ADD ("people", test_people);
  ADD ("people-again", test_people_again);
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
  ADD ("leaving", test_leaving);
  ADD ("own-audience", test_own_audience);
  ADD ("bad-audience", test_bad_audience);
  ADD ("export-decisions", test_export_decisions);
  ADD ("export-to-full-disk", test_export_to_full_disk);
}

int
main (int argc,
      char **argv)
{
  /* read when they are first asked for */
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", "audiences", NULL);
  g_autofree char *path = g_build_filename (folder, "council.xml", NULL);
  g_autofree char *bad = g_build_filename (folder, "mood.xml", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (bad, "<audience xmlns='urn:remit:audience:1' name='mood' title='Mood'>\n"
                            "<withhold kind='mood'/></audience>", -1, NULL);
  g_file_set_contents (path, "<audience xmlns='urn:remit:audience:1' name='council'"
                             " title='Works_council'/>", -1, NULL);
  return remit_test_app_run (argc, argv, add_tests);
}
