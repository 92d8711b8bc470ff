/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which others may be the same as an entity: those that have words of its name. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_merge_candidates_score:
 *
 * Returns: (transfer full): from ids (#gint64) of its kind to how many words of its name they have;
 *   for remit_entity_picker_show_best()
 */
GHashTable *remit_merge_candidates_score (RemitWorkspace *workspace,
                                          RemitEntity *entity);

/** Returns: (transfer full) (nullable): what tells @entity from namesakes, such as an e-mail
 *   address; a #RemitDescribeFunc */
char *remit_merge_candidates_describe (RemitWorkspace *workspace,
                                       RemitEntity *subject,
                                       RemitEntity *entity);
