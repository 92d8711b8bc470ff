/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer in the matrix: a click cycles, a drag selects, a title opens. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-rights-grid-private.h"

/* Pixels that the pointer may move in a click. */
#define SLACK 6

/* @row: −1 for none and the header; @column: −1 for none and the titles */
void
remit_rights_grid_hit (RemitRightsGrid *self,
                       double x,
                       double y,
                       int *row,
                       int *column)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int from_start = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                     ? gtk_widget_get_width (widget) - (int) x - 1
                     : (int) x;

  *row = remit_rights_layout_hit_row (&self->layout, remit_scroller_get_y (&self->scroller),
                                      (int) y);
  *column = remit_rights_layout_hit_column (&self->layout, remit_scroller_get_x (&self->scroller),
                                            from_start);
}

static gboolean
is_shift_held (GtkGesture *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
          & GDK_SHIFT_MASK) != 0;
}

static void
open_title (RemitRightsGrid *self,
            int row)
{
  const RemitRightsRow *at = remit_rights_table_get_row (self->table, (guint) row);

  if (at->decision != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)",
                                (int) REMIT_KIND_DECISION, remit_entity_get_id (at->decision));
  else if (at->team != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_TEAM,
                                at->team);
}

static void
on_drag_begin (GtkGesture *gesture,
               double x,
               double y,
               RemitRightsGrid *self)
{
  remit_rights_grid_hit (self, x, y, &self->press_row, &self->press_column);
  self->press_moved = FALSE;
  if (!remit_rights_grid_is_cell (self, self->press_row, self->press_column))
    return;
  if (is_shift_held (gesture))
    {
      self->press_moved = TRUE;
      remit_rights_grid_move (self, self->press_row, self->press_column, TRUE);
    }
  else
    remit_rights_grid_move (self, self->press_row, self->press_column, FALSE);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double dx,
                double dy,
                RemitRightsGrid *self)
{
  double x;
  double y;
  int row;
  int column;

  if (!remit_rights_grid_is_cell (self, self->press_row, self->press_column)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  remit_rights_grid_hit (self, x + dx, y + dy, &row, &column);
  if ((row == self->press_row && column == self->press_column && !self->press_moved)
      || !remit_rights_grid_is_cell (self, row, column)
      || (row == self->row && column == self->column))
    return;
  self->press_moved = TRUE;
  remit_rights_grid_move (self, row, column, TRUE);
}

static void
on_drag_end (GtkGestureDrag *gesture G_GNUC_UNUSED,
             double dx,
             double dy,
             RemitRightsGrid *self)
{
  if (self->press_moved)
    return;
  if (remit_rights_grid_is_cell (self, self->press_row, self->press_column))
    remit_rights_grid_cycle (self);
  else if (self->press_row >= 0 && self->press_column < 0 && ABS (dx) < SLACK && ABS (dy) < SLACK)
    open_title (self, self->press_row);
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press G_GNUC_UNUSED,
                 double x,
                 double y,
                 RemitRightsGrid *self)
{
  RemitRightsRange range;
  int row;
  int column;

  remit_rights_grid_hit (self, x, y, &row, &column);
  if (!remit_rights_grid_is_cell (self, row, column))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  /* within what is selected, it is about all of that */
  if (!remit_rights_grid_get_range (self, &range) || (guint) row < range.first_row
      || (guint) row >= range.last_row || (guint) column < range.first_column
      || (guint) column >= range.last_column)
    remit_rights_grid_move (self, row, column, FALSE);
  remit_rights_grid_show_menu (self, row, column);
}

void
remit_rights_grid_add_gestures (RemitRightsGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (on_menu_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
