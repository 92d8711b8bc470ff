/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a decision or a conflict, as it is read. */
#include "remit-log.h"

#include "plan/design/remit-design-private.h"

/* Every log has these fields. */
static guint
find_field (RemitKind kind,
            const char *name)
{
  return (guint) remit_entity_info_find_field (remit_entity_info (kind), name);
}

GPtrArray *
remit_log_get (RemitWorkspace *workspace,
               RemitKind kind,
               gint64 owner)
{
  g_return_val_if_fail (remit_entity_info (kind)->is_log, NULL);

  return remit_design_get_parts (workspace, kind, owner);
}

gboolean
remit_log_stands (RemitWorkspace *workspace,
                  RemitEntity *event)
{
  RemitKind kind = remit_entity_get_kind (event);
  gint64 id = remit_entity_get_id (event);
  GPtrArray *corrections;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (remit_entity_info (kind)->is_log, FALSE);

  corrections = remit_workspace_get_referring (workspace, kind, find_field (kind, "corrects"), id);
  for (guint i = 0; i < corrections->len; i++)
    /* what corrects is younger, so that this comes to an end */
    if (remit_entity_get_id (corrections->pdata[i]) > id
        && remit_log_stands (workspace, corrections->pdata[i]))
      return FALSE;
  return TRUE;
}
