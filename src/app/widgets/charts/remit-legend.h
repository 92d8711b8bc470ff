/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a chart are, below it. */
#pragma once

#include "remit-painter.h"

/**
 * RemitLegendPart:
 * @name: translated
 * @share: its pattern; see remit_painter_draw_pattern(); less than 0 for a line
 */
typedef struct {
  const char *name;
  double share;
} RemitLegendPart;

/** Returns: pixels of a legend with so many parts, two of which stand beside each other */
int remit_legend_get_height (GtkWidget *widget,
                             guint n_parts);

/** Draws it at @y, as wide as all is. */
void remit_legend_draw (RemitPainter *painter,
                        const RemitLegendPart *parts,
                        guint n_parts,
                        int y);
