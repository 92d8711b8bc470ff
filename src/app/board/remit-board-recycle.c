/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the board: made for what is in sight, measured once, and used again. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-private.h"
#include "widgets/scrolling/remit-tick.h"

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

/* One card and one head are asked how high their parts are; all others follow by arithmetic.
 * Nothing in them wraps, so the width does not matter. Not to be called while sizes are allocated,
 * since widgets come and go. */
void
remit_board_measure_parts (RemitBoard *self)
{
  RemitSlotCard *card = remit_slot_card_new (self->hub);
  RemitTeamHead *head = remit_team_head_new (self->hub, remit_board_create_team_menu);
  RemitBoardMetrics metrics = {
    .column_width = REMIT_BOARD_COLUMN_WIDTH,
    .column_gap = REMIT_BOARD_COLUMN_GAP,
    .margin = REMIT_BOARD_MARGIN,
    .card_gap = REMIT_BOARD_CARD_GAP,
  };
  int card_width = REMIT_BOARD_COLUMN_WIDTH - 2 * REMIT_BOARD_CARD_GAP;
  int one, vacant;

  gtk_widget_insert_before (GTK_WIDGET (card), GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (GTK_WIDGET (head), GTK_WIDGET (self), NULL);

  one = measure_card (card, 1, FALSE, card_width);
  metrics.card_chip = measure_card (card, 2, FALSE, card_width) - one;
  metrics.card_needs = measure_card (card, 1, TRUE, card_width) - one;
  vacant = measure_card (card, 0, FALSE, card_width);
  metrics.card_base = one - metrics.card_chip;
  metrics.card_vacant = vacant - metrics.card_base;
  remit_team_head_set_example (head);
  metrics.head_height = measure_height (GTK_WIDGET (head), REMIT_BOARD_COLUMN_WIDTH);

  gtk_widget_unparent (GTK_WIDGET (card));
  gtk_widget_unparent (GTK_WIDGET (head));
  if (self->measured)
    metrics.column_width = remit_board_layout_get_metrics (self->layout)->column_width;
  remit_board_layout_set_metrics (self->layout, &metrics);
  self->measured = TRUE;
}

/* A window that is too narrow for a column and a half shows one at a time. */
static int
get_column_width (int width)
{
  if (width < REMIT_BOARD_COLUMN_WIDTH + REMIT_BOARD_COLUMN_WIDTH / 2)
    return MAX (200, width - 2 * REMIT_BOARD_MARGIN);
  return REMIT_BOARD_COLUMN_WIDTH;
}

void
remit_board_set_width (RemitBoard *self,
                       int width)
{
  RemitBoardMetrics metrics = *remit_board_layout_get_metrics (self->layout);

  if (metrics.column_width == get_column_width (width))
    return;
  metrics.column_width = get_column_width (width);
  remit_board_layout_set_metrics (self->layout, &metrics);
}

/* ── Widgets for what is in sight ─────────────────────────────────────────────────────────── */

static GtkWidget *
take_spare (GPtrArray *spare)
{
  GtkWidget *widget;

  if (spare->len == 0)
    return NULL;
  widget = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  gtk_widget_set_child_visible (widget, TRUE);
  return widget;
}

static void
put_spare (GPtrArray *spare,
           GtkWidget *widget)
{
  gtk_widget_set_child_visible (widget, FALSE);
  g_ptr_array_add (spare, widget);
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
ensure_card (RemitBoard *self,
             RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  GtkWidget *card;

  if (g_hash_table_contains (self->cards, &id))
    return;

  card = take_spare (self->spare_cards);
  if (card == NULL)
    {
      card = GTK_WIDGET (remit_slot_card_new (self->hub));
      gtk_widget_insert_before (card, GTK_WIDGET (self), self->divider);
    }
  remit_slot_card_bind (REMIT_SLOT_CARD (card), self->workspace, slot);
  remit_slot_card_show_findings (REMIT_SLOT_CARD (card), self->checker);
  remit_board_mark_card (self, id, card);
  g_hash_table_insert (self->cards, dup_id (id), card);
}

static void
ensure_head (RemitBoard *self,
             RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  GtkWidget *head;

  if (g_hash_table_contains (self->heads, &id))
    return;

  head = take_spare (self->spare_heads);
  if (head == NULL)
    {
      head = GTK_WIDGET (remit_team_head_new (self->hub, remit_board_create_team_menu));
      gtk_widget_insert_before (head, GTK_WIDGET (self), self->insertion);
    }
  remit_team_head_bind (REMIT_TEAM_HEAD (head), self->workspace, team);
  remit_team_head_show_findings (REMIT_TEAM_HEAD (head), self->checker);
  g_hash_table_insert (self->heads, dup_id (id), head);
}

/* The column's ground, under its cards. */
static void
ensure_back (RemitBoard *self,
             RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  GtkWidget *back;

  if (g_hash_table_contains (self->backs, &id))
    return;

  back = take_spare (self->spare_backs);
  if (back == NULL)
    {
      back = g_object_new (GTK_TYPE_BOX, "css-name", "remit-column", "accessible-role",
                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (back, GTK_WIDGET (self), NULL);
    }
  g_hash_table_insert (self->backs, dup_id (id), back);
}

/* Columns, and the part of their height, that have widgets. */
typedef struct {
  int first_column;
  int last_column;
  int top;
  int height;
} Sight;

static gboolean
get_sight (RemitBoard *self,
           Sight *sight)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;
  int width, height;

  remit_board_get_size (self, &width, &height);

  sight->top = remit_scroller_get_y (&self->scroller) + head_height;
  sight->height = height - head_height;
  return remit_board_layout_find_columns (self->layout, remit_scroller_get_x (&self->scroller),
                                          width, &sight->first_column, &sight->last_column);
}

static gboolean
is_column_within (const Sight *sight,
                  int column)
{
  return column >= sight->first_column && column <= sight->last_column;
}

static gboolean
is_card_within (RemitBoard *self,
                const Sight *sight,
                const RemitBoardPlace *place)
{
  int first, last;

  return is_column_within (sight, place->column)
         && remit_board_layout_find_cards (self->layout, place->column, sight->top, sight->height,
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
               const Sight *sight)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      RemitBoardPlace place;
      gboolean there = remit_board_find_place (self, *(gint64 *) id, &place);

      if (there && ((sight != NULL && is_card_within (self, sight, &place)) || is_pinned (card)))
        continue;
      remit_slot_card_unbind (card);
      put_spare (self->spare_cards, card);
      g_hash_table_iter_remove (&iter);
    }
}

static void
release_columns (RemitBoard *self,
                 GHashTable *widgets,
                 GPtrArray *spare,
                 const Sight *sight)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, widgets);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      int column = remit_board_find_team (self, *(gint64 *) id);

      if (column >= 0
          && ((sight != NULL && is_column_within (sight, column)) || is_pinned (widget)))
        continue;
      if (REMIT_IS_TEAM_HEAD (widget))
        remit_team_head_unbind (widget);
      put_spare (spare, widget);
      g_hash_table_iter_remove (&iter);
    }
}

