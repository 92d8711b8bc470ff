/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling while a drag is near an edge. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_edge_scroll:
 * @position: of the pointer, from 0 to @size
 *
 * Scrolls by what one frame is due: the more, the nearer the pointer is to an edge; else nothing.
 */
void remit_edge_scroll (GtkAdjustment *adjustment,
                        double position,
                        double size);
