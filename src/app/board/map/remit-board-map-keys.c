/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and clicks on the map. */
#include "remit-board-map-private.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-menu.h"

/* ── Acting on a team ─────────────────────────────────────────────────────────────────────── */

/* What the board does with a team, it does for the map as well. */
static void
act_on_board (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);

  if (self->cursor == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->board), "board.team", "x", self->cursor);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->board), name, parameter);
}

static void
inspect (RemitBoardMap *self)
{
  if (self->cursor != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_TEAM,
                                self->cursor);
}

static void
toggle_group (RemitBoardMap *self)
{
  g_autofree char *key = g_strdup (self->cursor_group);

  if (key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->board), "board.fold-group", "s", key);
}

static void
open_team (RemitBoardMap *self)
{
  if (self->cursor_group != NULL)
    toggle_group (self);
  else if (self->cursor != 0)
    g_signal_emit_by_name (self, "opened", self->cursor);
}

static void
show_menu (RemitBoardMap *self,
           int item)
{
  const RemitMapItem *place = remit_map_layout_get_item (self->layout, item);
  GdkRectangle at = { place->x, place->y - remit_scroller_get_y (&self->scroller), place->width,
                      place->height };
  g_autoptr (GMenuModel) menu = NULL;

  if (place->is_heading)
    return;
  menu = remit_menu_load ("board-team");
  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), menu, &at));
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

typedef enum {
  KEY_GO,
  KEY_FIRST,
  KEY_LAST,
  KEY_PAGE,
  KEY_OPEN,
  KEY_PUT_ALSO,
  KEY_SELECT,
  KEY_PUT_BACK,
  KEY_INSPECT,
  KEY_REMOVE,
  KEY_MENU,
} Key;

static const struct {
  guint keyval;
  GdkModifierType modifiers;
  Key key;
  GtkDirectionType direction;
} bindings[] = {
  { GDK_KEY_Up, 0, KEY_GO, GTK_DIR_UP },
  { GDK_KEY_Down, 0, KEY_GO, GTK_DIR_DOWN },
  { GDK_KEY_Left, 0, KEY_GO, GTK_DIR_LEFT },
  { GDK_KEY_Right, 0, KEY_GO, GTK_DIR_RIGHT },
  { GDK_KEY_KP_Up, 0, KEY_GO, GTK_DIR_UP },
  { GDK_KEY_KP_Down, 0, KEY_GO, GTK_DIR_DOWN },
  { GDK_KEY_KP_Left, 0, KEY_GO, GTK_DIR_LEFT },
  { GDK_KEY_KP_Right, 0, KEY_GO, GTK_DIR_RIGHT },
  { GDK_KEY_Home, 0, KEY_FIRST, 0 },
  { GDK_KEY_End, 0, KEY_LAST, 0 },
  { GDK_KEY_Home, GDK_CONTROL_MASK, KEY_FIRST, 0 },
  { GDK_KEY_End, GDK_CONTROL_MASK, KEY_LAST, 0 },
  { GDK_KEY_Page_Up, 0, KEY_PAGE, GTK_DIR_UP },
  { GDK_KEY_Page_Down, 0, KEY_PAGE, GTK_DIR_DOWN },
  { GDK_KEY_Return, 0, KEY_OPEN, 0 },
  { GDK_KEY_KP_Enter, 0, KEY_OPEN, 0 },
  { GDK_KEY_Return, GDK_CONTROL_MASK, KEY_PUT_ALSO, 0 },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, KEY_PUT_ALSO, 0 },
  { GDK_KEY_space, 0, KEY_SELECT, 0 },
  { GDK_KEY_Escape, 0, KEY_PUT_BACK, 0 },
  { GDK_KEY_F2, 0, KEY_INSPECT, 0 },
  { GDK_KEY_Delete, 0, KEY_REMOVE, 0 },
  { GDK_KEY_Menu, 0, KEY_MENU, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, KEY_MENU, 0 },
};

static void
go_to (RemitBoardMap *self,
       int item)
{
  g_autofree char *words = NULL;

  remit_board_map_set_cursor (self, item);
  remit_board_map_scroll_to (self, item);
  if (self->carrying)
    {
      remit_board_map_hover (self, remit_drag_hub_get_drag (self->hub), item);
      words = g_strdup (gtk_label_get_label (GTK_LABEL (self->hint)));
    }
  if (words == NULL || *words == '\0')
    {
      g_free (words);
      words = remit_board_map_dup_words (self, item);
    }
  remit_feedback_announce (GTK_WIDGET (self), words);
}

