/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mapping of a table's columns: a column for each field, and how to read it. */
#include "remit-table-page.h"

#include <glib/gi18n.h>

#include "remit-reading-row.h"
#include "widgets/remit-style.h"

struct _RemitTablePage {
  AdwBin parent_instance;

  RemitTableImport *import;
  gboolean valid;
  gboolean loading;
  GtkStringList *headers;
  RemitTableWeek week;
  GPtrArray *rows;     /* of AdwComboRow, one a target */
  GPtrArray *readings; /* of RemitReadingRow, one a target, or NULL */
  guint n_missing;     /* of the rows, those that are in the expander */

  RemitImportFileGroup *file;
  AdwPreferencesGroup *columns;
  AdwExpanderRow *missing;
  AdwActionRow *left_out;
  GtkWidget *seats;
  GtkSwitch *waiting;
};

G_DEFINE_FINAL_TYPE (RemitTablePage, remit_table_page, ADW_TYPE_BIN)

/* How many values of a column are shown. */
#define N_SHOWN 3

/* The choices of a target are "not in the file", then the columns. */
static const guint NO_COLUMN = 0;

static const RemitTableTarget *
get_target (RemitTablePage *self,
            guint i)
{
  return &remit_table_get_targets (self->import->kind)[i];
}

/* The first values of a column, so that one sees whether it is the right one. */
static char *
dup_sample (RemitTablePage *self,
            guint column)
{
  const char *const *values = remit_table_import_get_sample (self->import, column);
  GString *sample = g_string_new (NULL);

  for (guint i = 0; i < N_SHOWN && values[i] != NULL; i++)
    /* Translators: between sample values of a column */
    g_string_append_printf (sample, "%s%.100s", i > 0 ? _ (" · ") : "", values[i]);

  if (sample->len == 0)
    g_string_append (sample, _ ("The first rows of this column are empty"));
  return g_string_free (sample, FALSE);
}

static void
show_sample (RemitTablePage *self,
             AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);
  g_autofree char *sample = NULL;

  if (selected != NO_COLUMN && selected != GTK_INVALID_LIST_POSITION)
    sample = dup_sample (self, selected - 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample != NULL ? sample : "");
}

static gboolean
is_missing (RemitTablePage *self,
            guint i)
{
  AdwComboRow *row = g_ptr_array_index (self->rows, i);

  return get_target (self, i)->required && adw_combo_row_get_selected (row) == NO_COLUMN;
}

static void
mark_missing (AdwComboRow *row,
              gboolean missing)
{
  if (missing)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Choose a column"));
  remit_style_set_class (GTK_WIDGET (row), "error", missing);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               missing ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
check (RemitTablePage *self)
{
  gboolean valid = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean missing = is_missing (self, i);

      mark_missing (g_ptr_array_index (self->rows, i), missing);
      valid = valid && !missing;
    }

  if (self->valid == valid)
    return;
  self->valid = valid;
  g_signal_emit_by_name (self, "changed");
}

static void
show_left_out (RemitTablePage *self)
{
  const char *const *headers = self->import->file->headers;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; headers[i] != NULL; i++)
    if (*headers[i] != '\0' && !remit_table_import_takes (self->import, (int) i))
      g_string_append_printf (list, "%s%.100s", list->len > 0 ? _ (" · ") : "", headers[i]);
  adw_action_row_set_subtitle (self->left_out, list->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), list->len > 0);
}

/* What one column is taken for may change how others are read. */
static void
show_readings (RemitTablePage *self)
{
  for (guint i = 0; i < self->readings->len; i++)
    if (self->readings->pdata[i] != NULL)
      remit_reading_row_update (self->readings->pdata[i], &self->week);
}

static void
on_column_chosen (AdwComboRow *row,
                  GParamSpec *pspec,
                  RemitTablePage *self)
{
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (GError) error = NULL;
  guint i;

  if (self->loading || !g_ptr_array_find (self->rows, row, &i))
    return;
  if (!remit_table_import_set_mapping (self->import, get_target (self, i)->name, (int) selected - 1,
                                       &error))
    g_warning ("%s", error->message);
  show_sample (self, row);
  show_readings (self);
  show_left_out (self);
  check (self);
}

static void
name_target_row (AdwComboRow *row,
                 const RemitTableTarget *target)
{
  g_autofree char *title =
    target->required
      /* Translators: a field of people or slots that must be in the file */
      ? g_strdup_printf (_ ("%s (required)"), _ (target->label))
      : g_strdup (_ (target->label));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static AdwComboRow *
create_target_row (RemitTablePage *self,
                   const RemitTableTarget *target)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  int column = remit_table_import_get_mapping (self->import, target->name);

  name_target_row (row, target);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (row, G_LIST_MODEL (self->headers));
  adw_combo_row_set_selected (row, (guint) (column + 1));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_column_chosen), self);
  return row;
}

