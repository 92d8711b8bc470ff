/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling while a drag is near an edge. */
#include "remit-edge-scroll.h"

/* Pixels from an edge in which a drag scrolls, and the most it scrolls in a frame. */
#define EDGE 56
#define MAX_STEP 24.0

void
remit_edge_scroll (GtkAdjustment *adjustment,
                   double position,
                   double size)
{
  double step = 0;

  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  if (position < EDGE)
    step = -MAX_STEP * (EDGE - position) / EDGE;
  else if (position > size - EDGE)
    step = MAX_STEP * (position - (size - EDGE)) / EDGE;
  if (step < 0 || step > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}
