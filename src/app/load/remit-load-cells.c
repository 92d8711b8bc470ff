/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of load as the cells of a grid. */
#include "remit-load-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-percent.h"
#include "model/remit-text.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load-chart-words.h"
#include "remit-load-columns.h"

/* @shown: (element-type guint): rows of the chart
 * @heads: of the periods
 * @columns, @bars: the sum of all, as a chart above them */
struct _RemitLoadCells
{
  RemitLoadChart *chart;
  RemitWorkspace *workspace;
  GArray *shown;
  GStrv heads;
  RemitLoadColumns *columns;
  RemitColumnsSource bars;
};

RemitLoadCells *
remit_load_cells_new (RemitLoadChart *chart,
                      RemitWorkspace *workspace)
{
  RemitLoadCells *self = g_new0 (RemitLoadCells, 1);

  self->chart = chart;
  self->workspace = g_object_ref (workspace);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heads = g_new0 (char *, chart->periods->len + 1);
  for (guint i = 0; i < chart->periods->len; i++)
    self->heads[i] = remit_load_chart_dup_head (chart, i);
  self->columns = remit_load_columns_new (chart);
  self->bars = remit_load_columns_get_source (self->columns);
  return self;
}

void
remit_load_cells_free (RemitLoadCells *self)
{
  remit_load_columns_free (self->columns);
  remit_load_chart_free (self->chart);
  g_object_unref (self->workspace);
  g_array_unref (self->shown);
  g_strfreev (self->heads);
  g_free (self);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_state (const RemitLoadRow *row,
             int wanted)
{
  RemitLoadState state = remit_load_cell_get_state (&row->total, row->full_from);

  return wanted < 0 || state == (RemitLoadState) wanted
         || (wanted == REMIT_LOAD_FREE && state == REMIT_LOAD_NONE);
}

static gboolean
has_words (const RemitLoadRow *row,
           const char *folded)
{
  g_autofree char *name = folded != NULL ? remit_text_fold_letters (row->name) : NULL;

  return folded == NULL || strstr (name, folded) != NULL;
}

guint
remit_load_cells_filter (RemitLoadCells *self,
                         const char *words,
                         int state)
{
  g_autofree char *folded = words != NULL && *words != '\0' ? remit_text_fold_letters (words)
                                                            : NULL;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (self->chart->rows, RemitLoadRow, i);

      if (is_in_state (row, state) && has_words (row, folded))
        g_array_append_val (self->shown, i);
    }
  return self->shown->len;
}

/* The first row of the grid is the sum. */
static const RemitLoadRow *
find_row (RemitLoadCells *self,
          guint row)
{
  if (row == 0)
    return &self->chart->totals;
  return &g_array_index (self->chart->rows, RemitLoadRow,
                         g_array_index (self->shown, guint, row - 1));
}

static const char *
get_row (gpointer data,
         guint row)
{
  const char *name = row == 0 ? _ ("All") : find_row (data, row)->name;

  /* Translators: a row for people of no unit */
  return *name != '\0' ? name : _ ("Without unit");
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
  return ((RemitLoadCells *) data)->heads[column];
}

gint64
remit_load_cells_get_entity (RemitLoadCells *self,
                             guint row,
                             RemitKind *kind)
{
  switch (self->chart->by)
    {
    case REMIT_LOAD_BY_TEAM:
      *kind = REMIT_KIND_TEAM;
      break;
    case REMIT_LOAD_BY_ROLE:
      *kind = REMIT_KIND_ROLE;
      break;
    case REMIT_LOAD_BY_PERSON:
    case REMIT_LOAD_BY_UNIT:
    default:
      *kind = REMIT_KIND_PERSON;
      break;
    }
  return row > 0 && row <= self->shown->len ? find_row (self, row)->id : 0;
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_of_slots (const RemitLoadCells *self)
{
  return self->chart->by == REMIT_LOAD_BY_TEAM || self->chart->by == REMIT_LOAD_BY_ROLE;
}

/* The sum is of people who have too much as well as of others: it is judged as a whole. */
static RemitLoadState
get_state (RemitLoadCells *self,
           const RemitLoadRow *row,
           const RemitLoadCell *load)
{
  RemitLoadCell whole = *load;

  if (row == &self->chart->totals)
    whole.over_days = remit_load_cell_get_utilisation (load) > self->chart->over_from;
  return remit_load_cell_get_state (&whole, row->full_from);
}

static void
set_tone (RemitGridCell *cell,
          const RemitLoadCell *load,
          RemitLoadState state)
{
  switch (state)
    {
    case REMIT_LOAD_OVER:
      cell->tone = REMIT_TONE_ERROR;
      cell->marks = REMIT_CELL_ALERT;
      break;
    case REMIT_LOAD_FULL:
      cell->tone = REMIT_TONE_GOOD;
      break;
    case REMIT_LOAD_AWAY:
      cell->marks = REMIT_CELL_HATCHED;
      break;
    case REMIT_LOAD_NONE:
    case REMIT_LOAD_FREE:
    default:
      break;
    }
  if (load->proposed > 0)
    cell->marks |= REMIT_CELL_OUTLINED;
}

static void
get_cell (gpointer data,
          guint row,
          guint column,
          RemitGridCell *cell)
{
  const RemitLoadRow *from = find_row (data, row);
  const RemitLoadCell *load = &from->cells[column];
  int used = remit_load_cell_get_utilisation (load);

  set_tone (cell, load, get_state (data, from, load));
  if (used >= 0)
    {
      g_autofree char *text = remit_percent_printf ("%d %%", used);

      cell->shade = MIN (used, 100) / 100.0;
      g_strlcpy (cell->text, text, sizeof cell->text);
    }
  else
    {
      cell->shade = load->over_days > 0 ? 1 : 0;
      g_strlcpy (cell->text, "–", sizeof cell->text);
    }
}

/* What somebody does in a period in which it is too much. */
static void
append_parts (RemitLoadCells *self,
              GString *words,
              guint row,
              const RemitLoadPeriod *period)
{
  for (guint i = 0; i < self->chart->parts->len; i++)
    {
      const RemitLoadPart *part = &g_array_index (self->chart->parts, RemitLoadPart, i);
      g_autofree char *name = NULL;

      if (part->row != row || part->until < period->from || part->from > period->until)
        continue;
      name = remit_design_dup_name (self->workspace, REMIT_KIND_ASSIGNMENT, part->assignment);
      /* Translators: an allocation in percent, and who is in which slot */
      g_string_append_printf (words, _ ("\n%1$d %%: %2$s"), part->percent, name);
    }
}

static char *
dup_words (gpointer data,
           guint row,
           guint column)
{
  RemitLoadCells *self = data;
  const RemitLoadCell *load = &find_row (self, row)->cells[column];
  g_autofree char *cell = remit_load_chart_dup_cell (
    self->chart, load, remit_load_chart_get_n_days (self->chart, column));
  GString *words = g_string_new (cell);

  if (row > 0 && load->over_days > 0 && !is_of_slots (self))
    append_parts (self, words, g_array_index (self->shown, guint, row - 1),
                  &g_array_index (self->chart->periods, RemitLoadPeriod, column));
  return remit_percent_keep (g_string_free (words, FALSE));
}

RemitCellSource
remit_load_cells_get_source (RemitLoadCells *self)
{
  return (RemitCellSource){
    .n_rows = self->shown->len + 1,
    .n_columns = self->chart->periods->len,
    .get_row = get_row,
    .is_strong = is_strong,
    .get_column = get_column,
    .get_cell = get_cell,
    .dup_words = dup_words,
    .bars = &self->bars,
    .data = self,
  };
}
