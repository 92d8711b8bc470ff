/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of CSV files share. */
#pragma once

#include "exchange/table/remit-table-import.h"
#include "remit-test.h"

/** A folder, a workspace in it, and the file that was written last. */
typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  char *path;
} CsvFixture;

void csv_fixture_set_up (CsvFixture *self,
                         gconstpointer data);
void csv_fixture_tear_down (CsvFixture *self,
                            gconstpointer data);

/** Writes a file; @length -1 for a string. Returns: (transfer none): its path */
const char *csv_fixture_write (CsvFixture *self,
                               const char *name,
                               const char *text,
                               gssize length);

/** Returns: (transfer full): the file, looked at, which must be well */
RemitTableImport *csv_fixture_open (CsvFixture *self,
                                    const char *text);

/**
 * csv_fixture_import:
 *
 * Imports a text, three times: as a dry run, which must change nothing and tell the same; for good,
 * which must be one line of the history at most and is undone and redone; and once more, which must
 * change nothing.
 *
 * Returns: (transfer full): the result of the second time
 */
RemitImportResult *csv_fixture_import (CsvFixture *self,
                                       const char *name,
                                       const char *text);

/** The same for a file that was looked at, whose mapping may have been changed. */
RemitImportResult *csv_fixture_run (CsvFixture *self,
                                    RemitTableImport *import);

/** Asserts that a file is refused with each of the words, up to %NULL, and changes nothing. */
void csv_fixture_assert_refused (CsvFixture *self,
                                 const char *text,
                                 gssize length,
                                 ...) G_GNUC_NULL_TERMINATED;

/** The same, of a file that may come in when another encoding is said. */
void csv_fixture_assert_garbled (CsvFixture *self,
                                 const char *text,
                                 gssize length,
                                 ...) G_GNUC_NULL_TERMINATED;

/** Asserts that one of the notes has the words. */
void table_test_assert_note (RemitImportResult *result,
                             const char *words);

/** Asserts what was counted of one kind. */
void table_test_assert_counts (RemitImportResult *result,
                               RemitKind kind,
                               guint added,
                               guint changed,
                               guint same);

/** Returns: (transfer full): the only row that a query yields, its columns parted by bars */
char *csv_fixture_query (CsvFixture *self,
                         const char *sql);

/** Asserts what csv_fixture_query() returns. */
void assert_query (CsvFixture *self,
                   const char *sql,
                   const char *expected);

/** Returns: the length of the history */
gint64 csv_fixture_count_history (CsvFixture *self);
