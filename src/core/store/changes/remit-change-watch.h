/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records the row changes of an edit, up to a limit. */
#pragma once

#include "remit-changes.h"

/**
 * RemitChangeWatch:
 *
 * The first changes of each sort, one a row: a row that is inserted and then updated is one that
 * was inserted as it is in the end.
 */
typedef struct _RemitChangeWatch RemitChangeWatch;

/** @limit: how many changes of each sort are kept */
RemitChangeWatch *remit_change_watch_new (guint limit);
void remit_change_watch_free (RemitChangeWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitChangeWatch, remit_change_watch_free)

/** Returns: whether the row before is needed, to keep what becomes of it */
gboolean remit_change_watch_wants (RemitChangeWatch *self,
                                   RemitKind kind,
                                   gint64 id);

/**
 * remit_change_watch_take:
 * @old: (nullable): the row before
 * @new: (nullable): the row after
 */
void remit_change_watch_take (RemitChangeWatch *self,
                              const RemitRecord *old,
                              const RemitRecord *new);

/** Returns: whether something was done to a row */
gboolean remit_change_watch_has (RemitChangeWatch *self,
                                 RemitKind kind,
                                 gint64 id);

/** Returns: (transfer full) (element-type RemitChange): what was kept */
GPtrArray *remit_change_watch_get (RemitChangeWatch *self,
                                   RemitChangeOp op);
