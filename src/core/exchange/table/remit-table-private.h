/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the imports of people and of seats. */
#pragma once

#include "exchange/csv/remit-csv-file.h"
#include "remit-table-mapping.h"

/**
 * RemitTableJob:
 * @name: the name of the file
 * @targets: what a column can be of
 * @columns: the column of each target, or -1
 * @readings: how its values are read
 * @periods: (nullable): the columns that are months, when they say the allocation
 * @n_sharing: among how many seats the need in a row is shared
 * @week: the workspace's
 * @n_empty: rows without anything
 * @n_wide: rows with empty cells beyond those of the header
 * @first_wide: the line of the first of these
 * @has_lists: whether cells have lists with line breaks and commas, which are no rows
 * @last_line: that in which the row before ended that had something in it
 * @select_person: see remit_table_job_load_person()
 *
 * One run of an import.
 */
typedef struct {
  RemitCsvFile *file;
  const char *name;
  const RemitTableTarget *targets;
  const int *columns;
  const RemitTableReading *readings;
  const GArray *periods;
  guint n_sharing;
  RemitTableWeek week;
  const RemitImportOptions *options;
  RemitStore *store;
  RemitEdit *edit;
  RemitImportResult *result;
  guint n_empty;
  guint n_wide;
  guint first_wide;
  gboolean has_lists;
  guint last_line;
  const char *select_person;
} RemitTableJob;

/** Returns: whether the values of a target are read in one of several ways; and which measure that
 * is */
gboolean remit_table_target_get_measure (const RemitTableTarget *target,
                                         RemitTableMeasure *measure);

/**
 * remit_table_columns_decide:
 *
 * Reads the whole file, and decides how the values of each column are read. Where only one order
 * makes days of a column, it is that of all columns of the file.
 *
 * Errors: those of remit_csv_file_read()
 */
gboolean remit_table_columns_decide (RemitTableImport *import,
                                     const RemitImportOptions *options,
                                     double until,
                                     GError **error);

/** The same as far as the first rows tell, which the import keeps. */
void remit_table_columns_decide_early (RemitTableImport *import);

/** The share of the work after which it is decided how the columns are read. */
#define REMIT_TABLE_SHARE_DECIDED 0.2

/** Notes what there is to say of a table before its rows. */
void remit_table_import_note (RemitTableImport *self,
                              RemitImportResult *result);

/** The importers: do everything but begin and commit. */
gboolean remit_table_people_run (RemitTableJob *job,
                                 GError **error);
gboolean remit_table_seats_run (RemitTableJob *job,
                                GError **error);

/**
 * remit_table_job_accept:
 *
 * Looks at the form of a row and notes what is wrong with it. A row with too few cells is taken as
 * far as it goes; one that has more than the header is left out, unless these are empty.
 *
 * Returns: whether the row is to be imported
 */
gboolean remit_table_job_accept (RemitTableJob *job,
                                 const RemitCsvRow *row);

/** Notes what was counted of all rows. */
void remit_table_job_note_counts (RemitTableJob *job);

/** Ends an import: commits it, unless it is a dry run. Returns: %FALSE with @error set, also when
 * it was cancelled */
gboolean remit_table_job_finish (RemitTableJob *job,
                                 GError **error);

/** Says what the history is to say: how many there are, and from which file. */
void remit_table_job_describe (RemitTableJob *job,
                               gint64 plan,
                               RemitPlural phrases,
                               guint n);

/** Returns: (transfer none): the text of a target in a row, as one line; empty without one */
char *remit_table_job_get (RemitTableJob *job,
                           const RemitCsvRow *row,
                           guint target);

/** The same with its line breaks. */
char *remit_table_job_get_lines (RemitTableJob *job,
                                 const RemitCsvRow *row,
                                 guint target);

/** Cuts a text at the length that the field allows, which is noted. */
void remit_table_job_fit (RemitTableJob *job,
                          const RemitCsvRow *row,
                          RemitKind kind,
                          guint field,
                          char *text);

