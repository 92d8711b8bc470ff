/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of charts that consist of items: bars, columns of time, teams. */
#pragma once

#include "remit-chart.h"

/**
 * RemitPlot:
 *
 * Draws items, one of which has the keyboard, and says what it stands for. Signal `activated`, with
 * the item (unsigned): it was clicked, or Enter pressed on it. It is a #RemitChart.
 */
#define REMIT_TYPE_PLOT (remit_plot_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitPlot, remit_plot, REMIT, PLOT, GtkWidget)

/**
 * RemitPlotClass:
 * @is_across: whether the next item is beside, not below
 * @row_height: of plots whose items are rows, in pixels, for the usual text
 * @get_n_items: how many there are
 * @dup_words: what one says
 * @get_place: where one is, in a plot of that width and height, counted from where text begins;
 *   by default a row
 * @get_size: how large the plot is at least, and as a picture
 * @draw: draws all
 * @dup_rows: what it says as a table; see #RemitChartInterface
 */
struct _RemitPlotClass
{
  GtkWidgetClass parent_class;

  gboolean is_across;
  int row_height;
  guint (*get_n_items) (RemitPlot *self);
  char *(*dup_words) (RemitPlot *self,
                      guint item);
  GdkRectangle (*get_place) (RemitPlot *self,
                             guint item,
                             int width,
                             int height);
  void (*get_size) (RemitPlot *self,
                    int *width,
                    int *height);
  void (*draw) (RemitPlot *self,
                RemitPainter *painter);
  GPtrArray *(*dup_rows) (RemitPlot *self);
};

/** Whether a click on an item leads anywhere, which the pointer then says. */
void remit_plot_set_leads (RemitPlot *self,
                           gboolean leads);

/** For a plot that shows something else: measures and draws it again. */
void remit_plot_refresh (RemitPlot *self);
