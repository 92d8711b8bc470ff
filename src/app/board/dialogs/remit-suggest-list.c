/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a suggestion: what is filled by whom, and what stays open. */
#include "remit-suggest-list.h"

#include <glib/gi18n.h>

#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-names.h"

/* @left: the numbers of the rows that are not taken */
struct _RemitSuggestList
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  const RemitSuggestion *suggestion;
  GHashTable *left;
  GtkStringList *slots;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (RemitSuggestList, remit_suggest_list, ADW_TYPE_BIN)

/* What a list item has in it; it goes with the widgets. */
typedef struct {
  RemitSuggestList *list;
  GtkListItem *list_item;
  GtkCheckButton *check;
  GtkLabel *slot;
  GtkLabel *person;
  GtkLabel *reasons;
  GtkMenuButton *more;
  GSimpleActionGroup *actions;
  gulong toggled;
} Item;

static Item *
get_item (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "item");
}

static guint
get_number (const Item *item)
{
  return gtk_list_item_get_position (item->list_item);
}

static const RemitSuggestRow *
get_row (RemitSuggestList *self,
         guint number)
{
  return &g_array_index (self->suggestion->rows, RemitSuggestRow, number);
}

static const RemitSuggestRow *
get_row_of (const Item *item)
{
  return get_row (item->list, get_number (item));
}

/* ── What the user does ───────────────────────────────────────────────────────────────────── */

static void
on_toggled (GtkCheckButton *check,
            Item *item)
{
  gpointer number = GUINT_TO_POINTER (get_number (item));

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (item->list->left, number);
  else
    g_hash_table_add (item->list->left, number);
  g_signal_emit_by_name (item->list, "changed");
}

static void
on_show (GSimpleAction *action G_GNUC_UNUSED,
         GVariant *parameter G_GNUC_UNUSED,
         gpointer data)
{
  const Item *item = data;

  g_signal_emit_by_name (item->list, "show-slot", get_row_of (item)->slot);
}

static void
pin (const Item *item,
     gint64 slot,
     gboolean is_out)
{
  g_signal_emit_by_name (item->list, "pin", get_row_of (item)->person, slot, is_out);
}

static void
on_keep (GSimpleAction *action G_GNUC_UNUSED,
         GVariant *parameter G_GNUC_UNUSED,
         gpointer data)
{
  pin (data, get_row_of (data)->slot, FALSE);
}

static void
on_not (GSimpleAction *action G_GNUC_UNUSED,
        GVariant *parameter G_GNUC_UNUSED,
        gpointer data)
{
  pin (data, get_row_of (data)->slot, TRUE);
}

static void
on_leave (GSimpleAction *action G_GNUC_UNUSED,
          GVariant *parameter G_GNUC_UNUSED,
          gpointer data)
{
  pin (data, 0, FALSE);
}

static const GActionEntry entries[] = {
  { "show", on_show },
  { "keep", on_keep },
  { "not", on_not },
  { "leave", on_leave },
};

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) pins = g_menu_new ();

  g_menu_append (menu, _ ("Go to Slot"), "suggestion.show");
  g_menu_append (pins, _ ("Keep Here"), "suggestion.keep");
  g_menu_append (pins, _ ("Not Here"), "suggestion.not");
  g_menu_append (pins, _ ("Do Not Suggest This Person"), "suggestion.leave");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pins));
  return G_MENU_MODEL (menu);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GtkLabel *
add_label (GtkWidget *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_object_unref (item->actions);
  g_free (item);
}

static GtkWidget *
create_texts (Item *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  item->slot = add_label (box, "heading");
  item->person = add_label (box, "body");
  item->reasons = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (item->reasons), "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
create_more (Item *item)
{
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu ();

  item->more = GTK_MENU_BUTTON (more);
  gtk_menu_button_set_icon_name (item->more, "view-more-symbolic");
  gtk_menu_button_set_menu_model (item->more, menu);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (more, "flat");
  return more;
}

static void
on_setup (RemitSuggestList *self,
          GtkListItem *list_item)
{
  Item *item = g_new0 (Item, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  item->list = self;
  item->list_item = list_item;
  item->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  item->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (item->actions), entries, G_N_ELEMENTS (entries),
                                   item);
  gtk_widget_insert_action_group (box, "suggestion", G_ACTION_GROUP (item->actions));
  gtk_widget_set_valign (GTK_WIDGET (item->check), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (item->check));
  gtk_box_append (GTK_BOX (box), create_texts (item));
  gtk_box_append (GTK_BOX (box), create_more (item));
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  g_object_set_data_full (G_OBJECT (box), "item", item, item_free);
  item->toggled = g_signal_connect (item->check, "toggled", G_CALLBACK (on_toggled), item);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
}

char *
remit_suggest_list_dup_person (RemitWorkspace *workspace,
                               const RemitSuggestRow *row)
{
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;
  g_autofree char *score = NULL;

  share = remit_percent_printf (_ ("%d %%"), row->percent);
  if (row->person == 0)
    /* Translators: a slot for which nobody is suggested, and percent of it: "Stays open · 60 %" */
    return g_strdup_printf (_ ("Stays open · %s"), share);
  name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, row->person);
  score = remit_match_dup_score (row->score);
  return g_strdup_printf ("%s · %s · %s", name, share, score);
}

