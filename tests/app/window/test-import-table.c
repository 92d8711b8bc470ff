/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the assistant for tables: what a file is taken for, column by column. */
#include "model/remit-day.h"
#include "remit-import-test.h"

/* A header that nobody has heard of is mapped by hand; without a name there is nobody to import. */
static void
test_mapping (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitImportDialog *dialog =
    import_test_begin_table (fixture, "who.csv", "Wer,,E-mail\nAda,Oslo,a@b.org\n");

  g_assert_false (import_test_can_go_on (dialog));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Choose a column"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "Name"), 1);
  g_assert_true (import_test_can_go_on (dialog));
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Choose a column"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "Location"), 2);
  g_assert_cmpstr (import_test_get_chosen (dialog, "Location"), ==, "Column 2");
  adw_combo_row_set_selected (import_test_find_row (dialog, "Name"), 0);
  g_assert_false (import_test_can_go_on (dialog));
  adw_combo_row_set_selected (import_test_find_row (dialog, "Name"), 1);
  adw_combo_row_set_selected (import_test_find_row (dialog, "E-mail"), 0);

  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "“E-mail” was skipped"));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 1);
}

/* What was guessed to be seats is import_test_people, and is seats after all: the mapping is
 * guessed again. */
static void
test_kind (RemitTestWindow *fixture,
           gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "seats.csv", import_test_seats);

  g_assert_cmpstr (import_test_get_chosen (dialog, "Content"), ==, "Slots");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Plan"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "Content"), REMIT_TABLE_PEOPLE);
  import_test_wait_for_step (dialog, "columns");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Plan"));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Name"), ==, "Person");
  adw_combo_row_set_selected (import_test_find_row (dialog, "Content"), REMIT_TABLE_SEATS);
  import_test_wait_for_step (dialog, "columns");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Team"), ==, "Team");
  g_assert_true (import_test_can_go_on (dialog));

  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_SLOT), ==, 3);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), !=, 0);
}

static void
test_seats_into_plan (RemitTestWindow *fixture,
                      gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Next year");
  RemitImportDialog *dialog;

  remit_test_refresh (workspace);
  dialog = import_test_begin_table (fixture, "seats.csv", import_test_seats);
  adw_combo_row_set_selected (import_test_find_row (dialog, "Plan"), 1);
  g_assert_cmpstr (import_test_get_chosen (dialog, "Plan"), ==, "Next year");
  import_test_go_on (dialog, "preview");
  import_test_press (dialog, "Back to the Columns");
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "columns");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Plan"), ==, "Next year");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, 1);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_SLOT), ==, 3);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
}

/* Levels of skills say what they are read as, and unknown people are added if that is chosen. */
static void
test_skills (RemitTestWindow *fixture,
             gconstpointer data)
{
  g_autofree char *path = import_test_write (fixture, "matrix.csv",
                                             ",Hall,\nPerson,Welding,Crane\nTove,3,\n");
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  GtkWidget *label;

  import_test_wait_for_step (dialog, "skills");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Matrix of people and 1 skill"));
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Only Skills That Contain These Words"));
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Nobody is known as “Tove”; skipped"));
  import_test_press (dialog, "Back to the Columns");
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "skills");
  label = remit_test_find_text (GTK_WIDGET (dialog), "Add Unknown People");
  adw_action_row_activate (ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 1);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON_SKILL), ==, 1);
}

/* Of a taxonomy, those that contain some words. */
static void
test_taxonomy (RemitTestWindow *fixture,
               gconstpointer data)
{
  g_autofree char *path = import_test_write (fixture, "skills.csv",
                                             "conceptUri,preferredLabel\nhttp://x/1,weld pipes\n"
                                             "http://x/2,paint hulls\n");
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  GtkWidget *label;

  import_test_wait_for_step (dialog, "skills");
  label = remit_test_find_text (GTK_WIDGET (dialog), "Only Skills That Contain These Words");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)),
                         "pipes");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_SKILL), ==, 1);
}

/* Who is not known is kept unless one says otherwise, and seen on the card. */
static void
test_waiting (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "seats.csv", import_test_seats);
  GtkWidget *label = remit_test_find_text (GTK_WIDGET (dialog), "Reserve Slots for Unknown People");
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) error = NULL;

  adw_action_row_activate (ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
  import_test_go_on (dialog, "preview");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "1 slot is reserved by name"));
  import_test_press (dialog, "Back to the Columns");
  adw_action_row_activate (ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 slot is reserved by name"));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  waiting = remit_store_load_all (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), REMIT_KIND_SLOT,
    "WHERE t.awaits = 'Ada Lovelace'", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting->len, ==, 1);
  remit_test_wait_for_text (GTK_WIDGET (fixture->window), "Reserved for Ada Lovelace");
}

