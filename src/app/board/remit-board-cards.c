/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the board: made for what is in sight, and used again. */
#include "remit-board-private.h"

#include "widgets/scrolling/remit-in-use.h"

void
remit_board_init_cards (RemitBoard *self)
{
  self->columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->spare_columns = g_ptr_array_new ();
}

void
remit_board_clear_cards (RemitBoard *self)
{
  g_hash_table_remove_all (self->columns);
  g_ptr_array_set_size (self->spare_columns, 0);
}

void
remit_board_free_cards (RemitBoard *self)
{
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->spare_columns);
}

static RemitTeamColumn *
get_column (RemitBoard *self,
            gint64 team)
{
  return g_hash_table_lookup (self->columns, &team);
}

static RemitTeamColumn *
take_column (RemitBoard *self)
{
  RemitTeamColumn *column;

  if (self->spare_columns->len > 0)
    {
      column = g_ptr_array_steal_index_fast (self->spare_columns, self->spare_columns->len - 1);
      remit_in_use_set (GTK_WIDGET (column), TRUE);
      return column;
    }
  column = remit_team_column_new (self->hub);
  gtk_widget_insert_before (GTK_WIDGET (column), GTK_WIDGET (self), self->insertion);
  return column;
}

static void
put_spare (RemitBoard *self,
           RemitTeamColumn *column)
{
  remit_in_use_set (GTK_WIDGET (column), FALSE);
  g_ptr_array_add (self->spare_columns, column);
}

static void
foreach_card (RemitBoard *self,
              RemitTeamColumnFunc func,
              gpointer data)
{
  GHashTableIter iter;
  gpointer column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    remit_team_column_foreach_card (column, func, data);
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
    remit_board_matches_has (self->matches, slot)
      ? remit_board_target_judge (self->target, remit_drag_hub_get_drag (self->hub), slot)
      : REMIT_VERDICT_NOTHING,
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
remit_board_mark_team (RemitBoard *self,
                       gint64 team)
{
  int index = remit_board_model_find_team (self->model, team);
  RemitTeamColumn *column = index >= 0 ? get_column (self, team) : NULL;
  gboolean is_empty = index >= 0 && remit_board_model_get_n_cards (self->model, index) == 0;

  if (column == NULL)
    return;
  remit_team_column_set_mark (
    column,
    is_empty ? remit_board_target_judge_team (self->target, remit_drag_hub_get_drag (self->hub),
                                              team)
             : REMIT_VERDICT_NOTHING,
    is_empty && team == self->target->aim.team);
  remit_team_column_set_empty (column, is_empty);
}

static void
mark_card (gint64 slot,
           RemitSlotCard *card,
           gpointer data)
{
  mark (data, slot, card);
}

void
remit_board_mark_all_cards (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer team;

  foreach_card (self, mark_card, self);
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &team, NULL))
    remit_board_mark_team (self, *(gint64 *) team);
}

typedef struct {
  RemitWorkspace *workspace;
  const RemitTouched *touched;
} Again;

static void
bind_card_again (gint64 slot,
                 RemitSlotCard *card,
                 gpointer data)
{
  const Again *again = data;
  RemitEntity *entity = remit_workspace_get (again->workspace, REMIT_KIND_SLOT, slot);

  if (entity != NULL && remit_touched_has_card (again->touched, again->workspace, entity))
    remit_slot_card_bind (card, again->workspace, entity);
}

static void
bind_column (RemitBoard *self,
             RemitTeamColumn *column,
             RemitEntity *team)
{
  remit_team_column_bind (column, remit_board_model_get_workspace (self->model), team);
  remit_team_head_show_sign (remit_team_column_get_head (column), self->ghosts);
}

static void
bind_over (gint64 slot,
           RemitSlotCard *card,
           gpointer board)
{
  RemitBoard *self = board;
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);

  remit_slot_card_set_ghosts (card, self->ghosts);
  if (entity != NULL)
    remit_slot_card_bind (card, workspace, entity);
}

