/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests share: temporary workspaces, and a text of everything in one. */
#pragma once

#include "exchange/remit-notes.h"
#include "store/remit-store-private.h" /* tests may use SQLite itself */
#include "store/workspace/remit-workspace.h"

/* REMIT_TEST_SANITIZED: the address sanitizer is at work, which keeps freed memory for a while, so
 * that how much is in use says nothing. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define REMIT_TEST_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define REMIT_TEST_SANITIZED
#endif

/** Has a file say @by for the first @what, which there must be. */
void remit_test_replace (const char *path,
                         const char *what,
                         const char *by);

/** Returns: (transfer full): a new folder; remove it with remit_test_remove_folder() */
char *remit_test_make_folder (void);
/** Removes a folder and all in it, and frees its name. */
void remit_test_remove_folder (char *folder);

/** Removes a file, or a folder and all in it, if it is there. */
void remit_test_remove (const char *path);
/** Returns: (transfer full): what is in a file; of a folder, in its files in the order of their
 *   names, with a line break between them */
GString *remit_test_read_files (const char *path);

/** Returns: (transfer full): a store, in a new file if there is none at @path */
RemitStore *remit_test_open_new (const char *path);

/** Returns: (transfer full): a workspace in a new file in @folder */
RemitWorkspace *remit_test_open_workspace (const char *folder);

/** Returns: (transfer full): every row of every table but the history, as text, to compare */
char *remit_test_dump (RemitStore *store);

/** Returns: the first entry of the history that is broken, or 0 */
gint64 remit_test_find_broken (RemitStore *store);

/** Returns: (transfer full) (nullable): what verifying all comes to, in one sentence, for tests
 * that cannot have its header. @is_whole: (out): whether nothing was found */
char *remit_test_dup_verdict (RemitStore *store,
                              gboolean *is_whole,
                              GError **error);
/** Asserts that the history is as it was written, and the data what it led to. */
void remit_test_verify (RemitStore *store);

/**
 * remit_test_undo_and_redo:
 * @before: what remit_test_dump() said before the edit
 *
 * Asserts that undo leads back to @before, redo to what is there now, and that the chain of the
 * history holds.
 */
void remit_test_undo_and_redo (RemitStore *store,
                               const char *before);

/** Takes over what others have committed, asserting that it can be. */
void remit_test_refresh (RemitWorkspace *workspace);

/** Begins an edit of the workspace with a label, asserting that it can be. */
RemitEdit *remit_test_begin (RemitWorkspace *workspace,
                             const char *label);

/** Runs SQL as somebody may with the shell of SQLite: no trigger keeps it from anything. */
void remit_test_tamper (sqlite3 *db,
                        const char *sql);

/** Counts the rows of a kind. */
gint64 remit_test_count_rows (RemitStore *store,
                              RemitKind kind);

/** Inserts a record in an edit of its own, asserting that it can be. Takes @record. Returns
 * its id. */
gint64 remit_test_insert (RemitStore *store,
                          RemitRecord *record);

/** Imports the sample. Returns: its plan */
gint64 remit_test_read_sample (RemitStore *store);

/** Short cuts for remit_test_insert(). */
gint64 remit_test_add_person (RemitStore *store,
                              const char *name);
/** Adds @n people in one edit, which is called "Many". */
void remit_test_add_people (RemitStore *store,
                            guint n);
gint64 remit_test_add_skill (RemitStore *store,
                             const char *name);
gint64 remit_test_add_role (RemitStore *store,
                            const char *key,
                            const char *name);
gint64 remit_test_add_plan (RemitStore *store,
                            const char *name);
gint64 remit_test_add_team (RemitStore *store,
                            gint64 plan,
                            const char *name);
gint64 remit_test_add_slot (RemitStore *store,
                            gint64 plan,
                            gint64 team,
                            gint64 role);
/** Of the plan when @team is 0. */
gint64 remit_test_add_decision (RemitStore *store,
                                gint64 plan,
                                gint64 team,
                                const char *title,
                                RemitFramework framework);
gint64 remit_test_add_assignment (RemitStore *store,
                                  gint64 plan,
                                  gint64 slot,
                                  gint64 person,
                                  int allocation);

/** Asserts that one of the notes of an import has the words; its line counts as "Line 3: …". */
void remit_test_assert_note (RemitNotes *notes,
                             const char *words);

/** What the checker says of itself does not get into what a test writes. */
void remit_test_silence_checker (void);
