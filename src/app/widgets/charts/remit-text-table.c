/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table behind a chart. */
#include "remit-text-table.h"

#include "widgets/remit-names.h"

/* ── A row ────────────────────────────────────────────────────────────────────────────────── */

#define REMIT_TYPE_TABLE_ROW (remit_table_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitTableRow, remit_table_row, REMIT, TABLE_ROW, GObject)

struct _RemitTableRow
{
  GObject parent_instance;

  GPtrArray *texts;
};

G_DEFINE_FINAL_TYPE (RemitTableRow, remit_table_row, G_TYPE_OBJECT)

static void
remit_table_row_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_TABLE_ROW (object)->texts);

  G_OBJECT_CLASS (remit_table_row_parent_class)->finalize (object);
}

static void
remit_table_row_class_init (RemitTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_table_row_finalize;
}

static void
remit_table_row_init (RemitTableRow *self G_GNUC_UNUSED)
{
}

static const char *
get_text (const RemitTableRow *self,
          guint column)
{
  return column < self->texts->len ? self->texts->pdata[column] : "";
}

static char *
dup_name (const RemitTableRow *self)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < self->texts->len; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", (char *) self->texts->pdata[i]);
  return g_string_free (name, FALSE);
}

/* ── A cell ───────────────────────────────────────────────────────────────────────────────── */

static void
on_setup (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *item,
          gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) > 0 ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_UINT (column) > 0 ? 4 : 12);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *item,
         gpointer column)
{
  RemitTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = get_text (row, GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (GPOINTER_TO_UINT (column) == 0)
    {
      g_autofree char *name = dup_name (row);

      remit_names_set_row (label, name, NULL);
    }
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static GListModel *
create_model (GPtrArray *rows)
{
  GListStore *model = g_list_store_new (REMIT_TYPE_TABLE_ROW);

  for (guint i = 1; i < rows->len; i++)
    {
      g_autoptr (RemitTableRow) row = g_object_new (REMIT_TYPE_TABLE_ROW, NULL);

      row->texts = g_ptr_array_ref (rows->pdata[i]);
      g_list_store_append (model, row);
    }
  return G_LIST_MODEL (model);
}

static void
add_column (GtkColumnView *table,
            const char *head,
            guint place)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (place));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (place));
  column = gtk_column_view_column_new (head, factory);
  gtk_column_view_column_set_expand (column, place == 0);
  gtk_column_view_append_column (table, column);
}

GtkWidget *
remit_text_table_new (GPtrArray *rows)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (create_model (rows)));
  GtkWidget *table = gtk_column_view_new (selection);
  const GPtrArray *head = rows->len > 0 ? rows->pdata[0] : NULL;

  for (guint i = 0; head != NULL && i < head->len; i++)
    add_column (GTK_COLUMN_VIEW (table), head->pdata[i], i);
  gtk_widget_add_css_class (table, "data-table");
  return table;
}
