/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard on the board: going from team to slot to person, and acting on them. */
#include "remit-board-private.h"
#include "widgets/remit-edits.h"

static int
get_columns_in_sight (RemitBoard *self)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);

  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self))
                   / MAX (1, metrics->column_width + metrics->column_gap));
}

/* The action of a key; the argument of those that move is a direction. */
typedef enum {
  KEY_GO,
  KEY_FIRST,
  KEY_LAST,
  KEY_FIRST_TEAM,
  KEY_LAST_TEAM,
  KEY_PAGE,
  KEY_PICK_UP,
  KEY_PUT_ALSO,
  KEY_PUT_BACK,
  KEY_REMOVE,
  KEY_INSPECT,
  KEY_ACT,
  KEY_REORDER,
  KEY_MENU,
  KEY_NEXT_SLOT,
  KEY_PREVIOUS_SLOT,
  KEY_TOGGLE,
  KEY_NEXT_GHOST,
  KEY_PREVIOUS_GHOST,
  KEY_SWITCH,
  KEY_TAB,
} Key;

typedef struct {
  guint keyval;
  GdkModifierType modifiers;
  Key key;
  GtkDirectionType direction;
  const char *action; /* of KEY_ACT */
} KeyBinding;

static void
go (RemitBoard *self,
    GtkDirectionType direction)
{
  int sideways = remit_board_get_sideways_step (self, direction);

  if (sideways != 0)
    remit_board_cursor_go_sideways (self->cursor, sideways);
  else
    remit_board_cursor_go_vertically (self->cursor, direction == GTK_DIR_DOWN ? 1 : -1);
  remit_board_focus_cursor (self);
}

static void
go_to (RemitBoard *self,
       int column,
       int card)
{
  int last = remit_board_model_get_n_columns (self->model) - 1;

  remit_board_cursor_go_to (self->cursor, CLAMP (column, 0, last), card);
  remit_board_focus_cursor (self);
}

