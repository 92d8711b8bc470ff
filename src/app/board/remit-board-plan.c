/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board: a plan's teams and slots in their order, followed as they change. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/drawing/remit-finding-mark.h"

/* A column holds on to its team and slots. */
void
remit_board_column_free (gpointer data)
{
  RemitBoardColumn *column = data;

  g_object_unref (column->team);
  g_ptr_array_unref (column->slots);
  g_free (column);
}

const RemitBoardColumn *
remit_board_get_column (RemitBoard *self,
                        int column)
{
  return g_ptr_array_index (self->columns, (guint) column);
}

RemitEntity *
remit_board_get_slot (RemitBoard *self,
                      int column,
                      int card)
{
  return g_ptr_array_index (remit_board_get_column (self, column)->slots, (guint) card);
}

gboolean
remit_board_find_place (RemitBoard *self,
                        gint64 slot,
                        RemitBoardPlace *place)
{
  const RemitBoardPlace *found = g_hash_table_lookup (self->places, &slot);

  if (found == NULL)
    return FALSE;
  *place = *found;
  return TRUE;
}

int
remit_board_find_team (RemitBoard *self,
                       gint64 team)
{
  gpointer column;

  if (!g_hash_table_lookup_extended (self->team_columns, &team, NULL, &column))
    return -1;
  return GPOINTER_TO_INT (column);
}

static void
add_card (RemitBoard *self,
          RemitEntity *slot,
          int column,
          int card)
{
  gint64 id = remit_entity_get_id (slot);
  guint n_chips = remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                 REMIT_ASSIGNMENT_SLOT, id)->len;
  guint n_needs = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT_NEED,
                                                 REMIT_SLOT_NEED_SLOT, id)->len;
  RemitBoardPlace place = { column, card };

  remit_board_layout_add_card (self->layout, n_chips, n_needs > 0);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&place, sizeof place));
}

/* Reads the plan's teams and slots in their order: a few milliseconds for ten thousand. */
static void
read_plan (RemitBoard *self)
{
  g_autoptr (GPtrArray) teams = NULL;

  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->team_columns);
  remit_board_layout_clear (self->layout);
  if (self->workspace == NULL || self->plan == 0)
    return;

  teams = remit_design_get_teams (self->workspace, self->plan);
  for (guint i = 0; i < teams->len; i++)
    {
      RemitBoardColumn *column = g_new0 (RemitBoardColumn, 1);
      gint64 id;

      column->team = g_object_ref (g_ptr_array_index (teams, i));
      id = remit_entity_get_id (column->team);
      column->slots = remit_design_get_slots (self->workspace, id);
      g_hash_table_insert (self->team_columns, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i));
      g_ptr_array_add (self->columns, column);
      remit_board_layout_add_column (self->layout);
      for (guint j = 0; j < column->slots->len; j++)
        add_card (self, g_ptr_array_index (column->slots, j), (int) i, (int) j);
    }
}

void
remit_board_count (RemitBoard *self,
                   guint *n_teams,
                   guint *n_slots,
                   guint *n_filled)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  *n_teams = self->columns->len;
  *n_slots = *n_filled = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GPtrArray *slots = remit_board_get_column (self, (int) i)->slots;

      *n_slots += slots->len;
      for (guint j = 0; j < slots->len; j++)
        *n_filled += remit_workspace_get_referring (
                       self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                       remit_entity_get_id (g_ptr_array_index (slots, j)))->len > 0;
    }
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

static void
bind_again (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, *(gint64 *) id);

      if (slot != NULL)
        remit_slot_card_bind (widget, self->workspace, slot);
    }
  g_hash_table_iter_init (&iter, self->heads);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *team = remit_workspace_get (self->workspace, REMIT_KIND_TEAM, *(gint64 *) id);

      if (team != NULL)
        remit_team_head_bind (widget, self->workspace, team);
    }
}

/* Reads the order again, and keeps every widget with what it shows, the scroll and the keyboard. */
static void
on_changed (RemitBoard *self,
            GPtrArray *changes)
{
  const gint64 team = self->cursor_team, slot = self->cursor_slot;
  const gint64 assignment = self->cursor_assignment;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                       || gtk_widget_has_focus (GTK_WIDGET (self));

  read_plan (self);
  if (self->workspace == NULL)
    return;
  bind_again (self);
  remit_board_update (self);
  remit_board_check_carried (self);
  /* what had the keyboard is gone: what stands in its place has it */
  if (!self->carrying && had_focus
      && (team != self->cursor_team || slot != self->cursor_slot
          || assignment != self->cursor_assignment))
    remit_board_focus_cursor (self);
}

static void
show_findings (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    remit_slot_card_show_findings (widget, self->checker);
  g_hash_table_iter_init (&iter, self->heads);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    remit_team_head_show_findings (widget, self->checker);
}

void
remit_board_set_checker (RemitBoard *self,
                         RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (remit_finding_mark_watch (&self->checker, checker, G_CALLBACK (show_findings), self))
    show_findings (self);
}

void
remit_board_set_plan (RemitBoard *self,
                      RemitWorkspace *workspace,
                      gint64 plan)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);

  self->cursor_team = self->cursor_slot = self->cursor_assignment = 0;
  self->cursor_place = (RemitBoardPlace){ 0, -1 };
  remit_board_clear_target (self);
  read_plan (self);
  remit_board_release_all (self);
  remit_scroller_rewind (&self->scroller);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_board_show_slot (RemitBoard *self,
                       gint64 slot)
{
  RemitBoardPlace place;

  g_return_if_fail (REMIT_IS_BOARD (self));

  if (!remit_board_find_place (self, slot, &place))
    return;
  self->cursor_slot = slot;
  self->cursor_assignment = self->cursor_team = 0;
  remit_board_focus_cursor (self);
}
