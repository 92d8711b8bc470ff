/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer on the board: clicks open details and menus; of a drop it is shown before what it
 * would do. */
#include "board/drag/remit-drag-target.h"
#include "remit-board-private.h"
#include "widgets/remit-attempts.h"
#include "widgets/remit-menu.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

/* ── Menus ────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_menu_id (RemitBoard *self)
{
  if (self->cursor->assignment != 0)
    return "board-person";
  return self->cursor->slot != 0 ? "board-slot" : "board-team";
}

const char *
remit_board_get_menu (RemitBoard *self,
                      char **name)
{
  g_autoptr (RemitDrag) drag = NULL;

  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (remit_board_model_get_n_columns (self->model) == 0 || self->cursor->group != NULL)
    return NULL;
  drag = remit_board_cursor_create_drag (self->cursor);
  *name = g_strdup (drag->name);
  return get_menu_id (self);
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
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle place = at != NULL ? *at : get_focus_place (self);

  if (self->cursor->group != NULL)
    return;
  menu = remit_menu_load (get_menu_id (self));
  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), menu, &place));
}

/* ── The target ───────────────────────────────────────────────────────────────────────────── */

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

/* Makes what is at a point of the board the target. */
static void
find_target (RemitBoard *self,
             const RemitDrag *drag,
             double x,
             double y)
{
  remit_board_target_find (self->target, drag, (int) x + remit_scroller_get_x (&self->scroller),
                           (int) y + remit_scroller_get_y (&self->scroller),
                           find_chip (self, drag, x, y));
}

/* ── Clicks ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether there is something at the point; the cursor and the keyboard are on it then */
static gboolean
take_cursor_to (RemitBoard *self,
                double x,
                double y)
{
  GtkWidget *part = remit_board_pick (self, x, y);

  if (part == NULL || REMIT_IS_TEAM_BAND (part)
      || remit_board_model_get_workspace (self->model) == NULL)
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
  find_target (self, drag, x, y);
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

static void
add_click_gestures (RemitBoard *self)
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

/* ── Drops ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  remit_edge_scroll (remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_HORIZONTAL),
                     self->pointer.x, gtk_widget_get_width (widget));
  remit_edge_scroll (remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_VERTICAL),
                     self->pointer.y, gtk_widget_get_height (widget));
  if (drag != NULL)
    find_target (self, drag, self->pointer.x, self->pointer.y);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gboolean copy = remit_drag_target_wants_copy (target);

  self->pointer.x = x;
  self->pointer.y = y;
  self->target->copy = copy;
  self->target->swapping = remit_drag_target_wants_swap (target);
  if (drag == NULL)
    return 0;

  find_target (self, drag, x, y);
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
  RemitBoardDrop *drop;
  RemitBoardAim aim;

  if (drag == NULL || remit_board_model_get_workspace (self->model) == NULL)
    return FALSE;

  self->target->swapping = remit_drag_target_wants_swap (target);
  find_target (self, drag, x, y);
  remit_tick_stop (GTK_WIDGET (self), &self->pointer.scroll_tick);
  aim = remit_board_target_take (self->target);
  drop = remit_board_drop_new (self->model, drag, &aim, remit_drag_target_wants_copy (target));
  return drop != NULL
         && remit_try (GTK_WIDGET (self), remit_board_model_get_workspace (self->model),
                       remit_board_drop_do, drop, (GDestroyNotify) remit_board_drop_free);
}

void
remit_board_add_pointer (RemitBoard *self)
{
  add_click_gestures (self);
  remit_drag_target_add (GTK_WIDGET (self), G_CALLBACK (on_motion), G_CALLBACK (on_leave),
                         G_CALLBACK (on_drop));
}
