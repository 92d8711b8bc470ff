/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: two entities turn out to be the same, and become one. */
#pragma once

#include "remit-design.h"

/* What becomes of two people, roles or skills (#RemitEntityInfo.is_mergeable) that are merged:
 *
 * - Everything that refers to the one that goes refers to the one that is kept, in all plans. Log
 *   entries do so, too; the name that was written down in them stays.
 * - What is empty in the one that is kept is taken from the other. Lines of longer texts that are
 *   not there are added. Days are taken only when there are none, so that a span stays one. The
 *   name, the capacity and whatever else differs stay as they are in the one that is kept.
 * - Parts that then coincide become one by the same rule, with the higher level: two levels of one
 *   skill, two needs for it, the same right in one cell, the same party to one conflict; and
 *   absences, assignments and accepted findings that say the same.
 * - Two assignments to one slot that share days, but are not the same, are refused: nobody but the
 *   user knows how much of the two is meant.
 * - The one that is kept has their own manager, or else that of the other, unless that would go
 *   round in a circle. */

/**
 * RemitMergePreview:
 * @merged: the entity that is kept, as it is going to be
 * @other: the one that goes
 * @follows: how many of each kind refer to @other, and are going to refer to @merged
 * @filled: a bit for each field of @merged that has something from @other
 * @dropped: a bit for each field of @other whose value is lost
 *
 * What a merge would do, or has done.
 */
typedef struct {
  RemitRecord *merged;
  RemitRecord *other;
  guint follows[REMIT_N_KINDS];
  guint64 filled;
  guint64 dropped;
} RemitMergePreview;

void remit_merge_preview_free (RemitMergePreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMergePreview, remit_merge_preview_free)

/** Returns: (transfer full): "3 assignments and 2 rights"; empty when nothing refers to it */
char *remit_merge_preview_dup_following (const RemitMergePreview *self);

/** Returns: (transfer full): "E-mail: ada@example.org", for each field that is filled; of a longer
 *   text the label alone */
GStrv remit_merge_preview_list_filled (const RemitMergePreview *self,
                                       RemitWorkspace *workspace);

/** Returns: (transfer full): the same, for each value that is dropped */
GStrv remit_merge_preview_list_dropped (const RemitMergePreview *self,
                                        RemitWorkspace *workspace);

/**
 * remit_design_can_merge:
 * @keep: the entity that stays
 * @other: the one of the same kind that becomes part of it, and goes
 * @preview: (out) (optional) (transfer full): what would be done
 *
 * Whether two entities may be merged; changes nothing.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED, %REMIT_MODEL_ERROR_INVALID for texts that are too long
 *   together, %REMIT_STORE_ERROR
 */
gboolean remit_design_can_merge (RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 keep,
                                 gint64 other,
                                 RemitMergePreview **preview,
                                 GError **error);

/**
 * remit_design_merge:
 * @done: (out) (optional) (transfer full): what was done; not always what
 *   remit_design_can_merge() told before, since others write, too
 *
 * Merges @other into @keep, in one edit.
 *
 * Errors: those of remit_design_can_merge()
 */
gboolean remit_design_merge (RemitWorkspace *workspace,
                             RemitKind kind,
                             gint64 keep,
                             gint64 other,
                             RemitMergePreview **done,
                             GError **error);
