/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is carried by keyboard can go next. */
#include "remit-board-route.h"

/* A team without slots has one place. */
static int
count_places (RemitBoardTarget *target,
              int column)
{
  return MAX (1, remit_board_model_get_n_cards (target->model, column));
}

gboolean
remit_board_route_find_next (RemitBoardTarget *target,
                             const RemitDrag *drag,
                             int step,
                             gboolean within_column,
                             RemitBoardPlace *place)
{
  int n_columns = remit_board_model_get_n_columns (target->model);
  RemitBoardPlace next = *place;

  for (;;)
    {
      next.card += step;
      while (next.card < 0 || next.card >= count_places (target, next.column))
        {
          next.column += step;
          if (within_column || next.column < 0 || next.column >= n_columns)
            return FALSE;
          next.card = step > 0 ? 0 : count_places (target, next.column) - 1;
        }
      if (remit_board_target_accepts_place (target, drag, next.column, next.card))
        {
          *place = next;
          return TRUE;
        }
    }
}

gboolean
remit_board_route_find_beside (RemitBoardTarget *target,
                               const RemitDrag *drag,
                               int step,
                               RemitBoardPlace *place)
{
  int n_columns = remit_board_model_get_n_columns (target->model);
  int wanted = place->card;

  for (int column = place->column + step; column >= 0 && column < n_columns; column += step)
    {
      int n_cards = count_places (target, column);

      for (int distance = 0; distance < MAX (n_cards, wanted + 1); distance++)
        for (int side = -1; side <= 1; side += 2)
          {
            int card = wanted + side * distance;

            if (card < 0 || card >= n_cards
                || !remit_board_target_accepts_place (target, drag, column, card))
              continue;
            *place = (RemitBoardPlace){ column, card };
            return TRUE;
          }
    }
  return FALSE;
}

/* Everybody whom a column has, in the order in which they stand. */
static GArray *
get_assignments (RemitBoardModel *model,
                 int column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < remit_board_model_get_n_cards (model, column); i++)
    {
      GPtrArray *assignments = remit_board_model_get_assignments (
        model, remit_board_model_get_slot_id (model, column, i));

      for (guint j = 0; j < assignments->len; j++)
        {
          gint64 id = remit_entity_get_id (g_ptr_array_index (assignments, j));

          g_array_append_val (ids, id);
        }
    }
  return ids;
}

static int
find_id (GArray *ids,
         gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

/* The next in the column after @from who accepts, or 0. */
static gint64
find_in_column (RemitBoardTarget *target,
                const RemitDrag *drag,
                int column,
                gint64 from,
                int step)
{
  g_autoptr (GArray) ids = get_assignments (target->model, column);
  int i = from != 0 ? find_id (ids, from) + step : step > 0 ? 0 : (int) ids->len - 1;

  for (; i >= 0 && i < (int) ids->len; i += step)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (remit_board_target_may_swap (target, drag, id))
        return id;
    }
  return 0;
}

gint64
remit_board_route_find_partner (RemitBoardTarget *target,
                                const RemitDrag *drag,
                                int column,
                                gint64 from,
                                int step,
                                gboolean within)
{
  int n_columns = remit_board_model_get_n_columns (target->model);
  gint64 found = 0;

  for (; found == 0 && column >= 0 && column < n_columns; column += step)
    {
      found = find_in_column (target, drag, column, from, step);
      from = 0;
      if (within)
        break;
    }
  return found;
}
