/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the board: made for what is in sight, and used again. */
#include "remit-board-private.h"

static void
stock_init (RemitBoardStock *stock)
{
  stock->used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  stock->spare = g_ptr_array_new ();
}

static void
stock_clear (RemitBoardStock *stock)
{
  g_hash_table_remove_all (stock->used);
  g_ptr_array_set_size (stock->spare, 0);
}

static void
stock_free (RemitBoardStock *stock)
{
  g_hash_table_unref (stock->used);
  g_ptr_array_unref (stock->spare);
}

static guint
stock_get_size (const RemitBoardStock *stock)
{
  return g_hash_table_size (stock->used) + stock->spare->len;
}

static GtkWidget *
stock_take_spare (RemitBoardStock *stock)
{
  GtkWidget *widget;

  if (stock->spare->len == 0)
    return NULL;
  widget = g_ptr_array_steal_index_fast (stock->spare, stock->spare->len - 1);
  gtk_widget_set_child_visible (widget, TRUE);
  return widget;
}

static void
stock_put_spare (RemitBoardStock *stock,
                 GtkWidget *widget)
{
  gtk_widget_set_child_visible (widget, FALSE);
  g_ptr_array_add (stock->spare, widget);
}

static void
stock_use (RemitBoardStock *stock,
           gint64 id,
           GtkWidget *widget)
{
  g_hash_table_insert (stock->used, g_memdup2 (&id, sizeof id), widget);
}

void
remit_board_init_cards (RemitBoard *self)
{
  stock_init (&self->cards);
  stock_init (&self->heads);
  stock_init (&self->backs);

  /* grounds come first, then cards, this, and heads, which lie above the cards */
  self->divider = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_child_visible (self->divider, FALSE);
  gtk_widget_insert_before (self->divider, GTK_WIDGET (self), self->insertion);
}

void
remit_board_clear_cards (RemitBoard *self)
{
  stock_clear (&self->cards);
  stock_clear (&self->heads);
  stock_clear (&self->backs);
}

void
remit_board_free_cards (RemitBoard *self)
{
  stock_free (&self->cards);
  stock_free (&self->heads);
  stock_free (&self->backs);
}

/* ── Measuring ────────────────────────────────────────────────────────────────────────────── */

static int
measure_height (GtkWidget *widget,
                int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_card (RemitSlotCard *card,
              guint n_chips,
              gboolean has_needs,
              int width)
{
  remit_slot_card_set_example (card, n_chips, has_needs);
  return measure_height (GTK_WIDGET (card), width);
}

/* ── What they show ───────────────────────────────────────────────────────────────────────── */

static void
mark (RemitBoard *self,
      gint64 slot,
      RemitSlotCard *card)
{
  const RemitBoardAim *aim = &self->target->aim;
  gboolean swapping = self->target->swapping;

  remit_slot_card_set_mark (
    card,
    remit_board_target_judge (self->target, remit_drag_hub_get_drag (self->hub), slot),
    slot == aim->slot);
  remit_slot_card_set_target (card, swapping ? aim->chip : 0);
}

void
remit_board_mark_card (RemitBoard *self,
                       gint64 slot)
{
  GtkWidget *card = remit_board_get_card (self, slot);

  if (card != NULL)
    mark (self, slot, REMIT_SLOT_CARD (card));
}

void
remit_board_mark_all_cards (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards.used);
  while (g_hash_table_iter_next (&iter, &id, &card))
    mark (self, *(gint64 *) id, card);
}

void
remit_board_bind_again (RemitBoard *self,
                        const RemitTouched *touched)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, self->cards.used);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *slot = remit_workspace_get (workspace, REMIT_KIND_SLOT, *(gint64 *) id);

      if (slot != NULL && remit_touched_has_card (touched, workspace, slot))
        remit_slot_card_bind (widget, workspace, slot);
    }
  g_hash_table_iter_init (&iter, self->heads.used);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *team = remit_workspace_get (workspace, REMIT_KIND_TEAM, *(gint64 *) id);

      if (team != NULL && remit_touched_has (touched, *(gint64 *) id))
        remit_team_head_bind (widget, workspace, team);
    }
}

void
remit_board_show_findings (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->cards.used);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    remit_slot_card_show_findings (widget, self->checker);
  g_hash_table_iter_init (&iter, self->heads.used);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    remit_team_head_show_findings (widget, self->checker);
}

/* ── Widgets for what is in sight ─────────────────────────────────────────────────────────── */