char *
remit_suggest_list_dup_reasons (RemitWorkspace *workspace,
                                const RemitSuggestRow *row)
{
  g_autofree char *rival = remit_suggest_dup_rival (workspace, row);
  g_autofree char *reasons = row->person != 0 ? g_strjoinv (" · ", row->reasons)
                                              : remit_suggest_dup_state (row);

  return g_strjoin ("\n", reasons, rival, NULL);
}

static void
name_row (Item *item)
{
  const char *slot = gtk_label_get_text (item->slot);
  g_autofree char *more = g_strdup_printf ("%s, %s", gtk_label_get_text (item->person),
                                           gtk_label_get_text (item->reasons));
  /* Translators: a slot: a check box that takes the suggestion for it, and its menu */
  g_autofree char *take = g_strdup_printf (_ ("Take suggestion for %s"), slot);
  g_autofree char *menu = g_strdup_printf (_ ("More about %s"), slot);

  remit_names_set_row (gtk_list_item_get_child (item->list_item), slot, more);
  remit_names_set (GTK_WIDGET (item->check), take);
  remit_names_set (GTK_WIDGET (item->more), menu);
}

static void
enable (Item *item,
        const char *name,
        gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (item->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_bind (RemitSuggestList *self,
         GtkListItem *list_item)
{
  Item *item = get_item (list_item);
  const RemitSuggestRow *row = get_row_of (item);
  gpointer number = GUINT_TO_POINTER (get_number (item));
  g_autofree char *person = remit_suggest_list_dup_person (self->workspace, row);
  g_autofree char *reasons = remit_suggest_list_dup_reasons (self->workspace, row);

  g_signal_handler_block (item->check, item->toggled);
  gtk_check_button_set_active (item->check, row->person != 0
                                              && !g_hash_table_contains (self->left, number));
  g_signal_handler_unblock (item->check, item->toggled);
  gtk_widget_set_sensitive (GTK_WIDGET (item->check), row->person != 0);
  gtk_label_set_text (item->slot,
                      gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
  gtk_label_set_text (item->person, person);
  gtk_label_set_text (item->reasons, reasons);
  for (guint i = 1; i < G_N_ELEMENTS (entries); i++)
    enable (item, entries[i].name, row->person != 0);
  name_row (item);
}

static GtkListItemFactory *
create_factory (RemitSuggestList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_suggest_list_dispose (GObject *object)
{
  RemitSuggestList *self = REMIT_SUGGEST_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->slots);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->left, g_hash_table_unref);

  G_OBJECT_CLASS (remit_suggest_list_parent_class)->dispose (object);
}

static void
remit_suggest_list_class_init (RemitSuggestListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_suggest_list_dispose;

  g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("show-slot", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT64);
  g_signal_new ("pin", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64,
                G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
remit_suggest_list_init (RemitSuggestList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *model;

  self->left = g_hash_table_new (NULL, NULL);
  self->slots = gtk_string_list_new (NULL);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->slots)));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (model),
                                                 create_factory (self)));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static char *
dup_slot (RemitWorkspace *workspace,
          gint64 slot)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);

  return entity != NULL ? remit_design_dup_slot_path (workspace, remit_entity_get_record (entity))
                        : g_strdup ("");
}

void
remit_suggest_list_set (RemitSuggestList *self,
                        RemitWorkspace *workspace,
                        const RemitSuggestion *suggestion)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_if_fail (REMIT_IS_SUGGEST_LIST (self));

  gtk_string_list_splice (self->slots, 0, g_list_model_get_n_items (G_LIST_MODEL (self->slots)),
                          NULL);
  g_hash_table_remove_all (self->left);
  g_set_object (&self->workspace, workspace);
  self->suggestion = suggestion;
  for (guint i = 0; suggestion != NULL && i < suggestion->rows->len; i++)
    {
      g_autofree char *name = dup_slot (workspace, get_row (self, i)->slot);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->slots, 0, 0, (const char *const *) names);
}

GHashTable *
remit_suggest_list_get_left (RemitSuggestList *self)
{
  g_return_val_if_fail (REMIT_IS_SUGGEST_LIST (self), NULL);

  return self->left;
}

GArray *
remit_suggest_list_dup_taken (RemitSuggestList *self)
{
  GArray *taken;

  g_return_val_if_fail (REMIT_IS_SUGGEST_LIST (self), NULL);

  taken = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  for (guint i = 0; self->suggestion != NULL && i < self->suggestion->rows->len; i++)
    {
      RemitSuggestRow row = *get_row (self, i);

      row.reasons = NULL;
      if (row.person != 0 && !g_hash_table_contains (self->left, GUINT_TO_POINTER (i)))
        g_array_append_val (taken, row);
    }
  return taken;
}