static gboolean
act (RemitBoard *self,
     const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* The keyboard is on a group, or all groups are folded. */
static gboolean
act_on_group (RemitBoard *self,
              const KeyBinding *binding)
{
  int last = remit_board_model_get_n_columns (self->model) - 1;
  const char *group = self->cursor->group;

  if (binding->key == KEY_GO)
    go (self, binding->direction);
  else if (binding->key == KEY_PICK_UP && group != NULL)
    remit_board_fold (self, group, !remit_board_is_folded (self, group));
  else if (binding->key == KEY_FIRST_TEAM && last >= 0)
    go_to (self, 0, -1);
  else if (binding->key == KEY_LAST_TEAM && last >= 0)
    go_to (self, last, -1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
act_on_key (RemitBoard *self,
            const KeyBinding *binding)
{
  RemitBoardPlace place = remit_board_cursor_settle (self->cursor);
  GtkDirectionType direction = binding->direction;

  if (self->cursor->group != NULL || remit_board_model_get_n_columns (self->model) == 0)
    return act_on_group (self, binding);
  switch ((int) binding->key)
    {
    case KEY_GO:
      go (self, direction);
      return TRUE;
    case KEY_FIRST:
      go_to (self, place.column, -1);
      return TRUE;
    case KEY_LAST:
      go_to (self, place.column, G_MAXINT);
      return TRUE;
    case KEY_FIRST_TEAM:
      go_to (self, 0, -1);
      return TRUE;
    case KEY_LAST_TEAM:
      go_to (self, G_MAXINT, -1);
      return TRUE;
    case KEY_PAGE:
      go_to (self,
             place.column + (direction == GTK_DIR_DOWN ? 1 : -1) * get_columns_in_sight (self),
             place.card);
      return TRUE;
    case KEY_PICK_UP:
      remit_board_pick_up (self);
      return TRUE;
    case KEY_REMOVE:
      return act (self, "board.remove");
    case KEY_INSPECT:
      return act (self, "board.inspect") && act (self, "win.enter-inspector");
    case KEY_ACT:
      return act (self, binding->action);
    case KEY_REORDER:
      return gtk_widget_activate_action (GTK_WIDGET (self), "board.reorder", "i", (int) direction);
    case KEY_MENU:
      remit_board_show_menu (self, NULL);
      return TRUE;
    case KEY_NEXT_SLOT:
      return remit_board_go_to_next_slot (self, 1);
    case KEY_PREVIOUS_SLOT:
      return remit_board_go_to_next_slot (self, -1);
    case KEY_PUT_BACK:
      return remit_board_leave_ghosts (self);
    case KEY_TOGGLE:
      return remit_board_toggle_ghost (self);
    case KEY_NEXT_GHOST:
      return remit_board_go_to_ghost (self, 1);
    case KEY_PREVIOUS_GHOST:
      return remit_board_go_to_ghost (self, -1);
    case KEY_SWITCH:
      g_signal_emit_by_name (self, "switch-sides");
      return remit_board_get_ghosts (self) != NULL;
    default: /* of what is carried */
      return FALSE;
    }
}

/* Whether a key would change the plan; on a group it folds that. */
static gboolean
is_edit (RemitBoard *self,
         const KeyBinding *binding)
{
  if (self->cursor->group != NULL)
    return FALSE;
  return binding->key == KEY_PICK_UP || binding->key == KEY_REMOVE || binding->key == KEY_REORDER
         || (binding->key == KEY_ACT && remit_edits_have_action (binding->action));
}

static gboolean
carry_on_key (RemitBoard *self,
              const KeyBinding *binding)
{
  switch ((int) binding->key)
    {
    case KEY_GO:
    case KEY_TAB:
      return remit_board_carry_to (self, binding->direction);
    case KEY_PICK_UP:
      return remit_board_put_down_carried (self, FALSE);
    case KEY_PUT_ALSO:
      return remit_board_put_down_carried (self, TRUE);
    case KEY_REMOVE:
      return remit_board_put_carried_into_pool (self);
    case KEY_PUT_BACK:
      remit_board_put_back (self);
      return TRUE;
    default:
      return TRUE;
    }
}

/* Tab is the board's only while it carries something; else it leaves. */
static const KeyBinding bindings[] = {
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
  { GDK_KEY_Home, GDK_CONTROL_MASK, KEY_FIRST_TEAM, 0 },
  { GDK_KEY_End, GDK_CONTROL_MASK, KEY_LAST_TEAM, 0 },
  { GDK_KEY_Page_Up, 0, KEY_PAGE, GTK_DIR_UP },
  { GDK_KEY_Page_Down, 0, KEY_PAGE, GTK_DIR_DOWN },
  { GDK_KEY_space, 0, KEY_PICK_UP, 0 },
  { GDK_KEY_Return, 0, KEY_PICK_UP, 0 },
  { GDK_KEY_KP_Enter, 0, KEY_PICK_UP, 0 },
  { GDK_KEY_Return, GDK_CONTROL_MASK, KEY_PUT_ALSO, 0 },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, KEY_PUT_ALSO, 0 },
  { GDK_KEY_Escape, 0, KEY_PUT_BACK, 0 },
  { GDK_KEY_Delete, 0, KEY_REMOVE, 0 },
  { GDK_KEY_BackSpace, 0, KEY_REMOVE, 0 },
  { GDK_KEY_F2, 0, KEY_INSPECT, 0 },
  { GDK_KEY_plus, 0, KEY_ACT, 0, "board.more" },
  { GDK_KEY_plus, GDK_SHIFT_MASK, KEY_ACT, 0, "board.more" },
  { GDK_KEY_KP_Add, 0, KEY_ACT, 0, "board.more" },
  { GDK_KEY_minus, 0, KEY_ACT, 0, "board.less" },
  { GDK_KEY_KP_Subtract, 0, KEY_ACT, 0, "board.less" },
  { GDK_KEY_Up, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_DOWN },
  { GDK_KEY_Left, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_RIGHT },
  { GDK_KEY_Up, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_UP },
  { GDK_KEY_Down, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_DOWN },
  { GDK_KEY_Left, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_LEFT },
  { GDK_KEY_Right, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_RIGHT },
  { GDK_KEY_s, 0, KEY_ACT, 0, "board.swap" },
  { GDK_KEY_c, 0, KEY_ACT, 0, "board.find-candidates" },
  { GDK_KEY_f, 0, KEY_ACT, 0, "board.suggest" },
  { GDK_KEY_g, GDK_CONTROL_MASK, KEY_NEXT_SLOT, 0 },
  { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, KEY_PREVIOUS_SLOT, 0 },
  { GDK_KEY_t, 0, KEY_TOGGLE, 0 },
  { GDK_KEY_n, 0, KEY_NEXT_GHOST, 0 },
  { GDK_KEY_n, GDK_SHIFT_MASK, KEY_PREVIOUS_GHOST, 0 },
  { GDK_KEY_N, GDK_SHIFT_MASK, KEY_PREVIOUS_GHOST, 0 },
  { GDK_KEY_o, 0, KEY_SWITCH, 0 },
  { GDK_KEY_Menu, 0, KEY_MENU, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, KEY_MENU, 0 },
  { GDK_KEY_Tab, 0, KEY_TAB, GTK_DIR_TAB_FORWARD },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, KEY_TAB, GTK_DIR_TAB_BACKWARD },
};

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const KeyBinding *binding = &bindings[g_variant_get_uint32 (args)];

  if (remit_board_is_empty (self))
    return FALSE;
  if (remit_board_is_carrying (self))
    return carry_on_key (self, binding);

  remit_board_set_cursor_from_focus (self);
  if (is_edit (self, binding)
      && remit_edits_refuse (self, remit_board_model_get_workspace (self->model)))
    return TRUE;
  return act_on_key (self, binding);
}

void
remit_board_install_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].keyval, bindings[i].modifiers, on_key,
                                  "u", i);
}
