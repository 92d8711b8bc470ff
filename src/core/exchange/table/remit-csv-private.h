/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the imports of people and of seats share. */
#pragma once

#include "remit-csv-file.h"
#include "remit-csv-mapping.h"

G_BEGIN_DECLS

/**
 * RemitCsvJob:
 * @columns: the column of each target, or -1
 * @name: the name of the file
 * @n_empty: rows without anything
 * @n_wide: rows with empty cells beyond those of the header
 * @first_wide: the line of the first of these
 *
 * One run of an import.
 */
typedef struct {
  RemitCsvFile *file;
  const char *name;
  const int *columns;
  const RemitImportOptions *options;
  RemitStore *store;
  RemitEdit *edit;
  RemitImportResult *result;
  guint n_empty;
  guint n_wide;
  guint first_wide;
} RemitCsvJob;

/** The importers: do everything but begin and commit. */
gboolean remit_csv_people_run (RemitCsvJob *job,
                               GError **error);
gboolean remit_csv_seats_run (RemitCsvJob *job,
                              GError **error);

/**
 * remit_csv_job_accept:
 *
 * Looks at the form of a row and notes what is wrong with it. A row with too few cells is taken as
 * far as it goes; one that has more than the header is left out, unless these are empty.
 *
 * Returns: whether the row is to be imported
 */
gboolean remit_csv_job_accept (RemitCsvJob *job,
                               const RemitCsvRow *row);

/** Notes what was counted of all rows. */
void remit_csv_job_note_counts (RemitCsvJob *job);

/** Returns: (transfer none): the text of a target in a row, as one line; empty without one */
char *remit_csv_job_get (RemitCsvJob *job,
                         const RemitCsvRow *row,
                         guint target);

/** The same with its line breaks. */
char *remit_csv_job_get_lines (RemitCsvJob *job,
                               const RemitCsvRow *row,
                               guint target);

/** Cuts a text at the length that the field allows, which is noted. */
void remit_csv_job_fit (RemitCsvJob *job,
                        const RemitCsvRow *row,
                        RemitKind kind,
                        guint field,
                        char *text);

/**
 * Sets a text field, if there is a text, to what the field allows of it.
 *
 * Returns: whether the value is another one than before
 */
gboolean remit_csv_job_set_text (RemitCsvJob *job,
                                 const RemitCsvRow *row,
                                 RemitRecord *record,
                                 guint field,
                                 char *text);

/** The same for percentages; what is none, or is out of bounds, is noted and left out. */
gboolean remit_csv_job_set_percent (RemitCsvJob *job,
                                    const RemitCsvRow *row,
                                    RemitRecord *record,
                                    guint field,
                                    const char *text);

/** The same for the first and the last day. */
gboolean remit_csv_job_set_days (RemitCsvJob *job,
                                 const RemitCsvRow *row,
                                 RemitRecord *record,
                                 guint from_field,
                                 const char *from,
                                 guint until_field,
                                 const char *until);

G_END_DECLS
