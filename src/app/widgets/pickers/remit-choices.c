/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to choose from in a drop-down: words of a field, or entities by name. */
#include "remit-choices.h"

#include "plan/design/remit-design.h"

GListModel *
remit_choices_new (const RemitChoice *choices)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (; choices->nick != NULL; choices++)
    gtk_string_list_append (words, g_dgettext (GETTEXT_PACKAGE, choices->label));
  return G_LIST_MODEL (words);
}

static gpointer
create_word (gpointer item,
             gpointer data G_GNUC_UNUSED)
{
  g_autofree char *name = NULL;
  GtkStringObject *word;

  g_object_get (item, "name", &name, NULL);
  word = gtk_string_object_new (name);
  g_object_set_data_full (G_OBJECT (word), "entity", item, g_object_unref);
  return word;
}

void
remit_choices_offer (gpointer drop_down,
                     const char *none,
                     gboolean none_last,
                     GListModel *entities)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) alone = gtk_string_list_new ((const char *[]){ none, NULL });
  g_autoptr (GtkMapListModel) offered =
    gtk_map_list_model_new (entities, create_word, NULL, NULL);
  g_autoptr (GtkFlattenListModel) all = NULL;
  g_autoptr (GtkExpression) label =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_list_store_append (models, none_last ? (gpointer) offered : alone);
  g_list_store_append (models, none_last ? (gpointer) alone : offered);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  g_object_set (drop_down, "expression", label, "model", all, NULL);
}

void
remit_choices_offer_parts (gpointer drop_down,
                           const char *none,
                           gboolean none_last,
                           RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 owner)
{
  g_autoptr (GPtrArray) parts = workspace != NULL ? remit_design_get_parts (workspace, kind, owner)
                                                  : g_ptr_array_new ();
  GListStore *entities = g_list_store_new (REMIT_TYPE_ENTITY);

  g_list_store_splice (entities, 0, 0, parts->pdata, parts->len);
  remit_choices_offer (drop_down, none, none_last, G_LIST_MODEL (entities));
}

static gint64
get_id (GObject *item)
{
  RemitEntity *entity = item != NULL ? g_object_get_data (item, "entity") : NULL;

  return entity != NULL ? remit_entity_get_id (entity) : 0;
}

gint64
remit_choices_get (gpointer drop_down)
{
  g_autoptr (GObject) item = NULL;

  g_object_get (drop_down, "selected-item", &item, NULL);
  return get_id (item);
}

void
remit_choices_set (gpointer drop_down,
                   gint64 id)
{
  g_autoptr (GListModel) model = NULL;

  g_object_get (drop_down, "model", &model, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (get_id (item) == id)
        g_object_set (drop_down, "selected", i, NULL);
    }
}
