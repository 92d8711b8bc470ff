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

/** Asserts that bytes are refused with each of the words, up to %NULL. */
void sheet_test_assert_refused (const RemitSheetInput *input,
                                ...) G_GNUC_NULL_TERMINATED;
