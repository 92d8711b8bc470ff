/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of the history: its lines, read and appended. */
#pragma once

#include "model/remit-message.h"
#include "remit-history-parts.h"
#include "remit-history.h"

/** The form in which lines are written now; see remit-history-hash.h. */
#define REMIT_HISTORY_FORM 2

/**
 * RemitHistoryRow:
 * @label: in form 1 a text in the language of whoever wrote it, in form 2 a message; see
 *   remit_history_read_label()
 * @below: of an edit or a redo: what undo takes back after this one; of an undo: what redo takes
 *   back after this one
 * @undo_top: the entry that undo takes back next, once this row is written; 0 for none. Of an edit
 *   it is the edit itself, but for one that is no step, see remit_history_row_is_step(), which
 *   leaves both stacks as they are. What is in the archive is not taken back any more
 * @redo_top: likewise for redo
 * @parts, @changeset: of a row of form 1: the digest of what it has in history_part_1, and what it
 *   changed after that. Of form 2, when its only part is in the row: the compartment, and the salt
 *   with the changeset behind it; else both are empty
 * @desk, @count: of a row of form 2: who wrote it, and the how manieth of that desk it is
 *
 * A row of the table `history`, as it stands there.
 */
typedef struct {
  gint64 seq;
  gint64 at;
  const char *actor;
  const char *label;
  RemitHistoryOp op;
  gint64 target;
  gint64 plan;
  gint64 below;
  gint64 undo_top;
  gint64 redo_top;
  const char *parts;
  int form;
  gint64 desk;
  gint64 count;
  gconstpointer changeset;
  gsize changeset_length;
} RemitHistoryRow;

#define REMIT_HISTORY_NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/** The columns of the table that remit_history_read_row() reads, in its order. */
#define REMIT_HISTORY_COLUMNS                                                                      \
  "seq, at, actor, label, op, target, plan, below, undo_top, redo_top, parts, form, desk, count"

/** The column after these. */
#define REMIT_HISTORY_N_COLUMNS 14

/**
 * remit_history_read_row:
 *
 * Reads the columns, without the changeset. The row's texts live until the statement's next step.
 */
void remit_history_read_row (RemitStatement *statement,
                             RemitHistoryRow *row);

/** Returns: (transfer full): what the row says in any language, or as it was written once */
RemitMessage *remit_history_read_label (const char *label,
                                        int form);

/**
 * RemitHistoryTarget:
 * @below: see #RemitHistoryRow
 *
 * What a line takes back, wherever that stands.
 */
typedef struct {
  gint64 desk;
  gint64 count;
  gint64 below;
} RemitHistoryTarget;

/** @seq: the line that is taken back, or 0; it may be in the archive. What is not there has no desk
 * and no count. */
gboolean remit_history_find_target (RemitStore *store,
                                    gint64 seq,
                                    RemitHistoryTarget *target,
                                    GError **error);

/** Returns: whether a row is one that undo or redo goes by: all but what was done unattended, and
 * what tells of an archive */
gboolean remit_history_row_is_step (const RemitHistoryRow *row);

/** The words for the ops in the database. */
extern const char *const remit_history_op_nicks[];

/**
 * RemitHistoryHead:
 *
 * What a new row has to know of the newest one.
 */
typedef struct {
  gint64 seq;
  gint64 undo_top;
  gint64 redo_top;
  char hash[65];
} RemitHistoryHead;

gboolean remit_history_read_head (RemitStore *store,
                                  RemitHistoryHead *head,
                                  GError **error);

/**
 * RemitHistoryDraft:
 * @below, @undo_top, @redo_top: see #RemitHistoryRow; what the row itself is the top of is filled
 *   in
 * @is_unattended: see remit_edit_set_unattended()
 * @parts: what it changed; ended by remit_history_append()
 *
 * A row that is yet to be written.
 */
typedef struct {
  RemitMessage *label;
  RemitHistoryOp op;
  gint64 target;
  gint64 plan;
  gint64 below;
  gint64 undo_top;
  gint64 redo_top;
  gboolean is_unattended;
  RemitHistoryParts *parts;
} RemitHistoryDraft;

/** Appends a row, within a transaction. */
gboolean remit_history_append (RemitStore *store,
                               const RemitHistoryHead *head,
                               const RemitHistoryDraft *draft,
                               GError **error);
