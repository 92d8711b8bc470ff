/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of drawn cells with shades and figures: load by period, skills by person. */
#pragma once

#include "remit-columns.h"

/**
 * RemitCellMarks:
 * @REMIT_CELL_ALERT: a triangle in the corner: something is wrong
 * @REMIT_CELL_OUTLINED: an outline: it is only proposed, or not verified
 * @REMIT_CELL_HATCHED: lines across: there is nothing to say, as on days of absence
 * @REMIT_CELL_UNDERLINED: a line below: it does not last
 */
typedef enum {
  REMIT_CELL_NO_MARKS = 0,
  REMIT_CELL_ALERT = 1 << 0,
  REMIT_CELL_OUTLINED = 1 << 1,
  REMIT_CELL_HATCHED = 1 << 2,
  REMIT_CELL_UNDERLINED = 1 << 3,
} RemitCellMarks;

/**
 * RemitGridCell:
 * @text: a figure of a few letters; empty for none
 * @corner: a second one, small, in the corner; empty for none
 * @shade: how strongly it is shaded, 0 to 1
 *
 * What is drawn.
 */
typedef struct {
  char text[16];
  char corner[8];
  double shade;
  RemitTone tone;
  RemitCellMarks marks;
} RemitGridCell;

/**
 * RemitCellSource:
 * @n_rows, @n_columns: how many there are
 * @get_row: (transfer none): the name of a row
 * @is_strong: (nullable): whether a row stands out, as sums do
 * @get_column: (transfer none): the name of a column
 * @get_cell: fills what is drawn; it is empty before
 * @dup_words: what the cell says in words, for its tooltip and for assistive technology
 * @bars: (nullable): a chart above the names of the columns, on the same axis
 *
 * Where a grid reads what it shows; nothing is copied. Called only for what is in sight.
 */
typedef struct {
  guint n_rows;
  guint n_columns;
  const char *(*get_row) (gpointer data,
                          guint row);
  gboolean (*is_strong) (gpointer data,
                         guint row);
  const char *(*get_column) (gpointer data,
                             guint column);
  void (*get_cell) (gpointer data,
                    guint row,
                    guint column,
                    RemitGridCell *cell);
  char *(*dup_words) (gpointer data,
                      guint row,
                      guint column);
  const RemitColumnsSource *bars;
  gpointer data;
} RemitCellSource;

/**
 * RemitCellGrid:
 *
 * A #GtkScrollable that draws what is in sight, below and beside heads that stay. One cell has the
 * keyboard. Signal `activated`, with the row and the column (unsigned): a cell was clicked twice,
 * or Enter pressed on it; `typed`, with the same and a digit: it is to be another figure. It is a
 * #RemitChart.
 */
#define REMIT_TYPE_CELL_GRID (remit_cell_grid_get_type ())
G_DECLARE_FINAL_TYPE (RemitCellGrid, remit_cell_grid, REMIT, CELL_GRID, GtkWidget)

/** @source: (nullable): copied; its data has to stay until another one is set */
void remit_cell_grid_set_source (RemitCellGrid *self,
                                 const RemitCellSource *source);

/**
 * remit_cell_grid_set_columns:
 * @width: of each, in pixels, for the usual text
 * @n_lines: how many lines their names may take
 */
void remit_cell_grid_set_columns (RemitCellGrid *self,
                                  int width,
                                  int n_lines);

/** Returns: whether a cell has the keyboard, which it says */
gboolean remit_cell_grid_get_cursor (RemitCellGrid *self,
                                     guint *row,
                                     guint *column);

/** Gives a cell the keyboard, and scrolls to it. */
void remit_cell_grid_set_cursor (RemitCellGrid *self,
                                 guint row,
                                 guint column);
