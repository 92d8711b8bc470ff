/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of skills as the cells of a grid. */
#include "remit-skill-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-text.h"

/* @shown: (element-type guint): rows of the map */
struct _RemitSkillCells
{
  RemitSkillMap *map;
  GArray *shown;
};

RemitSkillCells *
remit_skill_cells_new (RemitSkillMap *map)
{
  RemitSkillCells *self = g_new0 (RemitSkillCells, 1);

  self->map = map;
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
remit_skill_cells_free (RemitSkillCells *self)
{
  remit_skill_map_free (self->map);
  g_array_unref (self->shown);
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
  return self->shown->len;
}

/* ── Rows and columns ─────────────────────────────────────────────────────────────────────── */

static const RemitSkillColumn *
get_skill (RemitSkillCells *self,
           guint column)
{
  return &g_array_index (self->map->columns, RemitSkillColumn, column);
}

static const RemitSkillRow *
find_row (RemitSkillCells *self,
          guint row)
{
  return &g_array_index (self->map->rows, RemitSkillRow,
                         g_array_index (self->shown, guint, row - 1));
}

static const char *
get_row (gpointer data,
         guint row)
{
  return row == 0 ? _ ("People who have it") : find_row (data, row)->name;
}

static gboolean
is_strong (gpointer data G_GNUC_UNUSED,
           guint row)
{
  return row == 0;
}

static const char *
get_column (gpointer data,
            guint column)
{
  return get_skill (data, column)->name;
}

gint64
remit_skill_cells_get_row (RemitSkillCells *self,
                           guint row)
{
  return row > 0 && row <= self->shown->len ? find_row (self, row)->id : 0;
}

gint64
remit_skill_cells_get_skill (RemitSkillCells *self,
                             guint column)
{
  return column < self->map->columns->len ? get_skill (self, column)->skill : 0;
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static const RemitSkillCell *
find_cell (RemitSkillCells *self,
           guint row,
           guint column)
{
  return remit_skill_map_get (self->map, g_array_index (self->shown, guint, row - 1), column);
}

gboolean
remit_skill_cells_is_gap (RemitSkillCells *self,
                          guint row,
                          guint column)
{
  const RemitSkillCell *cell;

  if (row == 0)
    return get_skill (self, column)->n_slots > 0 && get_skill (self, column)->n_people == 0;
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
  const RemitSkillCell *skill;

  if (row == 0)
    {
      get_sum (self, column, cell);
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

static char *
dup_words (gpointer data,
           guint row,
           guint column)
{
  RemitSkillCells *self = data;

  return row == 0 ? remit_skill_map_dup_column (self->map, column)
                  : remit_skill_map_dup_cell (self->map, find_cell (self, row, column));
}

RemitCellSource
remit_skill_cells_get_source (RemitSkillCells *self)
{
  return (RemitCellSource){
    .n_rows = self->map->columns->len > 0 ? self->shown->len + 1 : 0,
    .n_columns = self->map->columns->len,
    .get_row = get_row,
    .is_strong = is_strong,
    .get_column = get_column,
    .get_cell = get_cell,
    .dup_words = dup_words,
    .data = self,
  };
}
