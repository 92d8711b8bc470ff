/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures beside a chart: arithmetic alone. */
#include "remit-axis.h"

#include <math.h>

/* What is a whole number of steps but for the last bits of a float is one. */
#define TOLERANCE 1e-9

RemitAxis
remit_axis_find (double highest,
                 guint max_steps)
{
  static const double factors[] = { 1, 2, 5, 10 };
  RemitAxis axis;
  double power;

  g_return_val_if_fail (max_steps > 0, ((RemitAxis){ 1, 1, 1, 0 }));

  if (!isfinite (highest) || highest <= 0)
    highest = 1;
  power = pow (10, floor (log10 (highest / max_steps)));
  axis.step = 10 * power;
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (highest / (factors[i] * power) <= max_steps + TOLERANCE)
      {
        axis.step = factors[i] * power;
        break;
      }
  axis.n_steps = (guint) MAX (1, ceil (highest / axis.step - TOLERANCE));
  axis.top = axis.step * axis.n_steps;
  axis.n_digits = MAX (0, (int) -floor (log10 (axis.step) + TOLERANCE));
  return axis;
}

guint
remit_axis_find_every (guint n,
                       double length,
                       double needed)
{
  double every = length > 0 ? ceil (needed / length - TOLERANCE) : n;

  return (guint) CLAMP (every, 1, MAX (n, 1));
}
