/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search result. */
#include "remit-find-item.h"

#include <glib/gi18n.h>

struct _RemitFindItem
{
  GObject parent_instance;

  RemitFindGroup group;
  gint64 id;
  char *name;
  char *place;
  gboolean is_first;
  gboolean is_more;
};

G_DEFINE_FINAL_TYPE (RemitFindItem, remit_find_item, G_TYPE_OBJECT)

static void
remit_find_item_finalize (GObject *object)
{
  RemitFindItem *self = REMIT_FIND_ITEM (object);

  g_free (self->name);
  g_free (self->place);

  G_OBJECT_CLASS (remit_find_item_parent_class)->finalize (object);
}

static void
remit_find_item_class_init (RemitFindItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_find_item_finalize;
}

static void
remit_find_item_init (RemitFindItem *self G_GNUC_UNUSED)
{
}

RemitFindItem *
remit_find_item_new (const RemitFindEntry *entry,
                     gboolean is_first)
{
  RemitFindItem *self = g_object_new (REMIT_TYPE_FIND_ITEM, NULL);

  self->group = entry->group;
  self->id = entry->id;
  self->name = g_strdup (entry->name);
  self->place = g_strdup (entry->place);
  self->is_first = is_first;
  return self;
}

RemitFindItem *
remit_find_item_new_more (RemitFindGroup group,
                          guint n)
{
  RemitFindItem *self = g_object_new (REMIT_TYPE_FIND_ITEM, NULL);

  self->group = group;
  /* Translators: a row that shows the others that were found */
  self->name = g_strdup_printf (ngettext ("Show %'u more", "Show %'u more", n), n);
  self->place = g_strdup ("");
  self->is_more = TRUE;
  return self;
}

RemitFindGroup
remit_find_item_get_group (RemitFindItem *self)
{
  return self->group;
}

gint64
remit_find_item_get_id (RemitFindItem *self)
{
  return self->id;
}

gboolean
remit_find_item_is_first (RemitFindItem *self)
{
  return self->is_first;
}

gboolean
remit_find_item_is_more (RemitFindItem *self)
{
  return self->is_more;
}

const char *
remit_find_item_get_name (RemitFindItem *self)
{
  return self->name;
}

const char *
remit_find_item_get_place (RemitFindItem *self)
{
  return self->place;
}

gboolean
remit_find_item_equal (RemitFindItem *self,
                       RemitFindItem *other)
{
  return self->group == other->group && self->id == other->id
         && self->is_first == other->is_first && self->is_more == other->is_more
         && g_str_equal (self->name, other->name) && g_str_equal (self->place, other->place);
}
