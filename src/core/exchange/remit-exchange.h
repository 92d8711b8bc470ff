/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers and writers of files share: errors, progress, and the result of an import. */
#pragma once

#include "remit-audience.h"
#include "remit-import-row.h"
#include "remit-import-told.h"
#include "remit-notes.h"
#include "remit-signature-verdict.h"
#include "store/remit-edit.h"
#include "store/remit-worker.h"

#define REMIT_EXCHANGE_ERROR (remit_exchange_error_quark ())
GQuark remit_exchange_error_quark (void);

/**
 * RemitExchangeError:
 * @REMIT_EXCHANGE_ERROR_REFUSED: the file is not what it should be; the message has line, column,
 *   and what was expected; nothing was changed
 * @REMIT_EXCHANGE_ERROR_UNREADABLE: the file cannot be read
 * @REMIT_EXCHANGE_ERROR_UNWRITABLE: the file cannot be written
 * @REMIT_EXCHANGE_ERROR_AUDIENCE: the format is not available for the audience
 * @REMIT_EXCHANGE_ERROR_SHARED: a plan would change what other plans use, which the message lists;
 *   nothing was changed
 * @REMIT_EXCHANGE_ERROR_ENCODING: the text is not in the encoding that it says, or that was said;
 *   or it cannot be told which one it is in
 * @REMIT_EXCHANGE_ERROR_SHEET: which sheet of a workbook is meant cannot be told; the message lists
 *   them
 * @REMIT_EXCHANGE_ERROR_PASSWORD: a key is encrypted, and no password was given, or a wrong one
 * @REMIT_EXCHANGE_ERROR_SIGNATURE: a plan is not what was signed, or its signature is of a form
 *   that is not accepted; nothing was changed
 */
typedef enum {
  REMIT_EXCHANGE_ERROR_REFUSED,
  REMIT_EXCHANGE_ERROR_UNREADABLE,
  REMIT_EXCHANGE_ERROR_UNWRITABLE,
  REMIT_EXCHANGE_ERROR_AUDIENCE,
  REMIT_EXCHANGE_ERROR_SHARED,
  REMIT_EXCHANGE_ERROR_ENCODING,
  REMIT_EXCHANGE_ERROR_SHEET,
  REMIT_EXCHANGE_ERROR_PASSWORD,
  REMIT_EXCHANGE_ERROR_SIGNATURE,
} RemitExchangeError;

/** Sets %REMIT_EXCHANGE_ERROR_REFUSED. Returns: %FALSE */
gboolean remit_exchange_refuse (GError **error,
                                const char *format,
                                ...) G_GNUC_PRINTF (2, 3);

/**
 * remit_exchange_load:
 * @maximum, @length: as for remit_file_load()
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (nullable): the start of a file, as remit_file_load() has it
 */
char *remit_exchange_load (const char *path,
                           gsize maximum,
                           gsize *length,
                           GError **error);

/** Sets %REMIT_EXCHANGE_ERROR_UNREADABLE. @reason: follows "Cannot read “NAME”: "
 * Returns: %FALSE */
gboolean remit_exchange_refuse_file (GError **error,
                                     const char *path,
                                     const char *reason);

/** Sets %REMIT_EXCHANGE_ERROR_ENCODING. Returns: %FALSE */
gboolean remit_exchange_refuse_encoding (GError **error,
                                         const char *format,
                                         ...) G_GNUC_PRINTF (2, 3);

/**
 * RemitImportOptions:
 * @dry_run: do everything on a copy of the workspace, which is thrown away: whoever writes to the
 *   workspace meanwhile neither waits nor is waited for
 * @plan: for seats and templates, the plan that they go into; 0 for a new one
 * @plan_name: (nullable): how a new one is called, if not as the file is
 * @spare_shared: refuse a plan that changes people, roles or skills that other plans use
 * @no_waiting: for seats, leave those vacant whose holder is not known; else their slots wait for
 *   them, see remit_awaited_fill()
 * @end_missing: for people, the last day of those whom a full roster no longer has, as a Julian day
 *   number; 0 to leave them as they are, see #RemitImportMissing
 * @merges: of a plan, leave rows as they are that were changed here since the file was written, if
 *   the history says so
 * @choices: (nullable) (element-type utf8 RemitImportChoice): of a plan, which rows to take, and
 *   which to leave as they are, by the keys of #RemitImportRow
 * @is_strict: whether choices of rows that do not differ are refused
 * @n_rows: of a plan, how many rows the result is to have to be chosen
 * @allow_changed: import a plan although it was changed after it was signed
 * @signers: (nullable) (array zero-terminated=1): of a plan, see remit_signature_check()
 * @taken: (nullable) (element-type guint): lines of rows that are imported although they look as
 *   if they were about nobody: totals, footers, vacant positions; or headings in a matrix
 * @n_told: of how many rows the result is to tell what becomes of them, for each outcome; 0 for
 * none
 */
typedef struct {
  gboolean dry_run;
  gint64 plan;
  const char *plan_name;
  gboolean spare_shared;
  gboolean no_waiting;
  gboolean merges;
  GHashTable *choices;
  gboolean is_strict;
  guint n_rows;
  gboolean allow_changed;
  const char *const *signers;
  gint64 end_missing;
  GHashTable *taken;
  guint n_told;
  GCancellable *cancellable;
  RemitProgress progress;
  gpointer progress_data;
} RemitImportOptions;

