/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a team, a slot or a person on the board, by menu and by key. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>

#include "board/dialogs/remit-add-slot-dialog.h"
#include "board/dialogs/remit-allocation-dialog.h"
#include "board/dialogs/remit-assign-dialog.h"
#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-feedback.h"

#define ALLOCATION_STEP 10

/* ── What the cursor is on ────────────────────────────────────────────────────────────────── */

static RemitEntity *
get_assignment (RemitBoard *self)
{
  return self->cursor_assignment != 0
           ? remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT, self->cursor_assignment)
           : NULL;
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
on_inspect (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  RemitEntity *assignment = get_assignment (self);
  RemitKind kind = REMIT_KIND_TEAM;
  gint64 id = self->cursor_team;

  if (assignment != NULL)
    {
      kind = REMIT_KIND_PERSON;
      id = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
    }
  else if (self->cursor_slot != 0)
    {
      kind = REMIT_KIND_SLOT;
      id = self->cursor_slot;
    }
  if (id != 0)
    gtk_widget_activate_action (widget, "win.inspect", "(ix)", (int) kind, id);
}

static void
take_out (RemitBoard *self,
          RemitEntity *assignment)
{
  RemitPlacement placement = {
    .person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON),
    .assignment = remit_entity_get_id (assignment),
  };
  g_autoptr (GError) error = NULL;

  remit_board_tell (self, remit_placement_do (self->workspace, &placement, 1, &error), &error);
}

static void
on_remove (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  RemitEntity *assignment = get_assignment (self);

  if (assignment != NULL)
    take_out (self, assignment);
  else if (self->cursor_slot != 0)
    remit_delete_ask (widget, self->workspace, REMIT_KIND_SLOT, self->cursor_slot);
  else if (self->cursor_team != 0)
    remit_delete_ask (widget, self->workspace, REMIT_KIND_TEAM, self->cursor_team);
}

static void
change_allocation (RemitBoard *self,
                   int step)
{
  RemitEntity *assignment = get_assignment (self);
  const RemitField *field = &remit_entity_info (REMIT_KIND_ASSIGNMENT)
                               ->fields[REMIT_ASSIGNMENT_ALLOCATION];
  RemitPlacement placement = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 allocation;

  if (assignment == NULL)
    return;
  allocation = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION) + step;
  allocation = CLAMP (allocation, field->minimum, field->maximum);
  placement.person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
  placement.assignment = remit_entity_get_id (assignment);
  placement.slot = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT);
  placement.allocation = (int) allocation;
  if (remit_placement_do (self->workspace, &placement, 1, &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) allocation);

      remit_feedback_announce (GTK_WIDGET (self), text);
    }
  else
    remit_feedback_error (GTK_WIDGET (self), error);
}

static void
on_more (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  change_allocation (REMIT_BOARD (widget), ALLOCATION_STEP);
}

static void
on_less (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  change_allocation (REMIT_BOARD (widget), -ALLOCATION_STEP);
}

static void
on_duplicate (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  gboolean is_slot = self->cursor_slot != 0;
  g_autoptr (GError) error = NULL;
  gint64 id;

  id = remit_design_duplicate (self->workspace, is_slot ? REMIT_KIND_SLOT : REMIT_KIND_TEAM,
                               is_slot ? self->cursor_slot : self->cursor_team, &error);
  remit_board_tell (self, id != 0, &error);
}

static gint64
get_team_before (RemitBoard *self,
                 int column)
{
  return column < (int) self->columns->len
           ? remit_entity_get_id (remit_board_get_column (self, column)->team)
           : 0;
}

static void
reorder_team (RemitBoard *self,
              int step)
{
  int column = remit_board_find_team (self, self->cursor_team);
  g_autoptr (GError) error = NULL;

  if (column < 0 || column + step < 0 || column + step >= (int) self->columns->len)
    return;
  remit_board_tell (self,
                    remit_design_move_team (
                      self->workspace, self->cursor_team,
                      get_team_before (self, step > 0 ? column + 2 : column - 1), &error),
                    &error);
  remit_board_focus_cursor (self);
}

