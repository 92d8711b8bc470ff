/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a deletion takes along, as the tables of fields say. */
#pragma once

#include "plan/design/remit-design.h"

/**
 * RemitAlong:
 *
 * Entities of one kind that are to be deleted. What is part of them (%REMIT_FIELD_OWNER), bound to
 * them or needs them (%REMIT_FIELD_BOUND, %REMIT_FIELD_REQUIRED), or follows them while it has no
 * log (%REMIT_FIELD_FOLLOWS), goes along, and so on. The foreign keys of the database do the same;
 * the tests compare.
 */
typedef struct _RemitAlong RemitAlong;

RemitAlong *remit_along_new (RemitStore *store,
                             RemitKind kind,
                             const gint64 *ids,
                             gsize n_ids);
void remit_along_free (RemitAlong *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAlong, remit_along_free)

/**
 * remit_along_count:
 * @n: (out): how many entities of a kind go along, in all plans; details (see #RemitEntityInfo) do
 *   not count that go with their owner
 *
 * Returns: whether the database told; else @error is set: %REMIT_STORE_ERROR
 */
gboolean remit_along_count (RemitAlong *self,
                            RemitKind kind,
                            guint *n,
                            GError **error);

/** Returns: (transfer full) (nullable) (element-type gint64): those of a kind that follow, which
 *   the database leaves; %NULL with @error set: %REMIT_STORE_ERROR */
GArray *remit_along_get_following (RemitAlong *self,
                                   RemitKind kind,
                                   GError **error);

/** Returns: (transfer full) (nullable): "3 slots and 5 assignments"; empty when nothing goes along;
 *   %NULL with @error set: %REMIT_STORE_ERROR */
char *remit_along_dup_words (RemitAlong *self,
                             GError **error);
