/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is on the board: a group, a team's head, a slot, or somebody in it. */
#include "remit-board-cursor.h"

#include "plan/design/remit-design.h"

RemitBoardCursor *
remit_board_cursor_new (RemitBoardModel *model)
{
  RemitBoardCursor *self = g_new0 (RemitBoardCursor, 1);

  self->model = model;
  remit_board_cursor_reset (self);
  return self;
}

void
remit_board_cursor_free (RemitBoardCursor *self)
{
  g_free (self->group);
  g_free (self);
}

/* Where it is, while that is there: when it has gone, what stands in its place is looked for. */
static void
keep_place (RemitBoardCursor *self)
{
  int column = self->team != 0 ? remit_board_model_find_team (self->model, self->team) : -1;

  if (self->slot != 0)
    remit_board_model_find_slot (self->model, self->slot, &self->place);
  else if (column >= 0)
    self->place = (RemitBoardPlace){ column, -1 };
}

void
remit_board_cursor_set (RemitBoardCursor *self,
                        gint64 team,
                        gint64 slot,
                        gint64 assignment)
{
  g_clear_pointer (&self->group, g_free);
  self->team = team;
  self->slot = slot;
  self->assignment = assignment;
  keep_place (self);
}

void
remit_board_cursor_set_group (RemitBoardCursor *self,
                              const char *key)
{
  char *group = g_strdup (key);

  remit_board_cursor_set (self, 0, 0, 0);
  self->group = group;
}

void
remit_board_cursor_reset (RemitBoardCursor *self)
{
  remit_board_cursor_set (self, 0, 0, 0);
  self->place = (RemitBoardPlace){ 0, -1 };
}

void
remit_board_cursor_follow (RemitBoardCursor *self,
                           const RemitDrag *drag,
                           gint64 slot)
{
  GPtrArray *assignments;

  if (drag->kind == REMIT_DRAG_TEAM)
    {
      remit_board_cursor_set (self, drag->id, 0, 0);
      return;
    }
  remit_board_cursor_set (self, 0, drag->kind == REMIT_DRAG_SLOT ? drag->id : slot, 0);
  if (drag->kind != REMIT_DRAG_PEOPLE || drag->placements->len != 1)
    return;

  assignments = remit_board_model_get_assignments (self->model, slot);
  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);

      if (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON)
          == g_array_index (drag->placements, RemitPlacement, 0).person)
        self->assignment = remit_entity_get_id (assignment);
    }
}

/* ── Staying where it is ──────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the group that it is on */
static const RemitBoardGroup *
find_group (RemitBoardCursor *self)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  int group = self->group != NULL ? remit_board_groups_find (groups, self->group) : -1;

  return group >= 0 ? remit_board_groups_get (groups, group) : NULL;
}

/* Of groups that are folded, the outermost one is seen. */
static void
check_group (RemitBoardCursor *self)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  const RemitBoardGroup *group = find_group (self);

  while (group != NULL && !group->shown)
    group = remit_board_groups_get (groups, group->parent);
  if (group == NULL)
    g_clear_pointer (&self->group, g_free);
  else if (!g_str_equal (group->key, self->group))
    remit_board_cursor_set_group (self, group->key);
}

/* Lets go of what is gone. */
static void
check (RemitBoardCursor *self)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitBoardPlace place;

  check_group (self);
  if (self->assignment != 0)
    {
      RemitEntity *assignment = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT,
                                                     self->assignment);

      if (assignment == NULL
          || remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT) != self->slot)
        self->assignment = 0;
    }
  if (self->slot != 0 && !remit_board_model_find_slot (self->model, self->slot, &place))
    self->slot = self->assignment = 0;
  if (self->team != 0 && remit_board_model_find_team (self->model, self->team) < 0)
    self->team = 0;
}

/* What stands now where the cursor was. */
static void
take_nearest (RemitBoardCursor *self)
{
  int column = CLAMP (self->place.column, 0, remit_board_model_get_n_columns (self->model) - 1);
  int card = MIN (self->place.card, remit_board_model_get_n_cards (self->model, column) - 1);

  if (card < 0)
    self->team = remit_board_model_get_team_id (self->model, column);
  else
    self->slot = remit_board_model_get_slot_id (self->model, column, card);
}

