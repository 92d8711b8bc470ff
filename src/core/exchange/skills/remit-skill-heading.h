/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one or two rows that head a table of skills: what the columns are, and above that what they
 * belong to. */
#pragma once

#include "exchange/csv/remit-csv-file.h"

/**
 * RemitSkillHeading:
 * @names: (array zero-terminated=1): what each column is called
 * @categories: (array zero-terminated=1): what stands above; of several columns, above the first
 * @last_line: the line of the last row of the heading
 * @is_double: whether there are two such rows
 */
typedef struct {
  GStrv names;
  GStrv categories;
  guint last_line;
  gboolean is_double;
} RemitSkillHeading;

/** Errors: those of remit_csv_file_read() */
gboolean remit_skill_heading_read (RemitSkillHeading *self,
                                   RemitCsvFile *file,
                                   GError **error);
void remit_skill_heading_clear (RemitSkillHeading *self);

/** Returns: the level that a cell says, 0 to 4, as in “3” and “3 · Full”; else -1 */
int remit_skill_parse_level (const char *text);
