/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hash of a line of the history, which makes a rewritten line show. */
#pragma once

#include "remit-history-chain.h"

/*
 * A hash is SHA-256, in lower-case hexadecimal, over values that are each written as their length
 * in bytes in decimal, a colon, and the bytes; integers in decimal. The first value is the hash of
 * the line before, 64 zeroes for the first line.
 *
 * Of a line of form 1 every column follows, in the order of the table: seq, at, actor, label, op,
 * target, plan, below, undo_top, redo_top, parts (SHA-256 over its changesets in history_part_1,
 * each with length and colon; empty without any) and changeset.
 *
 * Of a line of form 2 there follow: the form, the desk, the desk's count, at, actor, op, desk and
 * count of the line that it takes back (zeroes for none; of a line of form 1 no desk and its seq),
 * plan, label, and then of each part its compartment and its digest of 32 bytes: SHA-256 over the
 * salt and the changeset. So the changeset can be withheld from a reader, with its salt, so that
 * nobody guesses it; and a line stays valid where it has another number. What is derived, such as
 * the stacks of undo, is not hashed, nor whether a part stands in history_part or, when it is short
 * and the only one, in the line itself.
 */

/** Makes hashes of lines, one after the other. */
typedef struct {
  GChecksum *checksum;
  GString *text;
} RemitHistoryHasher;

void remit_history_hasher_init (RemitHistoryHasher *self);
void remit_history_hasher_clear (RemitHistoryHasher *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitHistoryHasher, remit_history_hasher_clear)

/** Returns: the hash of a line of form 1, until the next */
const char *remit_history_hasher_run_1 (RemitHistoryHasher *self,
                                        const RemitHistoryRow *row,
                                        const char *previous);

/* A line of form 2: first the line, then its parts, then the end. */
void remit_history_hasher_begin (RemitHistoryHasher *self,
                                 const RemitHistoryRow *row,
                                 const RemitHistoryTarget *target,
                                 const char *previous);
void remit_history_hasher_add_part (RemitHistoryHasher *self,
                                    const char *compartment,
                                    gconstpointer digest);

/** Returns: the hash, until the next */
const char *remit_history_hasher_end (RemitHistoryHasher *self);

/** Makes the digest of a part, of %REMIT_HISTORY_DIGEST bytes. */
void remit_history_hasher_make_digest (RemitHistoryHasher *self,
                                       gconstpointer salt,
                                       gconstpointer changeset,
                                       gsize length,
                                       guint8 *digest);

#define REMIT_HISTORY_DIGEST 32
#define REMIT_HISTORY_SALT 16

/** Draws the salt of a new part, of %REMIT_HISTORY_SALT bytes. */
void remit_history_draw_salt (guint8 *salt);

/**
 * remit_history_hasher_is_digest:
 * @part: a row of a table of parts
 * @column: the first of three: digest, salt and changeset
 *
 * Returns: whether the part is what its digest says; of one that is withheld nobody knows
 */
gboolean remit_history_hasher_is_digest (RemitHistoryHasher *self,
                                         RemitStatement *part,
                                         int column);

/** Adds to a hash: the length in bytes in decimal, a colon, the bytes. */
void remit_history_hash_bytes (GChecksum *checksum,
                               gconstpointer bytes,
                               gsize length);
