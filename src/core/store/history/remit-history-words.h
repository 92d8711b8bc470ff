/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the history changed, in words. */
#pragma once

#include "model/remit-name.h"
#include "remit-history.h"

/**
 * RemitHistoryField:
 * @label: the field's name
 * @old: (nullable): its value before, in words; %NULL for what was added
 * @new: (nullable): its value after; %NULL for what was removed
 */
typedef struct {
  char *label;
  char *old;
  char *new;
} RemitHistoryField;

/**
 * RemitHistoryLine:
 * @owner_kind: what the entity is part of, such as the slot of an assignment; %REMIT_KIND_NONE when
 *   it stands for itself, or when that is not known any more
 * @name: the entity's name, or the names of the two that it joins; may be empty
 * @fields: (element-type RemitHistoryField): those that changed; of what was added or removed,
 *   those that say more than the name does
 * @moved: whether only its place among its siblings changed
 *
 * What became of one entity.
 */
typedef struct {
  RemitChangeOp op;
  RemitKind kind;
  gint64 id;
  RemitKind owner_kind;
  gint64 owner;
  char *name;
  GPtrArray *fields;
  gboolean moved;
} RemitHistoryLine;

void remit_history_line_free (RemitHistoryLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryLine, remit_history_line_free)

/** Returns: (transfer full): one sentence: "Slot ML engineer: Need 100 % → 80 %" */
char *remit_history_line_dup_sentence (const RemitHistoryLine *self);

/** Returns: (transfer full): a line for one change; @namer knows the names of all that it is about,
 *   and the row itself, by the id of the change */
RemitHistoryLine *remit_history_create_line (const RemitNamer *namer,
                                             const RemitChange *change);

/**
 * remit_history_get_lines:
 * @changes: (element-type RemitChange)
 * @limit: how many of them to put in words, the first ones
 *
 * References are given the names that they have in @store today, or had in @changes.
 *
 * Returns: (transfer full) (element-type RemitHistoryLine): a line for each change
 */
GPtrArray *remit_history_get_lines (RemitStore *store,
                                    GPtrArray *changes,
                                    guint limit);

/** Returns: (transfer full) (nullable): a value as the history says it; %NULL without a record */
char *remit_history_dup_value (const RemitNamer *namer,
                               const RemitRecord *record,
                               guint field);

/** Returns: (transfer full): what a record is called, or the two that it joins */
char *remit_history_dup_name (RemitStore *store,
                              const RemitRecord *record);
