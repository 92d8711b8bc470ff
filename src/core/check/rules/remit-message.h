/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of rules: texts with named placeholders. */
#pragma once

#include <gio/gio.h>

/* {column}              the value; of a column that is a subject, its name
 * {column|date}         a day, as the user's locale writes it
 * {first..last|period}  days in a row, in words: "from 3 to 28 March"
 * {period}              the same of the columns from and until
 * {{                    a brace */

/**
 * RemitMessageLookup:
 * @column: a name
 * @named: whether the name of what the value is the id of is wanted
 *
 * Returns: (transfer full): the value of a column, empty for NULL; or %NULL when there is no such
 *   column
 */
typedef char *(*RemitMessageLookup) (const char *column,
                                     gboolean named,
                                     gpointer data);

/** Returns: (transfer full): @text with the values of its placeholders */
char *remit_message_format (const char *text,
                            RemitMessageLookup lookup,
                            gpointer data);

/**
 * remit_message_check:
 *
 * Whether the placeholders of @text are well formed, and @lookup knows all their columns.
 *
 * Errors: %REMIT_RULE_ERROR_INVALID
 */
gboolean remit_message_check (const char *text,
                              RemitMessageLookup lookup,
                              gpointer data,
                              GError **error);
