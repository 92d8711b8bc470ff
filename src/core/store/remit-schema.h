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

/**
 * remit_schema_dup_text:
 *
 * Returns: (transfer full): the schema of a file letter by letter: of each object a line with its
 *   type, its name, its table, and how many bytes of SQL follow
 */
char *remit_schema_dup_text (RemitStore *store,
                             GError **error);

/** Returns: (transfer full): that of the newest format, which is built in so that it need not be
 * made at each opening: schema.txt. One that is out of date costs that time, and nothing else */
GBytes *remit_schema_load_newest (void);
