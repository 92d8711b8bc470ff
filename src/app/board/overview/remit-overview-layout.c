/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a strip shows something wider than the window: arithmetic alone, without widgets. */
#include "remit-overview-layout.h"

#include <math.h>

/* Pixels. */
#define SHORTEST_SIGHT 12

/* Of a part of a pixel nothing is out of sight. */
gboolean
remit_overview_layout_is_needed (const RemitOverviewLayout *self)
{
  return self->page > 0 && self->all > self->page + 1;
}

/* Returns: how many pixels of the strip one of all there is takes */
static double
get_factor (const RemitOverviewLayout *self)
{
  return self->all > 0 ? self->width / self->all : 0;
}

void
remit_overview_layout_get_block (const RemitOverviewLayout *self,
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
remit_overview_layout_get_sight (const RemitOverviewLayout *self,
                                 double *from,
                                 double *length)
{
  double factor = get_factor (self);

  *length = CLAMP (self->page * factor, MIN (SHORTEST_SIGHT, self->width), self->width);
  *from = self->value * factor - (*length - self->page * factor) / 2;
  *from = CLAMP (*from, 0, MAX (0, self->width - *length));
}

double
remit_overview_layout_grab (const RemitOverviewLayout *self,
                            double x)
{
  double from, length;

  remit_overview_layout_get_sight (self, &from, &length);
  return x >= from && x <= from + length ? x - (from + length / 2) : 0;
}

double
remit_overview_layout_find_place (const RemitOverviewLayout *self,
                                  double x)
{
  return self->width > 0 ? x / self->width * self->all : 0;
}

double
remit_overview_layout_find_value (const RemitOverviewLayout *self,
                                  double x,
                                  double grab)
{
  double value = remit_overview_layout_find_place (self, x - grab) - self->page / 2;

  return CLAMP (value, 0, MAX (0, self->all - self->page));
}
