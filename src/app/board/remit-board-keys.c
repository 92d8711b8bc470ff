/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard on the board: going from team to slot to person, and acting on them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "plan/design/remit-design.h"
#include "remit-board-private.h"

/* ── The cursor ───────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_assignments (RemitBoard *self,
                 gint64 slot)
{
  return remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                        REMIT_ASSIGNMENT_SLOT, slot);
}

/* What stands now where the cursor was. */
static void
take_nearest (RemitBoard *self)
{
  const RemitBoardColumn *column;
  int last = (int) self->columns->len - 1;

  self->cursor_place.column = CLAMP (self->cursor_place.column, 0, last);
  column = remit_board_get_column (self, self->cursor_place.column);
  self->cursor_place.card = MIN (self->cursor_place.card, (int) column->slots->len - 1);
  if (self->cursor_place.card < 0)
    self->cursor_team = remit_entity_get_id (column->team);
  else
    self->cursor_slot = remit_entity_get_id (
      remit_board_get_slot (self, self->cursor_place.column, self->cursor_place.card));
}

static void
ensure_cursor (RemitBoard *self)
{
  RemitBoardPlace place;

  if (self->cursor_assignment != 0)
    {
      RemitEntity *assignment = remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                     self->cursor_assignment);

      if (assignment == NULL
          || remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT) != self->cursor_slot)
        self->cursor_assignment = 0;
    }
  if (self->cursor_slot != 0 && !remit_board_find_place (self, self->cursor_slot, &place))
    self->cursor_slot = self->cursor_assignment = 0;
  if (self->cursor_team != 0 && remit_board_find_team (self, self->cursor_team) < 0)
    self->cursor_team = 0;
  if (self->cursor_slot == 0 && self->cursor_team == 0 && self->columns->len > 0)
    take_nearest (self);
}

static void
focus_team (RemitBoard *self)
{
  int column = remit_board_find_team (self, self->cursor_team);
  GtkWidget *head;
  RemitBoardBox box;

  if (column < 0)
    return;
  self->cursor_place = (RemitBoardPlace){ column, -1 };
  remit_board_layout_get_column (self->layout, column, &box);
  remit_board_scroll_to (self, &box, FALSE);
  remit_board_update (self);
  head = remit_board_get_head_widget (self, self->cursor_team);
  if (head != NULL)
    gtk_widget_grab_focus (head);
}

static void
focus_slot (RemitBoard *self)
{
  RemitBoardPlace place;
  RemitBoardBox box;
  GtkWidget *card, *chip = NULL;

  if (!remit_board_find_place (self, self->cursor_slot, &place))
    return;
  self->cursor_place = place;
  remit_board_layout_get_card (self->layout, place.column, place.card, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_update (self);
  card = remit_board_get_card_widget (self, self->cursor_slot);
  if (card == NULL)
    return;
  if (self->cursor_assignment != 0)
    chip = remit_slot_card_get_chip (REMIT_SLOT_CARD (card), self->cursor_assignment);
  gtk_widget_grab_focus (chip != NULL ? chip : card);
}

/* Scrolls to where the cursor is, and gives what is there the keyboard. */
void
remit_board_focus_cursor (RemitBoard *self)
{
  if (self->workspace == NULL || self->columns->len == 0)
    return;
  ensure_cursor (self);
  if (self->cursor_slot != 0)
    focus_slot (self);
  else
    focus_team (self);
}

/* After a click, or assistive technology, gave something the keyboard. */
void
remit_board_set_cursor_from_focus (RemitBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *chip, *card, *head;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  chip = gtk_widget_get_ancestor (focus, REMIT_TYPE_CHIP);
  card = gtk_widget_get_ancestor (focus, REMIT_TYPE_SLOT_CARD);
  head = gtk_widget_get_ancestor (focus, REMIT_TYPE_TEAM_HEAD);
  if (chip == NULL && card == NULL && head == NULL)
    return;
  self->cursor_assignment = chip != NULL ? remit_chip_get_assignment (REMIT_CHIP (chip)) : 0;
  self->cursor_slot = card != NULL ? remit_slot_card_get_slot (REMIT_SLOT_CARD (card)) : 0;
  self->cursor_team = head != NULL ? remit_team_head_get_team (REMIT_TEAM_HEAD (head)) : 0;
  if (self->cursor_slot != 0)
    remit_board_find_place (self, self->cursor_slot, &self->cursor_place);
  else
    self->cursor_place = (RemitBoardPlace){ remit_board_find_team (self, self->cursor_team), -1 };
}

/* ── Going about ──────────────────────────────────────────────────────────────────────────── */

static void
go_to_card (RemitBoard *self,
            int column,
            int card)
{
  self->cursor_assignment = 0;
  if (card < 0 || remit_board_layout_get_n_cards (self->layout, column) == 0)
    {
      self->cursor_slot = 0;
      self->cursor_team = remit_entity_get_id (remit_board_get_column (self, column)->team);
    }
  else
    {
      int last = remit_board_layout_get_n_cards (self->layout, column) - 1;

      self->cursor_team = 0;
      self->cursor_slot = remit_entity_get_id (remit_board_get_slot (self, column,
                                                                     MIN (card, last)));
    }
  remit_board_focus_cursor (self);
}

/* The column and card of the cursor; card -1 for a team's head. */
static RemitBoardPlace
get_place (RemitBoard *self)
{
  RemitBoardPlace place = { 0, -1 };

  ensure_cursor (self);
  if (self->cursor_slot != 0)
    remit_board_find_place (self, self->cursor_slot, &place);
  else
    place.column = MAX (0, remit_board_find_team (self, self->cursor_team));
  return place;
}

static int
find_assignment (GPtrArray *assignments,
                 gint64 id)
{
  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_id (g_ptr_array_index (assignments, i)) == id)
      return (int) i;
  return -1;
}

