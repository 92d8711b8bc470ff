/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say of a table before its rows: encoding, columns, how they are read. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "remit-table-private.h"

gboolean
remit_table_import_takes (RemitTableImport *self,
                          int column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < REMIT_TABLE_MAX_TARGETS; i++)
    if (self->columns[i] == column)
      return TRUE;
  return remit_table_import_is_by_month (self)
         && remit_table_periods_get (self->periods, column) != NULL;
}

static void
note_columns (RemitTableImport *self,
              RemitImportResult *result)
{
  const char *const *headers = self->file->headers;

  for (int i = 0; headers[i] != NULL; i++)
    if (*headers[i] != '\0' && !remit_table_import_takes (self, i))
      /* Translators: the header of a column */
      remit_import_result_note (result, REMIT_NOTE_COLUMN, 0,
                                _ ("The column “%s” was skipped"), headers[i]);
}

/* Cases that the values do not decide, for review. */
static void
note_readings (RemitTableImport *self,
               RemitImportResult *result)
{
  const RemitTableTarget *targets = remit_table_get_targets (self->kind);

  for (guint i = 0; targets[i].name != NULL; i++)
    {
      g_autofree char *words = remit_table_import_dup_reading (self, i);

      if (words != NULL && remit_table_import_is_unsure (self, i))
        remit_import_result_note (result, REMIT_NOTE_COLUMN, 0,
                                  /* Translators: the header of a column, and how it was read: "day
                                   * before month", "percent" */
                                  _ ("The column “%s” was read as %s, but could mean something "
                                     "else"),
                                  self->file->headers[self->columns[i]], words);
    }
}

static void
note_encoding (RemitTableImport *self,
               RemitImportResult *result)
{
  guint line = self->file->odd_line;

  if (line == 0)
    return;
  remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                            /* Translators: a line of a file, and the name of an encoding */
                            _ ("The file is not UTF-8 (see line %u) and was read as Latin-1 (%s)"),
                            line, self->file->encoding);
}

static void
note_before (RemitTableImport *self,
             RemitImportResult *result)
{
  guint n = self->file->n_before;

  if (n > 0)
    remit_import_result_note (
      result, REMIT_NOTE_FILE, 0,
      ngettext ("%'u line above the header in line %u was skipped",
                "%'u lines above the header in line %u were skipped", n),
      n, self->file->header_line);
}

/* A person has one capacity, and the months of a slot belong to a year. */
static void
note_periods (RemitTableImport *self,
              RemitImportResult *result)
{
  const char *const *headers = self->file->headers;
  const RemitTablePeriod *first;

  if (!remit_table_import_is_by_month (self))
    return;
  first = &g_array_index (self->periods, RemitTablePeriod, 0);
  if (self->kind == REMIT_TABLE_PEOPLE)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("The capacity is that of “%s”; %u column for another time "
                                        "was skipped",
                                        "The capacity is that of “%s”; %u columns for other times "
                                        "were skipped",
                                        self->periods->len - 1),
                              headers[self->columns[REMIT_TABLE_PEOPLE_CAPACITY]],
                              self->periods->len - 1);
  if (self->is_year_guessed)
    {
      g_autofree char *day = remit_day_display (first->from);

      remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                                /* Translators: the header of a column: "Jan"; and a day */
                                _ ("“%s” has no year; %s was used as its start"),
                                headers[first->column], day);
    }
}

void
remit_table_import_note (RemitTableImport *self,
                         RemitImportResult *result)
{
  note_encoding (self, result);
  remit_csv_file_note_remarks (self->file, result);
  note_before (self, result);
  note_columns (self, result);
  note_readings (self, result);
  note_periods (self, result);
}
