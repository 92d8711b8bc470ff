/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the board stands: arithmetic alone, without widgets. */
#include "remit-board-layout.h"

/* How a card is made up; its height follows from the metrics. */
typedef struct {
  guint n_chips;
  gboolean has_needs;
  int extra;
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
  GArray *n_folded; /* groups before each column, and behind the last */
  GArray *starts;   /* of each column, and where the next one would be */
  gboolean moved;   /* so that the starts are to be summed up again */
  int height;
  gboolean dirty;
  guint serial;
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
  self->n_folded = g_array_new (FALSE, TRUE, sizeof (int));
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->moved = TRUE;
  return self;
}

void
remit_board_layout_free (RemitBoardLayout *self)
{
  g_ptr_array_unref (self->columns);
  g_array_unref (self->n_folded);
  g_array_unref (self->starts);
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
  g_array_set_size (self->n_folded, 0);
  self->dirty = self->moved = TRUE;
  self->serial++;
}

void
remit_board_layout_set_folded (RemitBoardLayout *self,
                               const int *n_folded,
                               int n)
{
  g_assert (n == (int) self->columns->len + 1);

  g_array_set_size (self->n_folded, 0);
  g_array_append_vals (self->n_folded, n_folded, (guint) n);
  self->moved = TRUE;
}

void
remit_board_layout_clear_column (RemitBoardLayout *self,
                                 int column)
{
  g_array_set_size (change_column (self, column)->cards, 0);
  self->serial++;
}

void
remit_board_layout_add_card (RemitBoardLayout *self,
                             int column,
                             guint n_chips,
                             gboolean has_needs)
{
  Card card = { n_chips, has_needs, 0 };

  g_array_append_val (change_column (self, column)->cards, card);
  self->serial++;
}

void
remit_board_layout_change_card (RemitBoardLayout *self,
                                int column,
                                int card,
                                guint n_chips,
                                gboolean has_needs)
{
  g_array_index (change_column (self, column)->cards, Card, card) =
    (Card){ n_chips, has_needs, 0 };
  self->serial++;
}

void
remit_board_layout_set_extra (RemitBoardLayout *self,
                              int column,
                              int card,
                              int extra)
{
  Card *info = &g_array_index (get_column (self, column)->cards, Card, card);

  if (info->extra == extra)
    return;
  info->extra = extra;
  change_column (self, column);
}

guint
remit_board_layout_get_serial (RemitBoardLayout *self)
{
  return self->serial;
}

void
remit_board_layout_set_metrics (RemitBoardLayout *self,
                                const RemitBoardMetrics *metrics)
{
  self->metrics = *metrics;
  self->moved = TRUE;
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

  return m->card_base + card->extra + (card->has_needs ? m->card_needs : 0)
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

/* ── Across ───────────────────────────────────────────────────────────────────────────────── */

/* From where a folded group begins to where the next thing does. */
static int
get_folded_step (RemitBoardLayout *self)
{
  return self->metrics.folded_width + self->metrics.column_gap;
}

static int
count_folded (RemitBoardLayout *self,
              int column)
{
  return column < (int) self->n_folded->len ? g_array_index (self->n_folded, int, column) : 0;
}

/* Returns: where each column begins after the margin, and where one more would */
static const int *
get_starts (RemitBoardLayout *self)
{
  int n = (int) self->columns->len;
  int x = 0;

  if (self->moved)
    {
      self->moved = FALSE;
      g_array_set_size (self->starts, (guint) n + 1);
      for (int i = 0; i <= n; i++)
        {
          x += count_folded (self, i) * get_folded_step (self);
          g_array_index (self->starts, int, i) = x;
          x += self->metrics.column_width + self->metrics.column_gap;
        }
    }
  return (const int *) (gpointer) self->starts->data;
}

/* Returns: the first column that begins at @x, after the margin, or behind it; or how many there
 * are */
static int
find_start (RemitBoardLayout *self,
            int x)
{
  const int *starts = get_starts (self);
  int low = 0;
  int high = (int) self->columns->len;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (starts[middle] < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
remit_board_layout_get_width (RemitBoardLayout *self)
{
  int end = get_starts (self)[self->columns->len];

  return end > 0 ? end - self->metrics.column_gap + 2 * self->metrics.margin : 0;
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
      if (self->metrics.foot_height > 0)
        self->height += self->metrics.card_gap + self->metrics.foot_height;
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
  box->x = mirror (self, self->metrics.margin + get_starts (self)[column],
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

void
remit_board_layout_get_folded (RemitBoardLayout *self,
                               int column,
                               int nth,
                               RemitBoardBox *box)
{
  int n_behind = count_folded (self, column) - nth;
  int x = get_starts (self)[column] - n_behind * get_folded_step (self);

  g_assert (n_behind > 0);

  *box = (RemitBoardBox){
    .x = mirror (self, self->metrics.margin + x, self->metrics.folded_width),
    .width = self->metrics.folded_width,
    .height = self->metrics.head_height,
  };
}

void
remit_board_layout_get_span (RemitBoardLayout *self,
                             int first,
                             int last,
                             RemitBoardBox *box)
{
  RemitBoardBox end;

  remit_board_layout_get_column (self, first, box);
  remit_board_layout_get_column (self, last, &end);
  box->width = MAX (box->x + box->width, end.x + end.width) - MIN (box->x, end.x);
  box->x = MIN (box->x, end.x);
}

gboolean
remit_board_layout_find_columns (RemitBoardLayout *self,
                                 int x,
                                 int width,
                                 int *first,
                                 int *last)
{
  int from = mirror (self, x, width) - self->metrics.margin;

  if (self->columns->len == 0 || self->metrics.column_width <= 0 || width <= 0)
    return FALSE;

  *first = find_start (self, from - self->metrics.column_width + 1);
  *last = find_start (self, from + width) - 1;
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

/* Returns: the column that has @x, after the margin, or -1 */
static int
find_column (RemitBoardLayout *self,
             int x)
{
  int column = find_start (self, x + 1) - 1;

  return column >= 0 && x < get_starts (self)[column] + self->metrics.column_width ? column : -1;
}

void
remit_board_layout_hit (RemitBoardLayout *self,
                        int x,
                        int y,
                        RemitBoardHit *hit)
{
  int from = mirror (self, x, 1) - self->metrics.margin;
  RemitBoardBox box;

  hit->card = hit->before = -1;
  hit->column = find_column (self, from);
  hit->column_before = find_start (self, from - self->metrics.column_width / 2);
  if (hit->column < 0)
    return;

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
