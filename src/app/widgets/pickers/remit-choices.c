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

/* The entities themselves are offered, so that one that is chosen stays so when others come. */
static char *
dup_label (gpointer item,
           gpointer data G_GNUC_UNUSED)
{
  char *label;

  g_object_get (item, REMIT_IS_ENTITY (item) ? "name" : "string", &label, NULL);
  return label;
}

static gboolean
has_item (GListModel *model,
          guint from,
          guint n_items,
          gpointer wanted)
{
  for (guint i = from; i < from + n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == wanted)
        return TRUE;
    }
  return FALSE;
}

/* The drop-down itself, which looks later, would choose a neighbour of what is gone. */
static void
on_offer_changed (GListModel *offer,
                  guint position,
                  guint removed,
                  guint added,
                  GObject *drop_down)
{
  g_autoptr (GObject) chosen = NULL;
  guint selected;

  g_object_get (drop_down, "selected", &selected, "selected-item", &chosen, NULL);
  if (selected >= position && selected < position + removed
      && !has_item (offer, position, added, chosen))
    g_object_set (drop_down, "selected", 0, NULL);
}

void
remit_choices_offer (gpointer drop_down,
                     const char *none,
                     gboolean none_last,
                     GListModel *entities)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) offered = entities;
  g_autoptr (GtkStringList) alone = gtk_string_list_new ((const char *[]){ none, NULL });
  g_autoptr (GtkFlattenListModel) all = NULL;
  g_autoptr (GtkExpression) label =
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_label), NULL, NULL);

  g_list_store_append (models, none_last ? (gpointer) offered : alone);
  g_list_store_append (models, none_last ? (gpointer) alone : offered);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  if (!none_last)
    g_signal_connect_object (all, "items-changed", G_CALLBACK (on_offer_changed), drop_down, 0);
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
  return item != NULL && REMIT_IS_ENTITY (item) ? remit_entity_get_id (REMIT_ENTITY (item)) : 0;
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

      if (get_id (item) != id)
        continue;
      g_object_set (drop_down, "selected", i, NULL);
      return;
    }
}
