/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cards, heads and rows show something else after a commit. */
#pragma once

#include "store/changes/remit-changes.h"
#include "store/workspace/remit-workspace.h"

typedef struct _RemitTouched RemitTouched;

/**
 * remit_touched_new:
 * @changes: (element-type RemitChange): as the signal `changed` of @workspace has them
 *
 * Follows each change to the teams, slots and people that show it: an absence to the person, and
 * an assignment to its slot, the slot's team, and the person, whose load is shown elsewhere, too.
 * A reload, or a change that can concern anything, touches everything.
 */
RemitTouched *remit_touched_new (RemitWorkspace *workspace,
                                 GPtrArray *changes);
void remit_touched_free (RemitTouched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTouched, remit_touched_free)

/** Whether nothing is known to be as it was. */
gboolean remit_touched_is_everything (const RemitTouched *self);

/** Whether a team, a slot itself, a person, a role or a skill has been touched. */
gboolean remit_touched_has (const RemitTouched *self,
                            gint64 id);

/** Whether a slot's card shows something else: its role, skills and people are on it. */
gboolean remit_touched_has_card (const RemitTouched *self,
                                 RemitWorkspace *workspace,
                                 RemitEntity *slot);

/** Returns: (transfer full) (element-type RemitEntity): the people, roles or skills among them */
GPtrArray *
remit_touched_get_entities (const RemitTouched *self, RemitWorkspace *workspace, RemitKind kind);
