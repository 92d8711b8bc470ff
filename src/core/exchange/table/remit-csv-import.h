/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing people and seats from CSV files. */
#pragma once

#include "remit-csv-file.h"
#include "remit-csv-reading.h"

typedef enum {
  REMIT_CSV_PEOPLE,
  REMIT_CSV_SEATS,
} RemitCsvKind;

/**
 * RemitCsvTarget:
 * @name: in files and on the command line: "name", "email", "skills", "team", "slot", "person", …
 * @label: translatable
 * @required: whether an import needs a column for it
 * @kind: whose field a value goes to as it stands; %REMIT_KIND_NONE if there is more to it
 * @field: that field; behind a first day comes the last one
 *
 * What a column can be mapped to. What such columns are called is in `words/tables.ini`, by kind and
 * name.
 */
typedef struct {
  const char *name;
  const char *label;
  gboolean required;
  RemitKind kind;
  guint field;
} RemitCsvTarget;

/** Returns: (transfer none): the targets of a kind, ending with a %NULL name */
const RemitCsvTarget *remit_csv_get_targets (RemitCsvKind kind);

/**
 * RemitCsvImport:
 * @name: the name of the file
 * @file: how it is read, and its headers
 * @kind: the one guessed from the headers, until remit_csv_import_set_kind()
 * @columns: the column of each target, or -1
 * @readings: how the values of each target are read; decided when the import is run, but for those
 *   that are chosen before, see remit_csv_import_choose_unit()
 * @tallies: what was seen of each, on which that rests
 * @n_filled: how many of the first rows have something in each column
 * @samples: see remit_csv_import_get_sample()
 * @n_rows: how many rows these are of
 *
 * A CSV file that was looked at: its encoding, separator and headers, and the mapping guessed from
 * them, which the user can change before the import is run.
 */
typedef struct {
  char *name;
  RemitCsvFile *file;
  RemitCsvKind kind;
  int *columns;
  RemitCsvReading *readings;
  RemitCsvTally *tallies;
  guint *n_filled;
  GPtrArray *samples;
  guint n_rows;
} RemitCsvImport;

/**
 * remit_csv_import_open:
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED (no header, NUL bytes, …;
 * the message has the line)
 */
RemitCsvImport *remit_csv_import_open (const char *path,
                                       GError **error);
/** The same for a file in an encoding that somebody says; see remit_csv_text_open() */
RemitCsvImport *remit_csv_import_open_as (const char *path,
                                          const char *encoding,
                                          GError **error);
void remit_csv_import_free (RemitCsvImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvImport, remit_csv_import_free)

/** Sets the kind, and guesses the mapping again. */
void remit_csv_import_set_kind (RemitCsvImport *self,
                                RemitCsvKind kind);

/** Returns: (transfer none): the first rows' values of a column, for a preview: at most three,
 *   ending with %NULL */
const char *const *remit_csv_import_get_sample (RemitCsvImport *self,
                                                guint column);

/** Returns: the column that fills the target, or -1 */
int remit_csv_import_get_mapping (RemitCsvImport *self,
                                  const char *target);
/**
 * remit_csv_import_set_mapping:
 * @column: -1 for none
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for a target or column that is not there
 */
gboolean remit_csv_import_set_mapping (RemitCsvImport *self,
                                       const char *target,
                                       int column,
                                       GError **error);

/**
 * remit_csv_import_choose_unit:
 *
 * Says in which unit a column of amounts is, whatever its header and its values look like.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for a target that has no unit
 */
gboolean remit_csv_import_choose_unit (RemitCsvImport *self,
                                       const char *target,
                                       RemitCsvUnit unit,
                                       GError **error);

/** Says what stands first in days with numbers alone. */
void remit_csv_import_choose_order (RemitCsvImport *self,
                                    RemitCsvDayOrder order);

/** Returns: (transfer full) (nullable): how the values of a target are read, in words, once that is
 * decided: "hours a week" */
char *remit_csv_import_dup_reading (RemitCsvImport *self,
                                    guint target);

/** Returns: (transfer none) (nullable): the first required target that no column fills */
const RemitCsvTarget *remit_csv_import_find_missing (RemitCsvImport *self);

/**
 * remit_csv_import_run:
 *
 * Imports as one edit; importing the same file again changes nothing.
 *
 * People match by number, else by e-mail address, else by name; who stands in the file twice is
 * taken from the first row. Teams, roles and slots match by name (the n-th seat of a role in a team
 * is the n-th slot). Without a plan in @options seats go into the one that has the name of the
 * file, which is made when it is not there.
 *
 * In which unit amounts are, and in which order days are written, is decided for each column from
 * all its values first, see remit_csv_reading_decide().
 *
 * An empty cell says nothing: what is there stays. Nothing is removed, but for the one holder of a
 * seat in which the file has somebody else. Whatever is left out, or cannot be told, is in the
 * notes, with the line.
 *
 * Returns: (transfer full): the result, or %NULL with @error set and nothing changed
 */
RemitImportResult *remit_csv_import_run (RemitCsvImport *self,
                                         RemitStore *store,
                                         const RemitImportOptions *options,
                                         GError **error);
