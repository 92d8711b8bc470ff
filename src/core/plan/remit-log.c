/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a decision or a conflict, as it is read. */
#include "remit-log.h"

gboolean
remit_log_stands (RemitWorkspace *workspace,
                  RemitEntity *event)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (event));
  gint64 id = remit_entity_get_id (event);
  GPtrArray *corrections;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (info->is_log, FALSE);

  /* Every log has this field. */
  corrections = remit_workspace_get_referring (
    workspace, info->kind, (guint) remit_entity_info_find_field (info, "corrects"), id);
  for (guint i = 0; i < corrections->len; i++)
    /* what corrects is younger, so that this comes to an end */
    if (remit_entity_get_id (corrections->pdata[i]) > id
        && remit_log_stands (workspace, corrections->pdata[i]))
      return FALSE;
  return TRUE;
}
