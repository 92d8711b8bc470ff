/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out cards in as many columns as there is room for. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitCardsLayout:
 *
 * Columns of one width; each card is put under the shortest of them. Properties: `column-width`
 * (what a column has at least, in pixels for the usual text, if the whole is that wide),
 * `max-columns`, `spacing`, and `even` (whether all cards get the height of the highest).
 */
#define REMIT_TYPE_CARDS_LAYOUT (remit_cards_layout_get_type ())
G_DECLARE_FINAL_TYPE (RemitCardsLayout, remit_cards_layout, REMIT, CARDS_LAYOUT, GtkLayoutManager)

/** Returns: how many columns of at least @column_width there are in @width, with @spacing between
 *   them; at least one, at most @max_columns */
int remit_cards_layout_count_columns (int width,
                                      int column_width,
                                      int spacing,
                                      int max_columns);
