/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a decision or a conflict, as it is read. */
#pragma once

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * remit_log_get:
 * @kind: of the entries: see #RemitEntityInfo
 * @owner: the decision or the conflict, which is open in the workspace
 *
 * Returns: (transfer full) (element-type RemitEntity): its log, by time
 */
GPtrArray *remit_log_get (RemitWorkspace *workspace,
                          RemitKind kind,
                          gint64 owner);

/** Returns: whether an entry has not been taken back by one that stands itself */
gboolean remit_log_stands (RemitWorkspace *workspace,
                           RemitEntity *event);

G_END_DECLS
