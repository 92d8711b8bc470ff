/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports people and slots from tables. */
#pragma once

#include "exchange/sheet/remit-sheet-open.h"
#include "exchange/table/value/remit-table-period.h"
#include "exchange/table/value/remit-table-reading.h"

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
 * @readings: how the values of each target are read: as far as the first rows tell, and from all
 *   rows once the import is run; but for those that are chosen, see remit_table_import_choose()
 * @tallies: what was seen of each, on which that rests
 * @periods: (element-type RemitTablePeriod): columns that are months, see
 *   remit_table_import_is_by_month()
 * @is_year_guessed: whether nothing says of which year the first of them is
 * @n_filled: how many of the first rows have something in each column
 * @samples: see remit_table_import_get_sample()
 * @n_rows: how many rows these are of
 *
 * A table that was looked at: its encoding, separator and headers, and the mapping guessed from
 * them, which the user can change before the import is run.
 */
typedef struct {
  char *name;
  RemitCsvFile *file;
  RemitTableKind kind;
  int *columns;
  RemitTableReading *readings;
  RemitTableTally *tallies;
  GArray *periods;
  gboolean is_year_guessed;
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
/** The same for more than a path. */
RemitTableImport *remit_table_import_open_as (const RemitSheetInput *input,
                                              GError **error);
/** The same for a table that is open. @file: (transfer full) */
RemitTableImport *remit_table_import_new (RemitCsvFile *file,
                                          GError **error);
void remit_table_import_free (RemitTableImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableImport, remit_table_import_free)

/** Sets the kind, and guesses the mapping again. */
void remit_table_import_set_kind (RemitTableImport *self,
                                  RemitTableKind kind);

/** Returns: (transfer none): the first rows' values of a column that have something in them, ending
 *   with %NULL */
const char *const *remit_table_import_get_sample (RemitTableImport *self,
                                                  guint column);

/** Returns: the column that fills the target, or -1 */
int remit_table_import_get_mapping (RemitTableImport *self,
                                    const char *target);
/** Returns: whether something of a column is taken: it fills some target, or is a month */
gboolean remit_table_import_takes (RemitTableImport *self,
                                   int column);

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
 * remit_table_import_choose:
 * @way: (nullable): "percent", "hours-a-week", "month-first", …, see
 *   remit_table_measure_get_ways(); %NULL to let the column decide
 *
 * Says in which way a column is read, whatever its header and its values look like. Other columns
 * of days, in which nothing decides, are read in the same order.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for a target that cannot be read so, with the ways that
 * there are
 */
gboolean remit_table_import_choose (RemitTableImport *self,
                                    const char *target,
                                    const char *way,
                                    GError **error);

/** Says what stands first in days with numbers alone, in all columns. */
void remit_table_import_choose_order (RemitTableImport *self,
                                      RemitTableDayOrder order);

/**
 * remit_table_import_is_by_month:
 *
 * Returns: whether the allocation of people in seats changes over time, by columns that are months,
 *   quarters or years; of people, whether the capacity is that of one of them: the current one, or
 *   the next. It is so as long as the allocation, or the capacity, is mapped to one of them
 */
gboolean remit_table_import_is_by_month (RemitTableImport *self);

/** Maps the allocation, or a capacity that no other column fills, to the columns of months, if
 * there are any. */
void remit_table_import_set_by_month (RemitTableImport *self);

/** Returns: (transfer none) (nullable): the period of a column that is taken */
const RemitTablePeriod *remit_table_import_get_period (RemitTableImport *self,
                                                       guint column);

/** Returns: whether there are several ways in which the values of a target can be read */
gboolean remit_table_import_get_measure (RemitTableImport *self,
                                         guint target,
                                         RemitTableMeasure *measure);

/**
 * Returns: (transfer full) (nullable): how the values of a target are read, in words: "hours a
 *   week"; as far as the first rows tell, and once the import is run, for all; %NULL without a
 *   question
 */
char *remit_table_import_dup_reading (RemitTableImport *self,
                                      guint target);

/** Returns: whether somebody has to say how the values of a target are read */
gboolean remit_table_import_is_unsure (RemitTableImport *self,
                                       guint target);

/** Reads what a week of work has in a workspace. */
gboolean remit_table_week_read (RemitTableWeek *self,
                                RemitStore *store,
                                GError **error);

/**
 * remit_table_import_dup_values:
 * @week: the workspace's
 *
 * Returns: (transfer full): what the first values of a target are taken for, at most three, as
 *   remit_table_reading_dup_value() has them; one that is left out as it stands in the file, in
 *   brackets
 */
GStrv remit_table_import_dup_values (RemitTableImport *self,
                                     guint target,
                                     const RemitTableWeek *week);

/** Returns: (transfer none) (nullable): the first required target that no column fills */
const RemitTableTarget *remit_table_import_find_missing (RemitTableImport *self);

/**
 * remit_table_import_run:
 *
 * Imports as one edit; importing the same file again changes nothing.
 *
 * People match by number, else by e-mail address, else by name, see remit_table_directory_match();
 * who stands in the file twice is taken from the first row. Whom a full roster no longer has is
 * listed, and ended if the options say so, see #RemitImportMissing.
 *
 * Teams, roles and slots match by name (the n-th seat of a role in a team is the n-th slot). Each
 * of several people in a cell has a seat. Without a plan in @options seats go into the one that has
 * the name of the file, which is made when it is not there.
 *
 * Whoever has left by a column of their status ends, and a leave is an absence; see
 * #RemitTableStatuses.
 *
 * In which unit amounts are, and in which order days are written, is decided for each column from
 * all its values first, see remit_table_reading_decide(). How they were taken is remembered as part
 * of the edit, see remit_table_memory_recall().
 *
 * Where columns are months, a person's allocation in a seat becomes an assignment for each run of
 * months in which it is the same; months without one have none, and what the person had there in
 * the time of the columns is replaced.
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
