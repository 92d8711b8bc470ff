/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is in the matrix, what is selected with it, and the keys. */
#include "remit-rights-grid-private.h"
#include "widgets/remit-edits.h"

/* ── The cursor ───────────────────────────────────────────────────────────────────────────── */

static int
get_n_rows (RemitRightsGrid *self)
{
  return (int) remit_rights_table_get_n_rows (self->table);
}

static int
get_n_columns (RemitRightsGrid *self)
{
  return (int) remit_rights_table_get_n_columns (self->table);
}

gboolean
remit_rights_grid_is_cell (RemitRightsGrid *self,
                           int row,
                           int column)
{
  return row >= 0 && row < get_n_rows (self) && column >= 0 && column < get_n_columns (self)
         && remit_rights_table_get_row (self->table, (guint) row)->decision != NULL;
}

static void
remember (RemitRightsGrid *self)
{
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return;
  self->cursor_decision = remit_entity_get_id (
    remit_rights_table_get_row (self->table, (guint) self->row)->decision);
  self->cursor_holder = remit_rights_table_get_column (self->table, (guint) self->column)->id;
}

/* The nearest decision from @row on in a direction, or the other way round; −1 without any. */
static int
find_decision (RemitRightsGrid *self,
               int row,
               int step)
{
  for (int i = row; i >= 0 && i < get_n_rows (self); i += step)
    if (remit_rights_table_get_row (self->table, (guint) i)->decision != NULL)
      return i;
  for (int i = MIN (row, get_n_rows (self) - 1); i >= 0 && i < get_n_rows (self); i -= step)
    if (remit_rights_table_get_row (self->table, (guint) i)->decision != NULL)
      return i;
  return -1;
}

/* Rows have come and gone: the cursor stays with its decision and its holder. */
void
remit_rights_grid_restore_cursor (RemitRightsGrid *self)
{
  int row = remit_rights_table_find_row (self->table, self->cursor_decision);
  int column = remit_rights_table_find_column (self->table, self->column_kind,
                                               self->cursor_holder);

  if (row < 0)
    row = find_decision (self, CLAMP (self->row, 0, MAX (0, get_n_rows (self) - 1)), 1);
  if (column < 0)
    column = CLAMP (self->column, 0, MAX (0, get_n_columns (self) - 1));
  self->row = self->anchor_row = MAX (row, 0);
  self->column = self->anchor_column = column;
  remember (self);
}

/* Returns: whether anything is selected: the cell with the keyboard at least */
gboolean
remit_rights_grid_get_range (RemitRightsGrid *self,
                             RemitRightsRange *range)
{
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return FALSE;
  range->first_row = (guint) MIN (self->row, self->anchor_row);
  range->last_row = (guint) MAX (self->row, self->anchor_row) + 1;
  range->first_column = (guint) MIN (self->column, self->anchor_column);
  range->last_column = (guint) MAX (self->column, self->anchor_column) + 1;
  return TRUE;
}

static void
scroll_to (RemitRightsGrid *self,
           int row,
           int column)
{
  int height;
  int y = remit_rights_layout_get_row (&self->layout, (guint) row, &height);

  /* with the heading of its team, if that comes just before */
  if (row > 0 && remit_rights_table_get_row (self->table, (guint) row - 1)->decision == NULL)
    {
      int heading;

      y = remit_rights_layout_get_row (&self->layout, (guint) row - 1, &heading);
      height += heading;
    }
  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_VERTICAL, y, height,
                            self->layout.header, 0);
  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            remit_rights_layout_get_column (&self->layout, (guint) column),
                            self->layout.column_width, self->layout.side, 0);
}

void
remit_rights_grid_focus_cursor (RemitRightsGrid *self)
{
  GtkWidget *cell;

  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    remit_rights_grid_restore_cursor (self);
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    {
      /* all teams are folded */
      GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
      return;
    }
  scroll_to (self, self->row, self->column);
  remit_rights_grid_fill (self);
  cell = remit_rights_grid_get_cell (self, self->row, self->column);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  else
    /* it is not drawn yet; the cell takes over when it is */
    GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
}

void
remit_rights_grid_move (RemitRightsGrid *self,
                        int row,
                        int column,
                        gboolean extend)
{
  if (!remit_rights_grid_is_cell (self, row, column))
    return;
  self->row = row;
  self->column = column;
  self->adding = FALSE;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  remember (self);
  remit_rights_grid_focus_cursor (self);
  remit_rights_grid_show_selection (self);
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

static int
get_page (RemitRightsGrid *self)
{
  return MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header)
                     / self->layout.row_height
                   - 1);
}

