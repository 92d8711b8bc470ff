/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots and people that are dropped on a row of the matrix, to give them a right there. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-rights-grid-private.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

/* Returns: who would get a right: a slot of this plan, or one person */
static RemitKind
get_holder (const RemitDrag *drag,
            gint64 *id)
{
  if (drag == NULL)
    return REMIT_KIND_NONE;
  if (drag->kind == REMIT_DRAG_SLOT)
    {
      *id = drag->id;
      return REMIT_KIND_SLOT;
    }
  if (drag->kind != REMIT_DRAG_PEOPLE || drag->placements->len != 1)
    return REMIT_KIND_NONE;
  *id = g_array_index (drag->placements, RemitPlacement, 0).person;
  return REMIT_KIND_PERSON;
}

static void
set_target (RemitRightsGrid *self,
            int row)
{
  int rows[] = { self->target_row, row };

  if (self->target_row == row)
    return;
  self->target_row = row;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RemitRightsLine *line = rows[i] >= 0 ? g_hash_table_lookup (self->lines,
                                                                  GUINT_TO_POINTER (rows[i]))
                                           : NULL;

      if (line != NULL)
        remit_rights_line_set_target (line, rows[i] == row);
    }
}

static void
find_target (RemitRightsGrid *self)
{
  int row;
  int column;

  remit_rights_grid_hit (self, self->drop_x, self->drop_y, &row, &column);
  if (row >= 0 && remit_rights_table_get_row (self->table, (guint) row)->decision == NULL)
    row = -1;
  set_target (self, row);
}

static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock G_GNUC_UNUSED,
                gpointer data G_GNUC_UNUSED)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);

  remit_edge_scroll (remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_VERTICAL),
                     self->drop_y - self->layout.header,
                     gtk_widget_get_height (widget) - self->layout.header);
  find_target (self);
  return G_SOURCE_CONTINUE;
}

static void
stop (RemitRightsGrid *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  set_target (self, -1);
}

static GdkDragAction
on_motion (GtkDropTarget *target G_GNUC_UNUSED,
           double x,
           double y,
           RemitRightsGrid *self)
{
  gint64 id;

  if (get_holder (remit_drag_hub_get_drag (self->hub), &id) == REMIT_KIND_NONE)
    return 0;
  self->drop_x = x;
  self->drop_y = y;
  find_target (self);
  remit_tick_start (GTK_WIDGET (self), &self->scroll_tick, on_scroll_tick);
  return self->target_row >= 0 ? GDK_ACTION_COPY : 0;
}

static void
on_leave (GtkDropTarget *target G_GNUC_UNUSED,
          RemitRightsGrid *self)
{
  stop (self);
}

static gboolean
on_drop (GtkDropTarget *target G_GNUC_UNUSED,
         const GValue *value,
         double x,
         double y,
         RemitRightsGrid *self)
{
  gint64 id = 0;
  RemitKind kind = get_holder (g_value_get_boxed (value), &id);
  int row;

  self->drop_x = x;
  self->drop_y = y;
  find_target (self);
  row = self->target_row;
  stop (self);
  if (kind == REMIT_KIND_NONE || row < 0)
    return FALSE;
  remit_rights_grid_offer (self, row, kind, id, x, y);
  return TRUE;
}

void
remit_rights_grid_add_drop_target (RemitRightsGrid *self)
{
  GtkDropTarget *target = gtk_drop_target_new (REMIT_TYPE_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_object (target, "enter", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