/* A new plan has the name that one gives it. */
static void
test_plan_name (RemitTestWindow *fixture,
                gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "seats.csv", import_test_seats);
  GtkWidget *name = remit_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitEntity *plan;

  g_assert_cmpstr (import_test_get_chosen (dialog, "Plan"), ==, "New plan");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "seats");
  gtk_editable_set_text (GTK_EDITABLE (name), "Autumn");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  plan = remit_workspace_get (workspace, REMIT_KIND_PLAN, remit_window_get_plan (fixture->window));
  g_assert_cmpstr (remit_entity_get_text (plan, REMIT_PLAN_NAME), ==, "Autumn");
}

/* What a column is read as is shown beside its values, asked where nothing says it, and can be said
 * otherwise. */
static void
test_readings (RemitTestWindow *fixture,
               gconstpointer data)
{
  RemitImportDialog *dialog = import_test_begin_table (
    fixture, "who.csv", "Name,Capacity,From,Shoes\nAda,40,3/4/2026,39\nBela,38.5,,41\n");
  g_autofree char *day = NULL;

  g_assert_cmpstr (import_test_get_chosen (dialog, "Capacity: Read As"), ==, "hours a week");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "The file does not say"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "100 % · 96 %"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Shoes"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "Capacity: Read As"), 1);
  g_assert_cmpstr (import_test_get_chosen (dialog, "Capacity: Read As"), ==, "percent");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "40 % · 39 %"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "From: Read As"), 1);
  g_assert_cmpstr (import_test_get_chosen (dialog, "From: Read As"), ==, "day before month");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "The file does not say"));
  adw_combo_row_set_selected (import_test_find_row (dialog, "From: Read As"), 0);
  g_assert_cmpstr (import_test_get_chosen (dialog, "From: Read As"), ==, "month before day");
  adw_combo_row_set_selected (import_test_find_row (dialog, "From: Read As"), 1);

  import_test_go_on (dialog, "preview");
  import_test_open_all (GTK_WIDGET (dialog));
  day = remit_day_display (remit_day_parse ("2026-04-03"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Person Ada: Capacity 40 %"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), day));
  import_test_end (dialog);
}

/* Another encoding is one choice away, also when the file is refused in the one that was guessed:
 * first the one that is proposed. It holds when something else is chosen. */
static void
test_encoding (RemitTestWindow *fixture,
               gconstpointer data)
{
  g_autofree char *path = import_test_write (
    fixture, "pl.csv", "Imi\xea,Nazwisko\n\xa3" "ukasz,\xaf" "ak\nMa\xb3gorzata,W\xf3jcik\n");
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  GtkWidget *label;
  AdwComboRow *row;
  GtkStringList *names;

  import_test_wait_for_step (dialog, "refused");
  label = remit_test_find_text (GTK_WIDGET (dialog), "Encoding");
  row = ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
  names = GTK_STRING_LIST (adw_combo_row_get_model (row));
  g_assert_cmpstr (gtk_string_list_get_string (names, 1), ==,
                   "Central Europe (Windows-1250), proposed");
  g_assert_cmpstr (gtk_string_list_get_string (names, 2), ==, "UTF-8");
  adw_combo_row_set_selected (row, 1);
  import_test_wait_for_step (dialog, "columns");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Łukasz"));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Encoding"), ==,
                   "Central Europe (Windows-1250)");
  adw_combo_row_set_selected (import_test_find_row (dialog, "Content"), REMIT_TABLE_SEATS);
  remit_test_find_text (GTK_WIDGET (dialog), "Role");
  import_test_wait_for_step (dialog, "columns");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Encoding"), ==,
                   "Central Europe (Windows-1250)");
  import_test_end (dialog);
}

/* Decision rights are seen to be such, and go into the plan that is shown. */
static void
test_rights (RemitTestWindow *fixture,
             gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  gint64 team = remit_test_add_team (store, plan, "Models");
  g_autofree char *path = import_test_write (fixture, "rights.csv",
                                      "Decision,Lead,Analyst\nRelease,A,C\nStop,A/R,I\n");
  RemitImportDialog *dialog;

  remit_test_add_slot (store, plan, team, remit_test_add_role (store, "lead", "Lead"));
  remit_test_add_slot (store, plan, team, remit_test_add_role (store, "analyst", "Analyst"));
  remit_test_refresh (workspace);
  remit_window_set_plan (fixture->window, plan);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "matrix");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Decision rights"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Fraud"));
  import_test_go_on (dialog, "preview");
  import_test_press (dialog, "Back to the Columns");
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, "matrix");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_DECISION), ==, 2);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_RIGHT), ==, 5);
}

