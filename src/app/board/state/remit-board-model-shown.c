/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan the board shows: the groups of its teams, what is folded, and the filter. */
#include "plan/design/remit-design.h"
#include "remit-board-model-private.h"

/* ── Which teams ──────────────────────────────────────────────────────────────────────────── */

static RemitEntity *
find_entity (gint64 team,
             gpointer data)
{
  RemitBoardModel *self = data;

  return remit_workspace_get (self->workspace, REMIT_KIND_TEAM, team);
}

static void
add_shown (RemitBoardModel *self,
           gint64 team)
{
  g_hash_table_add (self->shown, g_memdup2 (&team, sizeof team));
}

static gboolean
is_shown (RemitBoardModel *self,
          RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);

  if (g_hash_table_contains (self->shown, &id))
    return TRUE;
  if (!remit_board_filter_takes (&self->filter, self->workspace, self->checker, team))
    return FALSE;
  add_shown (self, id);
  return TRUE;
}

void
remit_board_model_find_shown (RemitBoardModel *self,
                              GPtrArray *teams)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (remit_board_filter_is_set (&self->filter))
    {
      shown = g_ptr_array_new ();
      for (guint i = 0; i < teams->len; i++)
        if (is_shown (self, teams->pdata[i]))
          g_ptr_array_add (shown, teams->pdata[i]);
    }
  remit_board_groups_arrange (self->groups, shown != NULL ? shown : teams, self->grouping,
                              find_entity, self, self->folded);
}

static void
arrange_again (RemitBoardModel *self)
{
  g_autoptr (GPtrArray) teams = NULL;

  if (self->workspace == NULL || self->plan == 0)
    return;
  teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM, self->plan);
  remit_board_model_find_shown (self, teams);
  remit_board_model_place_columns (self);
}

/* ── Groups ───────────────────────────────────────────────────────────────────────────────── */

void
remit_board_model_set_grouping (RemitBoardModel *self,
                                RemitBoardGrouping grouping)
{
  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  arrange_again (self);
}

RemitBoardGrouping
remit_board_model_get_grouping (RemitBoardModel *self)
{
  return self->grouping;
}

static void
fold (RemitBoardModel *self,
      const char *key,
      gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (key));
  else
    g_hash_table_remove (self->folded, key);
}

void
remit_board_model_set_folded (RemitBoardModel *self,
                              const char *key,
                              gboolean folded)
{
  if (key != NULL)
    fold (self, key, folded);
  else
    for (int i = 0; i < remit_board_groups_get_n (self->groups); i++)
      fold (self, remit_board_groups_get (self->groups, i)->key, folded);
  arrange_again (self);
}

GStrv
remit_board_model_dup_folded (RemitBoardModel *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GList) keys = g_hash_table_get_keys (self->folded);

  keys = g_list_sort (keys, (GCompareFunc) g_strcmp0);
  for (GList *at = keys; at != NULL; at = at->next)
    g_strv_builder_add (builder, at->data);
  return g_strv_builder_end (builder);
}

void
remit_board_model_take_folded (RemitBoardModel *self,
                               const char *const *keys)
{
  g_hash_table_remove_all (self->folded);
  for (; keys != NULL && *keys != NULL; keys++)
    fold (self, *keys, TRUE);
  arrange_again (self);
}

RemitBoardGroups *
remit_board_model_get_groups (RemitBoardModel *self)
{
  return self->groups;
}

RemitBoardSums
remit_board_model_get_sums (RemitBoardModel *self,
                            int group)
{
  GPtrArray *order = remit_board_groups_get_order (self->groups);
  const RemitBoardGroup *info = group >= 0 ? remit_board_groups_get (self->groups, group) : NULL;
  int first = info != NULL ? info->first : 0;
  int n = info != NULL ? info->n_teams : (int) order->len;
  RemitBoardSums sums;

  remit_board_sums_init (&sums);
  for (int i = first; i < first + n; i++)
    remit_board_sums_add (&sums, self->workspace, self->checker,
                          remit_entity_get_id (order->pdata[i]));
  return sums;
}

/* ── The filter ───────────────────────────────────────────────────────────────────────────── */

void
remit_board_model_set_filter (RemitBoardModel *self,
                              const RemitBoardFilter *filter)
{
  remit_board_filter_copy (&self->filter, filter);
  g_hash_table_remove_all (self->shown);
  arrange_again (self);
}

