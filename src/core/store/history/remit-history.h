/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a workspace: a chain of edits that can be undone, read and verified. */
#pragma once

#include "store/changes/remit-changes.h"
#include "store/remit-store.h"

typedef enum {
  REMIT_HISTORY_EDIT,
  REMIT_HISTORY_UNDO,
  REMIT_HISTORY_REDO,
} RemitHistoryOp;

/**
 * RemitHistoryEntry:
 * @seq: its number, from 1 without gaps
 * @at: milliseconds since 1970
 * @target: for an undo or redo, the entry that it takes back
 * @plan: the id of the plan it is of, 0 for the workspace
 * @size: how many bytes it takes to say what it changed, roughly 100 a row
 *
 * One line of the history, whose references are counted. The label is that of the original edit for
 * undo and redo alike.
 */
typedef struct {
  gint64 seq;
  gint64 at;
  char *actor;
  char *label;
  RemitHistoryOp op;
  gint64 target;
  gint64 plan;
  gsize size;
} RemitHistoryEntry;

RemitHistoryEntry *remit_history_entry_ref (RemitHistoryEntry *self);
void remit_history_entry_unref (RemitHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryEntry, remit_history_entry_unref)

/** Returns: (transfer full): the label as a sentence: "Undid: Assign Ada to ML engineer" */
char *remit_history_entry_dup_sentence (const RemitHistoryEntry *self);

/**
 * remit_history_page:
 * @before: entries before this number, 0 for the newest
 *
 * Returns: (transfer full) (element-type RemitHistoryEntry): at most @limit entries, newest first
 */
GPtrArray *remit_history_page (RemitStore *store,
                               gint64 before,
                               guint limit,
                               GError **error);

/** Returns: (transfer full): an entry; one that cannot be read, or is in the archive, has words
 * about that as its label */
RemitHistoryEntry *remit_history_load_entry (RemitStore *store,
                                             gint64 seq);

/**
 * remit_history_find_entry:
 * @entry: (out) (transfer full): the entry with that number, %NULL when there is none
 *
 * Returns: whether the history could be read
 */
gboolean remit_history_find_entry (RemitStore *store,
                                   gint64 seq,
                                   RemitHistoryEntry **entry,
                                   GError **error);

/** Returns: (transfer full) (element-type RemitChange): what the entry changed */
GPtrArray *remit_history_get_changes (RemitStore *store,
                                      gint64 seq,
                                      GError **error);

/** Returns: whether an entry wrote into a log, as an undo does that leaves a correction there */
gboolean remit_history_wrote_log (RemitStore *store,
                                  gint64 seq);

/** Returns: (transfer full): the hash of an entry, 64 hexadecimal digits */
char *remit_history_dup_hash (RemitStore *store,
                              gint64 seq,
                              GError **error);

/**
 * remit_history_get_head:
 * @length: (out): the number of the newest entry, 0 for none
 * @hash: (out) (transfer full): its hash, 64 hexadecimal digits; 64 zeroes for none
 */
gboolean remit_history_get_head (RemitStore *store,
                                 gint64 *length,
                                 char **hash,
                                 GError **error);

/**
 * remit_history_find_answer:
 *
 * Returns: the entry that takes @seq back and is in force itself; 0 when none does
 */
gint64 remit_history_find_answer (RemitStore *store,
                                  gint64 seq);

/**
 * RemitHistoryTop:
 * @seq: the entry that undo or redo would take, 0 for none
 * @plan: the plan that it is of, 0 for the workspace
 * @label: (nullable): its label
 * @is_sealed: whether there is none since it is in the archive, see remit-anchor.h
 *
 * What lies on top of a stack.
 */
typedef struct {
  gint64 seq;
  gint64 plan;
  char *label;
  gboolean is_sealed;
} RemitHistoryTop;

void remit_history_top_clear (RemitHistoryTop *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitHistoryTop, remit_history_top_clear)

/**
 * remit_history_read_tops:
 * @undo: (out): what undo would take back
 * @redo: (out): what redo would do again
 *
 * Returns: whether there is a history; both have no entry when there is none
 */
gboolean remit_history_read_tops (RemitStore *store,
                                  RemitHistoryTop *undo,
                                  RemitHistoryTop *redo);

/**
 * remit_history_undo:
 * @op: %REMIT_HISTORY_UNDO or %REMIT_HISTORY_REDO
 * @expected: the entry that it is to take, or 0 for whichever lies on top
 *
 * Takes the last edit back that is not undone, or does again what was undone last, by an entry of
 * its own.
 *
 * Errors: %REMIT_STORE_ERROR_NOTHING, %REMIT_STORE_ERROR_CONFLICT, %REMIT_STORE_ERROR_OVERTAKEN
 *   when another entry lies on top, of which the words tell
 */
gboolean remit_history_undo (RemitStore *store,
                             RemitHistoryOp op,
                             gint64 expected,
                             GError **error);
