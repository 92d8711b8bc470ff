/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart over time: a column for each period, of parts, and a line of what it is compared with. */
#pragma once

#include "remit-plot.h"

#define REMIT_COLUMNS_MAX_PARTS 4

/**
 * RemitColumnsSource:
 * @n_columns: how many periods there are
 * @n_parts: of what columns consist; the first is the lowest
 * @parts: (transfer none): their names; the first is drawn filled, the last as an outline
 * @line: (transfer none): what the line is
 * @unit: (transfer none): what the figures are: "FTE"
 * @get_head: (transfer none): the name of a period
 * @get_value: how high a part is, or the line, as the part @n_parts
 * @dup_words: what a period says in words
 *
 * Where a chart reads what it shows; nothing is copied.
 */
typedef struct {
  guint n_columns;
  guint n_parts;
  const char *parts[REMIT_COLUMNS_MAX_PARTS];
  const char *line;
  const char *unit;
  const char *(*get_head) (gpointer data,
                           guint column);
  double (*get_value) (gpointer data,
                       guint column,
                       guint part);
  char *(*dup_words) (gpointer data,
                      guint column);
  gpointer data;
} RemitColumnsSource;

#define REMIT_TYPE_COLUMNS (remit_columns_get_type ())
G_DECLARE_FINAL_TYPE (RemitColumns, remit_columns, REMIT, COLUMNS, RemitPlot)

/** Returns: the highest that any column, or the line, comes to */
double remit_columns_source_find_highest (const RemitColumnsSource *source);

/**
 * remit_columns_source_draw:
 * @place: where a column is, counted from where text begins; its height stands for @top
 *
 * Draws one column, and the line across it.
 */
void remit_columns_source_draw (const RemitColumnsSource *source,
                                RemitPainter *painter,
                                guint column,
                                const GdkRectangle *place,
                                double top);

/** @source: (nullable): copied; its data has to stay until another one is set */
void remit_columns_set_source (RemitColumns *self,
                               const RemitColumnsSource *source);
