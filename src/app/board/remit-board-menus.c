/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of teams, slots and people on the board, and clicks, which open details and menus. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-private.h"
#include "widgets/remit-menu.h"

static const char *
get_menu_id (RemitBoard *self)
{
  if (self->cursor->assignment != 0)
    return "board-person";
  return self->cursor->slot != 0 ? "board-slot" : "board-team";
}

/* Where the keyboard is. */
static GdkRectangle
get_focus_place (RemitBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return (GdkRectangle){ 0, 0, 1, 1 };
  return (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
}

void
remit_board_show_menu (RemitBoard *self,
                       const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = remit_menu_load (get_menu_id (self));
  GdkRectangle place = at != NULL ? *at : get_focus_place (self);

  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), menu, &place));
}

/* ── Clicks ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether there is something at the point; the cursor and the keyboard are on it then */
static gboolean
take_cursor_to (RemitBoard *self,
                double x,
                double y)
{
  GtkWidget *part = remit_board_pick (self, x, y);

  if (part == NULL || remit_board_model_get_workspace (self->model) == NULL)
    return FALSE;
  gtk_widget_grab_focus (part);
  remit_board_set_cursor_from_focus (self);
  return TRUE;
}

/* What is carried by keyboard, or was picked up by menu, can be put down with a click as well. */
static void
put_down_at (RemitBoard *self,
             double x,
             double y)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  if (drag == NULL)
    return;
  remit_board_find_target (self, drag, x, y);
  if (self->target->is_set)
    remit_board_put_down_carried (self, FALSE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_pressed (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            RemitBoard *self)
{
  self->press_x = x;
  self->press_y = y;
}

/* A click ends where it began; else it was a drag, perhaps one that Escape has ended. */
static void
on_released (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             RemitBoard *self)
{
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y,
                                (int) x, (int) y))
    return;
  if (remit_board_is_carrying (self))
    put_down_at (self, x, y);
  else if (n_press == 1 && take_cursor_to (self, x, y))
    gtk_widget_activate_action (GTK_WIDGET (self), "board.inspect", NULL);
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 RemitBoard *self)
{
  if (!take_cursor_to (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  remit_board_show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

void
remit_board_add_click_gestures (RemitBoard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