static void
go (RemitBoardMap *self,
    int item,
    GtkDirectionType direction)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int last = remit_map_layout_get_n_items (self->layout) - 1;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    item = remit_map_layout_find_beyond (self->layout, item, direction == GTK_DIR_DOWN ? 1 : -1);
  else
    item += (direction == GTK_DIR_RIGHT) != rtl ? 1 : -1;
  go_to (self, CLAMP (item, 0, last));
}

static void
go_page (RemitBoardMap *self,
         int item,
         int step)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int top = remit_map_layout_get_item (self->layout, item)->y;
  int next = item;

  do
    {
      item = next;
      next = remit_map_layout_find_beyond (self->layout, item, step);
    }
  while (next != item && ABS (remit_map_layout_get_item (self->layout, next)->y - top) < height);
  go_to (self, item);
}

static void
put_down (RemitBoardMap *self,
          int item,
          gboolean copy)
{
  g_autoptr (RemitDrag) drag = remit_drag_copy (remit_drag_hub_get_drag (self->hub));
  GtkWidget *back = self->back;

  if (!remit_board_map_put (self, drag, item, copy))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_clear_weak_pointer (&self->back);
  remit_board_map_put_back (self);
  if (back != NULL && self->menu == NULL)
    gtk_widget_grab_focus (back);
}

static gboolean
act_on_key (RemitBoardMap *self,
            guint binding,
            int item)
{
  int last = remit_map_layout_get_n_items (self->layout) - 1;

  switch (bindings[binding].key)
    {
    case KEY_GO:
      go (self, item, bindings[binding].direction);
      return TRUE;
    case KEY_FIRST:
    case KEY_LAST:
      go_to (self, bindings[binding].key == KEY_FIRST ? 0 : last);
      return TRUE;
    case KEY_PAGE:
      go_page (self, item, bindings[binding].direction == GTK_DIR_DOWN ? 1 : -1);
      return TRUE;
    case KEY_OPEN:
    case KEY_PUT_ALSO:
    case KEY_SELECT:
      if (self->carrying)
        put_down (self, item, bindings[binding].key == KEY_PUT_ALSO);
      else if (bindings[binding].key == KEY_OPEN || self->cursor_group != NULL)
        open_team (self);
      else
        inspect (self);
      return TRUE;
    case KEY_PUT_BACK:
      if (!self->carrying)
        return FALSE;
      remit_board_map_put_back (self);
      return TRUE;
    case KEY_INSPECT:
      inspect (self);
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-inspector", NULL);
    case KEY_REMOVE:
      return remit_edits_refuse (self, remit_board_model_get_workspace (self->model))
             || gtk_widget_activate_action (GTK_WIDGET (self), "board.remove", NULL);
    case KEY_MENU:
    default:
      show_menu (self, item);
      return TRUE;
    }
}

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data G_GNUC_UNUSED)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);
  int item = remit_board_map_find_cursor (self);

  return item >= 0 && act_on_key (self, g_variant_get_uint32 (args), item);
}

void
remit_board_map_install_keys (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "board.inspect", "board.remove", "board.duplicate",
                                         "board.add-slot" };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].keyval, bindings[i].modifiers, on_key,
                                  "u", i);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act_on_board);
  gtk_widget_class_install_action (widget_class, "board.reorder", "i", act_on_board);
}

/* ── Clicks ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: the item at a point, on which the cursor is then; or -1 */
static int
take_cursor_to (RemitBoardMap *self,
                double x,
                double y)
{
  int item = remit_board_map_hit (self, x, y);

  if (item >= 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      remit_board_map_set_cursor (self, item);
    }
  return item;
}

static void
on_released (GtkGestureClick *gesture G_GNUC_UNUSED,
             int n_press,
             double x,
             double y,
             RemitBoardMap *self)
{
  int item = take_cursor_to (self, x, y);

  if (item < 0)
    return;
  if (self->carrying)
    put_down (self, item, FALSE);
  else if (self->cursor_group != NULL || n_press == 2)
    open_team (self);
  else if (n_press == 1)
    inspect (self);
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press G_GNUC_UNUSED,
                 double x,
                 double y,
                 RemitBoardMap *self)
{
  int item = take_cursor_to (self, x, y);

  if (item < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, item);
}

void
remit_board_map_add_pointer (RemitBoardMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