static GtkWidget *
take_card (RemitBoard *self)
{
  GtkWidget *card = stock_take_spare (&self->cards);

  if (card == NULL)
    {
      card = GTK_WIDGET (remit_slot_card_new (self->hub));
      gtk_widget_insert_before (card, GTK_WIDGET (self), self->divider);
    }
  return card;
}

static GtkWidget *
take_head (RemitBoard *self)
{
  GtkWidget *head = stock_take_spare (&self->heads);

  if (head == NULL)
    {
      head = GTK_WIDGET (remit_team_head_new (self->hub));
      gtk_widget_insert_before (head, GTK_WIDGET (self), self->insertion);
    }
  return head;
}

/* All other heights follow by arithmetic. Nothing in a card wraps, so its width does not matter. */
void
remit_board_measure_cards (RemitBoard *self,
                           RemitBoardMetrics *metrics)
{
  GtkWidget *card = take_card (self);
  GtkWidget *head = take_head (self);
  int card_width = metrics->column_width - 2 * REMIT_BOARD_CARD_GAP;
  int one;

  one = measure_card (REMIT_SLOT_CARD (card), 1, FALSE, card_width);
  metrics->card_chip = measure_card (REMIT_SLOT_CARD (card), 2, FALSE, card_width) - one;
  metrics->card_needs = measure_card (REMIT_SLOT_CARD (card), 1, TRUE, card_width) - one;
  metrics->card_base = one - metrics->card_chip;
  metrics->card_vacant = measure_card (REMIT_SLOT_CARD (card), 0, FALSE, card_width)
                         - metrics->card_base;
  remit_team_head_set_example (REMIT_TEAM_HEAD (head));
  metrics->head_height = measure_height (head, metrics->column_width);

  stock_put_spare (&self->cards, card);
  stock_put_spare (&self->heads, head);
}

static void
ensure_card (RemitBoard *self,
             RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  GtkWidget *card;

  if (g_hash_table_contains (self->cards.used, &id))
    return;

  card = take_card (self);
  remit_slot_card_bind (REMIT_SLOT_CARD (card), remit_board_model_get_workspace (self->model),
                        slot);
  remit_slot_card_show_findings (REMIT_SLOT_CARD (card), self->checker);
  mark (self, id, REMIT_SLOT_CARD (card));
  stock_use (&self->cards, id, card);
}

static void
ensure_head (RemitBoard *self,
             RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  GtkWidget *head;

  if (g_hash_table_contains (self->heads.used, &id))
    return;

  head = take_head (self);
  remit_team_head_bind (REMIT_TEAM_HEAD (head), remit_board_model_get_workspace (self->model),
                        team);
  remit_team_head_show_findings (REMIT_TEAM_HEAD (head), self->checker);
  stock_use (&self->heads, id, head);
}

/* The column's ground, under its cards. */
static void
ensure_back (RemitBoard *self,
             gint64 team)
{
  GtkWidget *back;

  if (g_hash_table_contains (self->backs.used, &team))
    return;

  back = stock_take_spare (&self->backs);
  if (back == NULL)
    {
      back = g_object_new (GTK_TYPE_BOX, "css-name", "remit-column", "accessible-role",
                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (back, GTK_WIDGET (self), NULL);
    }
  stock_use (&self->backs, team, back);
}

/* Columns, and the part of their height, that have widgets. */
typedef struct {
  int first_column;
  int last_column;
  int top;
  int height;
} Range;

static gboolean
find_range (RemitBoard *self,
            const RemitBoardBox *sight,
            Range *range)
{
  range->top = sight->y;
  range->height = sight->height;
  return remit_board_layout_find_columns (self->layout, sight->x, sight->width,
                                          &range->first_column, &range->last_column);
}

static gboolean
is_column_within (const Range *range,
                  int column)
{
  return column >= range->first_column && column <= range->last_column;
}

static gboolean
is_card_within (RemitBoard *self,
                const Range *range,
                const RemitBoardPlace *place)
{
  int first, last;

  return is_column_within (range, place->column)
         && remit_board_layout_find_cards (self->layout, place->column, range->top, range->height,
                                           &first, &last)
         && place->card >= first && place->card <= last;
}

/* What has the keyboard keeps its widget wherever it is. */
static gboolean
is_pinned (GtkWidget *widget)
{
  GtkStateFlags state = gtk_widget_get_state_flags (widget);

  return (state & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

static void
release_cards (RemitBoard *self,
               const Range *range)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards.used);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      RemitBoardPlace place;
      gboolean there = remit_board_model_find_slot (self->model, *(gint64 *) id, &place);

      if (there && ((range != NULL && is_card_within (self, range, &place)) || is_pinned (card)))
        continue;
      remit_slot_card_unbind (card);
      stock_put_spare (&self->cards, card);
      g_hash_table_iter_remove (&iter);
    }
}

