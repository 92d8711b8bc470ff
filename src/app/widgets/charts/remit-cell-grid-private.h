/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the grid of drawn cells share. */
#pragma once

#include "remit-cell-grid.h"
#include "remit-chart.h"
#include "widgets/scrolling/remit-scroller.h"

/** How wide the names of rows may be, in pixels, for the usual text. */
#define REMIT_CELL_GRID_SIDE 200

struct _RemitCellGrid
{
  GtkWidget parent_instance;

  RemitScroller scroller;
  RemitCellSource source;
  int usual_width;
  int n_lines; /* of the names of columns */
  guint row;    /* with the keyboard */
  guint column;
};

/**
 * RemitCellMetrics:
 * @side: how wide the names of the rows are
 * @header: how high the names of the columns are, with the bars above them
 * @bars: how high these are
 *
 * In pixels, at the scale of the text.
 */
typedef struct {
  int side;
  int header;
  int bars;
  int row_height;
  int column_width;
} RemitCellMetrics;

RemitCellMetrics remit_cell_grid_get_metrics (RemitCellGrid *self);

void remit_cell_grid_snapshot (GtkWidget *widget,
                               GtkSnapshot *snapshot);

/** Implements #RemitChart. */
void remit_cell_grid_init_chart (RemitChartInterface *iface);
