/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of MSPDI share. */
#pragma once

#include "exchange/mspdi/remit-mspdi-import.h"
#include "remit-test.h"

#define MSPDI_PROJECT "<Project xmlns=\"http://schemas.microsoft.com/project\">"

/** A folder, a workspace in it, and the file that was written last. */
typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
} MspdiFixture;

void mspdi_fixture_set_up (MspdiFixture *self,
                           gconstpointer data);
void mspdi_fixture_tear_down (MspdiFixture *self,
                              gconstpointer data);

/** Writes a file; @length -1 for a string. */
void mspdi_fixture_write (MspdiFixture *self,
                          const char *text,
                          gssize length);

/**
 * mspdi_fixture_import:
 * @plan: into which, or 0 for a new one
 *
 * Imports the file that was written last twice: as a dry run, which must change nothing and tell
 * the same, and for good, which is undone and redone.
 *
 * Returns: (transfer full): the result of the second time
 */
RemitImportResult *mspdi_fixture_import_file (MspdiFixture *self,
                                              gint64 plan);

/** The same of a project that has @body. */
RemitImportResult *mspdi_fixture_import (MspdiFixture *self,
                                         const char *body);

/** Asserts that the file written last is refused with the words, and changes nothing. */
void mspdi_fixture_assert_refused (MspdiFixture *self,
                                   const char *words);

/** Returns: (transfer full): what an SELECT of one text finds, a line each */
char *mspdi_fixture_dup_rows (MspdiFixture *self,
                              const char *sql);

/** Asserts that it finds these lines. */
#define mspdi_fixture_assert_rows(SELF, SQL, LINES)                      \
  G_STMT_START                                                           \
  {                                                                      \
    g_autofree char *_rows = mspdi_fixture_dup_rows (SELF, SQL);         \
    g_assert_cmpstr (_rows, ==, LINES);                                  \
  }                                                                      \
  G_STMT_END

/** Teams with the one above, slots, and who is in them: "Build / Mason 100 2026-01-01..: Ada 50" */
#define MSPDI_TEAMS                                                                              \
  "SELECT coalesce (u.name || ' > ', '') || t.name FROM team AS t LEFT JOIN team AS u"           \
  " ON u.id = t.parent ORDER BY t.position, t.id"
#define MSPDI_SEATS                                                                              \
  "SELECT t.name || ' / ' || coalesce (nullif (s.name, ''), r.name) || ' ' || s.fte || ' '"      \
  " || coalesce (s.\"from\", '') || '..' || coalesce (s.\"until\", '')"                          \
  " || coalesce (': ' || p.name || ' ' || a.allocation || ' ' || coalesce (a.\"from\", '')"      \
  " || '..' || coalesce (a.\"until\", ''), '')"                                                  \
  " FROM slot AS s JOIN team AS t ON t.id = s.team JOIN role AS r ON r.id = s.role"              \
  " LEFT JOIN assignment AS a ON a.slot = s.id LEFT JOIN person AS p ON p.id = a.person"         \
  " ORDER BY t.position, s.position, p.name, a.\"from\""
