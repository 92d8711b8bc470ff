/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something is on the board of a plan. */
#include "remit-place.h"

gint64
remit_place_find_assignment (RemitWorkspace *workspace,
                             gint64 plan,
                             gint64 person,
                             gint64 slot)
{
  GPtrArray *assignments;
  gint64 found = 0;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                               REMIT_ASSIGNMENT_PERSON, person);
  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = assignments->pdata[i];

      if (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PLAN) != plan)
        continue;
      if (found == 0 || remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT) == slot)
        found = remit_entity_get_id (assignment);
    }
  return found;
}

gboolean
remit_place_is_on_board (RemitWorkspace *workspace,
                         gint64 plan,
                         RemitKind kind,
                         gint64 id)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  if (kind == REMIT_KIND_PERSON)
    return plan != 0 && remit_place_find_assignment (workspace, plan, id, 0) != 0;
  return (kind == REMIT_KIND_TEAM || kind == REMIT_KIND_SLOT || kind == REMIT_KIND_ASSIGNMENT)
         && remit_workspace_get (workspace, kind, id) != NULL;
}
