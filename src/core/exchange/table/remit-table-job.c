/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the imports of people and of slots: ragged rows, invalid values. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "remit-table-private.h"

/* Returns: whether a line within the cell looks like a row of its own, which a quote that is not
 * closed has swallowed */
static gboolean
has_row_within (RemitTableJob *job,
                const char *cell)
{
  char separator = job->file->separator;
  guint needed = MAX (job->file->n_columns - 1, 2);

  while ((cell = strpbrk (cell, "\r\n")) != NULL)
    {
      guint n = 0;

      for (cell++; *cell != '\0' && *cell != '\r' && *cell != '\n'; cell++)
        n += *cell == separator;
      if (n >= needed)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_swallowed (RemitTableJob *job,
              const RemitCsvRow *row)
{
  if (row->line == row->last_line || job->has_lists)
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    if (has_row_within (job, row->cells[i]))
      {
        remit_import_result_leave_out (
          job->result, REMIT_NOTE_ROW, row->line,
          /* Translators: the header of a column, a line of a file */
          _ ("The cell of “%s” contains whole rows, up to line %u, as if a quote were not closed; "
             "skipped"),
          job->file->headers[i], row->last_line);
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_wide (RemitTableJob *job,
             const RemitCsvRow *row)
{
  remit_import_result_leave_out (job->result, REMIT_NOTE_ROW, row->line,
                                 ngettext ("%u cell, but the header has %u; skipped",
                                           "%u cells, but the header has %u; skipped",
                                           row->n_cells + row->n_more),
                                 row->n_cells + row->n_more, job->file->n_columns);
  return FALSE;
}

gboolean
remit_table_job_accept (RemitTableJob *job,
                        const RemitCsvRow *row)
{
  if (remit_csv_row_is_empty (row))
    {
      job->n_empty++;
      return FALSE;
    }
  if (is_swallowed (job, row))
    return FALSE;
  if (row->more)
    return refuse_wide (job, row);
  if (row->n_more > 0 && job->n_wide++ == 0)
    job->first_wide = row->line;
  if (row->n_cells < job->file->n_columns)
    remit_import_result_note (
      job->result, REMIT_NOTE_ROW, row->line,
      ngettext ("%u cell, but the header has %u; the missing cells were read as empty",
                "%u cells, but the header has %u; the missing cells were read as empty",
                row->n_cells),
      row->n_cells, job->file->n_columns);
  return TRUE;
}

void
remit_table_job_note_counts (RemitTableJob *job)
{
  if (job->n_empty > 0)
    remit_import_result_note (job->result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u empty row was skipped",
                                        "%'u empty rows were skipped", job->n_empty),
                              job->n_empty);
  if (job->n_wide > 0)
    remit_import_result_note (
      job->result, REMIT_NOTE_FILE, 0,
      ngettext ("%'u row, in line %u, has empty cells beyond those of the header; no data was lost",
                "%'u rows, the first in line %u, have empty cells beyond those of the header; no "
                "data was lost",
                job->n_wide),
      job->n_wide, job->first_wide);
}

gboolean
remit_table_job_finish (RemitTableJob *job,
                        GError **error)
{
  const RemitImportOptions *options = job->options;

  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  if (!options->dry_run && !remit_edit_commit (job->edit, error))
    return FALSE;
  if (options->progress != NULL)
    options->progress (1, options->progress_data);
  return TRUE;
}

/* Never written to, since there is nothing in it. */
static char nothing[] = "";

void
remit_table_job_describe (RemitTableJob *job,
                          gint64 plan,
                          RemitPlural phrases,
                          guint n)
{
  RemitMessage *label = remit_message_new_plural (phrases, n);

  remit_message_add_text (label, job->name);
  remit_edit_describe (job->edit, plan, label);
}

char *
remit_table_job_get (RemitTableJob *job,
                     const RemitCsvRow *row,
                     guint target)
{
  int column = job->columns[target];

  if (column < 0 || (guint) column >= row->n_cells)
    return nothing;
  remit_table_value_clean (row->cells[column], FALSE);
  return remit_table_value_is_nothing (row->cells[column]) ? nothing : row->cells[column];
}

char *
remit_table_job_get_lines (RemitTableJob *job,
                           const RemitCsvRow *row,
                           guint target)
{
  int column = job->columns[target];

  if (column < 0 || (guint) column >= row->n_cells)
    return nothing;
  remit_table_value_clean (row->cells[column], TRUE);
  return row->cells[column];
}

static const RemitField *
get_field (const RemitRecord *record,
           guint field)
{
  return &remit_record_get_info (record)->fields[field];
}

static void
fit (RemitTableJob *job,
     const RemitCsvRow *row,
     const RemitField *field,
     char *text)
{
  gsize maximum = field->maximum != 0 ? (gsize) field->maximum : REMIT_TEXT_MAX;
  gsize length = strlen (text);

  if (length <= maximum)
    return;
  *g_utf8_find_prev_char (text, text + maximum + 1) = '\0';
  remit_table_value_clean (text, TRUE);
  remit_import_result_note (job->result, REMIT_NOTE_VALUE, row->line,
                            /* Translators: the name of a field, two numbers of bytes */
                            _ ("%s: the text was cut from %zu to %zu bytes"),
                            remit_field_get_label (field), length, maximum);
}

void
remit_table_job_fit (RemitTableJob *job,
                     const RemitCsvRow *row,
                     RemitKind kind,
                     guint field,
                     char *text)
{
  fit (job, row, &remit_entity_info (kind)->fields[field], text);
}

gboolean
remit_table_job_set_text (RemitTableJob *job,
                          const RemitCsvRow *row,
                          RemitRecord *record,
                          guint field,
                          char *text)
{
  if (*text == '\0')
    return FALSE;
  fit (job, row, get_field (record, field), text);
  return remit_record_set_text (record, field, text);
}

static void
note_not (RemitTableJob *job,
          const RemitCsvRow *row,
          const char *label,
          const char *text,
          const char *expected)
{
  remit_import_result_note (job->result, REMIT_NOTE_VALUE, row->line,
                            /* Translators: the name of a field or a header, a value, and what
                             * the value should be */
                            _ ("%s: “%.80s” is not %s; skipped"), label, text, expected);
}

static void
note_range (RemitTableJob *job,
            const RemitCsvRow *row,
            const char *label,
            const char *text,
            gint64 percent)
{
  remit_import_result_note (job->result, REMIT_NOTE_VALUE, row->line,
                            /* Translators: the name of a field or a header, a range such as
                             * "60-80 %", a number of percent */
                            _ ("%s: “%.80s” was read as its lower end, %d %%"), label, text,
                            (int) percent);
}

/* Returns: percent within the bounds of the field; or -1, which is noted */
static gint64
read_percent (RemitTableJob *job,
              const RemitCsvRow *row,
              const RemitField *field,
              const char *label,
              const RemitTableReading *reading,
              const char *text)
{
  RemitTableAmount amount;
  gint64 percent = -1;
  g_autofree char *expected = NULL;

  if (remit_table_amount_parse (text, &amount))
    percent = remit_table_amount_to_percent (&amount, reading->unit, &job->week);
  if (percent >= MAX (field->minimum, 0) && percent <= field->maximum)
    {
      if (amount.is_range)
        note_range (job, row, label, text, percent);
      return percent;
    }
  expected = g_strdup_printf (_ ("a percentage from %d to %d"), (int) field->minimum,
                              (int) field->maximum);
  note_not (job, row, label, text, expected);
  return -1;
}

gint64
remit_table_job_read_share (RemitTableJob *job,
                            const RemitCsvRow *row,
                            guint target,
                            guint column)
{
  const RemitTableTarget *info = &job->targets[target];
  RemitTableAmount amount;
  const char *text;

  if (column >= row->n_cells)
    return 0;
  remit_table_value_clean (row->cells[column], FALSE);
  text = row->cells[column];
  if (remit_table_value_is_nothing (text)
      || (remit_table_amount_parse (text, &amount) && amount.value == 0))
    return 0;
  return MAX (read_percent (job, row, &remit_entity_info (info->kind)->fields[info->field],
                            job->file->headers[column], &job->readings[target], text),
              0);
}

/* Splits the demand of a row among its slots. */
static gboolean
set_percent (RemitTableJob *job,
             const RemitCsvRow *row,
             RemitRecord *record,
             guint field,
             const RemitTableReading *reading,
             const char *text)
{
  const RemitField *info = get_field (record, field);
  gint64 percent = *text != '\0' ? read_percent (job, row, info, remit_field_get_label (info),
                                                 reading, text)
                                 : -1;

  if (percent < 0)
    return FALSE;
  if (remit_record_get_kind (record) == REMIT_KIND_SLOT)
    percent = (percent + job->n_sharing / 2) / job->n_sharing;
  return remit_record_set_integer (record, field, percent);
}

gint64
remit_table_job_peek_day (RemitTableJob *job,
                          const RemitCsvRow *row,
                          guint target)
{
  const RemitTableReading *reading = &job->readings[target];
  const char *text = remit_table_job_get (job, row, target);
  RemitTableDay day;

  if (*text == '\0' || !remit_table_day_parse (text, &day) || (day.is_serial && !reading->serials))
    return 0;
  return day.days[reading->order];
}

gint64
remit_table_job_read_day (RemitTableJob *job,
                          const RemitCsvRow *row,
                          guint target)
{
  const char *text = remit_table_job_get (job, row, target);
  gint64 day = remit_table_job_peek_day (job, row, target);

  if (day == 0 && *text != '\0')
    note_not (job, row,
              remit_field_get_label (
                &remit_entity_info (job->targets[target].kind)->fields[job->targets[target].field]),
              text, _ ("an unambiguous date, such as 2026-03-31 or 31.3.2026"));
  return day;
}

gboolean
remit_table_job_are_in_order (RemitTableJob *job,
                              const RemitCsvRow *row,
                              gint64 from,
                              gint64 until)
{
  if (from == 0 || until == 0 || from <= until)
    return TRUE;
  remit_import_result_note (job->result, REMIT_NOTE_VALUE, row->line,
                            _ ("The first day is after the last; both were skipped"));
  return FALSE;
}

static gboolean
set_days (RemitTableJob *job,
          const RemitCsvRow *row,
          RemitRecord *record,
          guint target)
{
  const char *from = remit_table_job_get (job, row, target);
  const char *until = remit_table_job_get (job, row, target + 1);
  guint from_field = job->targets[target].field;
  guint until_field = job->targets[target + 1].field;
  gint64 from_day, until_day;
  gboolean changed;

  if (*from == '\0' && *until == '\0')
    return FALSE;
  from_day = remit_table_job_read_day (job, row, target);
  until_day = remit_table_job_read_day (job, row, target + 1);
  if (from_day == 0)
    from_day = remit_record_get_integer (record, from_field);
  if (until_day == 0)
    until_day = remit_record_get_integer (record, until_field);

  if (!remit_table_job_are_in_order (job, row, from_day, until_day))
    return FALSE;
  changed = remit_record_set_integer (record, from_field, from_day);
  return remit_record_set_integer (record, until_field, until_day) || changed;
}

static gboolean
set_target (RemitTableJob *job,
            const RemitCsvRow *row,
            RemitRecord *record,
            guint target)
{
  guint field = job->targets[target].field;
  const RemitField *info = get_field (record, field);

  if (info->flags & REMIT_FIELD_MULTILINE)
    return remit_table_job_set_text (job, row, record, field,
                                     remit_table_job_get_lines (job, row, target));
  if (info->kind == REMIT_FIELD_TEXT)
    return remit_table_job_set_text (job, row, record, field,
                                     remit_table_job_get (job, row, target));
  if (info->kind == REMIT_FIELD_PERCENT)
    return set_percent (job, row, record, field, &job->readings[target],
                        remit_table_job_get (job, row, target));
  return set_days (job, row, record, target);
}

/* Returns: whether a value is another one than before */
static gboolean
set_all (RemitTableJob *job,
         const RemitCsvRow *row,
         RemitRecord *record)
{
  gboolean changed = FALSE;

  /* Months say what an assignment has. */
  if (job->periods != NULL && remit_record_get_kind (record) == REMIT_KIND_ASSIGNMENT)
    return FALSE;
  for (guint i = 0; job->targets[i].name != NULL; i++)
    if (job->targets[i].kind == remit_record_get_kind (record))
      {
        changed |= set_target (job, row, record, i);
        i += get_field (record, job->targets[i].field)->kind == REMIT_FIELD_DATE;
      }
  return changed;
}

gboolean
remit_table_job_load_person (RemitTableJob *job,
                             gint64 id,
                             RemitRecord *record,
                             GError **error)
{
  RemitStatement *statement;

  if (job->select_person == NULL)
    job->select_person = remit_store_get_select (REMIT_KIND_PERSON, "WHERE t.id = ?1");
  statement = remit_store_query (job->store, job->select_person, id, 0, error);
  if (remit_store_step (job->store, statement))
    remit_store_read (statement, record);
  return remit_store_finish (job->store, statement, error);
}

gboolean
remit_table_job_insert (RemitTableJob *job,
                        const RemitCsvRow *row,
                        RemitRecord *record,
                        GError **error)
{
  set_all (job, row, record);
  job->result->added[remit_record_get_kind (record)]++;
  return remit_edit_insert (job->edit, record, error);
}

gboolean
remit_table_job_update (RemitTableJob *job,
                        const RemitCsvRow *row,
                        RemitRecord *record,
                        gboolean changed,
                        GError **error)
{
  changed |= set_all (job, row, record);
  if (!changed)
    remit_import_result_count_same (job->result, remit_record_get_kind (record),
                                    remit_record_get_id (record));
  else
    job->result->changed[remit_record_get_kind (record)]++;
  return !changed || remit_edit_update (job->edit, record, error);
}
