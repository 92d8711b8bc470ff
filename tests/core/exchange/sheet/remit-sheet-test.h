/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of sheets share. */
#pragma once

#include "exchange/sheet/remit-sheet-open.h"
#include "remit-test.h"

/** Returns: (transfer full): what a table has, a line for each row: "1: Name|Unit\n" */
char *sheet_test_dump (RemitCsvFile *file);

/** Asserts what such a dump of some bytes is. @length: -1 for a string */
void sheet_test_assert (const char *bytes,
                        gssize length,
                        const char *expected);
/** The same, of a sheet of a workbook, with the remarks that begin lines with "* ". */
void sheet_test_assert_book (GBytes *book,
                             const char *sheet,
                             const char *expected);

/** Asserts that bytes are refused with each of the words, up to %NULL. */
void sheet_test_assert_refused (const RemitSheetInput *input,
                                ...) G_GNUC_NULL_TERMINATED;
void sheet_test_assert_book_refused (GBytes *book,
                                     const char *words);

/**
 * sheet_test_zip:
 * @...: names of parts and what they have, up to %NULL; a part without anything is left out
 *
 * Returns: (transfer full): an archive
 */
GBytes *sheet_test_zip (const char *name,
                        ...) G_GNUC_NULL_TERMINATED;

/* What a workbook has of Office Open XML, around what it is about. */
#define SHEET_TEST_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define SHEET_TEST_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET_TEST_RELATIONSHIPS(inner)                                                  \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
  inner "</Relationships>"
#define SHEET_TEST_RELATIONSHIP(id, kind, target) \
  "<Relationship Id='" id "' Type='" SHEET_TEST_OFFICE "/" kind "' Target='" target "'/>"
#define SHEET_TEST_TOP \
  SHEET_TEST_RELATIONSHIPS (SHEET_TEST_RELATIONSHIP ("r1", "officeDocument", "xl/workbook.xml"))

/**
 * sheet_test_xlsx:
 * @inner: what is in the worksheet's element
 * @strings: (nullable): what is in that of the shared texts
 * @styles: (nullable): what is in that of the styles
 * @properties: (nullable): what else is in that of the workbook
 *
 * Returns: (transfer full): a workbook with one sheet
 */
GBytes *sheet_test_xlsx (const char *inner,
                         const char *strings,
                         const char *styles,
                         const char *properties);

/** Returns: (transfer full): a workbook with several sheets, whose rows are given, up to %NULL */
GBytes *sheet_test_xlsx_sheets (const char *name,
                                ...) G_GNUC_NULL_TERMINATED;

/** Returns: (transfer full): a workbook of OpenDocument; @styles: (nullable) */
GBytes *sheet_test_ods (const char *tables,
                        const char *styles);
