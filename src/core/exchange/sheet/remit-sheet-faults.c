/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on a sheet that was read. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-workbook-private.h"

void
remit_sheet_faults_clear (RemitSheetFaults *self)
{
  g_free (self->error);
  g_clear_pointer (&self->hidden_columns, g_array_unref);
  *self = (RemitSheetFaults){ 0 };
}

void
remit_sheet_faults_add_error (RemitSheetFaults *self,
                              guint column,
                              guint row,
                              const char *error)
{
  if (self->n_errors++ > 0)
    return;
  self->error_column = column;
  self->error_row = row;
  self->error = g_strndup (error, 40);
}

void
remit_sheet_faults_add_uncalculated (RemitSheetFaults *self,
                                     guint column,
                                     guint row)
{
  if (self->n_uncalculated++ > 0)
    return;
  self->uncalculated_column = column;
  self->uncalculated_row = row;
}

void
remit_sheet_faults_add_hidden_rows (RemitSheetFaults *self,
                                    guint row,
                                    guint n)
{
  if (self->n_hidden_rows == 0)
    self->hidden_row = row;
  self->n_hidden_rows += n;
}

void
remit_sheet_faults_add_hidden_columns (RemitSheetFaults *self,
                                       guint first,
                                       guint last)
{
  if (self->hidden_columns == NULL)
    self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  if (first == 0 || last < first || self->hidden_columns->len >= REMIT_SHEET_MAX_COLUMNS)
    return;
  g_array_append_val (self->hidden_columns, first);
  g_array_append_val (self->hidden_columns, last);
}

static void
say_cells (const RemitSheetFaults *self,
           GPtrArray *remarks)
{
  g_autofree char *wrong = remit_sheet_dup_place (self->error_column, self->error_row);
  g_autofree char *open = remit_sheet_dup_place (self->uncalculated_column,
                                                 self->uncalculated_row);

  if (self->n_errors > 0)
    g_ptr_array_add (
      remarks,
      g_strdup_printf (
        /* Translators: a number, a cell such as C12, and what it shows, such as #N/A */
        ngettext ("%'u cell has an error instead of a value and was read as empty: %s (%s)",
                  "%'u cells have an error instead of a value and were read as empty; the first is "
                  "%s (%s)",
                  self->n_errors),
        self->n_errors, wrong, self->error));
  if (self->n_uncalculated > 0)
    g_ptr_array_add (
      remarks,
      g_strdup_printf (
        ngettext ("%'u cell has a formula without a calculated value and was read as empty: %s. "
                  "Open the workbook in a spreadsheet application and save it again.",
                  "%'u cells have formulas without calculated values and were read as empty; the "
                  "first is %s. Open the workbook in a spreadsheet application and save it again.",
                  self->n_uncalculated),
        self->n_uncalculated, open));
}

static void
say_hidden_rows (const RemitSheetFaults *self,
                 GPtrArray *remarks)
{
  if (self->n_hidden_rows > 0)
    g_ptr_array_add (
      remarks,
      g_strdup_printf (ngettext ("%'u hidden row was included: row %u",
                                 "%'u hidden rows were included; the first is row %u",
                                 self->n_hidden_rows),
                       self->n_hidden_rows, self->hidden_row + 1));
}

/* Returns: how many of the columns are hidden; @first: (out): the first one, from 1 */
static guint
count_hidden_columns (const RemitSheetFaults *self,
                      guint n_columns,
                      guint *first)
{
  guint n = 0;

  for (guint i = 0; self->hidden_columns != NULL && i < self->hidden_columns->len; i += 2)
    {
      guint from = g_array_index (self->hidden_columns, guint, i);
      guint until = MIN (g_array_index (self->hidden_columns, guint, i + 1), n_columns);

      if (from > until)
        continue;
      if (n == 0)
        *first = from;
      n += until - from + 1;
    }
  return n;
}

static void
say_hidden_columns (const RemitSheetFaults *self,
                    guint n_columns,
                    GPtrArray *remarks)
{
  guint first = 0;
  guint n = count_hidden_columns (self, n_columns, &first);
  g_autofree char *place = n > 0 ? remit_sheet_dup_place (first - 1, 0) : NULL;

  if (n == 0)
    return;
  place[strcspn (place, "0123456789")] = '\0';
  g_ptr_array_add (
    remarks,
    /* Translators: a number, and the letters of a column, such as AB */
    g_strdup_printf (ngettext ("%'u hidden column was included: column %s",
                               "%'u hidden columns were included; the first is column %s", n),
                     n, place));
}

void
remit_sheet_faults_say (const RemitSheetFaults *self,
                        guint n_columns,
                        GPtrArray *remarks)
{
  say_cells (self, remarks);
  say_hidden_rows (self, remarks);
  say_hidden_columns (self, n_columns, remarks);
}
