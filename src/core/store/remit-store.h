/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace file: one SQLite database, opened, checked, migrated; without live objects. */
#pragma once

#include "model/remit-entities.h"
#include "remit-statement.h"

/**
 * RemitStore:
 *
 * A connection to a workspace file, for one thread at a time. Workers open stores of their own.
 * Changes are made by edits only (remit-edit.h); reading is by prepared statements.
 */
#define REMIT_TYPE_STORE (remit_store_get_type ())
G_DECLARE_FINAL_TYPE (RemitStore, remit_store, REMIT, STORE, GObject)

#define REMIT_STORE_ERROR (remit_store_error_quark ())
GQuark remit_store_error_quark (void);

/**
 * RemitStoreError:
 * @REMIT_STORE_ERROR_NOT_A_WORKSPACE: the file is something else
 * @REMIT_STORE_ERROR_DAMAGED: the file is a database, but damaged
 * @REMIT_STORE_ERROR_ALTERED: it has tables, indexes, triggers or views that no workspace of its
 *   format has, or lacks some; see remit-schema.h
 * @REMIT_STORE_ERROR_EXHAUSTED: a statement took more steps than any should
 * @REMIT_STORE_ERROR_ARCHIVED: what was asked for is older than the history in the file, and is in
 *   its archive; see remit-anchor.h
 * @REMIT_STORE_ERROR_NEWER: written by a newer Remit
 * @REMIT_STORE_ERROR_OLDER: written by an older Remit, and has to be opened without
 *   %REMIT_STORE_NO_WAIT once, which brings it up to date
 * @REMIT_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @REMIT_STORE_ERROR_FULL: no room on the disk
 * @REMIT_STORE_ERROR_LOCKED: another program holds the file, or another edit is being made: what
 *   was to be done can be done later
 * @REMIT_STORE_ERROR_CONSTRAINT: the database refused a value; the message says why, in words
 * @REMIT_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @REMIT_STORE_ERROR_OVERTAKEN: somebody else has changed what was to be changed, or has written an
 *   entry on top of the one that was to be undone or done again
 * @REMIT_STORE_ERROR_CONFLICT: an undo no longer fits what is in the workspace
 * @REMIT_STORE_ERROR_NOT_FOUND: no such file, or no such row
 * @REMIT_STORE_ERROR_CANCELLED: the work was cancelled
 * @REMIT_STORE_ERROR_GONE: the file was deleted or moved while it was open
 * @REMIT_STORE_ERROR_REPLACED: another file has its name, or it has other contents
 * @REMIT_STORE_ERROR_LOG_LOST: the log beside it was taken away while it was open; of all three see
 *   remit-store-file.h
 * @REMIT_STORE_ERROR_UNCLEAR: a log lies beside the file, and whether it is its own takes time to
 *   find out: open it without %REMIT_STORE_NO_WAIT once; see remit-log-check.h
 * @REMIT_STORE_ERROR_NOT_ALLOWED: a statement is refused by its #RemitSandbox
 * @REMIT_STORE_ERROR_NOT_A_SELECT: a statement for a #RemitSandbox is not a single SELECT
 * @REMIT_STORE_ERROR_UNREADABLE: the disk, or the network that it is on, does not give what was to
 *   be read
 * @REMIT_STORE_ERROR_UNWRITABLE: it does not take what was to be written
 * @REMIT_STORE_ERROR_NO_MEMORY: there is too little memory
 * @REMIT_STORE_ERROR_FAILED: anything else; the message has SQLite's words
 *
 * Messages are translated and say what to do.
 */
typedef enum {
  REMIT_STORE_ERROR_NOT_A_WORKSPACE,
  REMIT_STORE_ERROR_DAMAGED,
  REMIT_STORE_ERROR_ALTERED,
  REMIT_STORE_ERROR_EXHAUSTED,
  REMIT_STORE_ERROR_ARCHIVED,
  REMIT_STORE_ERROR_NEWER,
  REMIT_STORE_ERROR_OLDER,
  REMIT_STORE_ERROR_READ_ONLY,
  REMIT_STORE_ERROR_FULL,
  REMIT_STORE_ERROR_LOCKED,
  REMIT_STORE_ERROR_CONSTRAINT,
  REMIT_STORE_ERROR_NOTHING,
  REMIT_STORE_ERROR_OVERTAKEN,
  REMIT_STORE_ERROR_CONFLICT,
  REMIT_STORE_ERROR_NOT_FOUND,
  REMIT_STORE_ERROR_CANCELLED,
  REMIT_STORE_ERROR_GONE,
  REMIT_STORE_ERROR_REPLACED,
  REMIT_STORE_ERROR_LOG_LOST,
  REMIT_STORE_ERROR_UNCLEAR,
  REMIT_STORE_ERROR_NOT_ALLOWED,
  REMIT_STORE_ERROR_NOT_A_SELECT,
  REMIT_STORE_ERROR_UNREADABLE,
  REMIT_STORE_ERROR_UNWRITABLE,
  REMIT_STORE_ERROR_NO_MEMORY,
  REMIT_STORE_ERROR_FAILED,
} RemitStoreError;

