/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search result. */
#pragma once

#include <gtk/gtk.h>

#include "plan/find/remit-find-index.h"

#define REMIT_TYPE_FIND_ITEM (remit_find_item_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindItem, remit_find_item, REMIT, FIND_ITEM, GObject)

/** @is_first: whether it stands first in its group, whose title is above it */
RemitFindItem *remit_find_item_new (const RemitFindEntry *entry,
                                    gboolean is_first);

/** A row that shows the others of a group: @n of them. */
RemitFindItem *remit_find_item_new_more (RemitFindGroup group,
                                         guint n);

RemitFindGroup remit_find_item_get_group (RemitFindItem *self);
gint64 remit_find_item_get_id (RemitFindItem *self);
gboolean remit_find_item_is_first (RemitFindItem *self);
gboolean remit_find_item_is_more (RemitFindItem *self);
const char *remit_find_item_get_name (RemitFindItem *self);
const char *remit_find_item_get_place (RemitFindItem *self);

/** Returns: whether two rows show the same */
gboolean remit_find_item_equal (RemitFindItem *self,
                                RemitFindItem *other);
