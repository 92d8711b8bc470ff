/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a strip shows something wider than the window: arithmetic alone, without widgets. */
#include "remit-board-strip-layout.h"

#include <math.h>

/* Pixels. */
#define SHORTEST_SIGHT 12

/* Of a part of a pixel nothing is out of sight. */
gboolean
remit_board_strip_layout_is_needed (const RemitBoardStripLayout *self)
{
  return self->page > 0 && self->all > self->page + 1;
}

/* Returns: how many pixels of the strip one of all there is takes */
static double
get_factor (const RemitBoardStripLayout *self)
{
  return self->all > 0 ? self->width / self->all : 0;
}

void
remit_board_strip_layout_get_block (const RemitBoardStripLayout *self,
                                    int x,
                                 int size,
                                 int gap,
                                 int *from,
                                 int *length)
{
  double factor = get_factor (self);
  int end = (int) floor ((x + size) * factor);

  *from = (int) floor (x * factor);
  *length = end - *from;
  if (*length > 2 * gap)
    *length -= gap;
  *length = MAX (1, *length);
}

void
remit_board_strip_layout_get_sight (const RemitBoardStripLayout *self,
                                    double *from,
                                 double *length)
{
  double factor = get_factor (self);

  *length = CLAMP (self->page * factor, MIN (SHORTEST_SIGHT, self->width), self->width);
  *from = self->value * factor - (*length - self->page * factor) / 2;
  *from = CLAMP (*from, 0, MAX (0, self->width - *length));
}

double
remit_board_strip_layout_grab (const RemitBoardStripLayout *self,
                               double x)
{
  double from, length;

  remit_board_strip_layout_get_sight (self, &from, &length);
  return x >= from && x <= from + length ? x - (from + length / 2) : 0;
}

double
remit_board_strip_layout_find_place (const RemitBoardStripLayout *self,
                                     double x)
{
  return self->width > 0 ? x / self->width * self->all : 0;
}

double
remit_board_strip_layout_find_value (const RemitBoardStripLayout *self,
                                     double x,
                                  double grab)
{
  double value = remit_board_strip_layout_find_place (self, x - grab) - self->page / 2;

  return CLAMP (value, 0, MAX (0, self->all - self->page));
}
