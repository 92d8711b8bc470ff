/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the board stands: arithmetic alone, without widgets. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-layout.h"

/* How a card is made up; its height follows from the metrics. */
typedef struct {
  guint n_chips;
  gboolean has_needs;
} Card;

/* A column's cards stand in one array with all others; ends has where each of them ends. */
typedef struct {
  guint first;
  guint n_cards;
} Column;

struct _RemitBoardLayout
{
  RemitBoardMetrics metrics;
  gboolean right_to_left;
  int width;

  GArray *columns;
  GArray *cards;
  GArray *ends;
  int height;
  gboolean dirty;
};

RemitBoardLayout *
remit_board_layout_new (void)
{
  RemitBoardLayout *self = g_new0 (RemitBoardLayout, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
remit_board_layout_free (RemitBoardLayout *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cards);
  g_array_unref (self->ends);
  g_free (self);
}

void
remit_board_layout_clear (RemitBoardLayout *self)
{
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->cards, 0);
  self->dirty = TRUE;
}

void
remit_board_layout_add_column (RemitBoardLayout *self)
{
  Column column = { self->cards->len, 0 };

  g_array_append_val (self->columns, column);
  self->dirty = TRUE;
}

void
remit_board_layout_add_card (RemitBoardLayout *self,
                             guint n_chips,
                             gboolean has_needs)
{
  Card card = { n_chips, has_needs };

  g_return_if_fail (self->columns->len > 0);

  g_array_append_val (self->cards, card);
  g_array_index (self->columns, Column, self->columns->len - 1).n_cards++;
  self->dirty = TRUE;
}

void
remit_board_layout_set_metrics (RemitBoardLayout *self,
                                const RemitBoardMetrics *metrics)
{
  self->metrics = *metrics;
  self->dirty = TRUE;
}

const RemitBoardMetrics *
remit_board_layout_get_metrics (RemitBoardLayout *self)
{
  return &self->metrics;
}

void
remit_board_layout_set_direction (RemitBoardLayout *self,
                                  gboolean right_to_left,
                                  int width)
{
  self->right_to_left = right_to_left;
  self->width = width;
}

int
remit_board_layout_get_n_columns (RemitBoardLayout *self)
{
  return (int) self->columns->len;
}

static const Column *
get_column (RemitBoardLayout *self,
            int column)
{
  g_assert (column >= 0 && column < (int) self->columns->len);

  return &g_array_index (self->columns, Column, column);
}

int
remit_board_layout_get_n_cards (RemitBoardLayout *self,
                                int column)
{
  return (int) get_column (self, column)->n_cards;
}

static int
get_card_height (RemitBoardLayout *self,
                 const Card *card)
{
  const RemitBoardMetrics *m = &self->metrics;

  return m->card_base + (card->has_needs ? m->card_needs : 0)
         + (card->n_chips > 0 ? (int) card->n_chips * m->card_chip : m->card_vacant);
}

/* Sums the heights up, once after each change. */
static void
ensure_ends (RemitBoardLayout *self)
{
  const RemitBoardMetrics *m = &self->metrics;

  if (!self->dirty)
    return;

  self->dirty = FALSE;
  self->height = m->head_height + m->margin;
  g_array_set_size (self->ends, self->cards->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      int y = m->head_height;

      for (guint j = column->first; j < column->first + column->n_cards; j++)
        {
          y += m->card_gap + get_card_height (self, &g_array_index (self->cards, Card, j));
          g_array_index (self->ends, int, j) = y;
        }
      self->height = MAX (self->height, y + m->margin);
    }
}

static int
get_step (RemitBoardLayout *self)
{
  return self->metrics.column_width + self->metrics.column_gap;
}

int
remit_board_layout_get_width (RemitBoardLayout *self)
{
  int n = (int) self->columns->len;

  return n > 0 ? n * get_step (self) - self->metrics.column_gap + 2 * self->metrics.margin : 0;
}

int
remit_board_layout_get_height (RemitBoardLayout *self)
{
  ensure_ends (self);
  return self->height;
}

