/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of skills as the cells of a grid. */
#include "remit-skill-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-text.h"

/* @shown: (element-type guint): rows of the map; @columns: (element-type guint): columns of it */
struct _RemitSkillCells
{
  RemitSkillMap *map;
  GArray *shown;
  GArray *columns;
  RemitSkillOrder order;
  gboolean edges;
};

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

/* In thousandths; what needs nothing is covered. */
static int
get_coverage (guint n_needed,
              guint n_gaps)
{
  return n_needed > 0 ? (int) ((gint64) (n_needed - n_gaps) * 1000 / n_needed) : 1000;
}

static int
get_row_value (const RemitSkillRow *row,
               RemitSkillOrder order)
{
  return order == REMIT_SKILL_ORDER_GAPS       ? -(int) row->n_gaps
         : order == REMIT_SKILL_ORDER_COVERAGE ? get_coverage (row->n_needed, row->n_gaps)
                                               : 0;
}

static int
get_column_value (const RemitSkillColumn *column,
                  RemitSkillOrder order)
{
  return order == REMIT_SKILL_ORDER_GAPS       ? -(int) column->n_gaps
         : order == REMIT_SKILL_ORDER_COVERAGE ? get_coverage (column->n_needing, column->n_gaps)
         : order == REMIT_SKILL_ORDER_HOLDERS  ? (int) column->n_people
                                               : 0;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const RemitSkillCells *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  int left = get_row_value (&g_array_index (self->map->rows, RemitSkillRow, first), self->order);
  int right = get_row_value (&g_array_index (self->map->rows, RemitSkillRow, second), self->order);

  return left != right ? (left > right) - (left < right) : (first > second) - (first < second);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const RemitSkillCells *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  int left = get_column_value (&g_array_index (self->map->columns, RemitSkillColumn, first),
                               self->order);
  int right = get_column_value (&g_array_index (self->map->columns, RemitSkillColumn, second),
                                self->order);

  return left != right ? (left > right) - (left < right) : (first > second) - (first < second);
}

static void
sort_columns (RemitSkillCells *self)
{
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->map->columns->len; i++)
    g_array_append_val (self->columns, i);
  g_array_sort_with_data (self->columns, compare_columns, self);
}

void
remit_skill_cells_set_order (RemitSkillCells *self,
                             RemitSkillOrder order)
{
  self->order = order;
  sort_columns (self);
}

void
remit_skill_cells_set_edges (RemitSkillCells *self,
                             gboolean edges)
{
  self->edges = edges;
}

guint
remit_skill_cells_get_n_heads (RemitSkillCells *self)
{
  return self->edges ? 2 : 1;
}

/* ── What is shown ────────────────────────────────────────────────────────────────────────── */

RemitSkillCells *
remit_skill_cells_new (RemitSkillMap *map)
{
  RemitSkillCells *self = g_new0 (RemitSkillCells, 1);

  self->map = map;
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  sort_columns (self);
  return self;
}

void
remit_skill_cells_free (RemitSkillCells *self)
{
  remit_skill_map_free (self->map);
  g_array_unref (self->shown);
  g_array_unref (self->columns);
  g_free (self);
}

guint
remit_skill_cells_filter (RemitSkillCells *self,
                          const char *words,
                          gboolean only_gaps)
{
  g_autofree char *folded = words != NULL && *words != '\0' ? remit_text_fold_letters (words)
                                                            : NULL;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->map->rows->len; i++)
    {
      const RemitSkillRow *row = &g_array_index (self->map->rows, RemitSkillRow, i);
      g_autofree char *name = folded != NULL ? remit_text_fold_letters (row->name) : NULL;

      if ((folded == NULL || strstr (name, folded) != NULL) && (!only_gaps || row->n_gaps > 0))
        g_array_append_val (self->shown, i);
    }
  g_array_sort_with_data (self->shown, compare_rows, self);
  return self->shown->len;
}

/* ── Rows and columns ─────────────────────────────────────────────────────────────────────── */

/* Returns: whether a column of the grid says what of the rows is covered */
static gboolean
is_side (RemitSkillCells *self,
         guint column)
{
  return self->edges && column == 0;
}

