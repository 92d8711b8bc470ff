/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a #RemitDrag can be dropped. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_drag_target_add:
 * @on_motion: for the signals `enter` and `motion` of the #GtkDropTarget
 * @on_leave: for `leave`
 * @on_drop: for `drop`
 *
 * Lets a widget, which is the data of the handlers, take drops.
 */
void remit_drag_target_add (GtkWidget *widget,
                            GCallback on_motion,
                            GCallback on_leave,
                            GCallback on_drop);

/** Returns: whether a drop would copy: with Ctrl held, the drag offers nothing else */
gboolean remit_drag_target_wants_copy (GtkDropTarget *target);

/** Returns: whether it would move alone, with Shift held: onto somebody, that is a swap */
gboolean remit_drag_target_wants_swap (GtkDropTarget *target);
