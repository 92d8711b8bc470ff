/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking escalation ladders from the library into a plan. */
#include "remit-library-private.h"

/* Who holds a level: the first of its roles that is there. Returns: (transfer full) (nullable) */
static RemitEntity *
find_holder (RemitTaking *self,
             const RemitLibraryItem *item,
             guint from,
             guint to)
{
  for (guint i = from; i < to; i++)
    {
      const RemitLibraryPart *part = item->parts->pdata[i];
      g_autoptr (GPtrArray) holders = remit_taking_find_holders (self, part->role);
      RemitEntity *shared = NULL;

      if (holders->len > 0 && !remit_taking_is_optional (holders->pdata[0]))
        return g_object_ref (holders->pdata[0]);
      if (self->team != 0)
        shared = remit_taking_find_shared (self, part->role);
      if (shared != NULL)
        return shared;
    }
  return NULL;
}

/* As the library of roles describes it, or as the file of the ladder does. */
static gint64
add_role (RemitTaking *self,
          const RemitLibraryPart *part,
          GError **error)
{
  g_autoptr (GPtrArray) roles = remit_library_load (REMIT_KIND_ROLE, NULL);
  const RemitLibraryItem *item = remit_library_find (roles, part->role);
  g_autoptr (RemitRecord) role = remit_record_copy (item != NULL ? item->record : part->holder);
  gint64 id;

  remit_record_set_id (role, 0);
  if (!remit_edit_insert (self->edit, role, error))
    return 0;
  id = remit_record_get_id (role);
  g_hash_table_insert (self->roles, g_strdup (part->role), g_memdup2 (&id, sizeof id));
  return id;
}

/* The role, which holds a level until a slot has it. Returns: 0 with @error set */
static gint64
ensure_role (RemitTaking *self,
             const RemitLibraryPart *part,
             GError **error)
{
  RemitEntity *there = remit_taking_find (self->workspace, REMIT_KIND_ROLE, part->role);
  const gint64 *added = g_hash_table_lookup (self->roles, part->role);

  if (there != NULL)
    return remit_entity_get_id (there);
  return added != NULL ? *added : add_role (self, part, error);
}

static gboolean
add_rung (RemitTaking *self,
          const RemitLibraryItem *item,
          gint64 ladder,
          guint from,
          guint to,
          GError **error)
{
  const RemitLibraryPart *first = item->parts->pdata[from];
  g_autoptr (RemitRecord) rung = remit_record_copy (first->record);
  g_autoptr (RemitEntity) holder = find_holder (self, item, from, to);
  gint64 role;

  remit_record_set_id (rung, 0);
  remit_record_set_integer (rung, REMIT_RUNG_PLAN, self->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung, REMIT_RUNG_ROLE, 0);
  if (holder != NULL && remit_entity_get_kind (holder) == REMIT_KIND_SLOT)
    {
      remit_record_set_integer (rung, REMIT_RUNG_SLOT, remit_entity_get_id (holder));
      return remit_edit_insert (self->edit, rung, error);
    }
  role = holder != NULL ? remit_entity_get_id (holder) : ensure_role (self, first, error);
  remit_record_set_integer (rung, REMIT_RUNG_ROLE, role);
  return role != 0 && remit_edit_insert (self->edit, rung, error);
}

/* Roles at the same position are one level. */
static guint
find_end (const RemitLibraryItem *item,
          guint from)
{
  const RemitLibraryPart *first = item->parts->pdata[from];
  guint to = from + 1;

  while (to < item->parts->len
         && remit_record_is_same (((RemitLibraryPart *) item->parts->pdata[to])->record,
                                  first->record, REMIT_RUNG_POSITION))
    to++;
  return to;
}

gboolean
remit_taking_add_ladder (RemitTaking *self,
                         const RemitLibraryItem *item,
                         GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_copy (item->record);
  guint from = 0;

  remit_record_set_id (record, 0);
  remit_record_set_integer (record, REMIT_LADDER_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_LADDER_TEAM, self->team);
  remit_record_set_integer (record, REMIT_LADDER_POSITION, remit_taking_get_position (self));
  if (!remit_edit_insert (self->edit, record, error))
    return FALSE;
  while (from < item->parts->len)
    {
      guint to = find_end (item, from);

      if (!add_rung (self, item, remit_record_get_id (record), from, to, error))
        return FALSE;
      from = to;
    }
  return TRUE;
}
