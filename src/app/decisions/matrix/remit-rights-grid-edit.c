/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting letters in the cells of the matrix that are selected. */

#include "remit-rights-grid-private.h"
#include "widgets/remit-try.h"

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static RemitLetters
get_own (RemitRightsGrid *self,
         guint row,
         guint column)
{
  RemitRightsLetters letters;

  remit_rights_table_get_letters (self->table, row, column, 1, &letters);
  return letters.own;
}

/* While another edit waits, the cell may get more than it shows. */
static gboolean
may_change (RemitRightsGrid *self,
            guint row,
            guint column,
            const RemitCell *cell)
{
  RemitLetters own = get_own (self, row, column);
  RemitAttempts *attempts = remit_feedback_find_attempts (GTK_WIDGET (self));

  return (cell->letters | (own & cell->keep)) != own
         || (attempts != NULL && remit_attempts_are_waiting (attempts));
}

/* @change: the letters, of whatever cell */
static void
add_cell (RemitRightsGrid *self,
          GArray *cells,
          guint row,
          guint column,
          const RemitCell *change)
{
  const RemitRightsColumn *holder = remit_rights_table_get_column (self->table, column);
  RemitCell cell = *change;

  cell.decision = remit_entity_get_id (remit_rights_table_get_row (self->table, row)->decision);
  cell.holder_kind = holder->kind;
  cell.holder = holder->id;
  if (may_change (self, row, column, &cell))
    g_array_append_val (cells, cell);
}

/* A single cell is announced by itself. */
static void
on_written (GtkWidget *widget,
            RemitWorkspace *workspace,
            gint64 done,
            gpointer data,
            const GError *error)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);
  const GArray *cells = data;
  GtkWidget *cell;

  if (done == 0)
    {
      remit_feedback_error (widget, error);
      return;
    }
  if (cells->len > 1)
    remit_feedback_done (widget, remit_workspace_get_undo_label (workspace));
  cell = remit_rights_grid_get_cell (self, self->row, self->column);
  if (cell != NULL)
    remit_feedback_announce (widget, remit_rights_cell_get_spoken (REMIT_RIGHTS_CELL (cell)));
}

static void
write_cells (RemitRightsGrid *self,
             GArray *cells)
{
  if (cells->len > 0)
    remit_try_set_rights (GTK_WIDGET (self), self->workspace, (const RemitCell *) cells->data,
                          cells->len, on_written);
}

/* Computes the letters of a cell from its row; returns FALSE to leave the cell unchanged. */
typedef gboolean (*ChangeFunc) (RemitRightsGrid *self,
                                guint row,
                                guint column,
                                gpointer data,
                                RemitCell *change);

static guint
set_selected (RemitRightsGrid *self,
              ChangeFunc func,
              gpointer data)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (RemitCell));
  RemitRightsRange range;
  guint n = 0;

  if (!remit_rights_grid_get_range (self, &range))
    return 0;
  for (guint row = range.first_row; row < range.last_row; row++)
    for (guint column = range.first_column; column < range.last_column; column++)
      {
        RemitCell change = { 0 };

        if (remit_rights_table_get_row (self->table, row)->decision == NULL
            || !func (self, row, column, data, &change))
          continue;
        n++;
        add_cell (self, cells, row, column, &change);
      }
  write_cells (self, cells);
  return n;
}

/* ── Letters ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  char text[8];
  gboolean add;
  gboolean take; /* every cell has it: adding takes it away again */
} Typed;

static const RemitLetterInfo *
find_letter (RemitRightsGrid *self,
             guint row,
             const Typed *typed)
{
  return remit_framework_parse_letter (remit_rights_table_get_framework (self->table, row),
                                       typed->text);
}

static gboolean
set_letter (RemitRightsGrid *self,
            guint row,
            guint column G_GNUC_UNUSED,
            gpointer data,
            RemitCell *change)
{
  const Typed *typed = data;
  const RemitLetterInfo *letter = find_letter (self, row, typed);

  if (letter == NULL)
    return FALSE;
  if (!typed->take)
    change->letters = REMIT_LETTERS (letter->letter);
  if (typed->add)
    change->keep = ~REMIT_LETTERS (letter->letter);
  return TRUE;
}

/* Whether the focused cell already has the letter. */
static gboolean
has_letter (RemitRightsGrid *self,
            const Typed *typed)
{
  const RemitLetterInfo *letter = find_letter (self, (guint) self->row, typed);

  return letter != NULL
         && (get_own (self, (guint) self->row, (guint) self->column)
             & REMIT_LETTERS (letter->letter)) != 0;
}

static void
refuse_letter (RemitRightsGrid *self,
               const Typed *typed)
{
  RemitLetters letters;
  g_autoptr (GError) error = NULL;

  remit_matrix_parse_letters (
    remit_rights_table_get_framework (self->table, (guint) self->row), typed->text, &letters,
    &error);
  if (error != NULL)
    remit_feedback_error (GTK_WIDGET (self), error);
}

