/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import asks: who has left, which rows are somebody after all, which sheet is meant. */
#include "remit-import-test.h"
#include "remit-sheet-test.h"

#include "exchange/remit-import-summary.h"
#include "exchange/remit-missing-group.h"
#include "exchange/remit-nobody-row.h"
#include "model/remit-day.h"

static const char before[] = "Number,Name\n1,Ada\n2,Bela\n3,Cem\n4,Dora\n";

static void
import_before (RemitTestWindow *fixture)
{
  RemitImportDialog *dialog = import_test_begin_table (fixture, "before.csv", before);

  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
}

static GtkWidget *
find_in_preview (RemitImportDialog *dialog,
                 GType type)
{
  return remit_test_find (remit_test_get_child (GTK_WIDGET (dialog), "preview"), type);
}

static RemitMissingGroup *
find_missing (RemitImportDialog *dialog)
{
  return REMIT_MISSING_GROUP (find_in_preview (dialog, REMIT_TYPE_MISSING_GROUP));
}

static void
choose (RemitImportDialog *dialog,
        guint choice)
{
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (remit_test_get_child (GTK_WIDGET (find_missing (dialog)), "choice")), choice);
}

static char *
dup_until (RemitTestWindow *fixture,
           const char *name)
{
  GListModel *people = remit_workspace_get_list (remit_window_get_workspace (fixture->window),
                                                 REMIT_KIND_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (people, i);

      if (g_str_equal (remit_entity_get_text (person, REMIT_PERSON_NAME), name))
        return remit_day_display (remit_entity_get_integer (person, REMIT_PERSON_UNTIL));
    }
  g_assert_not_reached ();
}

static const char *
get_next_label (RemitImportDialog *dialog)
{
  return gtk_button_get_label (GTK_BUTTON (remit_test_get_child (GTK_WIDGET (dialog), "next")));
}

/* Those who are missing are shown; what is chosen for them is looked at before it is done. */
static void
test_missing (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *yesterday = remit_day_display (remit_day_today () - 1);
  g_autofree char *until = NULL;
  g_autofree char *stays = NULL;
  RemitImportDialog *dialog;

  import_before (fixture);
  dialog = import_test_begin_table (fixture, "after.csv",
                                    "Number,Name\n1,Ada\n2,Bela\n4,Dora\n5,Emil\n");
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "No Longer in the File"));
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "left unchanged"));
  choose (dialog, 1);
  g_assert_cmpstr (get_next_label (dialog), ==, "_Preview");
  import_test_go_on (dialog, "preview");
  g_assert_cmpstr (get_next_label (dialog), ==, "_Import");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Changed: 1 person"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), yesterday));
  import_test_go_on (dialog, "result");
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "People Not in the File"));
  import_test_end (dialog);
  until = dup_until (fixture, "Cem");
  g_assert_cmpstr (until, ==, yesterday);
  stays = dup_until (fixture, "Ada");
  g_assert_cmpstr (stays, ==, "");
}

/* Nobody is ended unasked; another list of few people is no full one. */
static void
test_left_as_is (RemitTestWindow *fixture,
                 gconstpointer data)
{
  g_autofree char *until = NULL;
  RemitImportDialog *dialog;

  import_before (fixture);
  dialog = import_test_begin_table (fixture, "few.csv", "Number,Name\n1,Ada\n5,Emil\n");
  import_test_go_on (dialog, "preview");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_missing (dialog))));
  import_test_end (dialog);
  dialog = import_test_begin_table (fixture, "many.csv", "Number,Name\n1,Ada\n2,Bela\n3,C.\n");
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  until = dup_until (fixture, "Dora");
  g_assert_cmpstr (until, ==, "");
}

static GtkCheckButton *
find_check (RemitImportDialog *dialog)
{
  GtkWidget *row = find_in_preview (dialog, REMIT_TYPE_NOBODY_ROW);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return GTK_CHECK_BUTTON (remit_test_find (row, GTK_TYPE_CHECK_BUTTON));
}

/* A row that looks like a total is imported when somebody says so, and not when they change their
 * mind. */
static void
test_taken (RemitTestWindow *fixture,
            gconstpointer data)
{
  RemitImportDialog *dialog =
    import_test_begin_table (fixture, "staff.csv", "Name,Title\nAda,Lead\nTotal,Lead\n");

  import_test_go_on (dialog, "preview");
  gtk_check_button_set_active (find_check (dialog), TRUE);
  g_assert_cmpstr (get_next_label (dialog), ==, "_Preview");
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Added: 2 people"));
  g_assert_true (gtk_check_button_get_active (find_check (dialog)));
  gtk_check_button_set_active (find_check (dialog), FALSE);
  import_test_go_on (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Added: 1 person"));
  gtk_check_button_set_active (find_check (dialog), TRUE);
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PERSON), ==, 2);
}

/* So is a row of a matrix that looks like a heading. */
static void
test_heading (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  gint64 team = remit_test_add_team (store, plan, "Models");
  g_autofree char *path =
    import_test_write (fixture, "rights.csv",
                       "Decision,Lead,Analyst\nRelease,A,C\nLater,,\nStop,A/R,I\n");
  RemitImportDialog *dialog;

  remit_test_add_slot (store, plan, team, remit_test_add_role (store, "lead", "Lead"));
  remit_test_add_slot (store, plan, team, remit_test_add_role (store, "analyst", "Analyst"));
  remit_test_refresh (workspace);
  remit_window_set_plan (fixture->window, plan);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "matrix");
  import_test_go_on (dialog, "preview");
  gtk_check_button_set_active (find_check (dialog), TRUE);
  import_test_go_on (dialog, "preview");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_DECISION), ==, 3);
}

/* Which sheet is meant is asked when it cannot be told. */
static void
test_sheet (RemitTestWindow *fixture,
            gconstpointer data)
{
#define CELL(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define SHEET(person) \
  "<sheetData><row>" CELL ("Name") "</row><row>" CELL (person) "</row></sheetData>"
  g_autoptr (GBytes) book =
    sheet_test_xlsx_sheets ("North", SHEET ("Ada"), "South", SHEET ("Bela"), NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "staff.xlsx", NULL);
  RemitImportDialog *dialog;
  AdwComboRow *sheet;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (book, NULL),
                                      (gssize) g_bytes_get_size (book), NULL));
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "refused");
  sheet = ADW_COMBO_ROW (remit_test_get_child (
    remit_test_get_child (GTK_WIDGET (dialog), "refused_file"), "sheet"));
  adw_combo_row_set_selected (sheet, 1);
  import_test_wait_for_step (dialog, "columns");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Bela"));
  g_assert_cmpstr (import_test_get_chosen (dialog, "Sheet"), ==, "South");
  /* and can be another one */
  adw_combo_row_set_selected (import_test_find_row (dialog, "Sheet"), 0);
  import_test_wait_for_step (dialog, "columns");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Ada"));
  import_test_end (dialog);
}

static void
add_tests (void)
{
#define ADD(name, function)                                                                \
  g_test_add ("/app/import-choices/" name, RemitTestWindow, NULL, remit_test_window_set_up, \
              function, remit_test_window_tear_down)
  ADD ("missing", test_missing);
  ADD ("left-as-is", test_left_as_is);
  ADD ("taken", test_taken);
  ADD ("heading", test_heading);
  ADD ("sheet", test_sheet);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
