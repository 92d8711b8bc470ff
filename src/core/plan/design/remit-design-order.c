/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of entities that have a place among their siblings, such as the slots of a team. */
#include <glib/gi18n-lib.h>

#include "remit-design-private.h"

static int
compare_by_field (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  RemitEntity *first = *(RemitEntity *const *) a;
  RemitEntity *second = *(RemitEntity *const *) b;
  guint field = GPOINTER_TO_UINT (data);
  gint64 first_key = remit_entity_get_integer (first, field);
  gint64 second_key = remit_entity_get_integer (second, field);

  if (first_key == second_key)
    {
      first_key = remit_entity_get_id (first);
      second_key = remit_entity_get_id (second);
    }
  return first_key < second_key ? -1 : first_key > second_key;
}

GPtrArray *
remit_design_get_parts (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 owner)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  int rank = remit_entity_info_find_rank (info);
  GPtrArray *parts, *sorted;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (rank >= 0, NULL);

  parts = remit_workspace_get_referring (workspace, kind,
                                         (guint) remit_entity_info_find_owner (info), owner);
  sorted = g_ptr_array_new_full (parts->len, g_object_unref);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (sorted, g_object_ref (parts->pdata[i]));
  g_ptr_array_sort_with_data (sorted, compare_by_field, GINT_TO_POINTER (rank));
  return sorted;
}

static gint64
get_position (GPtrArray *siblings,
              guint index,
              guint field)
{
  return remit_entity_get_integer (g_ptr_array_index (siblings, index), field);
}

gint64
remit_design_get_last_position (GPtrArray *siblings,
                                guint field)
{
  gint64 last = siblings->len > 0 ? get_position (siblings, siblings->len - 1, field) : 0;

  return MIN (last + REMIT_POSITION_STEP, REMIT_POSITION_MAX);
}