static void
remove_row (RemitTablePage *self,
            GtkWidget *row)
{
  if (gtk_widget_is_ancestor (row, GTK_WIDGET (self->missing)))
    adw_expander_row_remove (self->missing, row);
  else
    adw_preferences_group_remove (self->columns, row);
}

static void
clear_columns (RemitTablePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      remove_row (self, self->rows->pdata[i]);
      if (self->readings->pdata[i] != NULL)
        remove_row (self, self->readings->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->readings, 0);
}

/* What no column fills is out of the way. */
static void
add_row (RemitTablePage *self,
         GtkWidget *row,
         gboolean is_missing)
{
  if (is_missing)
    adw_expander_row_add_row (self->missing, row);
  else
    adw_preferences_group_add (self->columns, row);
}

static void
add_target (RemitTablePage *self,
            guint i)
{
  const RemitTableTarget *target = get_target (self, i);
  AdwComboRow *row = create_target_row (self, target);
  gboolean is_missing = !target->required && self->import->columns[i] < 0;
  RemitReadingRow *reading = NULL;
  RemitTableMeasure measure;

  g_ptr_array_add (self->rows, row);
  add_row (self, GTK_WIDGET (row), is_missing);
  show_sample (self, row);
  if (remit_table_import_get_measure (self->import, i, &measure))
    {
      reading = remit_reading_row_new (self->import, i);
      g_signal_connect_object (reading, "chosen", G_CALLBACK (show_readings), self,
                               G_CONNECT_SWAPPED);
      add_row (self, GTK_WIDGET (reading), is_missing);
    }
  g_ptr_array_add (self->readings, reading);
  self->n_missing += is_missing;
}

static void
fill_columns (RemitTablePage *self)
{
  self->loading = TRUE;
  clear_columns (self);
  self->n_missing = 0;
  for (guint i = 0; get_target (self, i)->name != NULL; i++)
    add_target (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), self->n_missing > 0);
  self->loading = FALSE;
  show_readings (self);
  show_left_out (self);
  check (self);
}

static void
fill_headers (RemitTablePage *self)
{
  const char *const *headers = self->import->file->headers;

  g_clear_object (&self->headers);
  self->headers = gtk_string_list_new (NULL);
  gtk_string_list_append (self->headers, _ ("Not in the file"));
  for (guint i = 0; headers[i] != NULL; i++)
    {
      /* Translators: a column of a file that has no header; its number */
      g_autofree char *number = g_strdup_printf (_ ("Column %u"), i + 1);

      gtk_string_list_append (self->headers, *headers[i] != '\0' ? headers[i] : number);
    }
}

static void
remit_table_page_finalize (GObject *object)
{
  RemitTablePage *self = REMIT_TABLE_PAGE (object);

  g_clear_object (&self->headers);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->readings, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_table_page_parent_class)->finalize (object);
}

static void
remit_table_page_class_init (RemitTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_table_page_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/exchange/remit-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, file);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, columns);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, missing);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, left_out);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, seats);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, waiting);
}

static void
remit_table_page_init (RemitTablePage *self)
{
  self->rows = g_ptr_array_new ();
  self->readings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_table_page_show (RemitTablePage *self,
                       RemitTableImport *import,
                       const RemitTableWeek *week,
                       gboolean is_remembered)
{
  g_return_if_fail (REMIT_IS_TABLE_PAGE (self));
  g_return_if_fail (import != NULL && week != NULL);

  clear_columns (self);
  self->import = import;
  self->week = *week;
  adw_preferences_group_set_description (
    self->columns,
    is_remembered ? _ ("As in the last file with these headers. The first values of each column "
                       "are below its field.")
                  : _ ("Guessed from the headers and values. The first values of each column are "
                       "below its field."));
  gtk_widget_set_visible (self->seats, import->kind == REMIT_TABLE_SEATS);
  fill_headers (self);
  fill_columns (self);
}

gboolean
remit_table_page_get_waiting (RemitTablePage *self)
{
  g_return_val_if_fail (REMIT_IS_TABLE_PAGE (self), FALSE);

  return gtk_switch_get_active (self->waiting);
}

RemitImportFileGroup *
remit_table_page_get_file_group (RemitTablePage *self)
{
  g_return_val_if_fail (REMIT_IS_TABLE_PAGE (self), NULL);

  return self->file;
}

gboolean
remit_table_page_get_valid (RemitTablePage *self)
{
  g_return_val_if_fail (REMIT_IS_TABLE_PAGE (self), FALSE);

  return self->valid;
}
