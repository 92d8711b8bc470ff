/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board: a plan's teams as columns of slots, and where each stands; no widgets. */
#include "remit-board-model-private.h"

#include "plan/design/remit-design.h"
#include "store/changes/remit-changes.h"

/* With more changes than these, to look at each costs more than to read all. */
#define MANY 2000

typedef RemitBoardColumn Column;

/* A slot, and where it stands; without a column while it is looked for. */
typedef struct {
  gint64 id;
  RemitEntity *slot;
  Column *column;
  int index;
  gboolean filled;
} Card;

static Column *
column_new (RemitEntity *team)
{
  Column *column = g_new0 (Column, 1);

  column->id = remit_entity_get_id (team);
  column->team = g_object_ref (team);
  column->cards = g_ptr_array_new ();
  column->index = -1;
  return column;
}

static void
column_free (gpointer data)
{
  Column *column = data;

  g_object_unref (column->team);
  g_ptr_array_unref (column->cards);
  g_free (column);
}

static void
card_free (gpointer data)
{
  Card *card = data;

  g_object_unref (card->slot);
  g_free (card);
}

static Column *
get_column (RemitBoardModel *self,
            int column)
{
  return g_ptr_array_index (self->columns, (guint) column);
}

static Column *
find_column (RemitBoardModel *self,
             gint64 team)
{
  return g_hash_table_lookup (self->teams, &team);
}

static Card *
find_card (RemitBoardModel *self,
           gint64 slot)
{
  return g_hash_table_lookup (self->cards, &slot);
}

/* ── Cards ────────────────────────────────────────────────────────────────────────────────── */

/* Returns: how many people are shown in the slot, which counts as filled by those who are in it */
static guint
read_card (RemitBoardModel *self,
           Card *card,
           gboolean *has_needs)
{
  guint n_chips = remit_board_model_get_assignments (self, card->id)->len;

  *has_needs = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT_NEED,
                                              REMIT_SLOT_NEED_SLOT, card->id)->len > 0;
  self->n_filled -= (guint) card->filled;
  card->filled = n_chips > 0;
  self->n_filled += (guint) card->filled;
  return n_chips + remit_board_ghosts_count_lines (self->ghosts, card->id);
}

static Card *
ensure_card (RemitBoardModel *self,
             RemitEntity *slot)
{
  Card *card = find_card (self, remit_entity_get_id (slot));

  if (card == NULL)
    {
      card = g_new0 (Card, 1);
      card->id = remit_entity_get_id (slot);
      g_hash_table_add (self->cards, card);
    }
  g_set_object (&card->slot, slot);
  return card;
}

static void
remove_card (RemitBoardModel *self,
             Card *card)
{
  self->n_filled -= (guint) card->filled;
  g_hash_table_remove (self->cards, card);
}

/* A card whose people or needs have changed. */
static void
change_card (RemitBoardModel *self,
             gint64 slot)
{
  Card *card = find_card (self, slot);
  gboolean has_needs;
  guint n_chips;

  if (card == NULL)
    return;
  n_chips = read_card (self, card, &has_needs);
  if (card->column->index < 0)
    return;
  remit_board_layout_change_card (self->layout, card->column->index, card->index, n_chips,
                                  has_needs);
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

/* What is read again: columns, and the cards that have been taken out of them. */
typedef struct {
  GPtrArray *columns;
  GPtrArray *cards;
} Reading;

static void
empty_column (Column *column,
              Reading *reading)
{
  for (guint i = 0; i < column->cards->len; i++)
    {
      Card *card = g_ptr_array_index (column->cards, i);

      card->column = NULL;
      g_ptr_array_add (reading->cards, card);
    }
  g_ptr_array_set_size (column->cards, 0);
}

static void
begin_column (Column *column,
              Reading *reading)
{
  if (column == NULL || g_ptr_array_find (reading->columns, column, NULL))
    return;
  empty_column (column, reading);
  g_ptr_array_add (reading->columns, column);
}

static void
add_card (RemitBoardModel *self,
          Column *column,
          RemitEntity *slot,
          Reading *reading)
{
  Card *card = ensure_card (self, slot);
  gboolean has_needs;
  guint n_chips;

  begin_column (card->column, reading);
  card->column = column;
  card->index = (int) column->cards->len;
  g_ptr_array_add (column->cards, card);
  n_chips = read_card (self, card, &has_needs);
  if (column->index >= 0)
    remit_board_layout_add_card (self->layout, column->index, n_chips, has_needs);
}

static void
fill_column (RemitBoardModel *self,
             Column *column,
             Reading *reading)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (self->workspace, REMIT_KIND_SLOT,
                                                        column->id);

  if (column->index >= 0)
    remit_board_layout_clear_column (self->layout, column->index);
  for (guint i = 0; i < slots->len; i++)
    add_card (self, column, g_ptr_array_index (slots, i), reading);
}