/* Numbers all siblings anew, leaving a place free at @index. */
static gboolean
renumber (RemitEdit *edit,
          GPtrArray *siblings,
          guint field,
          guint index,
          GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      RemitEntity *sibling = g_ptr_array_index (siblings, i);
      gint64 place = i < index ? i + 1 : i + 2;
      gint64 position = MIN (place * REMIT_POSITION_STEP, REMIT_POSITION_MAX);

      if (remit_entity_get_integer (sibling, field) != position
          && !remit_edit_set_integer (edit, remit_entity_get_kind (sibling),
                                      remit_entity_get_id (sibling), field, position, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns: a position between the siblings around @index, or -1 when no number is left there */
static gint64
find_gap (GPtrArray *siblings,
          guint field,
          guint index)
{
  gint64 low = index > 0 ? get_position (siblings, index - 1, field) : -1;
  gint64 high;

  if (index == siblings->len)
    return low + REMIT_POSITION_STEP <= REMIT_POSITION_MAX ? MAX (low, 0) + REMIT_POSITION_STEP
                                                           : -1;
  high = get_position (siblings, index, field);
  return high - low >= 2 ? low + (high - low) / 2 : -1;
}

gint64
remit_design_make_room (RemitEdit *edit,
                        GPtrArray *siblings,
                        guint field,
                        guint index,
                        GError **error)
{
  gint64 position = find_gap (siblings, field, index);

  if (position >= 0)
    return position;
  if (!renumber (edit, siblings, field, index, error))
    return -1;
  return MIN ((gint64) (index + 1) * REMIT_POSITION_STEP, REMIT_POSITION_MAX);
}

/* Returns: the index of the entity with @id, or the number of siblings */
static guint
find_index (GPtrArray *siblings,
            gint64 id)
{
  guint i = 0;

  while (i < siblings->len && remit_entity_get_id (g_ptr_array_index (siblings, i)) != id)
    i++;
  return i;
}

static gboolean
put (RemitEdit *edit,
     RemitEntity *entity,
     GPtrArray *siblings,
     guint field,
     guint index,
     GError **error)
{
  gint64 position = remit_design_make_room (edit, siblings, field, index, error);

  return position >= 0
         && remit_edit_set_integer (edit, remit_entity_get_kind (entity),
                                    remit_entity_get_id (entity), field, position, error);
}

/* Takes @entity out of its siblings, and finds the place before @before among the others. */
static gboolean
find_place (GPtrArray *siblings,
            RemitEntity *entity,
            gint64 before,
            guint *index,
            gboolean *is_there,
            GError **error)
{
  guint old = find_index (siblings, remit_entity_get_id (entity));
  gboolean is_sibling = old < siblings->len;

  if (is_sibling)
    g_ptr_array_remove_index (siblings, old);
  *index = find_index (siblings, before);
  if (before != 0 && before != remit_entity_get_id (entity) && *index == siblings->len)
    return remit_design_refuse (error, _ ("The target item no longer exists"));

  *is_there = is_sibling && (*index == old || before == remit_entity_get_id (entity));
  return TRUE;
}

static RemitEntity *
find_entity (RemitWorkspace *workspace,
             RemitKind kind,
             gint64 id,
             GError **error)
{
  RemitEntity *entity = remit_workspace_get (workspace, kind, id);

  if (entity == NULL)
    remit_design_refuse_gone (kind, error);
  return entity;
}

static RemitMessage *
describe_move (RemitWorkspace *workspace,
               RemitEntity *entity,
               gint64 old_owner,
               gint64 owner)
{
  const RemitRecord *record = remit_entity_get_record (entity);

  if (owner == old_owner)
    return remit_design_describe_verb (workspace, REMIT_VERB_MOVE, record);
  /* Translators: a slot and two teams */
  return remit_message_new_with (N_ ("Move slot %1$s from %2$s to %3$s"),
                                 remit_design_describe_record (workspace, record),
                                 remit_design_describe (workspace, REMIT_KIND_TEAM, old_owner),
                                 remit_design_describe (workspace, REMIT_KIND_TEAM, owner), NULL);
}

/* Whether the slot may be put into the team. */
static gboolean
check_team (RemitWorkspace *workspace,
            RemitEntity *slot,
            gint64 team,
            GError **error)
{
  RemitEntity *entity = find_entity (workspace, REMIT_KIND_TEAM, team, error);

  if (entity == NULL)
    return FALSE;
  if (remit_entity_get_integer (entity, REMIT_TEAM_PLAN)
      == remit_entity_get_integer (slot, REMIT_SLOT_PLAN))
    return TRUE;
  return remit_design_refuse (error,
                              /* Translators: the name of a team */
                              _ ("Team %s belongs to another plan"),
                              remit_entity_get_text (entity, REMIT_TEAM_NAME));
}

/* Moves it among what is of @owner, to which a slot may come from another one. */
static gboolean
move (RemitWorkspace *workspace,
      RemitEdit *edit,
      RemitEntity *entity,
      gint64 owner,
      gint64 before,
      GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  guint field = (guint) remit_entity_info_find_owner (info);
  gint64 old_owner = remit_entity_get_integer (entity, field);
  g_autoptr (GPtrArray) siblings = remit_design_get_parts (workspace, info->kind, owner);
  guint index;
  gboolean is_there;

  if (!find_place (siblings, entity, before, &index, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  remit_edit_describe (edit, remit_design_get_plan (remit_entity_get_record (entity)),
                       describe_move (workspace, entity, old_owner, owner));
  return (owner == old_owner
          || remit_edit_set_integer (edit, info->kind, remit_entity_get_id (entity), field, owner,
                                     error))
         && put (edit, entity, siblings, (guint) remit_entity_info_find_order (info), index, error)
         && remit_edit_commit (edit, error);
}

gboolean
remit_design_move (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   gint64 before,
                   GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  RemitEntity *entity;
  guint owner;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (remit_entity_info_find_order (remit_entity_info (kind)) >= 0, FALSE);

  edit = remit_workspace_begin (workspace, error);
  entity = edit != NULL ? find_entity (workspace, kind, id, error) : NULL;
  owner = (guint) remit_entity_info_find_owner (remit_entity_info (kind));
  return entity != NULL
         && move (workspace, edit, entity, remit_entity_get_integer (entity, owner), before, error);
}

gboolean
remit_design_move_slot (RemitWorkspace *workspace,
                        gint64 slot,
                        gint64 team,
                        gint64 before,
                        GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  RemitEntity *entity;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = remit_workspace_begin (workspace, error);
  entity = edit != NULL ? find_entity (workspace, REMIT_KIND_SLOT, slot, error) : NULL;
  return entity != NULL && check_team (workspace, entity, team, error)
         && move (workspace, edit, entity, team, before, error);
}

/* ── By one place ─────────────────────────────────────────────────────────────────────────── */

/* Returns: the id of what is at @index, or 0 behind the last */
static gint64
get_id (GPtrArray *siblings,
        guint index)
{
  return index < siblings->len ? remit_entity_get_id (g_ptr_array_index (siblings, index)) : 0;
}

/* Returns: whether something is @step places on from @id; @index is its place */
static gboolean
find_next (GPtrArray *siblings,
           gint64 id,
           int step,
           guint *index)
{
  gint64 next = (gint64) find_index (siblings, id) + step;

  *index = (guint) MAX (next, 0);
  return next >= 0 && next < siblings->len;
}

gboolean
remit_design_move_by (RemitWorkspace *workspace,
                      RemitKind kind,
                      gint64 id,
                      int step,
                      gboolean *is_moved,
                      GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  RemitEntity *entity;
  gint64 owner;
  guint next;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);
  g_return_val_if_fail (is_moved != NULL, FALSE);

  edit = remit_workspace_begin (workspace, error);
  entity = edit != NULL ? find_entity (workspace, kind, id, error) : NULL;
  if (entity == NULL)
    return FALSE;
  owner = remit_entity_get_integer (
    entity, (guint) remit_entity_info_find_owner (remit_entity_info (kind)));
  siblings = remit_design_get_parts (workspace, kind, owner);
  *is_moved = find_next (siblings, id, step, &next);
  return !*is_moved
         || move (workspace, edit, entity, owner, get_id (siblings, step > 0 ? next + 1 : next),
                  error);
}

gboolean
remit_design_move_slot_by (RemitWorkspace *workspace,
                           gint64 slot,
                           int step,
                           gboolean *is_moved,
                           GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GPtrArray) beside = NULL;
  g_autoptr (GPtrArray) there = NULL;
  RemitEntity *entity;
  gint64 team;
  guint next;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);
  g_return_val_if_fail (is_moved != NULL, FALSE);

  edit = remit_workspace_begin (workspace, error);
  entity = edit != NULL ? find_entity (workspace, REMIT_KIND_SLOT, slot, error) : NULL;
  if (entity == NULL)
    return FALSE;
  team = remit_entity_get_integer (entity, REMIT_SLOT_TEAM);
  teams = remit_design_get_parts (workspace, REMIT_KIND_TEAM,
                                  remit_entity_get_integer (entity, REMIT_SLOT_PLAN));
  *is_moved = find_next (teams, team, step, &next);
  if (!*is_moved)
    return TRUE;
  beside = remit_design_get_parts (workspace, REMIT_KIND_SLOT, team);
  there = remit_design_get_parts (workspace, REMIT_KIND_SLOT, get_id (teams, next));
  return move (workspace, edit, entity, get_id (teams, next),
               get_id (there, find_index (beside, slot)), error);
}
