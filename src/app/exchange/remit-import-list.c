/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of an import in an expandable row, with a list that can be copied. */
#include "remit-import-list.h"

#include <glib/gi18n.h>

struct _RemitImportList {
  AdwBin parent_instance;

  GtkStringList *texts;
  GtkScrolledWindow *scroller;
  GtkListView *view;
};

/* As high as its texts would be, in pixels, up to a height at which there is something around
 * it. */
#define HEIGHT_OF_TEXT 40
#define MOST_HEIGHT 240

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
  gtk_widget_class_bind_template_child (widget_class, RemitImportList, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitImportList, view);
}

static void
remit_import_list_init (RemitImportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_more (guint n_more)
{
  return g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);
}

GtkWidget *
remit_import_list_create_more (guint n_more)
{
  g_autofree char *more = dup_more (n_more);

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL);
}

static RemitImportList *
create_list (const char *title,
             GPtrArray *texts,
             guint n_more)
{
  RemitImportList *self = g_object_new (REMIT_TYPE_IMPORT_LIST, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *more = dup_more (n_more);
  g_auto (GStrv) added = NULL;

  for (guint i = 0; i < texts->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (texts, i));
  if (n_more > 0)
    g_strv_builder_add (builder, more);
  added = g_strv_builder_end (builder);
  gtk_string_list_splice (self->texts, 0, 0, (const char *const *) added);
  /* a list does not know how high it is before it is shown */
  gtk_scrolled_window_set_min_content_height (
    self->scroller, (int) MIN (HEIGHT_OF_TEXT * (texts->len + (n_more > 0)), MOST_HEIGHT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return self;
}

static GtkWidget *
create_copy_button (RemitImportList *list)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-copy-symbolic",
                                    "tooltip-text", _ ("Copy All"), "valign", GTK_ALIGN_CENTER,
                                    NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy all"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy), list, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
remit_import_list_create_row (const char *title,
                              const char *icon_name,
                              GPtrArray *texts,
                              guint n_more)
{
  RemitImportList *list;
  GtkWidget *row;

  g_return_val_if_fail (title != NULL && texts != NULL, NULL);

  if (texts->len == 0)
    return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "icon-name",
                         icon_name, "title-lines", 0, NULL);
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "icon-name",
                      icon_name, NULL);
  list = create_list (title, texts, n_more);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), GTK_WIDGET (list));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), create_copy_button (list));
  return row;
}