void
remit_board_show_over (RemitBoard *self,
                       gint64 slot)
{
  GtkWidget *card = slot != 0 ? remit_board_get_card (self, slot) : NULL;
  GHashTableIter iter;
  gpointer id, column;

  if (card != NULL)
    bind_over (slot, REMIT_SLOT_CARD (card), self);
  if (slot != 0)
    return;
  foreach_card (self, bind_over, self);
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &id, &column))
    {
      RemitEntity *team = remit_workspace_get (remit_board_model_get_workspace (self->model),
                                               REMIT_KIND_TEAM, *(gint64 *) id);

      if (team != NULL)
        bind_column (self, column, team);
    }
}

void
remit_board_bind_again (RemitBoard *self,
                        const RemitTouched *touched)
{
  Again again = { remit_board_model_get_workspace (self->model), touched };
  GHashTableIter iter;
  gpointer id, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &id, &column))
    {
      RemitEntity *team = remit_workspace_get (again.workspace, REMIT_KIND_TEAM, *(gint64 *) id);

      if (team != NULL && remit_touched_has (touched, *(gint64 *) id))
        bind_column (self, column, team);
      remit_board_mark_team (self, *(gint64 *) id);
      remit_team_column_foreach_card (column, bind_card_again, &again);
    }
}

static void
show_names (gint64 slot G_GNUC_UNUSED,
            RemitSlotCard *card,
            gpointer board)
{
  remit_slot_card_set_names (card, REMIT_BOARD (board)->names);
}

void
remit_board_show_names (RemitBoard *self)
{
  foreach_card (self, show_names, self);
}

static void
show_wraps (gint64 slot G_GNUC_UNUSED,
            RemitSlotCard *card,
            gpointer board)
{
  remit_slot_card_set_wraps (card, REMIT_BOARD (board)->wraps.on);
}

void
remit_board_show_wraps (RemitBoard *self)
{
  foreach_card (self, show_wraps, self);
}

static void
show_findings_of_card (gint64 slot,
                       RemitSlotCard *card,
                       gpointer checker)
{
  remit_slot_card_show_findings (card, checker);
}

void
remit_board_show_findings (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    remit_team_head_show_findings (remit_team_column_get_head (column), self->checker);
  foreach_card (self, show_findings_of_card, self->checker);
}

/* ── Widgets for what is in sight ─────────────────────────────────────────────────────────── */

static RemitSlotCard *
add_card (RemitBoard *self,
          RemitTeamColumn *column,
          gint64 slot)
{
  RemitSlotCard *card = remit_team_column_add_card (column, slot);

  remit_slot_card_set_names (card, self->names);
  remit_slot_card_set_wraps (card, self->wraps.on);
  return card;
}

/* All other heights follow by arithmetic. Of a card the name alone wraps: remit-board-wraps.c. */
void
remit_board_measure_cards (RemitBoard *self,
                           RemitBoardMetrics *metrics)
{
  RemitTeamColumn *column = take_column (self);
  RemitTeamHead *head = remit_team_column_get_head (column);
  RemitSlotCard *card = add_card (self, column, 0);
  int card_width = metrics->column_width - 2 * REMIT_BOARD_CARD_GAP;
  int one;

  one = measure_card (card, 1, FALSE, card_width);
  metrics->card_chip = measure_card (card, 2, FALSE, card_width) - one;
  metrics->card_needs = measure_card (card, 1, TRUE, card_width) - one;
  metrics->card_base = one - metrics->card_chip;
  metrics->card_vacant = measure_card (card, 0, FALSE, card_width) - metrics->card_base;
  remit_team_head_set_example (head);
  metrics->head_height = measure_height (GTK_WIDGET (head), metrics->column_width);
  metrics->foot_height = remit_team_column_measure_foot (column);
  remit_board_measure_wraps (self, card);

  remit_team_column_unbind (column);
  put_spare (self, column);
}

