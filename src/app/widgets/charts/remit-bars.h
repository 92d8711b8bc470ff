/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of bars: a row each, with its name, its parts in a bar, and the sum. */
#pragma once

#include "remit-plot.h"

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

#define REMIT_TYPE_BARS (remit_bars_get_type ())
G_DECLARE_FINAL_TYPE (RemitBars, remit_bars, REMIT, BARS, RemitPlot)

/** Returns: bars that lead nowhere; see remit_bars_set() */
GtkWidget *remit_bars_new (const RemitBarsRow *rows,
                           guint n_rows,
                           guint n_parts,
                           const char *const *names);

/**
 * remit_bars_set:
 * @names: (nullable): what the parts are, for a legend below
 *
 * All is copied.
 */
void remit_bars_set (RemitBars *self,
                     const RemitBarsRow *rows,
                     guint n_rows,
                     guint n_parts,
                     const char *const *names);
