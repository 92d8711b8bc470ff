/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the map of teams stands: arithmetic alone, without widgets. */
#include "remit-map-layout.h"

struct _RemitMapLayout
{
  RemitMapMetrics metrics;
  int width;
  gboolean right_to_left;

  GArray *items;
  int x, y;  /* where the next block stands, from where text begins */
  int block_width; /* in the line that has been begun */
  int depth;       /* of the line that has been begun; -2 for none */
};

#define NO_LINE (-2)

RemitMapLayout *
remit_map_layout_new (void)
{
  RemitMapLayout *self = g_new0 (RemitMapLayout, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (RemitMapItem));
  self->depth = NO_LINE;
  return self;
}

void
remit_map_layout_free (RemitMapLayout *self)
{
  g_array_unref (self->items);
  g_free (self);
}

static RemitMapItem *
get_item (RemitMapLayout *self,
          int item)
{
  return &g_array_index (self->items, RemitMapItem, item);
}

void
remit_map_layout_begin (RemitMapLayout *self,
                        const RemitMapMetrics *metrics,
                        int width,
                        gboolean right_to_left)
{
  g_array_set_size (self->items, 0);
  self->metrics = *metrics;
  self->width = width;
  self->right_to_left = right_to_left;
  self->x = 0;
  self->y = metrics->margin;
  self->depth = NO_LINE;
}

/* ── Adding ───────────────────────────────────────────────────────────────────────────────── */

static void
end_line (RemitMapLayout *self)
{
  if (self->depth != NO_LINE)
    self->y += self->metrics.block_height + self->metrics.gap;
  self->depth = NO_LINE;
}

static int
get_start (RemitMapLayout *self,
           int depth)
{
  return self->metrics.margin + MAX (depth, 0) * self->metrics.indent;
}

static void
add (RemitMapLayout *self,
     RemitMapItem item)
{
  if (self->right_to_left)
    item.x = self->width - item.x - item.width;
  g_array_append_val (self->items, item);
}

void
remit_map_layout_add_heading (RemitMapLayout *self,
                              int group,
                              int depth)
{
  int start = get_start (self, depth);

  end_line (self);
  add (self, (RemitMapItem){ TRUE, group, start, self->y,
                             MAX (1, self->width - start - self->metrics.margin),
                             self->metrics.heading_height });
  self->y += self->metrics.heading_height + self->metrics.gap;
}

/* As wide as it takes for the blocks to fill a line that begins at @start. */
static int
get_block_width (RemitMapLayout *self,
                 int start)
{
  int room = self->width - self->metrics.margin - start;
  int step = self->metrics.block_width + self->metrics.gap;
  int n = MAX (1, (room + self->metrics.gap) / MAX (1, step));

  if (!self->metrics.stretch)
    return self->metrics.block_width;
  return MAX (1, (room + self->metrics.gap) / n - self->metrics.gap);
}

void
remit_map_layout_add_block (RemitMapLayout *self,
                            int team,
                            int depth)
{
  int end = self->width - self->metrics.margin;

  if (self->depth != depth || self->x + self->block_width > end)
    {
      if (self->depth > depth && self->depth != NO_LINE) /* a group has ended */
        self->y += self->metrics.heading_height / 2;
      end_line (self);
      self->depth = depth;
      self->x = get_start (self, depth);
      self->block_width = get_block_width (self, self->x);
    }
  add (self, (RemitMapItem){ FALSE, team, self->x, self->y, self->block_width,
                             self->metrics.block_height });
  self->x += self->block_width + self->metrics.gap;
}

/* ── What is asked of it ──────────────────────────────────────────────────────────────────── */

int
remit_map_layout_get_height (RemitMapLayout *self)
{
  int end = self->depth != NO_LINE ? self->y + self->metrics.block_height
                                   : self->y - self->metrics.gap;

  return self->items->len > 0 ? end + self->metrics.margin : 0;
}

int
remit_map_layout_get_n_items (RemitMapLayout *self)
{
  return (int) self->items->len;
}

const RemitMapItem *
remit_map_layout_get_item (RemitMapLayout *self,
                           int item)
{
  g_assert (item >= 0 && item < (int) self->items->len);

  return get_item (self, item);
}

/* Returns: the first item that ends below @y; they stand in rising order */
static int
find_end (RemitMapLayout *self,
          int y)
{
  int low = 0;
  int high = (int) self->items->len;

  while (low < high)
    {
      int middle = low + (high - low) / 2;
      const RemitMapItem *item = get_item (self, middle);

      if (item->y + item->height <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
remit_map_layout_hit (RemitMapLayout *self,
                      int x,
                      int y)
{
  for (int i = find_end (self, y); i < (int) self->items->len; i++)
    {
      const RemitMapItem *item = get_item (self, i);

      if (item->y > y)
        break;
      if (x >= item->x && x < item->x + item->width)
        return i;
    }
  return -1;
}

gboolean
remit_map_layout_find_items (RemitMapLayout *self,
                             int y,
                             int height,
                             int *first,
                             int *last)
{
  *first = find_end (self, y);
  *last = *first - 1;
  while (*last + 1 < (int) self->items->len && get_item (self, *last + 1)->y < y + height)
    *last += 1;
  return *first <= *last;
}

static int
get_distance (const RemitMapItem *a,
              const RemitMapItem *b)
{
  if (a->x < b->x + b->width && b->x < a->x + a->width)
    return 0;
  return ABS (2 * a->x + a->width - 2 * b->x - b->width);
}

int
remit_map_layout_find_beyond (RemitMapLayout *self,
                              int item,
                              int step)
{
  const RemitMapItem *from = remit_map_layout_get_item (self, item);
  int found = item;
  int line = from->y;
  int best = 0;

  for (int i = item + step; i >= 0 && i < (int) self->items->len; i += step)
    {
      const RemitMapItem *other = get_item (self, i);
      int distance = get_distance (other, from);

      if (other->y == from->y)
        continue;
      if (found != item && other->y != line)
        break;
      if (found == item || distance < best || (distance == best && i < found))
        {
          line = other->y;
          best = distance;
          found = i;
        }
    }
  return found;
}