static RemitSlotCard *
ensure_card (RemitBoard *self,
             RemitTeamColumn *column,
             RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  RemitSlotCard *card = remit_team_column_get_card (column, id);

  if (card != NULL)
    return card;
  card = add_card (self, column, id);
  remit_slot_card_set_ghosts (card, self->ghosts);
  remit_slot_card_bind (card, remit_board_model_get_workspace (self->model), slot);
  remit_slot_card_show_findings (card, self->checker);
  mark (self, id, card);
  remit_board_mark_selected (self, card);
  return card;
}

static RemitTeamColumn *
ensure_column (RemitBoard *self,
               RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  RemitTeamColumn *column = get_column (self, id);

  if (column != NULL)
    return column;
  column = take_column (self);
  bind_column (self, column, team);
  remit_team_head_show_findings (remit_team_column_get_head (column), self->checker);
  remit_board_mark_selected_team (self, remit_team_column_get_head (column));
  g_hash_table_insert (self->columns, g_memdup2 (&id, sizeof id), column);
  remit_board_mark_team (self, id);
  return column;
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

/* The focused widget is never recycled. */
static gboolean
is_pinned (GtkWidget *widget)
{
  GtkStateFlags state = gtk_widget_get_state_flags (widget);

  return (state & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

typedef struct {
  RemitBoard *board;
  const Range *range;
  int column;
} Keeping;

static gboolean
keep_card (gint64 slot,
           RemitSlotCard *card,
           gpointer data)
{
  const Keeping *keeping = data;
  RemitBoardPlace place;

  return remit_board_model_find_slot (keeping->board->model, slot, &place)
         && place.column == keeping->column
         && (is_card_within (keeping->board, keeping->range, &place)
             || is_pinned (GTK_WIDGET (card)));
}

/* Takes the widgets of what is not within @range, or (%NULL) all of them. */
static void
release (RemitBoard *self,
         const Range *range)
{
  GHashTableIter iter;
  gpointer id, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &id, &column))
    {
      int index = remit_board_model_find_team (self->model, *(gint64 *) id);

      if (index >= 0 && range != NULL
          && (is_column_within (range, index) || is_pinned (column)))
        {
          remit_team_column_release_cards (column, keep_card, &(Keeping){ self, range, index });
          continue;
        }
      remit_team_column_unbind (column);
      put_spare (self, column);
      g_hash_table_iter_remove (&iter);
    }
}

void
remit_board_release_cards (RemitBoard *self)
{
  release (self, NULL);
}

/* So long a frame may fill what is in sight, while that is done in steps; in microseconds. */
#define PATIENCE 5000

static gboolean
is_late (RemitBoard *self,
         gint64 until)
{
  return self->in_steps && g_get_monotonic_time () > until;
}

void
remit_board_ensure_filled (RemitBoard *self,
                           const RemitBoardPlace *place)
{
  RemitTeamColumn *column =
    ensure_column (self, remit_board_model_get_team (self->model, place->column));

  if (place->card >= 0)
    ensure_card (self, column,
                 remit_board_model_get_slot (self->model, place->column, place->card));
}

/* Columns and cards are in the order of the screen for assistive technology, too. */
static RemitTeamColumn *
fill_column (RemitBoard *self,
             const Range *range,
             int index,
             RemitTeamColumn *previous,
             gint64 until)
{
  RemitTeamColumn *column = ensure_column (self, remit_board_model_get_team (self->model, index));
  RemitSlotCard *above = NULL;
  int first, last;

  remit_in_use_put_after (GTK_WIDGET (column), (GtkWidget *) previous);
  if (!remit_board_layout_find_cards (self->layout, index, range->top, range->height, &first,
                                      &last))
    return column;
  for (int i = first; i <= last && !is_late (self, until); i++)
    {
      RemitSlotCard *card = ensure_card (self, column,
                                         remit_board_model_get_slot (self->model, index, i));

      remit_in_use_put_after (GTK_WIDGET (card), (GtkWidget *) above);
      above = card;
    }
  return column;
}

void
remit_board_fill_cards (RemitBoard *self,
                        const RemitBoardBox *sight)
{
  RemitTeamColumn *previous = (RemitTeamColumn *) self->last_band;
  gint64 until = g_get_monotonic_time () + PATIENCE;
  Range range;

  if (!find_range (self, sight, &range))
    {
      release (self, NULL);
      return;
    }
  release (self, &range);
  for (int i = range.first_column; i <= range.last_column && !is_late (self, until); i++)
    previous = fill_column (self, &range, i, previous, until);
  self->in_steps = self->in_steps && !remit_board_is_filled (self, sight);
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

typedef struct {
  RemitBoard *board;
  int top; /* of what is in sight below the heads */
} Sight;

static void
allocate_card (gint64 slot,
               RemitSlotCard *card,
               gpointer data)
{
  const Sight *sight = data;
  RemitBoardMotion motion = { 0, 0, 1 };
  RemitBoardPlace place;
  RemitBoardBox box;

  if (!remit_board_model_find_slot (sight->board->model, slot, &place))
    return;
  remit_board_layout_get_card (sight->board->layout, place.column, place.card, &box);
  remit_board_get_motion (sight->board, slot, &motion);
  remit_team_column_allocate_card (
    card, &(GtkAllocation){ REMIT_BOARD_CARD_GAP + (int) motion.x,
                            box.y - sight->top + (int) motion.y,
                            box.width - 2 * REMIT_BOARD_CARD_GAP, box.height });
}

void
remit_board_allocate_cards (RemitBoard *self,
                            int left,
                            int top,
                            int height)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;
  int foot_height = remit_board_layout_get_metrics (self->layout)->foot_height;
  int above = head_height - self->team_height;
  Sight sight = { self, top + head_height };
  GHashTableIter iter;
  gpointer id, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &id, &column))
    {
      int index = remit_board_model_find_team (self->model, *(gint64 *) id);
      RemitBoardMotion motion = { 0, 0, 1 };
      RemitBoardBox box;

      if (index < 0)
        continue;
      remit_board_layout_get_column (self->layout, index, &box);
      remit_board_get_motion (self, *(gint64 *) id, &motion);
      remit_team_column_allocate (column,
                                  &(GtkAllocation){ box.x - left + (int) motion.x, above,
                                                    box.width, MAX (0, height - above) },
                                  self->team_height, motion.scale);
      remit_team_column_foreach_card (column, allocate_card, &sight);
      remit_team_column_allocate_foot (
        column, &(GtkAllocation){ REMIT_BOARD_CARD_GAP,
                                  box.height + REMIT_BOARD_CARD_GAP - sight.top,
                                  box.width - 2 * REMIT_BOARD_CARD_GAP, foot_height });
    }
}

GtkWidget *
remit_board_get_card (RemitBoard *self,
                      gint64 slot)
{
  RemitTeamColumn *column;
  RemitBoardPlace place;

  if (!remit_board_model_find_slot (self->model, slot, &place))
    return NULL;
  column = get_column (self, remit_board_model_get_team_id (self->model, place.column));
  return column != NULL ? (GtkWidget *) remit_team_column_get_card (column, slot) : NULL;
}

GtkWidget *
remit_board_get_head (RemitBoard *self,
                      gint64 team)
{
  RemitTeamColumn *column = get_column (self, team);

  return column != NULL ? GTK_WIDGET (remit_team_column_get_head (column)) : NULL;
}

/* Returns: of columns and cards, in use or not */
static guint
count_widgets (RemitTeamColumn *column)
{
  return 1 + remit_team_column_get_n_cards (column);
}

guint
remit_board_get_n_widgets (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer column;
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    n += count_widgets (column);
  for (guint i = 0; i < self->spare_columns->len; i++)
    n += count_widgets (self->spare_columns->pdata[i]);
  return n;
}