/* Down goes from a card to the people in it, and then to the next card. */
static void
go_vertically (RemitBoard *self,
               int step)
{
  RemitBoardPlace place = get_place (self);
  GPtrArray *assignments;
  int chip;

  if (place.card < 0)
    {
      if (step > 0)
        go_to_card (self, place.column, 0);
      return;
    }

  assignments = get_assignments (self, self->cursor_slot);
  chip = find_assignment (assignments, self->cursor_assignment) + step;
  if (chip >= -1 && chip < (int) assignments->len && (step > 0 || self->cursor_assignment != 0))
    {
      self->cursor_assignment = chip < 0 ? 0
                                         : remit_entity_get_id (
                                             g_ptr_array_index (assignments, (guint) chip));
      remit_board_focus_cursor (self);
      return;
    }
  if (place.card + step >= remit_board_layout_get_n_cards (self->layout, place.column))
    return;
  go_to_card (self, place.column, place.card + step);
  if (step < 0 && self->cursor_slot != 0)
    {
      assignments = get_assignments (self, self->cursor_slot);
      if (assignments->len > 0)
        self->cursor_assignment = remit_entity_get_id (
          g_ptr_array_index (assignments, assignments->len - 1));
      remit_board_focus_cursor (self);
    }
}

static void
go_horizontally (RemitBoard *self,
                 int step)
{
  RemitBoardPlace place = get_place (self);
  int n = remit_board_layout_get_n_columns (self->layout);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;
  go_to_card (self, CLAMP (place.column + step, 0, n - 1), place.card);
}

static int
get_columns_in_sight (RemitBoard *self)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);

  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self))
                   / MAX (1, metrics->column_width + metrics->column_gap));
}

/* ── Acting ───────────────────────────────────────────────────────────────────────────────── */

static RemitDrag *
create_drag_at_cursor (RemitBoard *self)
{
  RemitDrag *drag;
  g_autofree char *name = NULL;
  RemitEntity *assignment;
  gint64 person;

  ensure_cursor (self);
  if (self->cursor_assignment == 0)
    {
      gboolean is_slot = self->cursor_slot != 0;
      gint64 id = is_slot ? self->cursor_slot : self->cursor_team;

      name = remit_design_dup_name (self->workspace, is_slot ? REMIT_KIND_SLOT : REMIT_KIND_TEAM,
                                    id);
      return remit_drag_new (is_slot ? REMIT_DRAG_SLOT : REMIT_DRAG_TEAM, id, name);
    }

  assignment = remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT,
                                    self->cursor_assignment);
  person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
  name = remit_design_dup_name (self->workspace, REMIT_KIND_PERSON, person);
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, name);
  remit_drag_add (drag, person, self->cursor_assignment);
  return drag;
}

/* Begins to carry what the cursor is on. */
void
remit_board_pick_up (RemitBoard *self)
{
  g_autoptr (RemitDrag) drag = create_drag_at_cursor (self);

  remit_board_carry (self, drag, NULL);
}

/* What a key does; its argument is a direction for those that go somewhere. */
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
  KEY_MORE,
  KEY_LESS,
  KEY_REORDER,
  KEY_SWAP,
  KEY_MENU,
} Key;

static void
go (RemitBoard *self,
    GtkDirectionType direction)
{
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    go_vertically (self, direction == GTK_DIR_DOWN ? 1 : -1);
  else
    go_horizontally (self, direction == GTK_DIR_RIGHT ? 1 : -1);
}

