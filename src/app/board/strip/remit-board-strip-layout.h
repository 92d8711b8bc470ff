/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a strip shows something wider than the window: arithmetic alone, without widgets. */
#pragma once

#include <glib.h>

/**
 * RemitBoardStripLayout:
 * @all: pixels of all there is
 * @value: the first of them in sight
 * @page: how many are in sight
 * @width: pixels of the strip
 */
typedef struct {
  double all;
  double value;
  double page;
  double width;
} RemitBoardStripLayout;

/** Returns: whether there is more than is in sight, so that a strip is of use */
gboolean remit_board_strip_layout_is_needed (const RemitBoardStripLayout *self);

/**
 * remit_board_strip_layout_get_block:
 * @x, @size: where something stands in all there is
 * @gap: pixels of the strip to leave free behind it, if there is room
 * @from, @length: (out): where it stands on the strip, in whole pixels, at least one
 */
void remit_board_strip_layout_get_block (const RemitBoardStripLayout *self,
                                         int x,
                                      int size,
                                      int gap,
                                      int *from,
                                      int *length);

/** Where on the strip what is in sight stands; no shorter than can be grabbed. */
void remit_board_strip_layout_get_sight (const RemitBoardStripLayout *self,
                                         double *from,
                                      double *length);

/**
 * remit_board_strip_layout_grab:
 *
 * Returns: how far from the middle of what is in sight the pointer is at @x; 0 when it is beside
 *   it, so that it jumps there
 */
double remit_board_strip_layout_grab (const RemitBoardStripLayout *self,
                                      double x);

/** Returns: the first pixel to be in sight when the pointer is at @x and has grabbed @grab from the
 * middle */
double remit_board_strip_layout_find_value (const RemitBoardStripLayout *self,
                                            double x,
                                         double grab);

/** Returns: where in all there is @x of the strip stands */
double remit_board_strip_layout_find_place (const RemitBoardStripLayout *self,
                                            double x);