static void
reorder_slot (RemitBoard *self,
              int columns,
              int cards)
{
  RemitBoardPlace place;
  const RemitBoardColumn *column;
  g_autoptr (GError) error = NULL;
  int before;
  gint64 before_id = 0;

  if (!remit_board_find_place (self, self->cursor_slot, &place))
    return;
  place.column += columns;
  if (place.column < 0 || place.column >= (int) self->columns->len)
    return;
  column = remit_board_get_column (self, place.column);
  before = cards > 0 ? place.card + 2 : place.card + cards;
  if (before < 0 || (cards > 0 && before > (int) column->slots->len))
    return;
  if (before < (int) column->slots->len)
    before_id = remit_entity_get_id (g_ptr_array_index (column->slots, (guint) before));
  remit_board_tell (self,
                    remit_design_move_slot (self->workspace, self->cursor_slot,
                                            remit_entity_get_id (column->team), before_id, &error),
                    &error);
  remit_board_focus_cursor (self);
}

static void
on_reorder (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  GtkDirectionType direction = (GtkDirectionType) g_variant_get_int32 (parameter);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sideways = 0;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    sideways = (direction == GTK_DIR_RIGHT) != from_right ? 1 : -1;
  if (self->cursor_slot == 0)
    {
      if (sideways != 0)
        reorder_team (self, sideways);
    }
  else
    reorder_slot (self, sideways, sideways != 0 ? 0 : direction == GTK_DIR_DOWN ? 1 : -1);
}

static void
on_pick_up (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  remit_board_pick_up (REMIT_BOARD (widget));
}

static void
on_allocate (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (self->cursor_assignment != 0)
    remit_allocation_dialog_present (widget, self->workspace, self->cursor_assignment);
}

static void
on_assign (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (self->cursor_slot != 0)
    remit_assign_dialog_present (widget, self->workspace, self->cursor_slot);
}

static void
on_swap (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  remit_board_begin_swap (REMIT_BOARD (widget));
}

/* Team menus name their team, since the keyboard may be elsewhere. */
static void
on_add_slot (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);

  remit_add_slot_dialog_present (widget, self->workspace, g_variant_get_int64 (parameter));
}

static void
on_team (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const char *action;

  self->cursor_slot = self->cursor_assignment = 0;
  g_variant_get (parameter, "(x&s)", &self->cursor_team, &action);
  if (g_str_equal (action, "left") || g_str_equal (action, "right"))
    gtk_widget_activate_action (widget, "board.reorder", "i",
                                g_str_equal (action, "left") ? (int) GTK_DIR_LEFT
                                                             : (int) GTK_DIR_RIGHT);
  else
    {
      g_autofree char *full_name = g_strconcat ("board.", action, NULL);

      gtk_widget_activate_action (widget, full_name, NULL);
    }
}

void
remit_board_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.inspect", NULL, on_inspect);
  gtk_widget_class_install_action (widget_class, "board.remove", NULL, on_remove);
  gtk_widget_class_install_action (widget_class, "board.more", NULL, on_more);
  gtk_widget_class_install_action (widget_class, "board.less", NULL, on_less);
  gtk_widget_class_install_action (widget_class, "board.duplicate", NULL, on_duplicate);
  gtk_widget_class_install_action (widget_class, "board.pick-up", NULL, on_pick_up);
  gtk_widget_class_install_action (widget_class, "board.allocate", NULL, on_allocate);
  gtk_widget_class_install_action (widget_class, "board.assign", NULL, on_assign);
  gtk_widget_class_install_action (widget_class, "board.swap", NULL, on_swap);
  gtk_widget_class_install_action (widget_class, "board.reorder", "i", on_reorder);
  gtk_widget_class_install_action (widget_class, "board.add-slot", "x", on_add_slot);
  gtk_widget_class_install_action (widget_class, "board.team", "(xs)", on_team);
}

/* ── Menus ────────────────────────────────────────────────────────────────────────────────── */

static void
add_team_item (GMenu *menu,
               const char *label,
               gint64 team,
               const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "board.team", "(xs)", team, action);
  g_menu_append_item (menu, item);
}