/**
 * RemitImportMissing:
 *
 * Somebody in the workspace whom a newer full roster no longer has. A file of people is a full
 * roster when it names more than half of those who have a number, or without a column of numbers,
 * an address, and have not left before today.
 */
typedef struct {
  gint64 id;
  char *name;
} RemitImportMissing;

/**
 * RemitImportAnchor:
 * @REMIT_ANCHOR_UNKNOWN: nothing can be said: the file says nothing, or the plan is new here
 * @REMIT_ANCHOR_KEPT: the history of the workspace has the state that the plan was exported in
 * @REMIT_ANCHOR_LOST: it does not: the file is of another workspace, or the history was rewritten
 *
 * An export has the head of the history, which shows whoever kept it that nobody has rewritten it.
 */
typedef enum {
  REMIT_ANCHOR_UNKNOWN,
  REMIT_ANCHOR_KEPT,
  REMIT_ANCHOR_LOST,
} RemitImportAnchor;

/**
 * RemitImportResult:
 * @added: for each #RemitKind, rows added
 * @changed: rows changed
 * @removed: rows removed
 * @same: rows that were there already, as they are in the file
 * @notes: what was left out, or made up, and why; see remit_notes_group()
 * @n_notes: how many there were to note
 * @shared: (element-type utf8): what a plan changes of what other plans use, in words: "Person Ada
 *   Lovelace: Job title Engineer → Lead"; at most 10,000, then one that counts the rest
 * @n_shared: how many of these there are
 * @n_left_out: how many rows of the file were left out as a whole, each with a note; rows without
 *   anything do not count
 * @rows: (element-type RemitImportRow): of a plan, those that differ, and whether they are taken
 * @n_kept: how many of them are not, all told
 * @n_unknown: of seats, how many are vacant since whoever holds them is not known
 * @plan: the plan imported or filled, 0 for none
 * @audience: who the file says it is for, or %REMIT_AUDIENCE_UNKNOWN
 * @signature: (nullable): of a plan that has one, what was found of it
 * @anchor: of a plan that was there: whether the workspace has the state that the file is of
 * @missing: (element-type RemitImportMissing): of people, each with a note
 * @told: (nullable): what became of single rows, as many as the options ask for
 */
typedef struct {
  guint added[REMIT_N_KINDS];
  guint changed[REMIT_N_KINDS];
  guint removed[REMIT_N_KINDS];
  guint same[REMIT_N_KINDS];
  RemitNotes *notes;
  guint n_notes;
  GPtrArray *shared;
  guint n_shared;
  guint n_left_out;
  GPtrArray *rows;
  guint n_kept;
  guint n_unknown;
  gint64 plan;
  int audience;
  RemitSignatureVerdict *signature;
  RemitImportAnchor anchor;
  GPtrArray *missing;
  RemitImportTold *told;
} RemitImportResult;

/**
 * remit_import_options_dup_store:
 * @self: (nullable)
 *
 * Returns: (transfer full): the store to import into: @store, or for a dry run a copy of it; %NULL
 *   with @error set
 */
RemitStore *remit_import_options_dup_store (const RemitImportOptions *self,
                                            RemitStore *store,
                                            GError **error);

RemitImportResult *remit_import_result_new (void);
void remit_import_result_free (RemitImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitImportResult, remit_import_result_free)

/**
 * remit_import_result_watch:
 * @options: (nullable): which say of how many rows it is told
 *
 * Begins to tell what the edit does; remit_import_told_finish() puts it in words.
 */
void remit_import_result_watch (RemitImportResult *self,
                                const RemitImportOptions *options,
                                RemitEdit *edit);

/** Counts a row that was there as the file has it. */
void remit_import_result_count_same (RemitImportResult *self,
                                     RemitKind kind,
                                     gint64 id);

/**
 * remit_import_result_note:
 * @line: of the file, 0 for none
 * @format: the note without the line, beginning with a capital
 *
 * Adds to the notes.
 */
void remit_import_result_note (RemitImportResult *self,
                               RemitNoteKind kind,
                               guint line,
                               const char *format,
                               ...) G_GNUC_PRINTF (4, 5);

/** Adds to what is changed of what other plans use. @text: (transfer full) */
void remit_import_result_take_shared (RemitImportResult *self,
                                      char *text);

/**
 * remit_import_result_spare_shared:
 * @options: (nullable)
 *
 * Refuses what the options refuse of what is changed of what other plans use.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_SHARED
 */
gboolean remit_import_result_spare_shared (RemitImportResult *self,
                                           const RemitImportOptions *options,
                                           GError **error);

/** The same for why a row is left out, which is counted. */
void remit_import_result_leave_out (RemitImportResult *self,
                                    RemitNoteKind kind,
                                    guint line,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (4, 5);

/** Returns: whether anything is added, changed or removed */
gboolean remit_import_result_has_changes (const RemitImportResult *self);

/** Returns: (transfer full): lines in words: "Added: 1,336 people, 58 teams"; at least one */
GStrv remit_import_result_describe (RemitImportResult *self);
