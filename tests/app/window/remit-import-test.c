/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of imports by the window share. */
#include "remit-import-test.h"

#include "exchange/remit-matrix-page.h"
#include "exchange/remit-table-page.h"

/* The file is Latin-1, as Excel writes it. */
const char import_test_people[] = "Nr.;Name;E-Mail;F\xe4higkeiten;Vorgesetzter;Raum\n"
                             "1;J\xfcrgen Gro\xdf;j@example.org;\"Python; SQL\";2;A\n"
                             "2;Ada Lovelace;ada@example.org;;?;B\n";

const char import_test_seats[] = "Team,Seat,Person\n"
                            "Fraud,ML engineer,Ada Lovelace\n"
                            "Fraud,Data engineer,TBD\n"
                            "Fraud,Product manager,?\n";

char *
import_test_write (RemitTestWindow *fixture,
                   const char *name,
                   const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

RemitImportDialog *
import_test_begin (RemitTestWindow *fixture,
                   const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", path);
  return REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
}

gboolean
import_test_is_at_rest (gpointer dialog)
{
  return !g_str_equal (remit_import_dialog_get_step (dialog), "busy");
}

void
import_test_wait_for_step (RemitImportDialog *dialog,
                           const char *step)
{
  remit_test_wait (import_test_is_at_rest, dialog);
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, step);
}

void
import_test_go_on (RemitImportDialog *dialog,
                   const char *step)
{
  remit_import_dialog_go_on (dialog);
  import_test_wait_for_step (dialog, step);
}

void
import_test_end (RemitImportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
}

gint64
import_test_count (RemitTestWindow *fixture,
                   RemitKind kind)
{
  return remit_test_count_rows (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), kind);
}

char *
import_test_dump (RemitTestWindow *fixture)
{
  return remit_test_dump (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
}

RemitImportDialog *
import_test_begin_table (RemitTestWindow *fixture,
                         const char *name,
                         const char *text)
{
  g_autofree char *path = import_test_write (fixture, name, text);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  import_test_wait_for_step (dialog, "columns");
  return dialog;
}

/* Opens what is not in the file, too. */
void
import_test_open_all (GtkWidget *root)
{
  if (ADW_IS_EXPANDER_ROW (root))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    import_test_open_all (child);
}

/* Returns: the row of the columns' page that is titled @title */
AdwComboRow *
import_test_find_row (RemitImportDialog *dialog,
                      const char *title)
{
  gboolean is_matrix = g_str_equal (remit_import_dialog_get_step (dialog), "matrix");
  GtkWidget *page = remit_test_find (GTK_WIDGET (dialog),
                                     is_matrix ? REMIT_TYPE_MATRIX_PAGE : REMIT_TYPE_TABLE_PAGE);
  GtkWidget *label;

  import_test_open_all (page);
  label = remit_test_find_text (page, title);

  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

const char *
import_test_get_chosen (RemitImportDialog *dialog,
                        const char *title)
{
  gpointer item = adw_combo_row_get_selected_item (import_test_find_row (dialog, title));

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

void
import_test_press (RemitImportDialog *dialog,
                   const char *text)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), text), "clicked");
}

gboolean
import_test_can_go_on (RemitImportDialog *dialog)
{
  return gtk_widget_get_sensitive (remit_test_get_child (GTK_WIDGET (dialog), "next"));
}
