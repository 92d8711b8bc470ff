/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments: on what they are, and which ones are still open. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_comments_get_subject_field:
 * @kind: a kind of entity
 *
 * Returns: the field of a comment that says on which entity of the kind it is, or -1 where none can
 *   be on such an entity
 */
int remit_comments_get_subject_field (RemitKind kind);

/**
 * remit_comments_get:
 * @kind: the kind of what they are on
 * @id: what they are on
 *
 * Those on a plan are on the plan as a whole, without those on its teams and so on. Of a person
 * there are those in the plans that are open.
 *
 * Returns: (transfer full) (element-type RemitEntity): the comments, open ones first, and the
 *   latest first of these and of the others
 */
GPtrArray *remit_comments_get (RemitWorkspace *workspace,
                               RemitKind kind,
                               gint64 id);

/** Returns: whether it is dealt with */
gboolean remit_comments_is_resolved (RemitEntity *comment);

/** Returns: how many of them are open */
guint remit_comments_count_open (RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 id);

/** Returns: (transfer full): "2 open comments" */
char *remit_comments_dup_count (guint n_open);

/** Fills what a new comment need not be given: who makes it, and today. */
void remit_comments_complete (RemitRecord *comment);
