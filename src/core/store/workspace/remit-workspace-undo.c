/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a workspace: at once, or in a thread when much is to be taken back. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-workspace-private.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-parts.h"

gboolean
remit_workspace_undo (RemitWorkspace *self,
                      GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_undo (self->store, error);
}

gboolean
remit_workspace_redo (RemitWorkspace *self,
                      GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_redo (self->store, error);
}

gboolean
remit_workspace_is_undo_large (RemitWorkspace *self,
                               RemitHistoryOp op)
{
  RemitHistoryHead head;
  gint64 size;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_read_head (self->store, &head, NULL)
         && remit_history_measure (self->store,
                                   op == REMIT_HISTORY_UNDO ? head.undo_top : head.redo_top, &size,
                                   NULL)
         && size > REMIT_WORKSPACE_LARGE;
}

static gint64
take_back (RemitStore *store,
           gpointer op,
           GError **error)
{
  return GPOINTER_TO_INT (op) == REMIT_HISTORY_UNDO ? remit_history_undo (store, error)
                                                    : remit_history_redo (store, error);
}

void
remit_workspace_undo_async (RemitWorkspace *self,
                            RemitHistoryOp op,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  remit_workspace_run_async (self, take_back, GINT_TO_POINTER (op), NULL, callback, data);
}
