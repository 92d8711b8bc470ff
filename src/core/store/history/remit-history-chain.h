/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of the history: its rows, and the hash that makes a rewritten row show. */
#pragma once

#include "remit-history.h"

/**
 * RemitHistoryRow:
 * @below: of an edit or a redo: what undo takes back after this one; of an undo: what redo takes
 *   back after this one
 * @undo_top: the entry that undo takes back next, once this row is written; 0 for none. Of an edit
 *   it is the edit itself, but for one that is unattended, which leaves both stacks as they are
 * @redo_top: likewise for redo
 * @is_unattended: see remit_edit_set_unattended(); no column of its own
 * @parts: see remit_history_parts_get_digest()
 *
 * A row of the table `history`. Its hash is SHA-256, in lower-case hexadecimal, over the hash of
 * the row before it (64 zeroes for the first) and then every other column in the order of the
 * table, each written as its length in bytes in decimal, a colon, and the bytes; integers in
 * decimal. Length and colon stand before the former hash too.
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
  gboolean is_unattended;
  const char *parts;
  gconstpointer changeset;
  gsize changeset_length;
} RemitHistoryRow;

#define REMIT_HISTORY_NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/** The columns of the table that remit_history_read_row() reads, in its order. */
#define REMIT_HISTORY_COLUMNS                                                                      \
  "seq, at, actor, label, op, target, plan, below, undo_top, redo_top, parts"

/**
 * remit_history_read_row:
 *
 * Reads the columns, without the changeset. The row's texts live until the statement's next step.
 */
void remit_history_read_row (RemitStatement *statement,
                             RemitHistoryRow *row);

/** The words for the ops in the database. */
extern const char *const remit_history_op_nicks[];

/** Adds to a hash: the length in bytes in decimal, a colon, the bytes. */
void remit_history_hash_bytes (GChecksum *checksum,
                               gconstpointer bytes,
                               gsize length);

/** Makes hashes of rows, one after the other. */
typedef struct {
  GChecksum *checksum;
  GString *text;
} RemitHistoryHasher;

void remit_history_hasher_init (RemitHistoryHasher *self);
void remit_history_hasher_clear (RemitHistoryHasher *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitHistoryHasher, remit_history_hasher_clear)

/** Returns: the hash of a row, until the next */
const char *remit_history_hasher_run (RemitHistoryHasher *self,
                                      const RemitHistoryRow *row,
                                      const char *previous);

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

/** Appends @row, of which @seq, @at and @actor are filled in here; within a transaction. */
gboolean remit_history_append (RemitStore *store,
                               const RemitHistoryHead *head,
                               RemitHistoryRow *row,
                               GError **error);
