/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who in a plan can hold what the library gives to a role. */
#include "plan/design/remit-design.h"
#include "remit-library-private.h"

gboolean
remit_taking_is_optional (RemitEntity *holder)
{
  return remit_entity_get_kind (holder) == REMIT_KIND_SLOT
         && !remit_entity_get_integer (holder, REMIT_SLOT_REQUIRED);
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  return remit_taking_is_optional (*(RemitEntity *const *) a)
         - remit_taking_is_optional (*(RemitEntity *const *) b);
}

/* g_ptr_array_sort() keeps equal ones in their order, which is that of the team. */
static GPtrArray *
find_in_team (RemitTaking *self,
              RemitEntity *role)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (self->workspace, REMIT_KIND_SLOT,
                                                        self->team);
  GPtrArray *holders = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < slots->len; i++)
    if (remit_entity_get_integer (slots->pdata[i], REMIT_SLOT_ROLE) == remit_entity_get_id (role))
      g_ptr_array_add (holders, g_object_ref (slots->pdata[i]));
  g_ptr_array_sort (holders, compare_slots);
  return holders;
}

static gboolean
is_in_plan (RemitTaking *self,
            RemitEntity *role)
{
  GPtrArray *of_plan = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT,
                                                      REMIT_SLOT_PLAN, self->plan);
  GPtrArray *of_role;

  if (of_plan->len == 0)
    return TRUE;
  of_role = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT, REMIT_SLOT_ROLE,
                                           remit_entity_get_id (role));
  for (guint i = 0; i < of_role->len; i++)
    if (remit_entity_get_integer (of_role->pdata[i], REMIT_SLOT_PLAN) == self->plan)
      return TRUE;
  return FALSE;
}

GPtrArray *
remit_taking_find_holders (RemitTaking *self,
                           const char *role)
{
  RemitEntity *entity = remit_taking_find (self->workspace, REMIT_KIND_ROLE, role);
  GPtrArray *holders;

  if (entity != NULL && self->team != 0)
    return find_in_team (self, entity);
  holders = g_ptr_array_new_with_free_func (g_object_unref);
  if (entity != NULL && is_in_plan (self, entity))
    g_ptr_array_add (holders, g_object_ref (entity));
  return holders;
}

RemitEntity *
remit_taking_find_shared (RemitTaking *self,
                          const char *role)
{
  RemitEntity *entity = remit_taking_find (self->workspace, REMIT_KIND_ROLE, role);
  RemitEntity *found = NULL;
  GPtrArray *slots;

  if (entity == NULL)
    return NULL;
  slots = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT, REMIT_SLOT_ROLE,
                                         remit_entity_get_id (entity));
  for (guint i = 0; i < slots->len; i++)
    {
      if (remit_entity_get_integer (slots->pdata[i], REMIT_SLOT_PLAN) != self->plan)
        continue;
      if (found != NULL)
        return NULL;
      found = slots->pdata[i];
    }
  return found != NULL ? g_object_ref (found) : NULL;
}
