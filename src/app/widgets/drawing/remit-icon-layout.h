/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out an icon beside a text of several lines. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitIconLayout:
 *
 * For a #GtkImage in a row with a label that wraps. An image says that it has a baseline, by which
 * the row, once its width is known, becomes a pixel higher than it said before, with some fonts; of
 * which GTK complains. With this as its layout manager it says nothing of one, and is centred.
 */
#define REMIT_TYPE_ICON_LAYOUT (remit_icon_layout_get_type ())
G_DECLARE_FINAL_TYPE (RemitIconLayout, remit_icon_layout, REMIT, ICON_LAYOUT, GtkLayoutManager)
