/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a #RemitDrag can be dropped. */
#include "remit-drag-target.h"

#include "remit-drag.h"

void
remit_drag_target_add (GtkWidget *widget,
                       GCallback on_motion,
                       GCallback on_leave,
                       GCallback on_drop)
{
  GtkDropTarget *target = gtk_drop_target_new (REMIT_TYPE_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (target, "enter", on_motion, widget, 0);
  g_signal_connect_object (target, "motion", on_motion, widget, 0);
  g_signal_connect_object (target, "leave", on_leave, widget, 0);
  g_signal_connect_object (target, "drop", on_drop, widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* Returns: what is offered by what is over the target; all by nothing */
static GdkDragAction
get_offered (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL ? gdk_drop_get_actions (drop) : GDK_ACTION_COPY | GDK_ACTION_MOVE;
}

gboolean
remit_drag_target_wants_copy (GtkDropTarget *target)
{
  g_return_val_if_fail (GTK_IS_DROP_TARGET (target), FALSE);

  return (get_offered (target) & GDK_ACTION_MOVE) == 0;
}

gboolean
remit_drag_target_wants_swap (GtkDropTarget *target)
{
  g_return_val_if_fail (GTK_IS_DROP_TARGET (target), FALSE);

  return get_offered (target) == GDK_ACTION_MOVE;
}
