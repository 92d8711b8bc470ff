/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing people and seats from CSV files. */
#pragma once

#include "exchange/csv/remit-csv-file.h"
#include "remit-table-reading.h"

typedef enum {
  REMIT_TABLE_PEOPLE,
  REMIT_TABLE_SEATS,
} RemitTableKind;

/**
 * RemitTableTarget:
 * @name: in files and on the command line: "name", "email", "skills", "team", "slot", "person", …
 * @label: translatable
 * @required: whether an import needs a column for it
 * @kind: whose field a value goes to as it stands; %REMIT_KIND_NONE if there is more to it
 * @field: that field; behind a first day comes the last one
 *
 * What a column can be mapped to. What such columns are called is in `words/tables.ini`, by kind
 * and name.
 */
typedef struct {
  const char *name;
  const char *label;
  gboolean required;
  RemitKind kind;
  guint field;
} RemitTableTarget;

/** Returns: (transfer none): the targets of a kind, ending with a %NULL name */
const RemitTableTarget *remit_table_get_targets (RemitTableKind kind);

/**
 * RemitTableImport:
 * @name: the name of the file
 * @file: how it is read, and its headers
 * @kind: the one guessed from the headers, until remit_table_import_set_kind()
 * @columns: the column of each target, or -1
 * @readings: how the values of each target are read; decided when the import is run, but for those
 *   that are chosen before, see remit_table_import_choose_unit()
 * @tallies: what was seen of each, on which that rests
 * @n_filled: how many of the first rows have something in each column
 * @samples: see remit_table_import_get_sample()
 * @n_rows: how many rows these are of
 *
 * A CSV file that was looked at: its encoding, separator and headers, and the mapping guessed from
 * them, which the user can change before the import is run.
 */
typedef struct {
  char *name;
  RemitCsvFile *file;
  RemitTableKind kind;
  int *columns;
  RemitTableReading *readings;
  RemitTableTally *tallies;
  guint *n_filled;
  GPtrArray *samples;
  guint n_rows;
} RemitTableImport;

/**
 * remit_table_import_open:
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED (no header, NUL bytes, …;
 * the message has the line)
 */
RemitTableImport *remit_table_import_open (const char *path,
                                           GError **error);
/** The same for a file in an encoding that somebody says; see remit_csv_text_open() */
RemitTableImport *remit_table_import_open_as (const char *path,
                                              const char *encoding,
                                              GError **error);
void remit_table_import_free (RemitTableImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableImport, remit_table_import_free)

/** Sets the kind, and guesses the mapping again. */
void remit_table_import_set_kind (RemitTableImport *self,
                                  RemitTableKind kind);

/** Returns: (transfer none): the first rows' values of a column, for a preview: at most three,
 *   ending with %NULL */
const char *const *remit_table_import_get_sample (RemitTableImport *self,
                                                  guint column);

/** Returns: the column that fills the target, or -1 */
int remit_table_import_get_mapping (RemitTableImport *self,
                                    const char *target);
/**
 * remit_table_import_set_mapping:
 * @column: -1 for none
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for a target or column that is not there
 */
gboolean remit_table_import_set_mapping (RemitTableImport *self,
                                         const char *target,
                                         int column,
                                         GError **error);

/**
 * remit_table_import_choose_unit:
 *
 * Says in which unit a column of amounts is, whatever its header and its values look like.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for a target that has no unit
 */
gboolean remit_table_import_choose_unit (RemitTableImport *self,
                                         const char *target,
                                         RemitTableUnit unit,
                                         GError **error);

/** Says what stands first in days with numbers alone. */
void remit_table_import_choose_order (RemitTableImport *self,
                                      RemitTableDayOrder order);

/** Returns: (transfer full) (nullable): how the values of a target are read, in words, once that is
 * decided: "hours a week" */
char *remit_table_import_dup_reading (RemitTableImport *self,
                                      guint target);

/** Returns: (transfer none) (nullable): the first required target that no column fills */
const RemitTableTarget *remit_table_import_find_missing (RemitTableImport *self);

/**
 * remit_table_import_run:
 *
 * Imports as one edit; importing the same file again changes nothing.
 *
 * People match by number, else by e-mail address, else by name; who stands in the file twice is
 * taken from the first row. Teams, roles and slots match by name (the n-th seat of a role in a team
 * is the n-th slot). Without a plan in @options seats go into the one that has the name of the
 * file, which is made when it is not there.
 *
 * In which unit amounts are, and in which order days are written, is decided for each column from
 * all its values first, see remit_table_reading_decide().
 *
 * An empty cell says nothing: what is there stays. Nothing is removed, but for the one holder of a
 * seat in which the file has somebody else. Whatever is left out, or cannot be told, is in the
 * notes, with the line.
 *
 * Returns: (transfer full): the result, or %NULL with @error set and nothing changed
 */
RemitImportResult *remit_table_import_run (RemitTableImport *self,
                                           RemitStore *store,
                                           const RemitImportOptions *options,
                                           GError **error);
