/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one or more edits changed, row by row. */
#pragma once

#include "model/remit-entities.h"

typedef enum {
  REMIT_CHANGE_ADDED,
  REMIT_CHANGE_CHANGED,
  REMIT_CHANGE_REMOVED,
} RemitChangeOp;

/**
 * RemitChange:
 * @old: (nullable): the values before: all of them for a removed row, those of @fields for a
 *   changed one
 * @new: (nullable): the values after: all of them for an added row, those of @fields for a
 *   changed one
 * @fields: for a changed row, a bit for each field that changed
 */
typedef struct {
  RemitChangeOp op;
  RemitKind kind;
  gint64 id;
  RemitRecord *old;
  RemitRecord *new;
  guint64 fields;
} RemitChange;

/**
 * remit_change_new:
 * @old: (nullable): the row before
 * @new: (nullable): the row after
 *
 * Returns: (transfer full): what became of the row; at least one of the two is there
 */
RemitChange *remit_change_new (const RemitRecord *old,
                               const RemitRecord *new);
RemitChange *remit_change_ref (RemitChange *self);
void remit_change_unref (RemitChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitChange, remit_change_unref)

/**
 * remit_changes_parse:
 *
 * Reads a changeset of SQLite's session extension.
 *
 * Returns: (transfer full) (element-type RemitChange): the changes, or %NULL with @error set
 */
GPtrArray *remit_changes_parse (gconstpointer changeset,
                                gsize length,
                                GError **error);

/**
 * remit_changes_merge:
 * @changes: (element-type RemitChange): in the order in which they were done; used up, since what
 *   is merged into another is changed
 *
 * Returns: (transfer full) (element-type RemitChange): one change for each row that is not as it
 *   was, in the order of the first of each
 */
GPtrArray *remit_changes_merge (GPtrArray *changes);
