/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file, compared with the one that its format has. */
#pragma once

#include "remit-store.h"

/**
 * remit_schema_check:
 * @format: the format of the file, from 1 to the newest
 *
 * Compares tables, indexes, triggers and views with those of the format, by their SQL without
 * regard to spaces, comments, quotes of names, and case. A trigger or a view that somebody has
 * added would run with our rights, so nothing else is to be read before. Within a read, see
 * remit_store_begin_read(), since another program may update the file.
 *
 * Errors: %REMIT_STORE_ERROR_ALTERED: the message names what is more, less, or other
 */
gboolean remit_schema_check (RemitStore *store,
                             int format,
                             GError **error);

/**
 * remit_schema_list_differences:
 *
 * Returns: (transfer full) (element-type utf8): all of what is more, less, or other: "the trigger
 *   “x” has been added"
 */
GPtrArray *remit_schema_list_differences (RemitStore *store,
                                          int format,
                                          GError **error);

/** Returns: (transfer full): what the schema of a file comes to, 64 hexadecimal digits */
char *remit_schema_dup_fingerprint (RemitStore *store,
                                    GError **error);

/** Returns: what it comes to in files of a format; a shortcut, see remit-schema.c */
const char *remit_schema_get_fingerprint (int format);
