/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of merging share. */
#pragma once

#include "remit-design-merge.h"
#include "remit-design-private.h"

/** Adds to @keep what it lacks of @other: see remit-design-merge.h. */
void remit_design_merge_fields (RemitRecord *keep,
                                const RemitRecord *other);

/** The same for references to their own kind, such as managers, which must not go in a circle.
 * @before: @keep as it was */
gboolean remit_design_merge_chains (RemitStore *store,
                                    RemitRecord *keep,
                                    const RemitRecord *before,
                                    const RemitRecord *other,
                                    GError **error);

/** Refuses what would be two assignments of one person to one slot on the same days. */
gboolean remit_design_check_merged_assignments (RemitWorkspace *workspace,
                                                RemitKind kind,
                                                gint64 keep,
                                                gint64 other,
                                                GError **error);

/** Counts how many of @part refer to @other, but for @keep itself. @n: (out): the number */
gboolean remit_design_count_following (RemitStore *store,
                                       RemitKind part,
                                       RemitKind kind,
                                       gint64 keep,
                                       gint64 other,
                                       guint *n,
                                       GError **error);

/** Returns: whether entries of logs refer to entities of @kind */
gboolean remit_design_is_in_logs (RemitKind kind);

/** Lets all that refers to @other refer to @merged, writes that, and deletes @other. */
gboolean remit_design_merge_rows (RemitEdit *edit,
                                  const RemitRecord *merged,
                                  const RemitRecord *other,
                                  GError **error);
