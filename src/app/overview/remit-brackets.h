/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where brackets that join rows of a list stand beside each other: arithmetic alone. */
#pragma once

#include <glib.h>

/**
 * RemitBracket:
 * @from, @to: the rows that it joins, the first less than the second
 * @weight: how much it counts
 * @lane: (out): how far from the rows it stands; brackets that overlap are in different lanes, if
 *   there are enough of them
 */
typedef struct {
  guint from;
  guint to;
  guint weight;
  guint lane;
} RemitBracket;

/**
 * remit_brackets_arrange:
 * @brackets: (element-type RemitBracket): will be sorted from short to long ones
 * @max_lanes: as many lanes as there may be, at least 1; what has no place is in the last
 *
 * Short ones stand inside of long ones.
 *
 * Returns: how many lanes are used
 */
guint remit_brackets_arrange (GArray *brackets,
                              guint max_lanes);

/** Keeps those with the most weight, at most @n. Returns: how many were taken out */
guint remit_brackets_limit (GArray *brackets,
                            guint n);
