/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of bars: a row each, with its name, its parts in a bar, and the sum. */
#pragma once

#include <gtk/gtk.h>

#define REMIT_BARS_MAX_PARTS 4

/**
 * RemitBarsRow:
 * @name: translated
 * @parts: drawn one after the other, each stronger than the one before
 */
typedef struct {
  const char *name;
  guint parts[REMIT_BARS_MAX_PARTS];
} RemitBarsRow;

/**
 * remit_bars_new:
 * @names: (nullable): what the parts are, for a legend below
 *
 * Every number is there as text; the bars say nothing that the numbers do not.
 */
GtkWidget *remit_bars_new (const RemitBarsRow *rows,
                           guint n_rows,
                           guint n_parts,
                           const char *const *names);