/* When all groups are folded. */
static void
take_first_group (RemitBoardCursor *self)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);

  if (self->group == NULL && remit_board_groups_get_n (groups) > 0)
    remit_board_cursor_set_group (self, remit_board_groups_get (groups, 0)->key);
}

/* Returns: where the columns of the group stand */
static RemitBoardPlace
settle_on_group (RemitBoardCursor *self)
{
  int last = remit_board_model_get_n_columns (self->model) - 1;
  const RemitBoardGroup *group = find_group (self);

  self->place = (RemitBoardPlace){ group != NULL ? CLAMP (group->column, 0, MAX (last, 0)) : 0,
                                   -1 };
  return self->place;
}

RemitBoardPlace
remit_board_cursor_settle (RemitBoardCursor *self)
{
  check (self);
  if (remit_board_model_get_n_columns (self->model) == 0)
    take_first_group (self);
  if (self->group != NULL || remit_board_model_get_n_columns (self->model) == 0)
    return settle_on_group (self);
  if (self->slot == 0 && self->team == 0)
    take_nearest (self);
  keep_place (self);
  return self->place;
}

/* ── Going about ──────────────────────────────────────────────────────────────────────────── */

void
remit_board_cursor_go_to (RemitBoardCursor *self,
                          int column,
                          int card)
{
  int n_cards = remit_board_model_get_n_cards (self->model, column);

  if (card < 0 || n_cards == 0)
    remit_board_cursor_set (self, remit_board_model_get_team_id (self->model, column), 0, 0);
  else
    remit_board_cursor_set (
      self, 0, remit_board_model_get_slot_id (self->model, column, MIN (card, n_cards - 1)), 0);
}

static int
find_assignment (GPtrArray *assignments,
                 gint64 id)
{
  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_id (g_ptr_array_index (assignments, i)) == id)
      return (int) i;
  return -1;
}

/* Returns: whether there is somebody else in the slot to go to, or the slot itself above them */
static gboolean
go_within_slot (RemitBoardCursor *self,
                int step)
{
  GPtrArray *assignments = remit_board_model_get_assignments (self->model, self->slot);
  int chip = find_assignment (assignments, self->assignment) + step;

  if (chip < -1 || chip >= (int) assignments->len || (step < 0 && self->assignment == 0))
    return FALSE;
  self->assignment = chip < 0 ? 0
                              : remit_entity_get_id (g_ptr_array_index (assignments, (guint) chip));
  return TRUE;
}

/* Up from below comes to the last person in a slot first. */
static void
take_last_person (RemitBoardCursor *self)
{
  GPtrArray *assignments = remit_board_model_get_assignments (self->model, self->slot);

  if (assignments->len > 0)
    self->assignment = remit_entity_get_id (g_ptr_array_index (assignments, assignments->len - 1));
}

/* From the head of a team to the group that it is in. */
static void
go_up_to_group (RemitBoardCursor *self)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  int group = remit_board_groups_find_team (groups, self->team);

  if (group >= 0)
    remit_board_cursor_set_group (self, remit_board_groups_get (groups, group)->key);
}

/* Returns: (nullable): the group in a group that begins with the same column */
static const RemitBoardGroup *
find_first_within (RemitBoardCursor *self,
                   const RemitBoardGroup *group)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  int next = remit_board_groups_find (groups, group->key) + 1;
  const RemitBoardGroup *inner = next < remit_board_groups_get_n (groups)
                                   ? remit_board_groups_get (groups, next)
                                   : NULL;

  return inner != NULL && inner->depth > group->depth && inner->column == group->column
             && inner->first == group->first
           ? inner
           : NULL;
}

static void
go_vertically_from_group (RemitBoardCursor *self,
                          const RemitBoardGroup *group,
                          int step)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  const RemitBoardGroup *next = NULL;

  if (step > 0 && group->folded)
    return;
  if (step < 0 && group->parent >= 0)
    next = remit_board_groups_get (groups, group->parent);
  else if (step > 0)
    next = find_first_within (self, group);
  if (next != NULL)
    remit_board_cursor_set_group (self, next->key);
  else if (step > 0 && group->n_columns > 0)
    remit_board_cursor_go_to (self, group->column, -1);
}

