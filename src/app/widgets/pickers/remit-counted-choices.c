/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down in which each choice says how many it would find. */
#include "remit-counted-choices.h"

#include "widgets/remit-names.h"

/* ── A choice ─────────────────────────────────────────────────────────────────────────────── */

#define REMIT_TYPE_COUNTED_ITEM (remit_counted_item_get_type ())
G_DECLARE_FINAL_TYPE (RemitCountedItem, remit_counted_item, REMIT, COUNTED_ITEM, GObject)

struct _RemitCountedItem
{
  GObject parent_instance;

  char *name;
  char *count;
};

G_DEFINE_FINAL_TYPE (RemitCountedItem, remit_counted_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NAME,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
remit_counted_item_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  RemitCountedItem *self = REMIT_COUNTED_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_counted_item_finalize (GObject *object)
{
  RemitCountedItem *self = REMIT_COUNTED_ITEM (object);

  g_free (self->name);
  g_free (self->count);

  G_OBJECT_CLASS (remit_counted_item_parent_class)->finalize (object);
}

static void
remit_counted_item_class_init (RemitCountedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_counted_item_get_property;
  object_class->finalize = remit_counted_item_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
remit_counted_item_init (RemitCountedItem *self)
{
  self->count = g_strdup ("");
}

static void
set_count (RemitCountedItem *self,
           int n)
{
  g_autofree char *count = n >= 0 ? g_strdup_printf ("%'d", n) : g_strdup ("");

  if (g_str_equal (self->count, count))
    return;
  g_free (self->count);
  self->count = g_steal_pointer (&count);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

static RemitCountedItem *
create_item (const char *name,
             int n)
{
  RemitCountedItem *self = g_object_new (REMIT_TYPE_COUNTED_ITEM, NULL);

  self->name = g_strdup (name);
  set_count (self, n);
  return self;
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
on_setup (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (row, box);
}

static void
show_count (RemitCountedItem *item,
            GParamSpec *pspec G_GNUC_UNUSED,
            GtkWidget *box)
{
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), item->count);
  remit_names_set_row (box, item->name, *item->count != '\0' ? item->count : NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *row)
{
  RemitCountedItem *item = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), item->name);
  g_signal_connect_object (item, "notify::count", G_CALLBACK (show_count), box, 0);
  show_count (item, NULL, box);
}

static void
on_unbind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
           GtkListItem *row)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_count,
                                        gtk_list_item_get_child (row));
}

void
remit_counted_choices_set_up (GtkDropDown *drop_down,
                              const char *none)
{
  g_autoptr (GListStore) choices = g_list_store_new (REMIT_TYPE_COUNTED_ITEM);
  g_autoptr (RemitCountedItem) first = create_item (none, -1);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) name = gtk_property_expression_new (REMIT_TYPE_COUNTED_ITEM, NULL,
                                                                "name");

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_expression (drop_down, name);
  g_list_store_append (choices, first);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (choices));
}

/* ── What is offered ──────────────────────────────────────────────────────────────────────── */

static GListStore *
get_store (GtkDropDown *drop_down)
{
  return G_LIST_STORE (gtk_drop_down_get_model (drop_down));
}

/* Returns: (transfer full) (element-type utf8 RemitCountedItem): those after the first */
static GHashTable *
list_items (GListModel *model)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      RemitCountedItem *item = g_list_model_get_item (model, i);

      g_hash_table_replace (items, item->name, item);
    }
  return items;
}

/* Returns: (transfer full): the choice that is there already, if it is, so that it stays chosen */
static RemitCountedItem *
ensure_item (GHashTable *known,
             const RemitCountedChoice *choice)
{
  RemitCountedItem *item = g_hash_table_lookup (known, choice->name);

  if (item == NULL)
    return create_item (choice->name, choice->n);
  set_count (item, choice->n);
  return g_object_ref (item);
}

static gboolean
are_same (GListModel *model,
          GPtrArray *items)
{
  if (g_list_model_get_n_items (model) != items->len + 1)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i + 1);

      if (item != items->pdata[i])
        return FALSE;
    }
  return TRUE;
}

void
remit_counted_choices_offer (GtkDropDown *drop_down,
                             const RemitCountedChoice *choices,
                             guint n_choices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = NULL;
  RemitCountedItem *chosen = NULL;
  GListStore *store;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  store = get_store (drop_down);
  known = list_items (G_LIST_MODEL (store));
  if (gtk_drop_down_get_selected (drop_down) != 0)
    chosen = gtk_drop_down_get_selected_item (drop_down);
  for (guint i = 0; i < n_choices; i++)
    {
      g_ptr_array_add (items, ensure_item (known, &choices[i]));
      if (items->pdata[i] == chosen)
        chosen = NULL;
    }
  if (chosen != NULL)
    {
      set_count (chosen, 0);
      g_ptr_array_add (items, g_object_ref (chosen));
    }
  if (!are_same (G_LIST_MODEL (store), items))
    g_list_store_splice (store, 1, g_list_model_get_n_items (G_LIST_MODEL (store)) - 1,
                         items->pdata, items->len);
}

void
remit_counted_choices_set_all (GtkDropDown *drop_down,
                               int n)
{
  g_autoptr (RemitCountedItem) first = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  first = g_list_model_get_item (gtk_drop_down_get_model (drop_down), 0);
  set_count (first, n);
}

const char *
remit_counted_choices_get (GtkDropDown *drop_down)
{
  RemitCountedItem *chosen;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);

  chosen = gtk_drop_down_get_selected_item (drop_down);
  return chosen != NULL && gtk_drop_down_get_selected (drop_down) != 0 ? chosen->name : NULL;
}