/* Makes the columns of teams that have none yet. */
static void
add_columns (RemitBoardModel *self,
             GPtrArray *teams,
             Reading *reading)
{
  for (guint i = 0; i < teams->len; i++)
    {
      Column *column = find_column (self, remit_entity_get_id (teams->pdata[i]));

      if (column != NULL)
        {
          g_set_object (&column->team, teams->pdata[i]);
          continue;
        }
      column = column_new (teams->pdata[i]);
      g_hash_table_add (self->teams, column);
      g_ptr_array_add (reading->columns, column);
    }
}

/* Forgets the columns of teams that are gone. */
static void
drop_columns (RemitBoardModel *self,
              GPtrArray *teams,
              Reading *reading)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (self->teams) == teams->len)
    return;
  for (guint i = 0; i < teams->len; i++)
    g_hash_table_add (kept, find_column (self, remit_entity_get_id (teams->pdata[i])));
  g_hash_table_iter_init (&iter, self->teams);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (kept, key))
      {
        empty_column (key, reading);
        g_ptr_array_remove (reading->columns, key);
        g_ptr_array_remove (self->columns, key);
        g_hash_table_iter_remove (&iter);
      }
}

/* Puts the columns into the order of the plan's teams and their groups. */
static void
arrange_columns (RemitBoardModel *self,
                 Reading *reading)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->plan);

  add_columns (self, teams, reading);
  drop_columns (self, teams, reading);
  remit_board_model_find_shown (self, teams);
  remit_board_model_place_columns (self);
}

/* A column that was hidden has cards, of which the layout knows nothing yet. */
static void
show_cards (RemitBoardModel *self,
            Column *column)
{
  for (guint i = 0; i < column->cards->len; i++)
    {
      Card *card = column->cards->pdata[i];
      gboolean has_needs;
      guint n_chips = read_card (self, card, &has_needs);

      remit_board_layout_add_card (self->layout, column->index, n_chips, has_needs);
    }
}

static void
take_columns (RemitBoardModel *self,
              GPtrArray *teams,
              int *indexes)
{
  GPtrArray *old = self->columns;

  self->columns = g_ptr_array_new_full (teams->len, NULL);
  for (guint i = 0; i < teams->len; i++)
    {
      Column *column = find_column (self, remit_entity_get_id (teams->pdata[i]));

      indexes[i] = column->index;
      g_ptr_array_add (self->columns, column);
    }
  for (guint i = 0; i < old->len; i++)
    ((Column *) old->pdata[i])->index = -1;
  g_ptr_array_unref (old);
}

static void
place_folded (RemitBoardModel *self)
{
  int n = (int) self->columns->len + 1;
  g_autofree int *n_folded = g_new (int, n);

  for (int i = 0; i < n; i++)
    n_folded[i] = remit_board_groups_count_folded_before (self->groups, i);
  remit_board_layout_set_folded (self->layout, n_folded, n);
}

void
remit_board_model_place_columns (RemitBoardModel *self)
{
  GPtrArray *teams = remit_board_groups_get_columns (self->groups);
  g_autofree int *indexes = g_new (int, teams->len + 1);

  take_columns (self, teams, indexes);
  remit_board_layout_arrange (self->layout, indexes, (int) teams->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, (int) i);

      column->index = (int) i;
      if (indexes[i] < 0)
        show_cards (self, column);
    }
  place_folded (self);
}

/* Fills what has been emptied; cards may have gone from one column to another, which is emptied,
 * too, when it is found to be behind. */
static void
finish (RemitBoardModel *self,
        Reading *reading)
{
  for (guint i = 0; i < reading->columns->len; i++)
    fill_column (self, g_ptr_array_index (reading->columns, i), reading);
  for (guint i = 0; i < reading->cards->len; i++)
    {
      Card *card = g_ptr_array_index (reading->cards, i);

      if (card->column == NULL)
        remove_card (self, card);
    }
  g_ptr_array_unref (reading->columns);
  g_ptr_array_unref (reading->cards);
}

static Reading
begin (void)
{
  return (Reading){ g_ptr_array_new (), g_ptr_array_new () };
}

/* ── The plan ─────────────────────────────────────────────────────────────────────────────── */

static void
forget (RemitBoardModel *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->teams);
  g_hash_table_remove_all (self->cards);
  remit_board_model_find_shown (self, none);
  remit_board_layout_arrange (self->layout, NULL, 0);
  self->n_filled = 0;
}

