/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a matrix file and their holders; unknown columns come first. */
#include "remit-matrix-page.h"

#include <glib/gi18n.h>

struct _RemitMatrixPage {
  AdwBin parent_instance;

  RemitMatrixImport *import;
  GtkStringList *meanings; /* nothing, a new role, the fields of decisions, the holders */
  GPtrArray *rows;         /* by column */
  GPtrArray *groups;       /* of AdwPreferencesGroup, those with the rows */
  gboolean showing;

  AdwPreferencesPage *page;
  RemitImportFileGroup *file;
  GtkSwitch *create;
  AdwComboRow *mark;
};

G_DEFINE_FINAL_TYPE (RemitMatrixPage, remit_matrix_page, ADW_TYPE_BIN)

#define NEW_ROLE 1
#define FIRST_FIELD 2
#define FIRST_HOLDER (FIRST_FIELD + REMIT_MATRIX_N_FIELDS)

/* ── Meanings ─────────────────────────────────────────────────────────────────────────────── */

static guint
get_meaning (RemitMatrixPage *self,
             guint column)
{
  const RemitMatrixColumn *at = &self->import->columns[column];
  GPtrArray *holders = self->import->holders;
  guint place;

  if (at->field < REMIT_MATRIX_N_FIELDS)
    return FIRST_FIELD + at->field;
  if (remit_matrix_import_is_new (self->import, column))
    return NEW_ROLE;
  if (at->holder != NULL && g_ptr_array_find (holders, at->holder, &place))
    return FIRST_HOLDER + place;
  return 0;
}

/* What one column takes, another one loses. */
static void
show_meanings (RemitMatrixPage *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      adw_combo_row_set_selected (self->rows->pdata[i], get_meaning (self, i));
  self->showing = FALSE;
  g_signal_emit_by_name (self, "changed");
}

static void
on_chosen (AdwComboRow *row,
           GParamSpec *pspec G_GNUC_UNUSED,
           RemitMatrixPage *self)
{
  guint chosen = adw_combo_row_get_selected (row);
  GPtrArray *holders;
  guint column;

  if (self->showing || chosen == GTK_INVALID_LIST_POSITION
      || !g_ptr_array_find (self->rows, row, &column))
    return;
  holders = self->import->holders;
  if (chosen >= FIRST_HOLDER)
    remit_matrix_import_set_column (self->import, column, REMIT_MATRIX_N_FIELDS,
                                    holders->pdata[chosen - FIRST_HOLDER]);
  else if (chosen == NEW_ROLE)
    remit_matrix_import_set_new (self->import, column);
  else if (chosen >= FIRST_FIELD)
    remit_matrix_import_set_column (self->import, column,
                                    (RemitMatrixField) (chosen - FIRST_FIELD), NULL);
  else
    remit_matrix_import_set_column (self->import, column, REMIT_MATRIX_N_FIELDS, NULL);
  show_meanings (self);
}

static GtkStringList *
list_meanings (RemitMatrixImport *import)
{
  GPtrArray *holders = import->holders;
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: what is done with a column of a file */
  gtk_string_list_append (list, _ ("Skip"));
  gtk_string_list_append (list, _ ("New role and slot"));
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    gtk_string_list_append (list, _ (remit_matrix_fields[i].header));
  for (guint i = 0; i < holders->len; i++)
    gtk_string_list_append (list, ((RemitMatrixHolder *) holders->pdata[i])->header);
  return list;
}

/* ── What holds for all ───────────────────────────────────────────────────────────────────── */

static void
on_create (RemitMatrixPage *self)
{
  if (self->showing || self->import == NULL)
    return;
  remit_matrix_import_set_create (self->import, gtk_switch_get_active (self->create));
  show_meanings (self);
}

static void
on_turn (RemitMatrixPage *self)
{
  g_signal_emit_by_name (self, "turn");
}

static void
on_mark (RemitMatrixPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->mark);
  const RemitFrameworkInfo *info;

  if (self->showing || self->import == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  info = remit_framework_get_info (self->import->look.framework);
  self->import->mark = chosen > 0 ? (int) info->letters[chosen - 1].letter : -1;
  g_signal_emit_by_name (self, "changed");
}

/* The letters that an X can stand for, if there is one. */
static void
show_marks (RemitMatrixPage *self)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (self->import->look.framework);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Not specified"));
  for (guint i = 0; i < info->n_letters; i++)
    gtk_string_list_append (list, _ (info->letters[i].name));
  adw_combo_row_set_model (self->mark, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->mark, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), remit_matrix_import_lacks_mark (self->import));
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_row (RemitMatrixPage *self,
            guint column)
{
  const char *header = self->import->file->headers[column];
  /* Translators: a column without a header, by its place */
  g_autofree char *place = g_strdup_printf (_ ("Column %u"), column + 1);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title",
                                 *header != '\0' ? header : place, "model", self->meanings,
                                 "selected", get_meaning (self, column), NULL);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen), self, 0);
  return row;
}

static void
add_group (RemitMatrixPage *self,
           const char *title,
           const char *description,
           gboolean known)
{
  const char *const *headers = self->import->file->headers;
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; headers[i] != NULL; i++)
    if ((*headers[i] != '\0' || get_meaning (self, i) != 0
         || remit_matrix_import_is_unknown (self->import, i))
        && (get_meaning (self, i) != 0) == known)
      {
        self->rows->pdata[i] = create_row (self, i);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
        n++;
      }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  gtk_widget_set_visible (group, n > 0);
}

void
remit_matrix_page_show (RemitMatrixPage *self,
                        RemitMatrixImport *import)
{
  g_return_if_fail (REMIT_IS_MATRIX_PAGE (self) && import != NULL);

  self->import = import;
  g_clear_object (&self->meanings);
  self->meanings = list_meanings (import);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->rows, (int) import->n_columns);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  self->showing = TRUE;
  gtk_switch_set_active (self->create, import->creates);
  show_marks (self);
  add_group (self, _ ("Unknown Columns"),
             _ ("Choose who holds these rights, or skip the columns"), FALSE);
  add_group (self, _ ("Columns"), _ ("Guessed from the headers"), TRUE);
  self->showing = FALSE;
  g_signal_emit_by_name (self, "changed");
}

gboolean
remit_matrix_page_get_valid (RemitMatrixPage *self)
{
  g_return_val_if_fail (REMIT_IS_MATRIX_PAGE (self), FALSE);

  return self->import != NULL && remit_matrix_import_has_decisions (self->import)
         && !remit_matrix_import_lacks_mark (self->import);
}

RemitImportFileGroup *
remit_matrix_page_get_file_group (RemitMatrixPage *self)
{
  g_return_val_if_fail (REMIT_IS_MATRIX_PAGE (self), NULL);

  return self->file;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_matrix_page_finalize (GObject *object)
{
  RemitMatrixPage *self = REMIT_MATRIX_PAGE (object);

  g_clear_object (&self->meanings);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (remit_matrix_page_parent_class)->finalize (object);
}

static void
remit_matrix_page_class_init (RemitMatrixPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_matrix_page_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("turn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/org/remit/Remit/exchange/remit-matrix-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RemitMatrixPage, page);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RemitMatrixPage, file);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RemitMatrixPage, create);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RemitMatrixPage, mark);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_create);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_mark);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_turn);
}

static void
remit_matrix_page_init (RemitMatrixPage *self)
{
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
