/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a CSV file are taken: kind, plan, and a column for each target. */
#include "remit-table-page.h"

#include <glib/gi18n.h>

#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-style.h"

struct _RemitTablePage {
  AdwBin parent_instance;

  RemitTableImport *import;
  gboolean valid;
  gboolean loading;
  GtkStringList *headers;
  GPtrArray *rows; /* of AdwComboRow, one a target */

  AdwComboRow *kind;
  AdwComboRow *into;
  AdwActionRow *separator;
  AdwActionRow *encoding;
  AdwPreferencesGroup *columns;
};

G_DEFINE_FINAL_TYPE (RemitTablePage, remit_table_page, ADW_TYPE_BIN)

/* The choices of a target are "not in the file", then the columns. */
static const guint NO_COLUMN = 0;

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ',':
      return _ ("Comma");
    case ';':
      return _ ("Semicolon");
    case '\t':
      return _ ("Tab");
    default:
      return _ ("Another character");
    }
}

static const char *
name_encoding (const char *encoding)
{
  if (g_str_equal (encoding, "UTF-8"))
    return _ ("UTF-8");
  if (g_str_equal (encoding, "WINDOWS-1252"))
    return _ ("Windows-1252, since it is not valid UTF-8. Look whether accents are right.");
  return _ ("Latin-1 (ISO 8859-1), since it is not valid UTF-8. Look whether accents are right.");
}

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

  for (guint i = 0; values[i] != NULL; i++)
    if (*values[i] != '\0')
      /* Translators: between sample values of a column */
      g_string_append_printf (sample, "%s%.100s", sample->len > 0 ? _ (" · ") : "", values[i]);

  if (sample->len == 0)
    g_string_append (sample, _ ("The first rows are empty here"));
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
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Choose the column that has it"));
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
  check (self);
}

static void
name_target_row (AdwComboRow *row,
                 const RemitTableTarget *target)
{
  g_autofree char *title =
    target->required
      /* Translators: a field of people or seats that has to be in the file */
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
clear_columns (RemitTablePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill_columns (RemitTablePage *self)
{
  self->loading = TRUE;
  clear_columns (self);
  for (guint i = 0; get_target (self, i)->name != NULL; i++)
    {
      AdwComboRow *row = create_target_row (self, get_target (self, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->columns, GTK_WIDGET (row));
      show_sample (self, row);
    }
  self->loading = FALSE;
  check (self);
}

static void
show_into (RemitTablePage *self)
{
  gboolean seats = self->import->kind == REMIT_TABLE_SEATS;

  gtk_widget_set_visible (GTK_WIDGET (self->into), seats);
}

static void
on_kind_chosen (RemitTablePage *self)
{
  guint kind = adw_combo_row_get_selected (self->kind);

  if (self->loading || self->import == NULL
      || (RemitTableKind) kind == self->import->kind)
    return;

  remit_table_import_set_kind (self->import, (RemitTableKind) kind);
  fill_columns (self);
  show_into (self);
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
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, kind);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, into);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, separator);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, encoding);
  gtk_widget_class_bind_template_child (widget_class, RemitTablePage, columns);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
}

static void
remit_table_page_init (RemitTablePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Those that there are now: one that is deleted meanwhile leaves its place to no other. */
static void
offer_plans (RemitTablePage *self,
             RemitWorkspace *workspace)
{
  GListModel *all = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  GListStore *plans = g_list_store_new (REMIT_TYPE_ENTITY);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RemitEntity) plan = g_list_model_get_item (all, i);

      g_list_store_append (plans, plan);
    }
  remit_choices_offer (self->into, _ ("The plan named as the file"), FALSE, G_LIST_MODEL (plans));
}

void
remit_table_page_show (RemitTablePage *self,
                       RemitTableImport *import,
                       RemitWorkspace *workspace)
{
  const RemitCsvFile *file = import->file;

  g_return_if_fail (REMIT_IS_TABLE_PAGE (self));
  g_return_if_fail (import != NULL);
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self->import = import;
  self->loading = TRUE;
  adw_combo_row_set_selected (self->kind, import->kind);
  self->loading = FALSE;
  adw_action_row_set_subtitle (self->separator, name_separator (file->separator));
  adw_action_row_set_subtitle (self->encoding, name_encoding (file->encoding));
  fill_headers (self);
  offer_plans (self, workspace);
  fill_columns (self);
  show_into (self);
}

gboolean
remit_table_page_get_valid (RemitTablePage *self)
{
  g_return_val_if_fail (REMIT_IS_TABLE_PAGE (self), FALSE);

  return self->valid;
}

gint64
remit_table_page_get_plan (RemitTablePage *self)
{
  g_return_val_if_fail (REMIT_IS_TABLE_PAGE (self), 0);

  return remit_choices_get (self->into);
}