/* Reads all: a few milliseconds for ten thousand slots. */
static void
read_plan (RemitBoardModel *self)
{
  Reading reading;

  forget (self);
  if (self->workspace == NULL || self->plan == 0)
    return;
  reading = begin ();
  arrange_columns (self, &reading);
  finish (self, &reading);
}

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* What says where a team or a slot stands. */
#define TEAM_FIELDS (BIT (REMIT_TEAM_PLAN) | BIT (REMIT_TEAM_POSITION) | BIT (REMIT_TEAM_PARENT) \
                     | BIT (REMIT_TEAM_NAME) | BIT (REMIT_TEAM_PURPOSE))
#define SLOT_FIELDS (BIT (REMIT_SLOT_TEAM) | BIT (REMIT_SLOT_POSITION))

static gboolean
is_moved (const RemitChange *change,
          guint64 fields)
{
  return change->op != REMIT_CHANGE_CHANGED || (change->fields & fields) != 0;
}

/* The columns in which a slot stands, and in which it should. */
static void
begin_slot (RemitBoardModel *self,
            gint64 id,
            Reading *reading)
{
  const Card *card = find_card (self, id);
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, id);

  if (card != NULL)
    begin_column (card->column, reading);
  if (slot != NULL)
    begin_column (find_column (self, remit_entity_get_integer (slot, REMIT_SLOT_TEAM)), reading);
}

/* Teams first, so that their columns are there. */
static void
read_moved (RemitBoardModel *self,
            GPtrArray *changes)
{
  Reading reading = begin ();
  gboolean arranged = remit_board_filter_is_set (&self->filter);

  for (guint i = 0; i < changes->len && !arranged; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      arranged = change->kind == REMIT_KIND_TEAM
                 && is_moved (change, TEAM_FIELDS);
    }
  if (arranged)
    arrange_columns (self, &reading);
  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->kind == REMIT_KIND_SLOT
          && is_moved (change, SLOT_FIELDS))
        begin_slot (self, change->id, &reading);
    }
  finish (self, &reading);
}

/* The cards of the slots that a row belongs to and belonged to. */
static void
change_cards (RemitBoardModel *self,
              const RemitChange *change,
              guint field)
{
  if (change->old != NULL)
    change_card (self, remit_record_get_integer (change->old, field));
  if (change->new != NULL)
    change_card (self, remit_record_get_integer (change->new, field));
}

void
remit_board_model_take_over (RemitBoardModel *self,
                             GPtrArray *changes)
{
  if (self->workspace == NULL || self->plan == 0)
    return;
  if (changes->len == 0 || changes->len > MANY)
    {
      read_plan (self);
      return;
    }
  read_moved (self, changes);
  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->kind == REMIT_KIND_ASSIGNMENT)
        change_cards (self, change, REMIT_ASSIGNMENT_SLOT);
      else if (change->kind == REMIT_KIND_SLOT_NEED)
        change_cards (self, change, REMIT_SLOT_NEED_SLOT);
    }
}

void
remit_board_model_set_plan (RemitBoardModel *self,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  g_hash_table_remove_all (self->shown);
  read_plan (self);
}

void
remit_board_model_set_ghosts (RemitBoardModel *self,
                              RemitBoardGhosts *ghosts)
{
  if (!g_set_object (&self->ghosts, ghosts))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    for (guint j = 0; j < get_column (self, (int) i)->cards->len; j++)
      change_card (self, ((const Card *) get_column (self, (int) i)->cards->pdata[j])->id);
}

/* Returns: whether something is laid over what stands at a place, or over somebody in it */
static gboolean
has_ghost (RemitBoardModel *self,
           const RemitBoardPlace *place,
           gint64 *id)
{
  GPtrArray *assignments;

  if (place->card < 0)
    {
      *id = remit_board_model_get_team_id (self, place->column);
      return remit_board_ghosts_has (self->ghosts, *id);
    }
  *id = remit_board_model_get_slot_id (self, place->column, place->card);
  if (remit_board_ghosts_has (self->ghosts, *id))
    return TRUE;
  assignments = remit_board_model_get_assignments (self, *id);
  for (guint i = 0; i < assignments->len; i++)
    if (remit_board_ghosts_has (self->ghosts, remit_entity_get_id (assignments->pdata[i])))
      return TRUE;
  return FALSE;
}

static void
go_on (RemitBoardModel *self,
       RemitBoardPlace *place,
       int step)
{
  int n = (int) self->columns->len;

  place->card += step;
  if (place->card < -1)
    {
      place->column = (place->column + n - 1) % n;
      place->card = remit_board_model_get_n_cards (self, place->column) - 1;
    }
  else if (place->card >= remit_board_model_get_n_cards (self, place->column))
    *place = (RemitBoardPlace){ (place->column + 1) % n, -1 };
}

