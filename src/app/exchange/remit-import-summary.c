/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did or would do, and what was left out and why. */
#include "remit-import-summary.h"

#include <glib/gi18n.h>

#include "remit-import-list.h"

struct _RemitImportSummary {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *description;
  GtkListBox *counts;
  RemitImportList *shared;
  RemitImportList *notes;
};

G_DEFINE_FINAL_TYPE (RemitImportSummary, remit_import_summary, ADW_TYPE_BIN)

static gboolean
has_any (const guint counts[REMIT_N_KINDS])
{
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    if (counts[i] > 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
create_row (const char *text,
            const char *icon_name)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", text, "icon-name",
                       icon_name, "title-lines", 0, NULL);
}

/* remit_import_result_describe() has a line for each of these that is not empty, in this order. */
static void
show_counts (RemitImportSummary *self,
             RemitImportResult *result)
{
  const struct {
    const guint *counts;
    const char *icon_name;
  } parts[] = {
    { result->added, "list-add-symbolic" },
    { result->changed, "document-edit-symbolic" },
    { result->removed, "list-remove-symbolic" },
    { result->same, "object-select-symbolic" },
  };
  g_auto (GStrv) lines = remit_import_result_describe (result);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_list_box_remove (self->counts, row);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_any (parts[i].counts) && lines[n] != NULL)
      gtk_list_box_append (self->counts, create_row (lines[n++], parts[i].icon_name));
  for (; lines[n] != NULL; n++)
    gtk_list_box_append (self->counts, create_row (lines[n], "dialog-information-symbolic"));
}

static void
show_lists (RemitImportSummary *self,
            RemitImportResult *result)
{
  guint n = result->n_notes;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
  g_autoptr (GPtrArray) groups = remit_notes_group (result->notes);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (texts, remit_note_group_dup_words (groups->pdata[i]));
  remit_import_list_show (self->shared, _ ("Also Changes Other Plans"), result->shared);
  remit_import_list_show (self->notes, title, texts);
}

static void
remit_import_summary_class_init (RemitImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/exchange/remit-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, title);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, description);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, counts);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, shared);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, notes);
}

static void
remit_import_summary_init (RemitImportSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_import_summary_show (RemitImportSummary *self,
                           const char *title,
                           const char *description,
                           RemitImportResult *result)
{
  g_return_if_fail (REMIT_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (result != NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->description, description);
  show_counts (self, result);
  show_lists (self, result);
}

gboolean
remit_import_summary_has_changes (const RemitImportResult *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return has_any (result->added) || has_any (result->changed) || has_any (result->removed);
}
