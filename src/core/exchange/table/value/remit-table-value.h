/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of CSV files say: texts, skills, and that there is nothing. */
#pragma once

#include <glib.h>

/**
 * remit_table_value_clean:
 * @keep_lines: whether it is a text of several lines, in which line breaks, empty lines and what is
 *   indented stay; white space at the ends of its lines goes
 *
 * Makes one line of a cell, in place: without white space at its ends, with one space for every run
 * of it elsewhere, and without control characters.
 */
void remit_table_value_clean (char *cell,
                              gboolean keep_lines);

/** Returns: whether a text stands for somebody who is not known: "?", "unknown" */
gboolean remit_table_value_is_unknown (const char *text);

/** Returns: whether a text stands for nothing: "", "-", "n/a" */
gboolean remit_table_value_is_nothing (const char *text);

/** Returns: whether a text says that nobody sits there yet: "TBD", "vacant", "offen" */
gboolean remit_table_value_is_open (const char *text);

/**
 * remit_table_value_split_list:
 * @list: "python; sql", which is changed; parted by semicolons or line breaks, else by commas
 *
 * Returns: (transfer container): the entries that are not empty, within @list, ending with %NULL
 */
char **remit_table_value_split_list (char *list);

/**
 * remit_table_value_take_level:
 * @skill: "python:3" or "python (3)", from which the level is cut off
 *
 * Returns: the level, or -1 when there is none
 */
int remit_table_value_take_level (char *skill);
