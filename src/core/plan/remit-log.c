/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a decision or a conflict, as it is read. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include "remit-log.h"

/* Every log has these fields. */
static guint
find_field (RemitKind kind,
            const char *name)
{
  return (guint) remit_entity_info_find_field (remit_entity_info (kind), name);
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  RemitEntity *first = *(RemitEntity *const *) a;
  RemitEntity *second = *(RemitEntity *const *) b;
  guint at = GPOINTER_TO_UINT (data);
  gint64 first_key = remit_entity_get_integer (first, at);
  gint64 second_key = remit_entity_get_integer (second, at);

  if (first_key == second_key)
    {
      first_key = remit_entity_get_id (first);
      second_key = remit_entity_get_id (second);
    }
  return first_key < second_key ? -1 : first_key > second_key;
}

GPtrArray *
remit_log_get (RemitWorkspace *workspace,
               RemitKind kind,
               gint64 owner)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  GPtrArray *events;
  GPtrArray *log;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (info->is_log, NULL);

  events = remit_workspace_get_referring (workspace, kind,
                                          (guint) remit_entity_info_find_owner (info), owner);
  log = g_ptr_array_new_full (events->len, g_object_unref);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (log, g_object_ref (events->pdata[i]));
  g_ptr_array_sort_with_data (log, compare_times, GUINT_TO_POINTER (find_field (kind, "at")));
  return log;
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
