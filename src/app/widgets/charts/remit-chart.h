/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget that draws a chart can do: be a picture, and a table. */
#pragma once

#include "remit-painter.h"

/** A picture is no larger than that, in pixels. */
#define REMIT_CHART_MAX_SIDE 8000

#define REMIT_TYPE_CHART (remit_chart_get_type ())
G_DECLARE_INTERFACE (RemitChart, remit_chart, REMIT, CHART, GtkWidget)

/**
 * RemitChartInterface:
 * @measure: how large a picture of all of it is; at most %REMIT_CHART_MAX_SIDE
 * @draw: draws all of it, whatever is in sight
 * @dup_rows: (transfer full) (element-type GPtrArray): what it says in rows of texts, of which the
 *   first is the head
 */
struct _RemitChartInterface
{
  GTypeInterface parent_interface;

  void (*measure) (RemitChart *self,
                   int *width,
                   int *height);
  void (*draw) (RemitChart *self,
                RemitPainter *painter);
  GPtrArray *(*dup_rows) (RemitChart *self);
};

/** Returns: (transfer full) (element-type GPtrArray): see #RemitChartInterface */
GPtrArray *remit_chart_dup_rows (RemitChart *self);

/**
 * remit_chart_draw:
 * @title: stands above it
 * @width, @height: (out): of the picture
 *
 * Draws all of it as a picture in the colours of paper.
 *
 * Returns: (transfer full): what any thread can draw
 */
GskRenderNode *remit_chart_draw (RemitChart *self,
                                 const char *title,
                                 int *width,
                                 int *height);

/** Returns: (transfer full) (element-type GPtrArray): an empty table, for @dup_rows */
GPtrArray *remit_chart_rows_new (void);

/** Adds a row to a table. @first: (nullable): its first text; returns the row */
GPtrArray *remit_chart_rows_add (GPtrArray *rows,
                                 const char *first);
