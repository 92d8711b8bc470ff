/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which roles one person must not hold in one team. */
#include "remit-duties.h"

#include "model/remit-role-group.h"

RemitDuty
remit_duty_of_slot (RemitWorkspace *workspace,
                    RemitEntity *slot)
{
  RemitEntity *role = remit_workspace_get (workspace, REMIT_KIND_ROLE,
                                           remit_entity_get_integer (slot, REMIT_SLOT_ROLE));

  if (role == NULL)
    return REMIT_DUTY_NONE;
  switch ((int) remit_role_group_complete (remit_entity_get_integer (role, REMIT_ROLE_GROUP),
                                           remit_entity_get_text (role, REMIT_ROLE_KEY)))
    {
    case REMIT_ROLE_GROUP_BUILDER:
    case REMIT_ROLE_GROUP_SCIENCE:
      return REMIT_DUTY_BUILDS;
    case REMIT_ROLE_GROUP_VALIDATION:
      return REMIT_DUTY_VALIDATES;
    default:
      return REMIT_DUTY_NONE;
    }
}

gboolean
remit_duties_are_separate (RemitDuty a,
                           RemitDuty b)
{
  return a != b && a != REMIT_DUTY_NONE && b != REMIT_DUTY_NONE;
}

guint
remit_duties_of_person (RemitWorkspace *workspace,
                        gint64 team,
                        gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PERSON, person);
  guint duties = 0;

  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *slot = remit_workspace_get (
        workspace, REMIT_KIND_SLOT,
        remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_SLOT));

      if (slot != NULL && remit_entity_get_integer (slot, REMIT_SLOT_TEAM) == team)
        duties |= 1u << remit_duty_of_slot (workspace, slot);
    }
  return duties;
}