/* Returns: the column of the map */
static guint
get_place (RemitSkillCells *self,
           guint column)
{
  return g_array_index (self->columns, guint, column - (self->edges ? 1 : 0));
}

static const RemitSkillColumn *
get_skill (RemitSkillCells *self,
           guint column)
{
  return &g_array_index (self->map->columns, RemitSkillColumn, get_place (self, column));
}

static const RemitSkillRow *
find_row (RemitSkillCells *self,
          guint row)
{
  return &g_array_index (self->map->rows, RemitSkillRow,
                         g_array_index (self->shown, guint,
                                        row - remit_skill_cells_get_n_heads (self)));
}

static const char *
get_row (gpointer data,
         guint row)
{
  if (row == 0)
    return _ ("People who have it");
  return row < remit_skill_cells_get_n_heads (data) ? _ ("Gaps") : find_row (data, row)->name;
}

static gboolean
is_strong (gpointer data,
           guint row)
{
  return row < remit_skill_cells_get_n_heads (data);
}

static const char *
get_column (gpointer data,
            guint column)
{
  /* Translators: how many of the skills that a person or a team needs are there */
  return is_side (data, column) ? _ ("Covered") : get_skill (data, column)->name;
}

gint64
remit_skill_cells_get_row (RemitSkillCells *self,
                           guint row)
{
  guint n_heads = remit_skill_cells_get_n_heads (self);

  return row >= n_heads && row - n_heads < self->shown->len ? find_row (self, row)->id : 0;
}

