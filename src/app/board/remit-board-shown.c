/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the plan the board shows: groups, what of them is folded, and the filter. */
#include "remit-board-private.h"

void
remit_board_set_grouping (RemitBoard *self,
                          RemitBoardGrouping grouping)
{
  RemitBoardAnchor anchor;

  g_return_if_fail (REMIT_IS_BOARD (self));

  anchor = remit_board_take_anchor (self);
  remit_board_model_set_grouping (self->model, grouping);
  remit_board_rearranged (self, &anchor);
}

RemitBoardGrouping
remit_board_get_grouping (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), REMIT_BOARD_BY_NOTHING);

  return remit_board_model_get_grouping (self->model);
}

void
remit_board_set_filter (RemitBoard *self,
                        const RemitBoardFilter *filter)
{
  RemitBoardAnchor anchor;

  g_return_if_fail (REMIT_IS_BOARD (self));

  anchor = remit_board_take_anchor (self);
  remit_board_model_set_filter (self->model, filter);
  remit_board_rearranged (self, &anchor);
}

const RemitBoardFilter *
remit_board_get_filter (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);

  return remit_board_model_get_filter (self->model);
}

/* What the cursor is on may be hidden now: it goes to the group. */
static gboolean
has_keyboard (RemitBoard *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

void
remit_board_fold (RemitBoard *self,
                  const char *key,
                  gboolean folded)
{
  RemitBoardAnchor anchor = remit_board_take_anchor (self);
  gboolean had_focus = has_keyboard (self);
  g_autofree char *group = g_strdup (key);

  remit_board_model_set_folded (self->model, group, folded);
  if (group != NULL)
    remit_board_cursor_set_group (self->cursor, group);
  remit_board_rearranged (self, &anchor);
  if (had_focus && !remit_board_is_carrying (self))
    remit_board_focus_cursor (self);
  g_signal_emit_by_name (self, "folded");
}

gboolean
remit_board_is_folded (RemitBoard *self,
                       const char *key)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  int group = remit_board_groups_find (groups, key);

  return group >= 0 && remit_board_groups_get (groups, group)->folded;
}

void
remit_board_fold_all (RemitBoard *self,
                      gboolean folded)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  remit_board_fold (self, NULL, folded);
}

GStrv
remit_board_dup_folded (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);

  return remit_board_model_dup_folded (self->model);
}

void
remit_board_take_folded (RemitBoard *self,
                         const char *const *keys)
{
  RemitBoardAnchor anchor;

  g_return_if_fail (REMIT_IS_BOARD (self));

  anchor = remit_board_take_anchor (self);
  remit_board_model_take_folded (self->model, keys);
  remit_board_rearranged (self, &anchor);
}

void
remit_board_reveal (RemitBoard *self,
                    gint64 team)
{
  RemitBoardAnchor anchor;

  if (remit_board_model_find_team (self->model, team) >= 0)
    return;
  anchor = remit_board_take_anchor (self);
  remit_board_model_reveal (self->model, team);
  remit_board_rearranged (self, &anchor);
  g_signal_emit_by_name (self, "folded");
}

void
remit_board_count_shown (RemitBoard *self,
                         guint *n_teams,
                         guint *n_slots,
                         guint *n_filled)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  remit_board_model_count_shown (self->model, n_teams, n_slots, n_filled);
}

gboolean
remit_board_has_groups (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), FALSE);

  return remit_board_groups_get_n (remit_board_model_get_groups (self->model)) > 0;
}
