/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the plan the board shows: groups, what of them is folded, and the filter. */
#include "remit-board-private.h"

#include "widgets/remit-style.h"

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

/* Folded and unfolded, a group begins where it did; or where one sees it begin. */
static gboolean
find_start (RemitBoard *self,
            const char *key,
            int *start)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = remit_scroller_get_x (&self->scroller);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  RemitBoardBox box;

  if (key == NULL || !remit_board_get_band_box (self, key, &box)
      || box.x + box.width <= left || box.x >= left + width)
    return FALSE;
  *start = from_right ? MAX (0, left + width - box.x - box.width) : MAX (0, box.x - left);
  return TRUE;
}

static void
keep_start (RemitBoard *self,
            const char *key,
            int start)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  RemitBoardBox box;

  if (remit_board_get_band_box (self, key, &box))
    remit_board_scroll_across (self, from_right ? box.x + box.width + start
                                                    - gtk_widget_get_width (GTK_WIDGET (self))
                                                : box.x - start);
}

void
remit_board_fold (RemitBoard *self,
                  const char *key,
                  gboolean folded)
{
  RemitBoardAnchor anchor = remit_board_take_anchor (self);
  gboolean had_focus = has_keyboard (self);
  g_autofree char *group = g_strdup (key);
  int start;
  gboolean is_seen = find_start (self, group, &start);

  remit_board_model_set_folded (self->model, group, folded);
  if (group != NULL)
    remit_board_cursor_set_group (self->cursor, group);
  remit_board_rearranged (self, &anchor);
  if (is_seen)
    {
      keep_start (self, group, start);
      remit_board_update (self);
    }
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

/* ── How closely ──────────────────────────────────────────────────────────────────────────── */

void
remit_board_set_names (RemitBoard *self,
                       gboolean names)
{
  RemitBoardAnchor anchor;

  g_return_if_fail (REMIT_IS_BOARD (self));

  if (self->names == names)
    return;
  anchor = remit_board_take_anchor (self);
  self->names = names;
  remit_style_set_class (GTK_WIDGET (self), "names", names);
  if (self->measured)
    {
      remit_board_show_names (self);
      remit_board_measure_parts (self);
      self->in_steps = TRUE;
    }
  remit_board_rearranged (self, &anchor);
}

RemitBoardModel *
remit_board_get_model (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);

  return self->model;
}

gint64
remit_board_find_team (RemitBoard *self,
                       double x)
{
  RemitBoardHit hit;

  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  remit_board_layout_hit (self->layout, (int) x + remit_scroller_get_x (&self->scroller), 0, &hit);
  return hit.column >= 0 ? remit_board_model_get_team_id (self->model, hit.column) : 0;
}

static gboolean
is_in_sight (RemitBoard *self,
             int column)
{
  int x = remit_scroller_get_x (&self->scroller);
  RemitBoardBox box;

  if (column < 0 || column >= remit_board_model_get_n_columns (self->model))
    return FALSE;
  remit_board_layout_get_column (self->layout, column, &box);
  return box.x + box.width > x && box.x < x + gtk_widget_get_width (GTK_WIDGET (self));
}

gint64
remit_board_get_team_in_sight (RemitBoard *self)
{
  int column = self->cursor->place.column;
  gint64 team = 0;

  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  if (has_keyboard (self) && is_in_sight (self, column))
    return remit_board_model_get_team_id (self->model, column);
  for (int x = 0; team == 0 && x < gtk_widget_get_width (GTK_WIDGET (self)); x += 20)
    team = remit_board_find_team (self, x);
  return team;
}

void
remit_board_go_to (RemitBoard *self,
                   gint64 team)
{
  RemitBoardBox box;
  int column;

  g_return_if_fail (REMIT_IS_BOARD (self));

  column = remit_board_model_find_team (self->model, team);
  if (column < 0)
    return;
  remit_board_cursor_set (self->cursor, team, 0, 0);
  remit_board_layout_get_column (self->layout, column, &box);
  remit_board_scroll_to (self, &box, FALSE);
  remit_board_update (self);
}