/* The actions on a team, which its head's button shows. */
GMenuModel *
remit_board_create_team_menu (gint64 team)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  g_autoptr (GMenuItem) add = g_menu_item_new (_ ("Add Slot…"), NULL);

  g_menu_item_set_action_and_target (add, "board.add-slot", "x", team);
  g_menu_append_item (first, add);
  add_team_item (first, _ ("Details"), team, "inspect");
  add_team_item (second, _ ("Duplicate"), team, "duplicate");
  add_team_item (second, _ ("Move Left"), team, "left");
  add_team_item (second, _ ("Move Right"), team, "right");
  add_team_item (third, _ ("Delete"), team, "remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_slot_menu (RemitBoard *self)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, self->cursor_slot);
  gint64 team = slot != NULL ? remit_entity_get_integer (slot, REMIT_SLOT_TEAM) : 0;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenuItem) add = g_menu_item_new (_ ("Add Slot…"), NULL);

  g_menu_item_set_action_and_target (add, "board.add-slot", "x", team);
  g_menu_append (first, _ ("Assign…"), "board.assign");
  g_menu_append (first, _ ("Details"), "board.inspect");
  g_menu_append (first, _ ("Move…"), "board.pick-up");
  g_menu_append (first, _ ("Duplicate"), "board.duplicate");
  g_menu_append_item (first, add);
  g_menu_append (second, _ ("Delete"), "board.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_person_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();

  g_menu_append (first, _ ("Details"), "board.inspect");
  g_menu_append (first, _ ("Move…"), "board.pick-up");
  g_menu_append (first, _ ("Swap With…"), "board.swap");
  g_menu_append (second, _ ("Change Allocation…"), "board.allocate");
  g_menu_append (second, _ ("Raise by 10 %"), "board.more");
  g_menu_append (second, _ ("Reduce by 10 %"), "board.less");
  g_menu_append (third, _ ("Take Out"), "board.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

static void
on_menu_closed (GtkPopover *popover)
{
  /* The chosen action still has to find the board above the menu. */
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

/* Shows the menu of what the cursor is on, at a point, or (@at %NULL) below it. */
void
remit_board_show_menu (RemitBoard *self,
                       GtkWidget *at,
                       double x,
                       double y)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (self->cursor_assignment != 0)
    menu = create_person_menu ();
  else if (self->cursor_slot != 0)
    menu = create_slot_menu (self);
  else
    menu = remit_board_create_team_menu (self->cursor_team);

  if (at == NULL)
    {
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
      graphene_rect_t bounds;

      if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
        place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                 (int) bounds.size.width, (int) bounds.size.height };
    }
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_set_weak_pointer (&self->menu, popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* ── Clicks ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether there is something at the point; the cursor and the keyboard are on it then */
static gboolean
take_cursor_to (RemitBoard *self,
                double x,
                double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *found = NULL;

  if (picked == NULL)
    return FALSE;
  found = gtk_widget_get_ancestor (picked, REMIT_TYPE_CHIP);
  if (found == NULL)
    found = gtk_widget_get_ancestor (picked, REMIT_TYPE_SLOT_CARD);
  if (found == NULL)
    found = gtk_widget_get_ancestor (picked, REMIT_TYPE_TEAM_HEAD);
  if (found == NULL)
    return FALSE;
  gtk_widget_grab_focus (found);
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

  self->pointer_x = x;
  self->pointer_y = y;
  if (drag == NULL)
    return;
  remit_board_find_target (self, drag);
  if (self->has_target)
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
  if (self->carrying)
    put_down_at (self, x, y);
  else if (self->workspace != NULL && n_press == 1 && take_cursor_to (self, x, y))
    gtk_widget_activate_action (GTK_WIDGET (self), "board.inspect", NULL);
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 RemitBoard *self)
{
  if (self->workspace == NULL || !take_cursor_to (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  remit_board_show_menu (self, GTK_WIDGET (self), x, y);
}

void
remit_board_add_menu_gesture (RemitBoard *self)
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
