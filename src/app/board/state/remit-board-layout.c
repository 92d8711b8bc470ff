/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the board stands: arithmetic alone, without widgets. */
#include "remit-board-layout.h"

/* How a card is made up; its height follows from the metrics. */
typedef struct {
  guint n_chips;
  gboolean has_needs;
} Card;

/* The cards of a column, and where each of them ends; heights are summed up when they are asked. */
typedef struct {
  GArray *cards;
  GArray *ends;
  gboolean dirty;
} Column;

struct _RemitBoardLayout
{
  RemitBoardMetrics metrics;
  gboolean right_to_left;
  int width;

  GPtrArray *columns;
  int height;
  gboolean dirty;
};

static Column *
column_new (void)
{
  Column *self = g_new0 (Column, 1);

  self->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

static void
column_free (gpointer data)
{
  Column *self = data;

  if (self == NULL)
    return;
  g_array_unref (self->cards);
  g_array_unref (self->ends);
  g_free (self);
}

RemitBoardLayout *
remit_board_layout_new (void)
{
  RemitBoardLayout *self = g_new0 (RemitBoardLayout, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  return self;
}

void
remit_board_layout_free (RemitBoardLayout *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static Column *
get_column (RemitBoardLayout *self,
            int column)
{
  g_assert (column >= 0 && column < (int) self->columns->len);

  return g_ptr_array_index (self->columns, (guint) column);
}

static Column *
change_column (RemitBoardLayout *self,
               int column)
{
  Column *info = get_column (self, column);

  info->dirty = self->dirty = TRUE;
  return info;
}

void
remit_board_layout_arrange (RemitBoardLayout *self,
                            const int *columns,
                            int n_columns)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->columns);

  self->columns = g_ptr_array_new_full ((guint) n_columns, column_free);
  for (int i = 0; i < n_columns; i++)
    if (columns[i] >= 0)
      g_ptr_array_add (self->columns, g_steal_pointer (&old->pdata[columns[i]]));
    else
      g_ptr_array_add (self->columns, column_new ());
  self->dirty = TRUE;
}

void
remit_board_layout_clear_column (RemitBoardLayout *self,
                                 int column)
{
  g_array_set_size (change_column (self, column)->cards, 0);
}

void
remit_board_layout_add_card (RemitBoardLayout *self,
                             int column,
                             guint n_chips,
                             gboolean has_needs)
{
  Card card = { n_chips, has_needs };

  g_array_append_val (change_column (self, column)->cards, card);
}

void
remit_board_layout_change_card (RemitBoardLayout *self,
                                int column,
                                int card,
                                guint n_chips,
                                gboolean has_needs)
{
  g_array_index (change_column (self, column)->cards, Card, card) = (Card){ n_chips, has_needs };
}

void
remit_board_layout_set_metrics (RemitBoardLayout *self,
                                const RemitBoardMetrics *metrics)
{
  self->metrics = *metrics;
  for (int i = 0; i < (int) self->columns->len; i++)
    change_column (self, i);
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

int
remit_board_layout_get_n_cards (RemitBoardLayout *self,
                                int column)
{
  return (int) get_column (self, column)->cards->len;
}

static int
get_card_height (RemitBoardLayout *self,
                 const Card *card)
{
  const RemitBoardMetrics *m = &self->metrics;

  return m->card_base + (card->has_needs ? m->card_needs : 0)
         + (card->n_chips > 0 ? (int) card->n_chips * m->card_chip : m->card_vacant);
}

/* Returns: where each of the column's cards ends */
static GArray *
get_ends (RemitBoardLayout *self,
          Column *column)
{
  int y = self->metrics.head_height;

  if (!column->dirty)
    return column->ends;

  column->dirty = FALSE;
  g_array_set_size (column->ends, column->cards->len);
  for (guint i = 0; i < column->cards->len; i++)
    {
      y += self->metrics.card_gap
           + get_card_height (self, &g_array_index (column->cards, Card, i));
      g_array_index (column->ends, int, i) = y;
    }
  return column->ends;
}

static int
get_column_height (RemitBoardLayout *self,
                   Column *column)
{
  const GArray *ends = get_ends (self, column);

  return ends->len > 0 ? g_array_index (ends, int, ends->len - 1) : self->metrics.head_height;
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
  if (self->dirty)
    {
      self->dirty = FALSE;
      self->height = self->metrics.head_height;
      for (int i = 0; i < (int) self->columns->len; i++)
        self->height = MAX (self->height, get_column_height (self, get_column (self, i)));
      self->height += self->metrics.margin;
    }
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
  box->x = mirror (self, self->metrics.margin + column * get_step (self),
                   self->metrics.column_width);
  box->y = 0;
  box->width = self->metrics.column_width;
  box->height = get_column_height (self, get_column (self, column));
}

void
remit_board_layout_get_card (RemitBoardLayout *self,
                             int column,
                             int card,
                             RemitBoardBox *box)
{
  Column *info = get_column (self, column);

  g_assert (card >= 0 && card < (int) info->cards->len);

  remit_board_layout_get_column (self, column, box);
  box->height = get_card_height (self, &g_array_index (info->cards, Card, card));
  box->y = g_array_index (get_ends (self, info), int, card) - box->height;
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
static int
find_end (RemitBoardLayout *self,
          int column,
          int y)
{
  const GArray *ends = get_ends (self, get_column (self, column));
  guint low = 0;
  guint high = ends->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ends, int, middle) <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low;
}

gboolean
remit_board_layout_find_cards (RemitBoardLayout *self,
                               int column,
                               int y,
                               int height,
                               int *first,
                               int *last)
{
  int n = remit_board_layout_get_n_cards (self, column);
  RemitBoardBox box;

  *first = find_end (self, column, y);
  if (*first >= n || height <= 0)
    return FALSE;

  *last = MIN (find_end (self, column, y + height - 1), n - 1);
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
  int card = find_end (self, column, y);
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

  hit->column = from / step;
  hit->before = find_before (self, hit->column, y);
  hit->card = find_end (self, hit->column, y);
  if (hit->card < remit_board_layout_get_n_cards (self, hit->column))
    {
      remit_board_layout_get_card (self, hit->column, hit->card, &box);
      if (y >= box.y)
        return;
    }
  hit->card = -1;
}
