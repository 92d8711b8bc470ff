/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store share. */
#pragma once

#include <sqlite3.h>

#include "remit-store.h"
#include "store/file/remit-bare-file.h"

/** Returns: (transfer none): the connection */
sqlite3 *remit_store_get_handle (RemitStore *self);

/**
 * RemitKeptDesk:
 * @inode: of the file
 * @id: the desk that a connection has found for its file, see remit-desk.h; 0 for none yet
 * @made: one that it has made since, which may be rolled back; 0 for none
 * @counted_seq: the last line of the history up to which those of the desk were counted
 * @count: how many there were; see remit-history-count.h
 */
typedef struct {
  guint64 inode;
  gint64 id;
  gint64 made;
  gint64 counted_seq;
  gint64 count;
} RemitKeptDesk;

RemitKeptDesk *remit_store_get_kept_desk (RemitStore *self);

/**
 * remit_store_open_raw:
 * @path: a file name, or nothing for a temporary file
 *
 * Opens a database without a look at what is in it: one that is to be filled, or to be repaired.
 */
RemitStore *remit_store_open_raw (const char *path,
                                  RemitStoreFlags flags,
                                  GError **error);

/** Fills in which file the store has open; none for a store in memory. */
void remit_store_get_bare_file (RemitStore *self,
                                RemitBareFile *file);

/**
 * remit_store_check_is:
 * @file: from another store with the same path; it may be none
 *
 * Errors: %REMIT_STORE_ERROR_REPLACED
 *
 * Returns: whether this store has the same file open
 */
gboolean remit_store_check_is (RemitStore *self,
                               const RemitBareFile *file,
                               GError **error);

/** Sets what the connection may take of memory and time; again, after a sandbox had its own. */
void remit_store_set_limits (RemitStore *self);

/** Returns: whether the last statement was stopped, since it went on for too long */
gboolean remit_store_is_exhausted (RemitStore *self);

/**
 * remit_store_set_error:
 *
 * Maps SQLite's code @code, and what the connection says of it, to an error in words. Unless it is
 * a value that was refused, it counts as a fault, see remit_store_check_faults().
 */
void remit_store_set_error (RemitStore *self,
                            int code,
                            const char *doing,
                            GError **error);

/**
 * remit_store_begin:
 *
 * BEGIN IMMEDIATE.
 *
 * Errors: those of remit_store_check_path(); %REMIT_STORE_ERROR_READ_ONLY;
 *   %REMIT_STORE_ERROR_LOCKED: another program holds the file, or the store is within an edit of
 *   its own, as in a handler of what that edit changes
 */
gboolean remit_store_begin (RemitStore *self,
                            GError **error);
/** The same without a look at the schema, for what changes it. */
gboolean remit_store_begin_unchecked (RemitStore *self,
                                      GError **error);
/**
 * remit_store_commit:
 *
 * Errors: that of any statement since the beginning that met a fault, also when nobody asked for
 *   it: then nothing is done at all
 */
gboolean remit_store_commit (RemitStore *self,
                             GError **error);
void remit_store_rollback (RemitStore *self);

/**
 * remit_store_keep_entry:
 * @changeset: (nullable): all that the entry changed, or %NULL to have it read from the history
 * @is_unattended: whether nobody made it, see remit_edit_set_unattended()
 *
 * Keeps what the transaction has appended to the history for remit_store_emit_committed().
 */
void remit_store_keep_entry (RemitStore *self,
                             gint64 seq,
                             GBytes *changeset,
                             gboolean is_unattended);

/** remit_store_begin_read() without a look at the schema, for what looks by itself. */
gboolean remit_store_begin_read_unchecked (RemitStore *self,
                                           const char *doing,
                                           GError **error);

/** Emits the signal `committed` for the entry that was kept. */
void remit_store_emit_committed (RemitStore *self);

/** Returns: (transfer none): interned statements derived from the tables of fields */
const char *remit_rows_get_insert (RemitKind kind);
const char *remit_rows_get_update (RemitKind kind);
const char *remit_rows_get_update_field (RemitKind kind,
                                         guint field);
const char *remit_rows_get_delete (RemitKind kind);

/**
 * remit_store_record:
 * @session: (out): records what is changed in entities from now on
 */
gboolean remit_store_record (RemitStore *self,
                             sqlite3_session **session,
                             GError **error);

/**
 * RemitRowValue:
 * @type: SQLITE_TEXT, SQLITE_INTEGER or SQLITE_NULL
 * @text: in the record, or in @day
 *
 * What a field of a record is in the database.
 */
typedef struct {
  int type;
  gint64 integer;
  const char *text;
  char day[11];
} RemitRowValue;

void remit_rows_get_value (const RemitRecord *record,
                           guint field,
                           RemitRowValue *value);

/** Binds one value to a parameter; a text is not copied, so @record has to last until the step. */
void remit_rows_bind (sqlite3_stmt *statement,
                      int parameter,
                      const RemitRecord *record,
                      guint field);

/** Runs a statement with the id and all values of @record as its parameters. */
gboolean remit_rows_write (RemitStore *store,
                           sqlite3_stmt *statement,
                           const RemitRecord *record,
                           GError **error);

/** Sets a field from an SQLite value, as it stands in the database. */
void remit_rows_read_value (RemitRecord *record,
                            guint field,
                            sqlite3_value *value);
