/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the comparison share. */
#pragma once

#include "remit-compare.h"

/**
 * remit_difference_new:
 * @pairs: (nullable): what is the same in both, to say which team is meant
 * @old: (nullable): a row of @a
 * @new: (nullable): a row of @b, or one that could be
 *
 * Returns: (transfer full): the difference, with its words
 */
RemitDifference *remit_difference_new (RemitPlanState *a,
                                       RemitPlanState *b,
                                       RemitPlanPairs *pairs,
                                       RemitDifferenceOp op,
                                       const RemitRecord *old,
                                       const RemitRecord *new,
                                       guint64 fields);

/**
 * remit_compare_find_moved:
 *
 * Returns: (transfer full): the ids in the second plan of rows that stand elsewhere among those
 *   siblings that are in both: as few as possible, so that one that was moved to the front is one
 */
GHashTable *remit_compare_find_moved (RemitPlanState *a,
                                      RemitPlanState *b,
                                      RemitPlanPairs *pairs,
                                      RemitKind kind);