gint64
remit_skill_cells_get_skill (RemitSkillCells *self,
                             guint column)
{
  return !is_side (self, column) && column < self->columns->len + (self->edges ? 1 : 0)
           ? get_skill (self, column)->skill : 0;
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static const RemitSkillCell *
find_cell (RemitSkillCells *self,
           guint row,
           guint column)
{
  return remit_skill_map_get (self->map,
                              g_array_index (self->shown, guint,
                                             row - remit_skill_cells_get_n_heads (self)),
                              get_place (self, column));
}

gboolean
remit_skill_cells_is_gap (RemitSkillCells *self,
                          guint row,
                          guint column)
{
  const RemitSkillCell *cell;

  if (is_side (self, column))
    return row >= remit_skill_cells_get_n_heads (self) && find_row (self, row)->n_gaps > 0;
  if (row == 0)
    return get_skill (self, column)->n_slots > 0 && get_skill (self, column)->n_people == 0;
  if (row < remit_skill_cells_get_n_heads (self))
    return get_skill (self, column)->n_gaps > 0;
  cell = find_cell (self, row, column);
  return cell != NULL && remit_skill_cell_is_gap (cell);
}

/* How many have a skill: nobody is a gap, one alone of what is critical a risk. */
static void
get_sum (RemitSkillCells *self,
         guint column,
         RemitGridCell *cell)
{
  const RemitSkillColumn *skill = get_skill (self, column);

  g_snprintf (cell->text, sizeof cell->text, "%u", skill->n_people);
  if (skill->n_slots > 0 && skill->n_people == 0)
    cell->tone = REMIT_TONE_ERROR;
  else if (skill->n_critical > 0 && skill->n_people == 1)
    cell->tone = REMIT_TONE_WARNING;
  else
    return;
  cell->shade = 0.8;
  cell->marks = REMIT_CELL_ALERT;
}

/* How many rows lack a skill. */
static void
get_gaps (RemitSkillCells *self,
          guint column,
          RemitGridCell *cell)
{
  const RemitSkillColumn *skill = get_skill (self, column);

  if (skill->n_needing == 0)
    return;
  g_snprintf (cell->text, sizeof cell->text, "%u", skill->n_gaps);
  if (skill->n_gaps == 0)
    return;
  cell->tone = REMIT_TONE_WARNING;
  cell->shade = skill->n_gaps / (double) skill->n_needing;
  cell->marks = REMIT_CELL_ALERT;
}

/* "3/5": how many of the skills that a row needs are there */
static void
get_covered (RemitSkillCells *self,
             guint row,
             RemitGridCell *cell)
{
  const RemitSkillRow *of = find_row (self, row);

  if (of->n_needed == 0)
    return;
  g_snprintf (cell->text, sizeof cell->text, "%u/%u", of->n_needed - of->n_gaps, of->n_needed);
  cell->shade = (of->n_needed - of->n_gaps) / (double) of->n_needed;
  if (of->n_gaps == 0)
    return;
  cell->tone = REMIT_TONE_WARNING;
  cell->shade = MAX (cell->shade, 0.4);
  cell->marks = REMIT_CELL_ALERT;
}

static void
set_marks (RemitGridCell *cell,
           const RemitSkillCell *skill)
{
  int lack = skill->needed - skill->level;

  if (lack > 0)
    {
      cell->tone = lack > 1 || skill->critical ? REMIT_TONE_ERROR : REMIT_TONE_WARNING;
      cell->marks |= REMIT_CELL_ALERT;
      cell->shade = MAX (cell->shade, 0.4);
    }
  if (skill->level == 0)
    return;
  if (skill->standing == REMIT_STANDING_SELF || skill->standing == REMIT_STANDING_EXPIRED)
    cell->marks |= REMIT_CELL_OUTLINED;
  if (skill->standing == REMIT_STANDING_EXPIRING || skill->standing == REMIT_STANDING_EXPIRED)
    cell->marks |= REMIT_CELL_UNDERLINED;
}

static void
get_cell (gpointer data,
          guint row,
          guint column,
          RemitGridCell *cell)
{
  RemitSkillCells *self = data;
  gboolean is_head = row < remit_skill_cells_get_n_heads (self);
  const RemitSkillCell *skill;

  if (is_side (self, column))
    {
      if (!is_head)
        get_covered (self, row, cell);
      return;
    }
  if (is_head)
    {
      (row == 0 ? get_sum : get_gaps) (self, column, cell);
      return;
    }
  skill = find_cell (self, row, column);
  if (skill == NULL)
    return;
  if (skill->level > 0 || skill->needed > 0)
    g_snprintf (cell->text, sizeof cell->text, "%d", skill->level);
  if (skill->target > 0)
    g_snprintf (cell->corner, sizeof cell->corner, "%d", skill->target);
  cell->shade = skill->level / (double) REMIT_LEVEL_MAX;
  set_marks (cell, skill);
}

int
remit_skill_cells_get_near (RemitSkillCells *self,
                            guint row,
                            guint column)
{
  const RemitSkillCell *cell = NULL;

  if (row >= remit_skill_cells_get_n_heads (self) && !is_side (self, column))
    cell = find_cell (self, row, column);
  return cell != NULL ? MAX (1, cell->needed - 1) : 1;
}

static char *
dup_covered (const RemitSkillRow *row)
{
  return g_strdup_printf (ngettext ("%1$u of %2$u required skill covered",
                                    "%1$u of %2$u required skills covered", row->n_needed),
                          row->n_needed - row->n_gaps, row->n_needed);
}

static char *
dup_gaps (const RemitSkillColumn *skill)
{
  return g_strdup_printf (ngettext ("missing in %1$u of %2$u row", "missing in %1$u of %2$u rows",
                                    skill->n_needing), skill->n_gaps, skill->n_needing);
}

static char *
dup_words (gpointer data,
           guint row,
           guint column)
{
  RemitSkillCells *self = data;
  gboolean is_head = row < remit_skill_cells_get_n_heads (self);

  if (is_side (self, column))
    return is_head ? g_strdup ("") : dup_covered (find_row (self, row));
  if (row == 0)
    return remit_skill_map_dup_column (self->map, get_place (self, column));
  return is_head ? dup_gaps (get_skill (self, column))
                 : remit_skill_map_dup_cell (self->map, find_cell (self, row, column));
}

RemitCellSource
remit_skill_cells_get_source (RemitSkillCells *self)
{
  return (RemitCellSource){
    .n_rows = self->map->columns->len > 0
                ? self->shown->len + remit_skill_cells_get_n_heads (self) : 0,
    .n_columns = self->columns->len > 0 ? self->columns->len + (self->edges ? 1 : 0) : 0,
    .get_row = get_row,
    .is_strong = is_strong,
    .get_column = get_column,
    .get_cell = get_cell,
    .dup_words = dup_words,
    .data = self,
  };
}
