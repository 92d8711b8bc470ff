/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drops on the board: what would happen, shown before it does. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-private.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

/* Returns: the assignment at a point, if what is carried is another one */
static gint64
find_chip (RemitBoard *self,
           const RemitDrag *drag,
           double x,
           double y)
{
  gint64 own = remit_drag_get_assignment (drag);
  GtkWidget *part = own != 0 ? remit_board_pick (self, x, y) : NULL;
  gint64 id = REMIT_IS_CHIP (part) ? remit_chip_get_assignment (REMIT_CHIP (part)) : 0;

  return id != own ? id : 0;
}

void
remit_board_find_target (RemitBoard *self,
                         const RemitDrag *drag,
                         double x,
                         double y)
{
  remit_board_target_find (self->target, drag, (int) x + remit_scroller_get_x (&self->scroller),
                           (int) y + remit_scroller_get_y (&self->scroller),
                           find_chip (self, drag, x, y));
}

static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  remit_edge_scroll (
    remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_HORIZONTAL), self->pointer.x,
    gtk_widget_get_width (widget));
  remit_edge_scroll (remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_VERTICAL),
                     self->pointer.y, gtk_widget_get_height (widget));
  if (drag != NULL)
    remit_board_find_target (self, drag, self->pointer.x, self->pointer.y);
  return G_SOURCE_CONTINUE;
}

/* With Ctrl held, the drag offers to copy only. */
static gboolean
wants_copy (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0;
}

/* With Shift held, it offers to move only: onto somebody, that is a swap. */
static gboolean
wants_swap (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && gdk_drop_get_actions (drop) == GDK_ACTION_MOVE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gboolean copy = wants_copy (target);

  self->pointer.x = x;
  self->pointer.y = y;
  self->target->copy = copy;
  self->target->swapping = wants_swap (target);
  if (drag == NULL)
    return 0;

  remit_board_find_target (self, drag, x, y);
  remit_tick_start (GTK_WIDGET (self), &self->pointer.scroll_tick, on_scroll_tick);
  if (!self->target->is_set)
    return 0;
  return copy ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target,
          RemitBoard *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->pointer.scroll_tick);
  remit_board_target_clear (self->target);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitBoard *self)
{
  const RemitDrag *drag = g_value_get_boxed (value);
  g_autoptr (GError) error = NULL;
  RemitBoardAim aim;

  if (drag == NULL || remit_board_model_get_workspace (self->model) == NULL)
    return FALSE;

  self->target->swapping = wants_swap (target);
  remit_board_find_target (self, drag, x, y);
  remit_tick_stop (GTK_WIDGET (self), &self->pointer.scroll_tick);
  aim = remit_board_target_take (self->target);
  return remit_board_tell (self,
                           remit_board_target_put_down (self->target, drag, &aim,
                                                        wants_copy (target), &error),
                           &error);
}

void
remit_board_add_drop_target (RemitBoard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (REMIT_TYPE_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
