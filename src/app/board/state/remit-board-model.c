/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board: a plan's teams as columns of slots, and where each stands; no widgets. */
#include "remit-board-model.h"

#include "plan/design/remit-design.h"
#include "store/changes/remit-changes.h"

/* With more changes than these, to look at each costs more than to read all. */
#define MANY 2000

/* A team, and its slots in their order. Here and in Card the id comes first, so that they can be
 * looked up by the address of one. */
typedef struct {
  gint64 id;
  RemitEntity *team;
  GPtrArray *cards;
  int index;
} Column;

/* A slot, and where it stands; without a column while it is looked for. */
typedef struct {
  gint64 id;
  RemitEntity *slot;
  Column *column;
  int index;
  gboolean filled;
} Card;

struct _RemitBoardModel
{
  RemitWorkspace *workspace;
  gint64 plan;
  RemitBoardLayout *layout;

  GPtrArray *columns;
  GHashTable *teams;
  GHashTable *cards;
  guint n_filled;
};

static Column *
column_new (RemitEntity *team)
{
  Column *column = g_new0 (Column, 1);

  column->id = remit_entity_get_id (team);
  column->team = g_object_ref (team);
  column->cards = g_ptr_array_new ();
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

/* Returns: how many people are in the slot, which counts as filled by them */
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
  return n_chips;
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
  remit_board_layout_add_card (self->layout, column->index, n_chips, has_needs);
}

static void
fill_column (RemitBoardModel *self,
             Column *column,
             Reading *reading)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (self->workspace, REMIT_KIND_SLOT,
                                                        column->id);

  remit_board_layout_clear_column (self->layout, column->index);
  for (guint i = 0; i < slots->len; i++)
    add_card (self, column, g_ptr_array_index (slots, i), reading);
}

/* Takes the column of a team out of @old, or makes one. */
static Column *
take_column (RemitBoardModel *self,
             GPtrArray *old,
             RemitEntity *team,
             Reading *reading)
{
  Column *column = find_column (self, remit_entity_get_id (team));

  if (column != NULL)
    {
      old->pdata[column->index] = NULL;
      g_set_object (&column->team, team);
      return column;
    }
  column = column_new (team);
  column->index = -1;
  g_ptr_array_add (reading->columns, column);
  return column;
}

/* Forgets the columns of teams that are gone. */
static void
drop_columns (RemitBoardModel *self,
              GPtrArray *old,
              Reading *reading)
{
  for (guint i = 0; i < old->len; i++)
    if (old->pdata[i] != NULL)
      {
        empty_column (old->pdata[i], reading);
        g_ptr_array_remove (reading->columns, old->pdata[i]);
        g_hash_table_remove (self->teams, old->pdata[i]);
        column_free (old->pdata[i]);
      }
}

/* Puts the columns into the order of the plan's teams. */
static void
arrange_columns (RemitBoardModel *self,
                 Reading *reading)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->plan);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->columns);
  g_autofree int *indexes = g_new (int, teams->len);

  self->columns = g_ptr_array_new_full (teams->len, NULL);
  for (guint i = 0; i < teams->len; i++)
    {
      Column *column = take_column (self, old, g_ptr_array_index (teams, i), reading);

      indexes[i] = column->index;
      g_ptr_array_add (self->columns, column);
    }
  drop_columns (self, old, reading);
  remit_board_layout_arrange (self->layout, indexes, (int) teams->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, (int) i);

      column->index = (int) i;
      g_hash_table_add (self->teams, column);
    }
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
  for (guint i = 0; i < self->columns->len; i++)
    column_free (get_column (self, (int) i));
  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->teams);
  g_hash_table_remove_all (self->cards);
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

static gboolean
is_moved (const RemitChange *change,
          guint first_field,
          guint second_field)
{
  const guint64 bits = G_GUINT64_CONSTANT (1) << first_field
                       | G_GUINT64_CONSTANT (1) << second_field;

  return change->op != REMIT_CHANGE_CHANGED || (change->fields & bits) != 0;
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
  gboolean arranged = FALSE;

  for (guint i = 0; i < changes->len && !arranged; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      arranged = change->kind == REMIT_KIND_TEAM
                 && is_moved (change, REMIT_TEAM_PLAN, REMIT_TEAM_POSITION);
    }
  if (arranged)
    arrange_columns (self, &reading);
  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->kind == REMIT_KIND_SLOT
          && is_moved (change, REMIT_SLOT_TEAM, REMIT_SLOT_POSITION))
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
  read_plan (self);
}

RemitBoardModel *
remit_board_model_new (void)
{
  RemitBoardModel *self = g_new0 (RemitBoardModel, 1);

  self->layout = remit_board_layout_new ();
  self->columns = g_ptr_array_new ();
  self->teams = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, card_free, NULL);
  return self;
}

void
remit_board_model_free (RemitBoardModel *self)
{
  forget (self);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->cards);
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

gboolean
remit_board_model_find_slot (RemitBoardModel *self,
                             gint64 slot,
                             RemitBoardPlace *place)
{
  const Card *card = find_card (self, slot);

  if (card == NULL)
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
  *n_teams = self->columns->len;
  *n_slots = g_hash_table_size (self->cards);
  *n_filled = self->n_filled;
}