gboolean
remit_rights_grid_type (RemitRightsGrid *self,
                        gunichar letter,
                        gboolean add)
{
  Typed typed = { .add = add };

  typed.text[g_unichar_to_utf8 (g_unichar_toupper (letter), typed.text)] = '\0';
  typed.take = add && has_letter (self, &typed);
  self->adding = FALSE;
  if (set_selected (self, set_letter, &typed) == 0)
    refuse_letter (self, &typed);
  return TRUE;
}

static gboolean
set_nothing (RemitRightsGrid *self G_GNUC_UNUSED,
             guint row G_GNUC_UNUSED,
             guint column G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED,
             RemitCell *change G_GNUC_UNUSED)
{
  return TRUE;
}

/* Cycles: no letter, each letter of the framework in order, no letter. */
static RemitLetters
get_next (RemitFramework framework,
          RemitLetters letters)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);

  if (letters == REMIT_LETTERS_NONE)
    return REMIT_LETTERS (info->letters[0].letter);
  for (guint i = 0; i + 1 < info->n_letters; i++)
    if (letters == REMIT_LETTERS (info->letters[i].letter))
      return REMIT_LETTERS (info->letters[i + 1].letter);
  return REMIT_LETTERS_NONE;
}

void
remit_rights_grid_cycle (RemitRightsGrid *self)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (RemitCell));
  RemitCell change = { 0 };

  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return;
  change.letters = get_next (
    remit_rights_table_get_framework (self->table, (guint) self->row),
    get_own (self, (guint) self->row, (guint) self->column));
  add_cell (self, cells, (guint) self->row, (guint) self->column, &change);
  write_cells (self, cells);
}

/* What the first row that is selected has; only letters that the framework of the row has, too. */
static gboolean
set_as_first (RemitRightsGrid *self,
              guint row,
              guint column,
              gpointer data,
              RemitCell *change)
{
  guint first = GPOINTER_TO_UINT (data);
  RemitFramework framework = remit_rights_table_get_framework (self->table, row);

  change->letters = get_own (self, first, column);
  for (RemitLetter letter = 0; letter < REMIT_N_LETTERS; letter++)
    if (remit_framework_get_letter (framework, letter) == NULL)
      change->letters &= ~REMIT_LETTERS (letter);
  return row != first;
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
clear (RemitRightsGrid *self)
{
  set_selected (self, set_nothing, NULL);
}

static void
fill_down (RemitRightsGrid *self)
{
  RemitRightsRange range;

  if (!remit_rights_grid_get_range (self, &range))
    return;
  while (remit_rights_table_get_row (self->table, range.first_row)->decision == NULL)
    range.first_row++;
  set_selected (self, set_as_first, GUINT_TO_POINTER (range.first_row));
}

static void
select_all (RemitRightsGrid *self)
{
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return;
  self->anchor_row = 0;
  self->anchor_column = 0;
  self->row = (int) remit_rights_table_get_n_rows (self->table) - 1;
  self->column = (int) remit_rights_table_get_n_columns (self->table) - 1;
  remit_rights_grid_focus_cursor (self);
  remit_rights_grid_show_selection (self);
}

static void
cut (RemitRightsGrid *self)
{
  remit_rights_grid_copy (self);
  set_selected (self, set_nothing, NULL);
}

static void
open_decision (RemitRightsGrid *self)
{
  if (!remit_rights_grid_is_cell (self, self->row, self->column))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_DECISION,
                              self->cursor_decision);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-inspector", NULL);
}

static void
show_menu (RemitRightsGrid *self)
{
  remit_rights_grid_show_menu (self, self->row, self->column);
}

static void
on_letter (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  remit_rights_grid_type (REMIT_RIGHTS_GRID (widget),
                          g_utf8_get_char (g_variant_get_string (parameter, NULL)), TRUE);
}

static const struct {
  const char *name;
  void (*act) (RemitRightsGrid *self);
  guint key; /* with Ctrl */
} actions[] = {
  { "rights.clear", clear, 0 },
  { "rights.cycle", remit_rights_grid_cycle, 0 },
  { "rights.fill-down", fill_down, GDK_KEY_d },
  { "rights.select-all", select_all, GDK_KEY_a },
  { "rights.copy", remit_rights_grid_copy, GDK_KEY_c },
  { "rights.cut", cut, GDK_KEY_x },
  { "rights.paste", remit_rights_grid_paste, GDK_KEY_v },
  { "rights.open", open_decision, 0 },
  { "rights.menu", show_menu, 0 },
};

static void
on_action (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (REMIT_RIGHTS_GRID (widget));
}

void
remit_rights_grid_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, GDK_CONTROL_MASK,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "rights.letter", "s", on_letter);
}