static void
release_columns (RemitBoard *self,
                 RemitBoardStock *stock,
                 const Range *range)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, stock->used);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      int column = remit_board_model_find_team (self->model, *(gint64 *) id);

      if (column >= 0
          && ((range != NULL && is_column_within (range, column)) || is_pinned (widget)))
        continue;
      if (REMIT_IS_TEAM_HEAD (widget))
        remit_team_head_unbind (widget);
      stock_put_spare (stock, widget);
      g_hash_table_iter_remove (&iter);
    }
}

/* Takes the widgets of what is not within @range, or all of them. */
static void
release (RemitBoard *self,
         const Range *range)
{
  release_cards (self, range);
  release_columns (self, &self->heads, range);
  release_columns (self, &self->backs, range);
}

void
remit_board_release_cards (RemitBoard *self)
{
  release (self, NULL);
}

static void
fill_column (RemitBoard *self,
             const Range *range,
             int column)
{
  int first, last;

  ensure_back (self, remit_board_model_get_team_id (self->model, column));
  ensure_head (self, remit_board_model_get_team (self->model, column));
  if (!remit_board_layout_find_cards (self->layout, column, range->top, range->height, &first,
                                      &last))
    return;
  for (int i = first; i <= last; i++)
    ensure_card (self, remit_board_model_get_slot (self->model, column, i));
}

void
remit_board_fill_cards (RemitBoard *self,
                        const RemitBoardBox *sight)
{
  Range range;

  if (!find_range (self, sight, &range))
    {
      release (self, NULL);
      return;
    }
  release (self, &range);
  for (int i = range.first_column; i <= range.last_column; i++)
    fill_column (self, &range, i);
}

static gboolean
is_column_filled (RemitBoard *self,
                  const Range *range,
                  int column)
{
  int first, last;

  if (remit_board_get_head (self, remit_board_model_get_team_id (self->model, column)) == NULL)
    return FALSE;
  if (!remit_board_layout_find_cards (self->layout, column, range->top, range->height, &first,
                                      &last))
    return TRUE;
  for (int i = first; i <= last; i++)
    if (remit_board_get_card (self, remit_board_model_get_slot_id (self->model, column, i))
        == NULL)
      return FALSE;
  return TRUE;
}

gboolean
remit_board_is_filled (RemitBoard *self,
                       const RemitBoardBox *sight)
{
  Range range;

  if (!find_range (self, sight, &range))
    return TRUE;
  for (int i = range.first_column; i <= range.last_column; i++)
    if (!is_column_filled (self, &range, i))
      return FALSE;
  return TRUE;
}

/* ── Where they stand ─────────────────────────────────────────────────────────────────────── */

static void
allocate_child (GtkWidget *child,
                int x,
                int y,
                int width,
                int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_columns (RemitBoard *self,
                  int left,
                  int height)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;
  GHashTableIter iter;
  gpointer id, head;

  g_hash_table_iter_init (&iter, self->heads.used);
  while (g_hash_table_iter_next (&iter, &id, &head))
    {
      int column = remit_board_model_find_team (self->model, *(gint64 *) id);
      GtkWidget *back = g_hash_table_lookup (self->backs.used, id);
      RemitBoardBox box;

      if (column < 0)
        continue;
      remit_board_layout_get_column (self->layout, column, &box);
      allocate_child (head, box.x - left, 0, box.width, head_height);
      if (back != NULL)
        allocate_child (back, box.x - left, 0, box.width, height);
    }
}

void
remit_board_allocate_cards (RemitBoard *self,
                            int left,
                            int top,
                            int height)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards.used);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      RemitBoardPlace place;
      RemitBoardBox box;

      if (!remit_board_model_find_slot (self->model, *(gint64 *) id, &place))
        continue;
      remit_board_layout_get_card (self->layout, place.column, place.card, &box);
      allocate_child (card, box.x + REMIT_BOARD_CARD_GAP - left, box.y - top,
                      box.width - 2 * REMIT_BOARD_CARD_GAP, box.height);
    }
  allocate_columns (self, left, height);
}

GtkWidget *
remit_board_get_card (RemitBoard *self,
                      gint64 slot)
{
  return g_hash_table_lookup (self->cards.used, &slot);
}

GtkWidget *
remit_board_get_head (RemitBoard *self,
                      gint64 team)
{
  return g_hash_table_lookup (self->heads.used, &team);
}

guint
remit_board_get_n_widgets (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  return stock_get_size (&self->cards) + stock_get_size (&self->heads)
         + stock_get_size (&self->backs);
}
