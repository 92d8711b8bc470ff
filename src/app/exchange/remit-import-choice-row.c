/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a plan's file in an expandable row, to be chosen one by one. */
#include "remit-import-choice-row.h"

#include <glib/gi18n.h>

#include "remit-import-list.h"
#include "widgets/remit-names.h"

/* As high as its rows would be, in pixels, up to a height at which there is something around it. */
#define HEIGHT_OF_ROW 60
#define MOST_HEIGHT 280

struct _RemitImportChoiceRow {
  AdwExpanderRow parent_instance;

  GPtrArray *rows;
  GHashTable *choices;
};

G_DEFINE_FINAL_TYPE (RemitImportChoiceRow, remit_import_choice_row, ADW_TYPE_EXPANDER_ROW)

/* What a list item has in it. */
typedef struct {
  GtkCheckButton *check;
  GtkLabel *text;
  GtkLabel *reason;
  const RemitImportRow *row;
  gulong toggled;
} Item;

static Item *
get_item (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "item");
}

static void
on_toggled (RemitImportChoiceRow *self,
            GtkCheckButton *check)
{
  const Item *item = g_object_get_data (G_OBJECT (check), "item");
  gboolean is_active = gtk_check_button_get_active (check);

  /* what is the rule anyway needs no choice */
  if (is_active == item->row->is_taken)
    g_hash_table_remove (self->choices, item->row->key);
  else
    g_hash_table_replace (self->choices, g_strdup (item->row->key),
                          GINT_TO_POINTER (is_active ? REMIT_IMPORT_TAKE : REMIT_IMPORT_LEAVE));
  g_signal_emit_by_name (self, "changed");
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
on_setup (RemitImportChoiceRow *self,
          GtkListItem *list_item)
{
  Item *item = g_new0 (Item, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_check_button_new ();

  item->check = GTK_CHECK_BUTTON (check);
  item->text = add_label (box);
  item->reason = add_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (item->reason), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (item->reason), "caption");
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (item->check, box);
  gtk_widget_set_margin_start (check, 12);
  gtk_widget_set_margin_end (check, 12);
  gtk_widget_set_margin_top (check, 6);
  gtk_widget_set_margin_bottom (check, 6);
  g_object_set_data_full (G_OBJECT (list_item), "item", item, g_free);
  g_object_set_data (G_OBJECT (check), "item", item);
  item->toggled = g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self,
                                           G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, check);
}

static gboolean
is_chosen (RemitImportChoiceRow *self,
           const RemitImportRow *row)
{
  RemitImportChoice choice =
    (RemitImportChoice) GPOINTER_TO_INT (g_hash_table_lookup (self->choices, row->key));

  return choice == REMIT_IMPORT_UNDECIDED ? row->is_taken : choice == REMIT_IMPORT_TAKE;
}

static void
on_bind (RemitImportChoiceRow *self,
         GtkListItem *list_item)
{
  Item *item = get_item (list_item);
  const char *reason;
  g_autofree char *name = NULL;

  item->row = self->rows->pdata[gtk_list_item_get_position (list_item)];
  reason = remit_import_row_get_reason (item->row);
  g_signal_handler_block (item->check, item->toggled);
  gtk_check_button_set_active (item->check, is_chosen (self, item->row));
  g_signal_handler_unblock (item->check, item->toggled);
  gtk_label_set_text (item->text, item->row->text);
  gtk_label_set_text (item->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (item->reason), reason != NULL);
  name = reason != NULL ? g_strdup_printf ("%s (%s)", item->row->text, reason)
                        : g_strdup (item->row->text);
  remit_names_set (GTK_WIDGET (item->check), name);
}

static GtkListItemFactory *
create_factory (RemitImportChoiceRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  return factory;
}

static GtkWidget *
create_list (RemitImportChoiceRow *self,
             const char *title)
{
  GtkStringList *texts = gtk_string_list_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_string_list_append (texts, ((RemitImportRow *) self->rows->pdata[i])->text);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (texts))),
                            create_factory (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  /* a list does not know how high it is before it is shown */
  gtk_scrolled_window_set_min_content_height (
    GTK_SCROLLED_WINDOW (scroller), (int) MIN (HEIGHT_OF_ROW * self->rows->len, MOST_HEIGHT));
  return scroller;
}

static void
remit_import_choice_row_finalize (GObject *object)
{
  RemitImportChoiceRow *self = REMIT_IMPORT_CHOICE_ROW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);

  G_OBJECT_CLASS (remit_import_choice_row_parent_class)->finalize (object);
}

static void
remit_import_choice_row_class_init (RemitImportChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_import_choice_row_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_import_choice_row_init (RemitImportChoiceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

RemitImportChoiceRow *
remit_import_choice_row_new (const char *title,
                      const char *icon_name,
                      GPtrArray *rows,
                      guint n_more,
                      GHashTable *choices)
{
  RemitImportChoiceRow *self;

  g_return_val_if_fail (title != NULL && rows != NULL && choices != NULL, NULL);

  self = g_object_new (REMIT_TYPE_IMPORT_CHOICE_ROW, "title", title, "icon-name", icon_name, NULL);
  self->rows = g_ptr_array_ref (rows);
  self->choices = g_hash_table_ref (choices);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), create_list (self, title));
  if (n_more > 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), remit_import_list_create_more (n_more));
  return self;
}