static gboolean
move_by (RemitRightsGrid *self,
         int rows,
         int columns,
         gboolean extend)
{
  int step = rows < 0 ? -1 : 1;
  int row = self->row;

  if (rows != 0)
    row = find_decision (self, CLAMP (self->row + rows, 0, get_n_rows (self) - 1), step);
  /* at the end it stays, and does not turn round */
  if ((rows > 0 && row < self->row) || (rows < 0 && row > self->row))
    row = self->row;
  remit_rights_grid_move (self, row, CLAMP (self->column + columns, 0, get_n_columns (self) - 1),
                          extend);
  return TRUE;
}

static gboolean
move_to_end (RemitRightsGrid *self,
             gboolean first,
             gboolean all,
             gboolean extend)
{
  int last = get_n_rows (self) - 1;
  int row = self->row;

  if (all)
    row = find_decision (self, first ? 0 : last, first ? 1 : -1);
  remit_rights_grid_move (self, row, first ? 0 : get_n_columns (self) - 1, extend);
  return TRUE;
}

static gboolean
move_with_key (RemitRightsGrid *self,
               guint key,
               GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  gboolean all = (state & GDK_CONTROL_MASK) != 0;
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_by (self, all ? -get_n_rows (self) : -1, 0, extend);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_by (self, all ? get_n_rows (self) : 1, 0, extend);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_by (self, 0, all ? -forward * get_n_columns (self) : -forward, extend);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_by (self, 0, all ? forward * get_n_columns (self) : forward, extend);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move_by (self, -get_page (self), 0, extend);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move_by (self, get_page (self), 0, extend);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move_to_end (self, TRUE, all, extend);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_to_end (self, FALSE, all, extend);
    default:
      return FALSE;
    }
}

static gboolean
act_on_key (RemitRightsGrid *self,
            guint key)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Delete, "rights.clear" },    { GDK_KEY_KP_Delete, "rights.clear" },
    { GDK_KEY_BackSpace, "rights.clear" }, { GDK_KEY_space, "rights.cycle" },
    { GDK_KEY_KP_Space, "rights.cycle" },  { GDK_KEY_Return, "rights.open" },
    { GDK_KEY_KP_Enter, "rights.open" },   { GDK_KEY_F2, "rights.open" },
    { GDK_KEY_Menu, "rights.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      return (remit_edits_have_action (keys[i].action)
              && remit_edits_refuse (self, self->workspace))
             || gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  if (key != GDK_KEY_Escape
      || (self->anchor_row == self->row && self->anchor_column == self->column))
    return FALSE;
  remit_rights_grid_move (self, self->row, self->column, FALSE);
  return TRUE;
}

/* A letter sets, a letter with Shift, or after “/” or “+”, is added or taken away again. */
static gboolean
type_key (RemitRightsGrid *self,
          guint key,
          GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (letter == '/' || letter == '+')
    {
      self->adding = TRUE;
      return TRUE;
    }
  if (!g_unichar_isalpha (letter))
    return FALSE;
  if (remit_edits_refuse (self, self->workspace))
    return TRUE;
  return remit_rights_grid_type (self, letter, self->adding || (state & GDK_SHIFT_MASK) != 0);
}

/* As in a tree: minus folds, an asterisk shows all. */
static gboolean
fold_with_key (RemitRightsGrid *self,
               guint key)
{
  if (key == GDK_KEY_asterisk || key == GDK_KEY_KP_Multiply)
    remit_rights_grid_fold_all (self, FALSE);
  else if ((key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
           && remit_rights_grid_is_cell (self, self->row, self->column))
    remit_rights_grid_fold (self,
                            remit_rights_table_get_row (self->table, (guint) self->row)->team,
                            TRUE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_key_pressed (RemitRightsGrid *self,
                guint key,
                guint code G_GNUC_UNUSED,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers & ~GDK_SHIFT_MASK) == 0 && fold_with_key (self, key))
    return TRUE;
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return FALSE;
  if (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "rights.menu", NULL);
  if ((modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0
      && move_with_key (self, key, modifiers))
    return TRUE;
  if (modifiers == 0 && act_on_key (self, key))
    return TRUE;
  return (modifiers & ~GDK_SHIFT_MASK) == 0 && type_key (self, key, modifiers);
}

void
remit_rights_grid_add_keys (RemitRightsGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