/* Takes the widgets of what is not within @sight, or all of them. */
static void
release (RemitBoard *self,
         const Sight *sight)
{
  release_cards (self, sight);
  release_columns (self, self->heads, self->spare_heads, sight);
  release_columns (self, self->backs, self->spare_backs, sight);
}

void
remit_board_release_all (RemitBoard *self)
{
  release (self, NULL);
}

static void
fill_column (RemitBoard *self,
             const Sight *sight,
             int column)
{
  RemitEntity *team = remit_board_get_column (self, column)->team;
  int first, last;

  ensure_back (self, team);
  ensure_head (self, team);
  if (!remit_board_layout_find_cards (self->layout, column, sight->top, sight->height, &first,
                                      &last))
    return;
  for (int i = first; i <= last; i++)
    ensure_card (self, remit_board_get_slot (self, column, i));
}

/* Gives a widget to all that is in sight, and takes those of what is not. */
void
remit_board_fill (RemitBoard *self)
{
  Sight sight;

  if (!self->measured || !get_sight (self, &sight))
    {
      release (self, NULL);
      return;
    }
  release (self, &sight);
  for (int i = sight.first_column; i <= sight.last_column; i++)
    fill_column (self, &sight, i);
}

static gboolean
is_column_filled (RemitBoard *self,
                  const Sight *sight,
                  int column)
{
  gint64 team = remit_entity_get_id (remit_board_get_column (self, column)->team);
  int first, last;

  if (!g_hash_table_contains (self->heads, &team))
    return FALSE;
  if (!remit_board_layout_find_cards (self->layout, column, sight->top, sight->height, &first,
                                      &last))
    return TRUE;
  for (int i = first; i <= last; i++)
    {
      gint64 slot = remit_entity_get_id (remit_board_get_slot (self, column, i));

      if (!g_hash_table_contains (self->cards, &slot))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_filled (RemitBoard *self)
{
  Sight sight;

  if (!self->measured || !get_sight (self, &sight))
    return TRUE;
  for (int i = sight.first_column; i <= sight.last_column; i++)
    if (!is_column_filled (self, &sight, i))
      return FALSE;
  return TRUE;
}

static gboolean
on_fill_tick (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  self->fill_tick = 0;
  remit_board_update (self);
  return G_SOURCE_REMOVE;
}

/* For the allocation: widgets that come while sizes are allocated ask for a size again, and GTK
 * leaves out of the frame what has none. */
void
remit_board_fill_later (RemitBoard *self)
{
  if (!is_filled (self))
    remit_tick_start (GTK_WIDGET (self), &self->fill_tick, on_fill_tick);
}

/* For all but the allocation itself. */
void
remit_board_update (RemitBoard *self)
{
  remit_board_fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
remit_board_get_card_widget (RemitBoard *self,
                             gint64 slot)
{
  return g_hash_table_lookup (self->cards, &slot);
}

GtkWidget *
remit_board_get_head_widget (RemitBoard *self,
                             gint64 team)
{
  return g_hash_table_lookup (self->heads, &team);
}

guint
remit_board_get_n_widgets (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  return g_hash_table_size (self->cards) + g_hash_table_size (self->heads)
         + g_hash_table_size (self->backs) + self->spare_cards->len + self->spare_heads->len
         + self->spare_backs->len;
}
