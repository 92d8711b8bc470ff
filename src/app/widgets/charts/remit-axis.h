/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures beside a chart: arithmetic alone. */
#pragma once

#include <glib.h>

/**
 * RemitAxis:
 * @step: from one figure to the next: 1, 2 or 5 times a power of ten
 * @top: the last figure, at least what was to be shown
 * @n_steps: from 0 to there
 * @n_digits: behind the point, so that each figure differs from the next
 */
typedef struct {
  double step;
  double top;
  guint n_steps;
  int n_digits;
} RemitAxis;

/**
 * remit_axis_find:
 * @highest: what is to be shown; what is not a positive number counts as 1
 * @max_steps: how many figures there is room for, without the 0; at least 1
 *
 * The axis from 0 with the finest steps there is room for.
 */
RemitAxis remit_axis_find (double highest,
                           guint max_steps);

/**
 * remit_axis_find_every:
 * @n: names along an axis
 * @length: pixels of each
 * @needed: pixels that a name needs
 *
 * Returns: of how many names one is written, so that they do not touch; at least 1
 */
guint remit_axis_find_every (guint n,
                             double length,
                             double needed);