/**
 * RemitStoreFlags:
 * @REMIT_STORE_CREATE: make the file when it is not there
 * @REMIT_STORE_READ_ONLY: for reading alone
 * @REMIT_STORE_NO_WAIT: for a main loop: what takes time is refused, at opening and afterwards (see
 *   remit_store_set_patience())
 * @REMIT_STORE_NO_LOG: a file that is made is written without a log beside it, so each page once
 *   instead of twice; who opens it next gives it one. For a program that makes it, fills it and
 *   ends, since nobody reads while it writes
 */
typedef enum {
  REMIT_STORE_NO_FLAGS = 0,
  REMIT_STORE_CREATE = 1 << 0,
  REMIT_STORE_READ_ONLY = 1 << 1,
  REMIT_STORE_NO_WAIT = 1 << 2,
  REMIT_STORE_NO_LOG = 1 << 3,
} RemitStoreFlags;

/** `application_id` of a workspace: "Rmit" */
#define REMIT_STORE_APPLICATION_ID 0x526d6974

/**
 * remit_store_open:
 * @path: a file name, `:memory:`, or nothing for a temporary file
 *
 * Opens a workspace; one of an older format is copied to `PATH.backup-FORMAT-TIME` and migrated.
 *
 * Errors: %REMIT_STORE_ERROR_LOCKED: another program makes or updates the file; and what
 *   @flags refuse
 *
 * Returns: (transfer full): the store, or %NULL with @error set; a refused file is unchanged
 */
RemitStore *remit_store_open (const char *path,
                              RemitStoreFlags flags,
                              GError **error);

/**
 * remit_store_copy:
 *
 * Copies a workspace as it is at this moment, whoever else writes, for what is to be tried out:
 * no lock is held meanwhile, and the copy goes with its store.
 *
 * Errors: %REMIT_STORE_ERROR_CANCELLED, %REMIT_STORE_ERROR_FULL
 *
 * Returns: (transfer full) (nullable): a store of the copy
 */
RemitStore *remit_store_copy (RemitStore *self,
                              GCancellable *cancellable,
                              GError **error);

const char *remit_store_get_path (RemitStore *self);
/** Returns: whether nothing can be written: so it was opened, the file does not let it, or it is an
 * archive, see remit-archive.h */
gboolean remit_store_is_read_only (RemitStore *self);

/**
 * remit_store_check_path:
 *
 * Errors: %REMIT_STORE_ERROR_GONE, %REMIT_STORE_ERROR_REPLACED, %REMIT_STORE_ERROR_LOG_LOST, each
 *   in words that say what to do
 *
 * Returns: whether the path of the store still leads to the file that it has open, as it was: else
 *   nothing can be written. Asked before each edit and each commit.
 */
gboolean remit_store_check_path (RemitStore *self,
                                 GError **error);

/** Returns: (transfer full) (nullable): where the file is now, if it was moved and that is known */
char *remit_store_dup_new_path (RemitStore *self);

/** Returns: (transfer none) (nullable): the name that a log has now which lay beside the file when
 * it was opened, and was not its own; see remit_log_settle() */
const char *remit_store_get_old_log (RemitStore *self);

/**
 * remit_store_renew:
 * @is_renewed: (out): whether it was opened again; then no prepared statement is left of before
 *
 * In a folder that cannot be written, a file is read without locks, as it was when it was opened.
 * When others have written it since, it is opened again, unless something is being read from it at
 * this moment. Costs a look at the file system; for other stores, nothing.
 *
 * Returns: %FALSE with @error set when it cannot be opened again: the store shows what was before
 */
gboolean remit_store_renew (RemitStore *self,
                            gboolean *is_renewed,
                            GError **error);

/** What an edit is told that is refused in a store for reading alone; %NULL for the usual words. */
void remit_store_set_refusal (RemitStore *self,
                              const char *text);

/**
 * remit_store_set_patience:
 * @milliseconds: how long an edit waits for another program that is writing; 5000 by default
 *
 * A window sets less, since it stands still while it waits.
 */
void remit_store_set_patience (RemitStore *self,
                               int milliseconds);

/** Returns: the format of the file, the number of its last migration */
int remit_store_get_format (RemitStore *self);

/**
 * remit_store_prepare:
 * @sql: a string that lives as long as the store (a literal, or interned)
 *
 * Returns: (transfer none): a statement, prepared once and kept, reset and without bindings; or
 *   %NULL with @error set. Reset it (remit_statement_reset()) when done, since an open read blocks
 *   nothing but holds its snapshot.
 */
RemitStatement *remit_store_prepare (RemitStore *self,
                                     const char *sql,
                                     GError **error);

/**
 * remit_store_query:
 * @sql: as for remit_store_prepare()
 * @first: parameter 1, if there is one
 * @second: parameter 2, if there is one
 *
 * Returns: (transfer none) (nullable): the statement, to be stepped and finished; %NULL with @error
 *   set, which has no rows then, and is not finished well
 */
