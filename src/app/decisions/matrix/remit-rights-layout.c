/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes the positions of rows and columns of the matrix, in pixels, without widgets. */
#include "remit-rights-layout.h"

/* for the usual text */
#define ROW_HEIGHT 38
#define HEADING_HEIGHT 36
#define COLUMN_WIDTH 92
#define HEADER 96
#define PEOPLE_HEIGHT 18
#define TEAM_HEIGHT 26
/* of the window's width, the titles take so much, within bounds */
#define SIDE_SHARE 0.36
#define MIN_SIDE 132
#define MAX_SIDE 300

void
remit_rights_layout_init (RemitRightsLayout *self)
{
  *self = (RemitRightsLayout){
    .side = MAX_SIDE,
    .tops = g_array_new (FALSE, FALSE, sizeof (int)),
  };
  remit_rights_layout_set_scale (self, 1);
  remit_rights_layout_begin (self, 0);
}

static int
scale (const RemitRightsLayout *self,
       int pixels)
{
  return (int) (pixels * self->scale + 0.5);
}

void
remit_rights_layout_set_scale (RemitRightsLayout *self,
                               double factor)
{
  self->scale = factor;
  self->row_height = scale (self, ROW_HEIGHT);
  self->heading_height = scale (self, HEADING_HEIGHT);
  self->column_width = scale (self, COLUMN_WIDTH);
  self->header = scale (self, HEADER + (self->with_people ? PEOPLE_HEIGHT : 0));
  self->team_height = scale (self, TEAM_HEIGHT);
}

void
remit_rights_layout_set_people (RemitRightsLayout *self,
                                gboolean with_people)
{
  self->with_people = with_people;
  remit_rights_layout_set_scale (self, self->scale);
}

double
remit_rights_layout_get_scale_for (const RemitRightsLayout *self,
                                   int line,
                                   int head)
{
  int header = HEADER + (self->with_people ? PEOPLE_HEIGHT : 0);

  return MAX ((double) line / ROW_HEIGHT, (double) head / (header - TEAM_HEIGHT));
}

void
remit_rights_layout_clear (RemitRightsLayout *self)
{
  g_clear_pointer (&self->tops, g_array_unref);
}

void
remit_rights_layout_begin (RemitRightsLayout *self,
                           guint n_columns)
{
  int start = 0;

  self->n_columns = n_columns;
  g_array_set_size (self->tops, 0);
  g_array_append_val (self->tops, start);
}

static guint
get_n_rows (const RemitRightsLayout *self)
{
  return self->tops->len - 1;
}

static int
get_top (const RemitRightsLayout *self,
         guint row)
{
  return g_array_index (self->tops, int, row);
}

void
remit_rights_layout_add_row (RemitRightsLayout *self,
                             gboolean heading)
{
  int end = get_top (self, get_n_rows (self))
            + (heading ? self->heading_height : self->row_height);

  g_array_append_val (self->tops, end);
}

void
remit_rights_layout_set_width (RemitRightsLayout *self,
                               int width)
{
  self->side = CLAMP ((int) (width * SIDE_SHARE), scale (self, MIN_SIDE), scale (self, MAX_SIDE));
}

int
remit_rights_layout_get_width (const RemitRightsLayout *self)
{
  return self->side + (int) self->n_columns * self->column_width;
}

int
remit_rights_layout_get_height (const RemitRightsLayout *self)
{
  return self->header + get_top (self, get_n_rows (self));
}

int
remit_rights_layout_get_row (const RemitRightsLayout *self,
                             guint row,
                             int *height)
{
  g_return_val_if_fail (row < get_n_rows (self), 0);

  *height = get_top (self, row + 1) - get_top (self, row);
  return self->header + get_top (self, row);
}

int
remit_rights_layout_get_column (const RemitRightsLayout *self,
                                guint column)
{
  return self->side + (int) column * self->column_width;
}

/* The last row that begins at or above @y, which is within the rows. */
static guint
find_row (const RemitRightsLayout *self,
          int y)
{
  guint low = 0;
  guint high = get_n_rows (self);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
remit_rights_layout_find_rows (const RemitRightsLayout *self,
                               int scrolled,
                               int height,
                               guint *first,
                               guint *last)
{
  guint n = get_n_rows (self);
  int from = MAX (0, scrolled);
  int until = scrolled + height - self->header;

  *first = *last = 0;
  if (n == 0 || until <= from || from >= get_top (self, n))
    return;
  *first = find_row (self, from);
  *last = until >= get_top (self, n) ? n : find_row (self, until) + 1;
}

void
remit_rights_layout_find_columns (const RemitRightsLayout *self,
                                  int scrolled,
                                  int width,
                                  guint *first,
                                  guint *last)
{
  int from = MAX (0, scrolled);
  int until = scrolled + width - self->side;

  *first = MIN ((guint) (from / self->column_width), self->n_columns);
  *last = until <= 0 ? *first
                     : MIN ((guint) ((until - 1) / self->column_width) + 1, self->n_columns);
  *last = MAX (*first, *last);
}

int
remit_rights_layout_hit_row (const RemitRightsLayout *self,
                             int scrolled,
                             int y)
{
  int in_rows = y - self->header + scrolled;

  if (y < self->header || in_rows < 0 || in_rows >= get_top (self, get_n_rows (self)))
    return -1;
  return (int) find_row (self, in_rows);
}

int
remit_rights_layout_hit_column (const RemitRightsLayout *self,
                                int scrolled,
                                int x)
{
  int in_columns = x - self->side + scrolled;

  if (x < self->side || in_columns < 0
      || in_columns >= (int) self->n_columns * self->column_width)
    return -1;
  return in_columns / self->column_width;
}