const RemitBoardFilter *
remit_board_model_get_filter (RemitBoardModel *self)
{
  return &self->filter;
}

void
remit_board_model_set_checker (RemitBoardModel *self,
                               RemitChecker *checker)
{
  g_set_object (&self->checker, checker);
  if (self->filter.findings != REMIT_BOARD_ANY_FINDINGS)
    arrange_again (self);
}

RemitChecker *
remit_board_model_get_checker (RemitBoardModel *self)
{
  return self->checker;
}

gboolean
remit_board_model_reveal (RemitBoardModel *self,
                          gint64 team)
{
  int group;

  if (!g_hash_table_contains (self->teams, &team)
      || remit_board_model_find_team (self, team) >= 0)
    return FALSE;
  if (remit_board_filter_is_set (&self->filter))
    {
      add_shown (self, team);
      arrange_again (self);
    }
  group = remit_board_groups_find_team (self->groups, team);
  for (; group >= 0; group = remit_board_groups_get (self->groups, group)->parent)
    fold (self, remit_board_groups_get (self->groups, group)->key, FALSE);
  arrange_again (self);
  return TRUE;
}

/* ── Where a team may go ──────────────────────────────────────────────────────────────────── */

/* Returns: whether a team has its group below it, so that it goes where that goes */
static gboolean
leads_group (RemitBoardModel *self,
             gint64 team,
             int group)
{
  g_autofree char *key = g_strdup_printf ("team %" G_GINT64_FORMAT, team);

  return group >= 0
         && g_str_equal (remit_board_groups_get (self->groups, group)->key, key);
}

/* Returns: the group among whose parts a team stands, or -1 */
static int
find_home (RemitBoardModel *self,
           gint64 team)
{
  int group = remit_board_groups_find_team (self->groups, team);

  return leads_group (self, team, group) ? remit_board_groups_get (self->groups, group)->parent
                                         : group;
}

static int
find_in_plan (GPtrArray *teams,
              gint64 id)
{
  for (guint i = 0; i < teams->len; i++)
    if (remit_entity_get_id (teams->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* Returns: where in the plan the first team of a group stands, which says where the group does */
static int
find_first_of_group (RemitBoardModel *self,
                     GPtrArray *teams,
                     const RemitBoardGroup *group)
{
  GPtrArray *order = remit_board_groups_get_order (self->groups);
  int first = G_MAXINT;

  for (int i = group->first; i < group->first + group->n_teams; i++)
    first = MIN (first, find_in_plan (teams, remit_entity_get_id (order->pdata[i])));
  return first;
}

/* Returns: where in the plan the part of @home stands that the team of a column is, or is in; -1
 * when that is not in @home, or not at the edge (@last) of the part, or when teams without a
 * section are not to go among those that have one */
static int
find_part (RemitBoardModel *self,
           GPtrArray *teams,
           int home,
           int column,
           gboolean last)
{
  gint64 id = remit_board_model_get_team_id (self, column);
  int group = remit_board_groups_find_team (self->groups, id);
  const RemitBoardGroup *info;

  if (group == home && !last && leads_group (self, id, group))
    return -1; /* it stands first in its group, whatever its place in the plan */
  if (group == home)
    return find_in_plan (teams, id);
  if (home < 0 && self->grouping != REMIT_BOARD_BY_PARENT)
    return -1;
  while (group >= 0 && remit_board_groups_get (self->groups, group)->parent != home)
    group = remit_board_groups_get (self->groups, group)->parent;
  if (group < 0)
    return -1;
  info = remit_board_groups_get (self->groups, group);
  return column == (last ? info->column + info->n_columns - 1 : info->column)
           ? find_first_of_group (self, teams, info)
           : -1;
}

gint64
remit_board_model_find_before (RemitBoardModel *self,
                               gint64 team,
                               int column)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->plan);
  int home = find_home (self, team);
  int place = -1;

  if (column < remit_board_model_get_n_columns (self))
    place = find_part (self, teams, home, column, FALSE);
  if (place < 0 && column > 0)
    {
      place = find_part (self, teams, home, column - 1, TRUE);
      place += place >= 0;
    }
  if (place < 0)
    return -1;
  while (place < (int) teams->len && remit_entity_get_id (teams->pdata[place]) == team)
    place++;
  return place < (int) teams->len ? remit_entity_get_id (teams->pdata[place]) : 0;
}