RemitStatement *remit_store_query (RemitStore *self,
                                   const char *sql,
                                   gint64 first,
                                   gint64 second,
                                   GError **error);

/**
 * remit_store_step:
 * @statement: (nullable)
 *
 * Returns: %TRUE when @statement has a row; %FALSE at its end, or when it fails, which
 *   remit_store_finish() tells apart
 */
gboolean remit_store_step (RemitStore *self,
                           RemitStatement *statement);

/**
 * remit_store_finish:
 * @statement: (nullable)
 *
 * Resets a statement that was stepped to its end, or as far as it was of interest.
 *
 * Returns: whether there is one and the last step went well; else @error is set
 */
gboolean remit_store_finish (RemitStore *self,
                             RemitStatement *statement,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** remit_store_step() for what somebody may lose patience with: %FALSE when it is cancelled, too.
 * @cancellable: (nullable) */
gboolean remit_store_step_unless (RemitStore *self,
                                  RemitStatement *statement,
                                  GCancellable *cancellable);

/** remit_store_finish() after these. Returns: whether all went well, and was not cancelled */
gboolean remit_store_finish_unless (RemitStore *self,
                                    RemitStatement *statement,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Returns: the number that remit_store_query() finds first; 0 for none, or with @error set */
gint64 remit_store_query_integer (RemitStore *self,
                                  const char *sql,
                                  gint64 first,
                                  gint64 second,
                                  GError **error);

/** Runs a statement without rows, prepared and bound; and resets it. */
gboolean remit_store_run (RemitStore *self,
                          RemitStatement *statement,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * remit_store_exec:
 * @sql: one or more statements without rows. Outside the store they are for what belongs to the
 *   connection, such as temporary tables: the workspace is changed by edits only.
 * @doing: (nullable): what is being done, to go before the words of an error
 */
gboolean remit_store_exec (RemitStore *self,
                           const char *sql,
                           const char *doing,
                           GError **error);

/**
 * remit_store_begin_read:
 * @doing: (nullable): what is being done, to go before the words of an error
 *
 * Until remit_store_end_read(), all that is read is of one moment, whoever else writes meanwhile.
 * Can be nested, and called within an edit.
 */
gboolean remit_store_begin_read (RemitStore *self,
                                 const char *doing,
                                 GError **error);

/**
 * remit_store_end_read:
 * @done: whether all that was to be read was
 *
 * Errors, if @done: that of any statement since the beginning that met a fault, also when nobody
 *   asked for it: what was read is not all
 *
 * Returns: whether @done, and nothing failed
 */
gboolean remit_store_end_read (RemitStore *self,
                               gboolean done,
                               GError **error);

/**
 * remit_store_check_faults:
 *
 * The disk, memory or the file may fail at any statement. An edit or a read of one moment in which
 * that happened cannot end well. A fault outside of these that nobody was told of is kept until
 * this is called, by whatever ends a piece of work: a command, a #RemitWorker, the watch of a
 * #RemitWorkspace. So nothing that is missing because it could not be read passes for an answer.
 *
 * Returns: %FALSE with @error set, once, if there was a fault
 */
gboolean remit_store_check_faults (RemitStore *self,
                                   GError **error);

/** Returns: whether an edit that somebody made was committed, and nothing has been begun since:
 * what fails from there on does not make it undone */
gboolean remit_store_is_saved (RemitStore *self);

/**
 * remit_store_read:
 *
 * Fills @record, of the kind that the statement's table has, from the current row: column 0 the
 * id, then the fields in the order of their table. See remit_store_get_select().
 */
void remit_store_read (RemitStatement *statement,
                       RemitRecord *record);

/**
 * remit_store_get_select:
 * @where: the rest of the statement, such as `WHERE plan = ?1 ORDER BY id`, or %NULL
 *
 * Returns: (transfer none): interned `SELECT id, field, … FROM table` + @where, in which the
 *   table's alias is `t`
 */
const char *remit_store_get_select (RemitKind kind,
                                    const char *where);

/** Returns: (transfer full) (nullable): the record with @id, or %NULL, without an error when there
 * is none */
RemitRecord *remit_store_load (RemitStore *self,
                               RemitKind kind,
                               gint64 id,
                               GError **error);

/** Returns: (transfer full) (element-type RemitRecord): those of remit_store_get_select(), in which
 * @id is parameter 1 */
GPtrArray *remit_store_load_all (RemitStore *self,
                                 RemitKind kind,
                                 const char *where,
                                 gint64 id,
                                 GError **error);

/** Returns: (transfer full) (element-type RemitRecord): the parts of an owner in their order, see
 * remit_entity_info_find_rank() */
GPtrArray *remit_store_load_parts (RemitStore *self,
                                   RemitKind kind,
                                   gint64 owner,
                                   GError **error);

/** Returns: (transfer full) (element-type gint64): the ids that @sql, as for remit_store_prepare(),
 * finds; @first is its parameter 1 */
GArray *remit_store_load_ids (RemitStore *self,
                              const char *sql,
                              gint64 first,
                              GError **error);
