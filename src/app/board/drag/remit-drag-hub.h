/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried just now, by pointer or by keyboard, and the drag sources that say so. */
#pragma once

#include <gtk/gtk.h>

#include "remit-drag.h"

/**
 * RemitDragHub:
 *
 * One for each board view. While something is carried, the places that it can be put to show it.
 *
 * Signal `changed`: something else is carried, or nothing any longer.
 */
#define REMIT_TYPE_DRAG_HUB (remit_drag_hub_get_type ())
G_DECLARE_FINAL_TYPE (RemitDragHub, remit_drag_hub, REMIT, DRAG_HUB, GObject)

/** Returns: (transfer none) (nullable) */
const RemitDrag *remit_drag_hub_get_drag (RemitDragHub *self);
/** @drag: (transfer none) (nullable) */
void remit_drag_hub_set_drag (RemitDragHub *self,
                              const RemitDrag *drag);

/**
 * RemitDragFunc:
 *
 * Returns: (transfer full) (nullable): what a drag that begins at @widget carries
 */
typedef RemitDrag *(*RemitDragFunc) (GtkWidget *widget);

/**
 * remit_drag_hub_add_source:
 * @of: the widget that @func is asked about; @widget or one around it
 *
 * Makes @widget the beginning of drags.
 */
void remit_drag_hub_add_source (RemitDragHub *self,
                                GtkWidget *widget,
                                GtkWidget *of,
                                RemitDragFunc func);