void
remit_board_cursor_go_vertically (RemitBoardCursor *self,
                                  int step)
{
  RemitBoardPlace place = remit_board_cursor_settle (self);
  const RemitBoardGroup *group = find_group (self);
  int card = place.card + step;

  if (group != NULL)
    go_vertically_from_group (self, group, step);
  else if (place.card < 0 && step < 0)
    go_up_to_group (self);
  if (group != NULL || self->group != NULL || card < -1)
    return;
  if (place.card >= 0 && go_within_slot (self, step))
    return;
  if (place.card >= 0 && card >= remit_board_model_get_n_cards (self->model, place.column))
    return;
  remit_board_cursor_go_to (self, place.column, card);
  if (step < 0 && self->slot != 0)
    take_last_person (self);
}

/* Returns: whether there is a folded group there, and the cursor is on it */
static gboolean
go_to_folded (RemitBoardCursor *self,
              int column,
              int nth)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);

  for (int i = 0; i < remit_board_groups_get_n (groups); i++)
    {
      const RemitBoardGroup *group = remit_board_groups_get (groups, i);

      if (!group->shown || !group->folded || group->column != column || group->nth != nth)
        continue;
      remit_board_cursor_set_group (self, group->key);
      return TRUE;
    }
  return FALSE;
}

/* A group that is folded stands among the columns; one that is not, above them. */
static void
go_sideways_from_folded (RemitBoardCursor *self,
                         const RemitBoardGroup *group,
                         int step)
{
  int column = step > 0 ? group->column : group->column - 1;

  if (!go_to_folded (self, group->column, group->nth + step) && column >= 0
      && column < remit_board_model_get_n_columns (self->model))
    remit_board_cursor_go_to (self, column, -1);
}

static void
go_sideways_from_group (RemitBoardCursor *self,
                        const RemitBoardGroup *group,
                        int step)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (self->model);
  int next = remit_board_groups_find (groups, group->key) + step;

  for (; next >= 0 && next < remit_board_groups_get_n (groups); next += step)
    {
      const RemitBoardGroup *other = remit_board_groups_get (groups, next);

      if (!other->shown || other->depth > group->depth)
        continue;
      remit_board_cursor_set_group (self, other->key);
      return;
    }
}

void
remit_board_cursor_go_sideways (RemitBoardCursor *self,
                                int step)
{
  RemitBoardPlace place = remit_board_cursor_settle (self);
  int last = remit_board_model_get_n_columns (self->model) - 1;
  int edge = step > 0 ? place.column + 1 : place.column;
  const RemitBoardGroup *group = find_group (self);
  int n_folded;

  if (group != NULL && group->folded)
    go_sideways_from_folded (self, group, step);
  else if (group != NULL)
    go_sideways_from_group (self, group, step);
  if (group != NULL || last < 0)
    return;
  n_folded =
    remit_board_groups_count_folded_before (remit_board_model_get_groups (self->model), edge);
  if (n_folded > 0 && go_to_folded (self, edge, step > 0 ? 0 : n_folded - 1))
    return;
  remit_board_cursor_go_to (self, CLAMP (place.column + step, 0, last), place.card);
}

/* ── Picking up ───────────────────────────────────────────────────────────────────────────── */

static RemitDrag *
create_person_drag (RemitBoardCursor *self)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitEntity *assignment = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT,
                                                 self->assignment);
  gint64 person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, person);
  RemitDrag *drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, name);

  remit_drag_add (drag, person, self->assignment);
  return drag;
}

RemitDrag *
remit_board_cursor_create_drag (RemitBoardCursor *self)
{
  gboolean is_slot;
  gint64 id;
  g_autofree char *name = NULL;

  remit_board_cursor_settle (self);
  if (self->assignment != 0)
    return create_person_drag (self);

  is_slot = self->slot != 0;
  id = is_slot ? self->slot : self->team;
  name = remit_design_dup_name (remit_board_model_get_workspace (self->model),
                                is_slot ? REMIT_KIND_SLOT : REMIT_KIND_TEAM, id);
  return remit_drag_new (is_slot ? REMIT_DRAG_SLOT : REMIT_DRAG_TEAM, id, name);
}
