/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cards, heads and rows show something else after a commit. */
#include "remit-touched.h"

/* With more changes than these, to look at each costs more than to read all. */
#define MANY 2000

/* Ids are unique across kinds. */
struct _RemitTouched
{
  gboolean everything;
  GHashTable *ids;
};

static void
add (RemitTouched *self,
     gint64 id)
{
  if (id != 0 && !g_hash_table_contains (self->ids, &id))
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

/* What a changed row refers to, and referred to before. */
static void
add_field (RemitTouched *self,
           RemitWorkspace *workspace,
           const RemitChange *change,
           guint field)
{
  RemitEntity *entity = remit_workspace_get (workspace, change->kind, change->id);

  if (change->old != NULL)
    add (self, remit_record_get_integer (change->old, field));
  if (change->new != NULL)
    add (self, remit_record_get_integer (change->new, field));
  if (entity != NULL)
    add (self, remit_entity_get_integer (entity, field));
}

/* The head of a team counts the slots that are filled. */
static void
add_team_of (RemitTouched *self,
             RemitWorkspace *workspace,
             const RemitRecord *assignment)
{
  RemitEntity *slot = NULL;

  if (assignment != NULL)
    slot = remit_workspace_get (workspace, REMIT_KIND_SLOT,
                                remit_record_get_integer (assignment, REMIT_ASSIGNMENT_SLOT));
  if (slot != NULL)
    add (self, remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
}

/* The days of a slot are those of its assignments, and so part of people's load. */
static void
add_people_in (RemitTouched *self,
               RemitWorkspace *workspace,
               gint64 slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);

  for (guint i = 0; i < assignments->len; i++)
    add (self, remit_entity_get_integer (g_ptr_array_index (assignments, i),
                                         REMIT_ASSIGNMENT_PERSON));
}

static gboolean
has_field (const RemitChange *change,
           guint field)
{
  return (change->fields & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

/* Of slots with one name each says which of them it is. */
static void
add_slots_beside (RemitTouched *self,
                  RemitWorkspace *workspace,
                  const RemitRecord *slot)
{
  gint64 team = slot != NULL ? remit_record_get_integer (slot, REMIT_SLOT_TEAM) : 0;
  GPtrArray *slots = team != 0 ? remit_workspace_get_referring (workspace, REMIT_KIND_SLOT,
                                                                REMIT_SLOT_TEAM, team)
                               : NULL;

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    add (self, remit_entity_get_id (g_ptr_array_index (slots, i)));
}

static gboolean
is_of_order (const RemitChange *change)
{
  return has_field (change, REMIT_SLOT_TEAM) || has_field (change, REMIT_SLOT_POSITION)
         || has_field (change, REMIT_SLOT_NAME) || has_field (change, REMIT_SLOT_ROLE);
}

static void
add_slot (RemitTouched *self,
          RemitWorkspace *workspace,
          const RemitChange *change)
{
  add (self, change->id);
  add_field (self, workspace, change, REMIT_SLOT_TEAM);
  if (change->op != REMIT_CHANGE_CHANGED || is_of_order (change))
    {
      RemitEntity *slot = remit_workspace_get (workspace, REMIT_KIND_SLOT, change->id);

      add_slots_beside (self, workspace, change->old);
      add_slots_beside (self, workspace, slot != NULL ? remit_entity_get_record (slot) : NULL);
    }
  if (has_field (change, REMIT_SLOT_FROM) || has_field (change, REMIT_SLOT_UNTIL))
    add_people_in (self, workspace, change->id);
}

static void
add_assignment (RemitTouched *self,
                RemitWorkspace *workspace,
                const RemitChange *change)
{
  add_field (self, workspace, change, REMIT_ASSIGNMENT_SLOT);
  add_field (self, workspace, change, REMIT_ASSIGNMENT_PERSON);
  add_team_of (self, workspace, change->old);
  add_team_of (self, workspace, change->new);
}

/* A plan that is published, or made from another one, counts in other plans' load. */
static gboolean
is_about_all (const RemitChange *change)
{
  return change->kind == REMIT_KIND_SETTINGS
         || (change->kind == REMIT_KIND_PLAN
             && (has_field (change, REMIT_PLAN_STATUS) || has_field (change, REMIT_PLAN_BASE)));
}

static void
add_change (RemitTouched *self,
            RemitWorkspace *workspace,
            const RemitChange *change)
{
  self->everything = self->everything || is_about_all (change);
  if (change->kind == REMIT_KIND_SLOT)
    add_slot (self, workspace, change);
  else if (change->kind == REMIT_KIND_ASSIGNMENT)
    add_assignment (self, workspace, change);
  else if (change->kind == REMIT_KIND_SLOT_NEED)
    add_field (self, workspace, change, REMIT_SLOT_NEED_SLOT);
  else if (change->kind == REMIT_KIND_PERSON_SKILL)
    add_field (self, workspace, change, REMIT_PERSON_SKILL_PERSON);
  else if (change->kind == REMIT_KIND_ABSENCE)
    add_field (self, workspace, change, REMIT_ABSENCE_PERSON);
  else if (change->kind == REMIT_KIND_COMMENT)
    {
      add_field (self, workspace, change, REMIT_COMMENT_TEAM);
      add_field (self, workspace, change, REMIT_COMMENT_SLOT);
    }
  else
    add (self, change->id);
}

RemitTouched *
remit_touched_new (RemitWorkspace *workspace,
                   GPtrArray *changes)
{
  RemitTouched *self = g_new0 (RemitTouched, 1);

  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->everything = changes->len == 0 || changes->len > MANY;
  for (guint i = 0; i < changes->len && !self->everything; i++)
    add_change (self, workspace, g_ptr_array_index (changes, i));
  return self;
}

void
remit_touched_free (RemitTouched *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

gboolean
remit_touched_is_everything (const RemitTouched *self)
{
  return self->everything;
}

gboolean
remit_touched_has (const RemitTouched *self,
                   gint64 id)
{
  return self->everything || g_hash_table_contains (self->ids, &id);
}

/* Whether something that the entities of a kind with @field on @slot refer to is touched. */
static gboolean
has_part (const RemitTouched *self,
          RemitWorkspace *workspace,
          RemitKind kind,
          guint owner,
          gint64 slot,
          guint field)
{
  GPtrArray *parts = remit_workspace_get_referring (workspace, kind, owner, slot);

  for (guint i = 0; i < parts->len; i++)
    if (remit_touched_has (self, remit_entity_get_integer (g_ptr_array_index (parts, i), field)))
      return TRUE;
  return FALSE;
}

gboolean
remit_touched_has_card (const RemitTouched *self,
                        RemitWorkspace *workspace,
                        RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);

  return remit_touched_has (self, id)
         || remit_touched_has (self, remit_entity_get_integer (slot, REMIT_SLOT_ROLE))
         || has_part (self, workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, id,
                      REMIT_ASSIGNMENT_PERSON)
         || has_part (self, workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, id,
                      REMIT_SLOT_NEED_SKILL);
}

GPtrArray *
remit_touched_get_entities (const RemitTouched *self,
                            RemitWorkspace *workspace,
                            RemitKind kind)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      RemitEntity *entity = remit_workspace_get (workspace, kind, *(gint64 *) id);

      if (entity != NULL)
        g_ptr_array_add (entities, g_object_ref (entity));
    }
  return entities;
}
