/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drops on the pool: out of a slot, back to the people who can be assigned. */
#include "board/drag/remit-drag-target.h"
#include "plan/placement/remit-placement.h"
#include "remit-pool-private.h"
#include "widgets/remit-try.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

static gboolean
may_drop (const RemitDrag *drag)
{
  if (drag == NULL || drag->kind != REMIT_DRAG_PEOPLE)
    return FALSE;
  for (guint i = 0; i < drag->placements->len; i++)
    if (g_array_index (drag->placements, RemitPlacement, i).assignment != 0)
      return TRUE;
  return FALSE;
}

/* The edges are those of the list, which begins below search and filters. */
static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  double x, y;

  if (gtk_widget_get_mapped (scrolled)
      && gtk_widget_translate_coordinates (widget, scrolled, 0, self->pointer_y, &x, &y))
    remit_edge_scroll (gtk_scrolled_window_get_vadjustment (self->scrolled), MAX (0, y),
                       gtk_widget_get_height (scrolled));
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitPool *self)
{
  if (!may_drop (remit_drag_hub_get_drag (self->hub)))
    return 0;
  self->pointer_y = y;
  remit_tick_start (GTK_WIDGET (self), &self->scroll_tick, on_scroll_tick);
  gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target,
          RemitPool *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitPool *self)
{
  const RemitDrag *drag = g_value_get_boxed (value);
  g_autoptr (GArray) placements = NULL;

  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
  if (self->workspace == NULL || !may_drop (drag))
    return FALSE;

  placements = remit_drag_get_placements (drag, 0, 0, FALSE);
  return remit_try_place (GTK_WIDGET (self), self->workspace,
                          (const RemitPlacement *) placements->data, placements->len, NULL);
}

void
remit_pool_add_drop_target (RemitPool *self)
{
  remit_drag_target_add (GTK_WIDGET (self), G_CALLBACK (on_motion), G_CALLBACK (on_leave),
                         G_CALLBACK (on_drop));
}

void
remit_pool_end_drop (RemitPool *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
}