/**
 * Sets a text field, if there is a text, to what the field allows of it.
 *
 * Returns: whether the value is another one than before
 */
gboolean remit_table_job_set_text (RemitTableJob *job,
                                   const RemitCsvRow *row,
                                   RemitRecord *record,
                                   guint field,
                                   char *text);

/**
 * remit_table_job_read_share:
 * @target: one of percent
 * @column: a column that is read as the target is
 *
 * Returns: the percent that a cell says; 0 for none, and for a value that is none, which is noted
 *   with the column's header
 */
gint64 remit_table_job_read_share (RemitTableJob *job,
                                   const RemitCsvRow *row,
                                   guint target,
                                   guint column);

/**
 * remit_table_job_read_day:
 *
 * Returns: the day that a target of days says; 0 for none, and for a value that is none, which is
 *   noted
 */
gint64 remit_table_job_read_day (RemitTableJob *job,
                                 const RemitCsvRow *row,
                                 guint target);
/** The same without a note. */
gint64 remit_table_job_peek_day (RemitTableJob *job,
                                 const RemitCsvRow *row,
                                 guint target);

/** Returns: whether a first day is not after the last one, 0 for none; else that is noted */
gboolean remit_table_job_are_in_order (RemitTableJob *job,
                                       const RemitCsvRow *row,
                                       gint64 from,
                                       gint64 until);

/** Reads somebody, who may have gone meanwhile, into @record; by one statement, again and again. */
gboolean remit_table_job_load_person (RemitTableJob *job,
                                      gint64 id,
                                      RemitRecord *record,
                                      GError **error);

/**
 * remit_table_job_insert:
 *
 * Sets the fields to which a value goes as it stands (see #RemitTableTarget), inserts the record
 * and counts it. A value that is none, or is out of bounds, is noted and left out.
 */
gboolean remit_table_job_insert (RemitTableJob *job,
                                 const RemitCsvRow *row,
                                 RemitRecord *record,
                                 GError **error);

/** Sets them, too; writes the record if they, or the caller, @changed it; and counts it. */
gboolean remit_table_job_update (RemitTableJob *job,
                                 const RemitCsvRow *row,
                                 RemitRecord *record,
                                 gboolean changed,
                                 GError **error);

/** Assigns people to the slots that wait for them, which is noted with how many still wait. */
gboolean remit_table_awaited_settle (RemitTableJob *job,
                                     GError **error);
/** Notes how many slots wait. @plan: or 0 for all */
gboolean remit_table_awaited_note (RemitTableJob *job,
                                   gint64 plan,
                                   GError **error);

/** The skills of the people in a file. */
typedef struct _RemitTableSkills RemitTableSkills;

/** Reads what skills there are. */
RemitTableSkills *remit_table_skills_new (RemitTableJob *job,
                                          GError **error);
void remit_table_skills_free (RemitTableSkills *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableSkills, remit_table_skills_free)

/**
 * remit_table_skills_import:
 * @list: "python; sql:3; go (4)", which is changed
 * @is_new: whether the person is new, and has no skills yet
 *
 * Gives a person the skills of a list; those that are new are made. Without a level it is the
 * default one, or stays what it is. No skill is taken away.
 */
gboolean remit_table_skills_import (RemitTableSkills *self,
                                    const RemitCsvRow *row,
                                    gint64 person,
                                    char *list,
                                    gboolean is_new,
                                    GError **error);

/**
 * remit_table_overload_note:
 * @seated: (element-type gint64): the people whom the file has in seats
 *
 * Notes a line for each of them whose assignments in the plan come, on some day from today on, to
 * more than their capacity; counted from what the workspace has now. The worst come first.
 */
gboolean remit_table_overload_note (RemitTableJob *job,
                                    gint64 plan,
                                    GHashTable *seated,
                                    GError **error);