/* From where things stand as they are written to where they stand on the screen, and back. */
static int
mirror (RemitBoardLayout *self,
        int x,
        int width)
{
  if (!self->right_to_left)
    return x;
  return MAX (remit_board_layout_get_width (self), self->width) - x - width;
}

void
remit_board_layout_get_column (RemitBoardLayout *self,
                               int column,
                               RemitBoardBox *box)
{
  const Column *info = get_column (self, column);

  ensure_ends (self);
  box->x = mirror (self, self->metrics.margin + column * get_step (self),
                   self->metrics.column_width);
  box->y = 0;
  box->width = self->metrics.column_width;
  box->height = self->metrics.head_height;
  if (info->n_cards > 0)
    box->height = g_array_index (self->ends, int, info->first + info->n_cards - 1);
}

void
remit_board_layout_get_card (RemitBoardLayout *self,
                             int column,
                             int card,
                             RemitBoardBox *box)
{
  const Column *info = get_column (self, column);
  guint index = info->first + (guint) card;

  g_assert (card >= 0 && (guint) card < info->n_cards);

  remit_board_layout_get_column (self, column, box);
  box->height = get_card_height (self, &g_array_index (self->cards, Card, index));
  box->y = g_array_index (self->ends, int, index) - box->height;
}

gboolean
remit_board_layout_find_columns (RemitBoardLayout *self,
                                 int x,
                                 int width,
                                 int *first,
                                 int *last)
{
  int n = (int) self->columns->len;
  int step = get_step (self);
  int from = mirror (self, x, width) - self->metrics.margin;

  if (n == 0 || step <= 0 || width <= 0)
    return FALSE;

  /* a column's gap belongs to it here; that can only add one that ends where @x begins */
  *first = from < 0 ? 0 : from / step;
  *last = from + width <= 0 ? -1 : MIN (n - 1, (from + width - 1) / step);
  if (*first < n && from - *first * step >= self->metrics.column_width)
    *first += 1;
  return *first <= *last;
}

/* Returns: the first card of the column that ends below @y */
static guint
find_end (RemitBoardLayout *self,
          const Column *column,
          int y)
{
  guint low = column->first;
  guint high = column->first + column->n_cards;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->ends, int, middle) <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low - column->first;
}

gboolean
remit_board_layout_find_cards (RemitBoardLayout *self,
                               int column,
                               int y,
                               int height,
                               int *first,
                               int *last)
{
  const Column *info = get_column (self, column);
  RemitBoardBox box;

  ensure_ends (self);
  *first = (int) find_end (self, info, y);
  if (*first >= (int) info->n_cards || height <= 0)
    return FALSE;

  *last = MIN ((int) find_end (self, info, y + height - 1), (int) info->n_cards - 1);
  remit_board_layout_get_card (self, column, *last, &box);
  if (box.y >= y + height)
    *last -= 1;
  return *first <= *last;
}

static int
find_before (RemitBoardLayout *self,
             int column,
             int y)
{
  int n = remit_board_layout_get_n_cards (self, column);
  int card = (int) find_end (self, get_column (self, column), y);
  RemitBoardBox box;

  if (card >= n)
    return n;
  remit_board_layout_get_card (self, column, card, &box);
  return y < box.y + box.height / 2 ? card : card + 1;
}

void
remit_board_layout_hit (RemitBoardLayout *self,
                        int x,
                        int y,
                        RemitBoardHit *hit)
{
  int n = (int) self->columns->len;
  int step = get_step (self);
  int from = mirror (self, x, 1) - self->metrics.margin;
  RemitBoardBox box;

  hit->column = hit->card = hit->before = -1;
  hit->column_before = step > 0 ? CLAMP ((from + step / 2) / step, 0, n) : 0;
  if (step <= 0 || from < 0 || from / step >= n || from % step >= self->metrics.column_width)
    return;

  ensure_ends (self);
  hit->column = from / step;
  hit->before = find_before (self, hit->column, y);
  hit->card = (int) find_end (self, get_column (self, hit->column), y);
  if (hit->card < remit_board_layout_get_n_cards (self, hit->column))
    {
      remit_board_layout_get_card (self, hit->column, hit->card, &box);
      if (y >= box.y)
        return;
    }
  hit->card = -1;
}
