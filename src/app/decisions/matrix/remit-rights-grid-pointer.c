/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer in the matrix: a click cycles, a drag selects, a title opens, and beside the title of
 * a team it is folded; slots and people that are dropped on a row are given a right there. */
#include "board/drag/remit-drag-target.h"
#include "remit-rights-grid-private.h"
#include "widgets/remit-edits.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

/* Pixels that the pointer may move in a click. */
#define SLACK 6

static int
get_from_start (RemitRightsGrid *self,
                double x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
           ? gtk_widget_get_width (widget) - (int) x - 1
           : (int) x;
}

/* @row: −1 for none and the header; @column: −1 for none and the titles */
static void
hit (RemitRightsGrid *self,
     double x,
     double y,
     int *row,
     int *column)
{
  *row = remit_rights_layout_hit_row (&self->layout, remit_scroller_get_y (&self->scroller),
                                      (int) y);
  *column = remit_rights_layout_hit_column (&self->layout, remit_scroller_get_x (&self->scroller),
                                            get_from_start (self, x));
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
  else if (self->press_on_arrow || at->team == 0)
    remit_rights_grid_fold (self, at->team,
                            !remit_rights_table_is_folded (self->table, at->team));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_TEAM,
                                at->team);
}

static void
on_drag_begin (GtkGesture *gesture,
               double x,
               double y,
               RemitRightsGrid *self)
{
  hit (self, x, y, &self->press_row, &self->press_column);
  self->press_on_arrow = get_from_start (self, x) < self->layout.heading_height
                         || get_from_start (self, x) >= self->layout.side;
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
  hit (self, x + dx, y + dy, &row, &column);
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
    {
      if (remit_edits_are_possible (self->workspace))
        remit_rights_grid_cycle (self);
    }
  else if (self->press_row >= 0 && ABS (dx) < SLACK && ABS (dy) < SLACK)
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

  hit (self, x, y, &row, &column);
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

static void
add_gestures (RemitRightsGrid *self)
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

/* ── Drops ────────────────────────────────────────────────────────────────────────────────── */

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
      RemitRightsLine *line =
        rows[i] >= 0 ? g_hash_table_lookup (self->lines, GUINT_TO_POINTER (rows[i])) : NULL;

      if (line != NULL)
        remit_rights_line_set_target (line, rows[i] == row);
    }
}

static void
find_target (RemitRightsGrid *self)
{
  int row;
  int column;

  hit (self, self->drop_x, self->drop_y, &row, &column);
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

  if (!remit_edits_are_possible (self->workspace)
      || get_holder (remit_drag_hub_get_drag (self->hub), &id) == REMIT_KIND_NONE)
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
remit_rights_grid_add_pointer (RemitRightsGrid *self)
{
  add_gestures (self);
  remit_drag_target_add (GTK_WIDGET (self), G_CALLBACK (on_motion), G_CALLBACK (on_leave),
                         G_CALLBACK (on_drop));
}