/* Roles that the plan lacks are made when one says so, and what an X stands for is asked. */
static void
test_new_roles (RemitTestWindow *fixture,
                gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = import_test_write (fixture, "rights.csv",
                                             "Decision,Lead,Analyst\nRelease,A,x\nStop,A/R,I\n");
  RemitImportDialog *dialog;
  GtkWidget *label;

  remit_test_refresh (workspace);
  remit_window_set_plan (fixture->window, plan);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "matrix");
  g_assert_false (import_test_can_go_on (dialog));
  adw_combo_row_set_selected (import_test_find_row (dialog, "X Stands For"), 3);
  g_assert_true (import_test_can_go_on (dialog));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Analyst"), ==, "Skip");
  label = remit_test_find_text (GTK_WIDGET (dialog), "Create Roles and Slots");
  adw_action_row_activate (ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Analyst"), ==, "New role and slot");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_SLOT), ==, 2);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_RIGHT), ==, 5);
}

/* Which way round the rights stand is guessed, and one button away when that was wrong. */
static void
test_swap (RemitTestWindow *fixture,
           gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = import_test_write (fixture, "rights.csv",
                                             "Thing,Release,Stop\nLead,A,I\nAnalyst,R,A/R\n");
  RemitImportDialog *dialog;

  remit_test_refresh (workspace);
  remit_window_set_plan (fixture->window, plan);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "matrix");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Release"));
  import_test_press (dialog, "_Swap");
  import_test_wait_for_step (dialog, "matrix");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Analyst"), ==, "Skip");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "Release"));
  import_test_press (dialog, "_Swap");
  import_test_wait_for_step (dialog, "matrix");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Release"));
  import_test_end (dialog);
}

/* What a spreadsheet or a web page has put on the clipboard comes in as a file does. */
static void
test_paste (RemitTestWindow *fixture,
            gconstpointer data)
{
  static const char page[] =
    "<html><body><p>People</p><table><tr><th>Name</th><th>E-mail</th></tr>"
    "<tr><td>Zo&euml; Ito</td><td>zoe@example.org</td></tr></table></body></html>";
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);
  RemitImportDialog *dialog;

  gdk_clipboard_set_text (clipboard, "Name\tE-mail\nAda\tada@example.org\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste-table", NULL);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "columns");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Clipboard"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "ada@example.org"));
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);

  gdk_clipboard_set_content (clipboard, provider);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste-table", NULL);
  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  import_test_wait_for_step (dialog, "columns");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Zoë Ito"));
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 1);
}

/* The next file from the same system begins where the last one was left. */
static void
test_remembered (RemitTestWindow *fixture,
                 gconstpointer data)
{
  RemitImportDialog *dialog =
    import_test_begin_table (fixture, "may.csv", "Wer,Soll\nAda,38.5\nBela,19\n");

  adw_combo_row_set_selected (import_test_find_row (dialog, "Name"), 1);
  adw_combo_row_set_selected (import_test_find_row (dialog, "Capacity"), 2);
  adw_combo_row_set_selected (import_test_find_row (dialog, "Capacity: Read As"), 5);
  g_assert_cmpstr (import_test_get_chosen (dialog, "Capacity: Read As"), ==, "hours a month");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);

  dialog = import_test_begin_table (fixture, "june.csv", "Soll,Wer\n70,Chidi\n");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "As in the last file"));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Name"), ==, "Wer");
  g_assert_cmpstr (import_test_get_chosen (dialog, "Capacity: Read As"), ==, "hours a month");
  import_test_end (dialog);
}

static gboolean
says_no_table (gpointer fixture)
{
  return g_strcmp0 (remit_test_get_said (((RemitTestWindow *) fixture)->window),
                    "The clipboard has no table.") == 0;
}

static void
test_paste_nothing (RemitTestWindow *fixture,
                    gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gdk_clipboard_set_text (clipboard, "Just a word\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste-table", NULL);
  remit_test_wait (says_no_table, fixture);
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
}

/* A mistake that is seen in the result is one click away from being none. */
static void
test_undo (RemitTestWindow *fixture,
           gconstpointer data)
{
  g_autofree char *before = import_test_dump (fixture);
  g_autofree char *after = NULL;
  RemitImportDialog *dialog = import_test_begin_table (fixture, "people.csv", import_test_people);

  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_press (dialog, "_Undo");
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
  after = import_test_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/import-table/" name, RemitTestWindow, NULL, remit_test_window_set_up,          \
              function, remit_test_window_tear_down)

static void
add_tests (void)
{
  ADD ("mapping", test_mapping);
  ADD ("kind", test_kind);
  ADD ("seats-into-plan", test_seats_into_plan);
  ADD ("waiting", test_waiting);
  ADD ("plan-name", test_plan_name);
  ADD ("readings", test_readings);
  ADD ("encoding", test_encoding);
  ADD ("rights", test_rights);
  ADD ("new-roles", test_new_roles);
  ADD ("swap", test_swap);
  ADD ("skills", test_skills);
  ADD ("taxonomy", test_taxonomy);
  ADD ("remembered", test_remembered);
  ADD ("paste", test_paste);
  ADD ("paste-nothing", test_paste_nothing);
  ADD ("undo", test_undo);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
