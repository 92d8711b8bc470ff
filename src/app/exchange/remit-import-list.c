/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what an import has to say, with a heading, to be read and copied. */
#include "remit-import-list.h"

struct _RemitImportList {
  AdwBin parent_instance;

  GtkStringList *texts;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (RemitImportList, remit_import_list, ADW_TYPE_BIN)

static void
on_copy (RemitImportList *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->texts));

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n", gtk_string_list_get_string (self->texts, i));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
remit_import_list_class_init (RemitImportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/exchange/remit-import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportList, texts);
  gtk_widget_class_bind_template_child (widget_class, RemitImportList, title);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
remit_import_list_init (RemitImportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_import_list_show (RemitImportList *self,
                        const char *title,
                        GPtrArray *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) added = NULL;

  g_return_if_fail (REMIT_IS_IMPORT_LIST (self));
  g_return_if_fail (texts != NULL);

  for (guint i = 0; i < texts->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (texts, i));
  added = g_strv_builder_end (builder);
  gtk_string_list_splice (self->texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->texts)),
                          (const char *const *) added);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), texts->len > 0);
}