static gboolean
act (RemitBoard *self,
     const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static gboolean
act_on_key (RemitBoard *self,
            Key key,
            GtkDirectionType direction)
{
  RemitBoardPlace place = get_place (self);
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  int n_cards = remit_board_layout_get_n_cards (self->layout, place.column);

  switch (key)
    {
    case KEY_GO:
      go (self, direction);
      return TRUE;
    case KEY_FIRST:
      go_to_card (self, place.column, -1);
      return TRUE;
    case KEY_LAST:
      go_to_card (self, place.column, n_cards - 1);
      return TRUE;
    case KEY_FIRST_TEAM:
      go_to_card (self, 0, -1);
      return TRUE;
    case KEY_LAST_TEAM:
      go_to_card (self, n_columns - 1, -1);
      return TRUE;
    case KEY_PAGE:
      go_to_card (self,
                  CLAMP (place.column + (direction == GTK_DIR_DOWN ? 1 : -1)
                           * get_columns_in_sight (self), 0, n_columns - 1),
                  place.card);
      return TRUE;
    case KEY_PICK_UP:
      remit_board_pick_up (self);
      return TRUE;
    case KEY_REMOVE:
      return act (self, "board.remove");
    case KEY_INSPECT:
      return act (self, "board.inspect") && act (self, "win.enter-inspector");
    case KEY_MORE:
      return act (self, "board.more");
    case KEY_LESS:
      return act (self, "board.less");
    case KEY_REORDER:
      return gtk_widget_activate_action (GTK_WIDGET (self), "board.reorder", "i", (int) direction);
    case KEY_SWAP:
      return act (self, "board.swap");
    case KEY_MENU:
      remit_board_show_menu (self, NULL, 0, 0);
      return TRUE;
    case KEY_PUT_ALSO:
    case KEY_PUT_BACK:
    default:
      return FALSE;
    }
}

static gboolean
carry_on_key (RemitBoard *self,
              Key key,
              GtkDirectionType direction)
{
  switch (key)
    {
    case KEY_GO:
      return remit_board_carry_to (self, direction);
    case KEY_PICK_UP:
      return remit_board_put_down_carried (self, FALSE);
    case KEY_PUT_ALSO:
      return remit_board_put_down_carried (self, TRUE);
    case KEY_REMOVE:
      return remit_board_put_carried_into_pool (self);
    case KEY_PUT_BACK:
      remit_board_put_back (self);
      return TRUE;
    case KEY_FIRST:
    case KEY_LAST:
    case KEY_FIRST_TEAM:
    case KEY_LAST_TEAM:
    case KEY_PAGE:
    case KEY_INSPECT:
    case KEY_MORE:
    case KEY_LESS:
    case KEY_REORDER:
    case KEY_SWAP:
    case KEY_MENU:
    default:
      return TRUE;
    }
}

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  int key, direction;

  if (self->workspace == NULL || self->columns->len == 0)
    return FALSE;
  g_variant_get (args, "(ii)", &key, &direction);
  if (self->carrying)
    return carry_on_key (self, (Key) key, (GtkDirectionType) direction);

  remit_board_set_cursor_from_focus (self);
  return act_on_key (self, (Key) key, (GtkDirectionType) direction);
}

/* Tab is the board's only while it carries something; else it leaves. */
static gboolean
on_tab (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  GtkDirectionType direction = (GtkDirectionType) g_variant_get_int32 (args);

  return self->carrying && remit_board_carry_to (self, direction);
}

typedef struct {
  guint keyval;
  GdkModifierType modifiers;
  Key key;
  GtkDirectionType direction;
} KeyBinding;

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
  { GDK_KEY_plus, 0, KEY_MORE, 0 },
  { GDK_KEY_plus, GDK_SHIFT_MASK, KEY_MORE, 0 },
  { GDK_KEY_KP_Add, 0, KEY_MORE, 0 },
  { GDK_KEY_minus, 0, KEY_LESS, 0 },
  { GDK_KEY_KP_Subtract, 0, KEY_LESS, 0 },
  { GDK_KEY_Up, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_DOWN },
  { GDK_KEY_Left, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, KEY_REORDER, GTK_DIR_RIGHT },
  { GDK_KEY_Up, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_UP },
  { GDK_KEY_Down, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_DOWN },
  { GDK_KEY_Left, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_LEFT },
  { GDK_KEY_Right, GDK_ALT_MASK, KEY_REORDER, GTK_DIR_RIGHT },
  { GDK_KEY_s, 0, KEY_SWAP, 0 },
  { GDK_KEY_Menu, 0, KEY_MENU, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, KEY_MENU, 0 },
};

void
remit_board_install_key_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].keyval, bindings[i].modifiers, on_key,
                                  "(ii)", (int) bindings[i].key, (int) bindings[i].direction);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, on_tab, "i",
                                (int) GTK_DIR_TAB_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, on_tab, "i",
                                (int) GTK_DIR_TAB_BACKWARD);
}

static void
on_focus_leave (RemitBoard *self)
{
  if (self->carrying)
    {
      g_clear_weak_pointer (&self->back);
      remit_board_put_back (self);
    }
}

void
remit_board_add_keys (RemitBoard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