gint64
remit_board_model_find_ghost (RemitBoardModel *self,
                              const RemitBoardPlace *place,
                              int step)
{
  RemitBoardPlace at = *place;
  guint n = g_hash_table_size (self->cards) + self->columns->len;
  gint64 id;

  if (self->columns->len == 0 || at.column < 0 || at.column >= (int) self->columns->len)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      go_on (self, &at, step);
      if (has_ghost (self, &at, &id))
        return id;
    }
  return 0;
}

RemitBoardModel *
remit_board_model_new (void)
{
  RemitBoardModel *self = g_new0 (RemitBoardModel, 1);

  self->layout = remit_board_layout_new ();
  self->columns = g_ptr_array_new ();
  self->teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, column_free, NULL);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, card_free, NULL);
  self->groups = remit_board_groups_new ();
  self->grouping = REMIT_BOARD_BY_PARENT;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  remit_board_filter_init (&self->filter);
  return self;
}

void
remit_board_model_free (RemitBoardModel *self)
{
  forget (self);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->shown);
  remit_board_groups_free (self->groups);
  remit_board_filter_clear (&self->filter);
  g_clear_object (&self->checker);
  g_clear_object (&self->ghosts);
  remit_board_layout_free (self->layout);
  g_clear_object (&self->workspace);
  g_free (self);
}

/* ── What is asked of it ──────────────────────────────────────────────────────────────────── */

RemitWorkspace *
remit_board_model_get_workspace (RemitBoardModel *self)
{
  return self->workspace;
}

gint64
remit_board_model_get_plan (RemitBoardModel *self)
{
  return self->plan;
}

RemitBoardLayout *
remit_board_model_get_layout (RemitBoardModel *self)
{
  return self->layout;
}

int
remit_board_model_get_n_columns (RemitBoardModel *self)
{
  return (int) self->columns->len;
}

int
remit_board_model_get_n_cards (RemitBoardModel *self,
                               int column)
{
  return (int) get_column (self, column)->cards->len;
}

RemitEntity *
remit_board_model_get_team (RemitBoardModel *self,
                            int column)
{
  return get_column (self, column)->team;
}

RemitEntity *
remit_board_model_get_slot (RemitBoardModel *self,
                            int column,
                            int card)
{
  const Card *info = g_ptr_array_index (get_column (self, column)->cards, (guint) card);

  return info->slot;
}

gint64
remit_board_model_get_team_id (RemitBoardModel *self,
                               int column)
{
  return column < (int) self->columns->len ? get_column (self, column)->id : 0;
}

gint64
remit_board_model_get_slot_id (RemitBoardModel *self,
                               int column,
                               int card)
{
  return card < remit_board_model_get_n_cards (self, column)
           ? remit_entity_get_id (remit_board_model_get_slot (self, column, card))
           : 0;
}

GPtrArray *
remit_board_model_get_assignments (RemitBoardModel *self,
                                   gint64 slot)
{
  return remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                        REMIT_ASSIGNMENT_SLOT, slot);
}

gint64
remit_board_model_get_team_of (RemitBoardModel *self,
                               gint64 slot)
{
  const Card *card = find_card (self, slot);

  return card != NULL ? card->column->id : 0;
}

gboolean
remit_board_model_find_slot (RemitBoardModel *self,
                             gint64 slot,
                             RemitBoardPlace *place)
{
  const Card *card = find_card (self, slot);

  if (card == NULL || card->column->index < 0)
    return FALSE;
  *place = (RemitBoardPlace){ card->column->index, card->index };
  return TRUE;
}

int
remit_board_model_find_team (RemitBoardModel *self,
                             gint64 team)
{
  const Column *column = find_column (self, team);

  return column != NULL ? column->index : -1;
}

void
remit_board_model_count (RemitBoardModel *self,
                         guint *n_teams,
                         guint *n_slots,
                         guint *n_filled)
{
  *n_teams = g_hash_table_size (self->teams);
  *n_slots = g_hash_table_size (self->cards);
  *n_filled = self->n_filled;
}

void
remit_board_model_count_shown (RemitBoardModel *self,
                               guint *n_teams,
                               guint *n_slots,
                               guint *n_filled)
{
  GPtrArray *order = remit_board_groups_get_order (self->groups);

  *n_teams = order->len;
  *n_slots = *n_filled = 0;
  for (guint i = 0; i < order->len; i++)
    {
      const Column *column = find_column (self, remit_entity_get_id (order->pdata[i]));

      *n_slots += column->cards->len;
      for (guint j = 0; j < column->cards->len; j++)
        *n_filled += (guint) ((const Card *) column->cards->pdata[j])->filled;
    }
}
