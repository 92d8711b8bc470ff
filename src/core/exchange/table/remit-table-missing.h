/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who are missing from a newer full roster. */
#pragma once

#include "remit-table-directory.h"
#include "remit-table-private.h"

/**
 * remit_table_missing_settle:
 * @directory: with everybody whom the file names
 *
 * Lists, and if the options say so, ends those whom the file no longer has, if it is a full roster;
 * see #RemitImportMissing.
 */
gboolean remit_table_missing_settle (RemitTableJob *job,
                                     RemitTableDirectory *directory,
                                     GError **error);
