/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports people and slots from CSV files: detection, mapping, and the run. */
#include "remit-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-table-way.h"
#include "model/remit-day.h"
#include "remit-table-memory.h"
#include "remit-table-private.h"
#include "remit-table-status.h"

#define N_SHOWN 3

/* Rows that are looked at, for which columns have something in them, and what; fewer of a table
 * that is very wide. */
#define N_LOOKED_AT 200
#define N_KEPT_CELLS 200000

static guint
get_target_by_month (RemitTableImport *self)
{
  return self->kind == REMIT_TABLE_SEATS ? (guint) REMIT_TABLE_SEATS_ALLOCATION
                                         : (guint) REMIT_TABLE_PEOPLE_CAPACITY;
}

/* “Status” may be that of a contract, and “Estado” is a part of a country, too. */
static void
check_status (RemitTableImport *self)
{
  int column = self->columns[REMIT_TABLE_PEOPLE_STATUS];

  if (self->kind == REMIT_TABLE_PEOPLE && column >= 0
      && !remit_table_status_are (remit_table_import_get_sample (self, (guint) column)))
    self->columns[REMIT_TABLE_PEOPLE_STATUS] = -1;
}

/* Months go before a column that says the same of all time; a person has one capacity. */
static void
guess_periods (RemitTableImport *self)
{
  guint target = get_target_by_month (self);
  const RemitTablePeriod *period;

  if (self->periods->len == 0)
    return;
  for (guint i = 0; i < REMIT_TABLE_MAX_TARGETS; i++)
    if (remit_table_periods_get (self->periods, self->columns[i]) != NULL)
      self->columns[i] = -1;
  period = self->kind == REMIT_TABLE_SEATS
             ? &g_array_index (self->periods, RemitTablePeriod, 0)
             : remit_table_periods_choose (self->periods, remit_day_today ());
  if (self->kind == REMIT_TABLE_SEATS || self->columns[target] < 0)
    self->columns[target] = (int) period->column;
}

static void
guess (RemitTableImport *self)
{
  remit_table_mapping_guess (self->kind, self->file->headers, self->n_filled, self->columns);
  check_status (self);
  guess_periods (self);
  remit_table_columns_decide_early (self);
}

static gboolean
take_sample (const RemitCsvRow *row,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  RemitTableImport *self = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      GPtrArray *column = g_ptr_array_index (self->samples, i);

      remit_table_value_clean (row->cells[i], FALSE);
      if (remit_table_value_is_nothing (row->cells[i]))
        continue;
      self->n_filled[i]++;
      g_ptr_array_insert (column, (int) column->len - 1, g_strdup (row->cells[i]));
    }
  self->n_rows++;
  return self->n_rows < MIN (N_LOOKED_AT, MAX (N_SHOWN, N_KEPT_CELLS / self->file->n_columns));
}

static gboolean
read_samples (RemitTableImport *self,
              GError **error)
{
  guint n_columns = self->file->n_columns;

  self->n_filled = g_new0 (guint, n_columns);
  self->samples = g_ptr_array_new_full (n_columns, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_columns; i++)
    {
      GPtrArray *column = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (column, NULL);
      g_ptr_array_add (self->samples, column);
    }
  return remit_csv_file_read (self->file, NULL, 0, 0, take_sample, self, error);
}

static gboolean
looks_like_value (const char *cell)
{
  RemitTableAmount amount;
  RemitTableDay day;

  return strchr (cell, '@') != NULL || remit_table_day_parse (cell, &day)
         || (g_ascii_isdigit (*cell) && remit_table_amount_parse (cell, &amount));
}

/* Headers that nobody has heard of can be mapped by hand, but values are none. */
static gboolean
check_header (RemitTableImport *self,
              GError **error)
{
  const char *const *headers = self->file->headers;
  int columns[REMIT_TABLE_MAX_TARGETS];

  if (remit_table_mapping_guess (REMIT_TABLE_PEOPLE, headers, NULL, columns) > 0
      || remit_table_mapping_guess (REMIT_TABLE_SEATS, headers, NULL, columns) > 0)
    return TRUE;
  for (guint i = 0; headers[i] != NULL; i++)
    if (looks_like_value (headers[i]))
      return remit_exchange_refuse (error,
                                    _ ("Line %u does not name the columns: “%.80s” is a value. The "
                                       "first line must be a header, for example “Name, E-mail”."),
                                    self->file->header_line, headers[i]);
  return TRUE;
}

static int
get_year (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) remit_day_today ());
  return g_date_get_year (&date);
}

RemitTableImport *
remit_table_import_open (const char *path,
                         GError **error)
{
  return remit_table_import_open_as (&(RemitSheetInput){ .path = path }, error);
}

RemitTableImport *
remit_table_import_open_as (const RemitSheetInput *input,
                            GError **error)
{
  RemitCsvFile *file = remit_sheet_open (input, error);

  return file != NULL ? remit_table_import_new (file, error) : NULL;
}

RemitTableImport *
remit_table_import_new (RemitCsvFile *file,
                        GError **error)
{
  g_autoptr (RemitTableImport) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (RemitTableImport, 1);
  self->file = file;
  self->name = g_strdup (file->name);
  self->columns = g_new (int, REMIT_TABLE_MAX_TARGETS);
  self->readings = g_new0 (RemitTableReading, REMIT_TABLE_MAX_TARGETS);
  self->tallies = g_new0 (RemitTableTally, REMIT_TABLE_MAX_TARGETS);
  self->periods = remit_table_periods_find (file->headers, get_year (), &self->is_year_guessed);
  if (!check_header (self, error) || !read_samples (self, error))
    return NULL;

  self->kind = remit_table_mapping_guess_kind (self->file->headers);
  guess (self);
  return g_steal_pointer (&self);
}

void
remit_table_import_free (RemitTableImport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  remit_csv_file_free (self->file);
  g_free (self->columns);
  g_free (self->readings);
  g_free (self->tallies);
  g_free (self->n_filled);
  g_free (self->name);
  g_free (self);
}

void
remit_table_import_set_kind (RemitTableImport *self,
                             RemitTableKind kind)
{
  g_return_if_fail (self != NULL);

  self->kind = kind;
  /* they are those of other fields */
  memset (self->readings, 0, REMIT_TABLE_MAX_TARGETS * sizeof *self->readings);
  guess (self);
}

const char *const *
remit_table_import_get_sample (RemitTableImport *self,
                               guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->samples->len, NULL);

  return (const char *const *) ((GPtrArray *) g_ptr_array_index (self->samples, column))->pdata;
}

int
remit_table_import_get_mapping (RemitTableImport *self,
                                const char *target)
{
  int index;

  g_return_val_if_fail (self != NULL && target != NULL, -1);

  index = remit_table_mapping_find_target (self->kind, target);
  return index >= 0 ? self->columns[index] : -1;
}

gboolean
remit_table_import_set_mapping (RemitTableImport *self,
                                const char *target,
                                int column,
                                GError **error)
{
  int index;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  index = remit_table_mapping_find_target (self->kind, target);
  if (index < 0)
    return remit_exchange_refuse (error, _ ("Unknown field “%s”"), target);
  if (column >= (int) self->file->n_columns)
    return remit_exchange_refuse (error, _ ("The file has no column %d, only %u"), column + 1,
                                  self->file->n_columns);
  self->columns[index] = MAX (column, -1);
  remit_table_columns_decide_early (self);
  return TRUE;
}

gboolean
remit_table_import_is_by_month (RemitTableImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return remit_table_periods_get (self->periods, self->columns[get_target_by_month (self)]) != NULL;
}

void
remit_table_import_set_by_month (RemitTableImport *self)
{
  g_return_if_fail (self != NULL);

  guess_periods (self);
  remit_table_columns_decide_early (self);
}

const RemitTablePeriod *
remit_table_import_get_period (RemitTableImport *self,
                               guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!remit_table_import_is_by_month (self)
      || (self->kind == REMIT_TABLE_PEOPLE
          && self->columns[REMIT_TABLE_PEOPLE_CAPACITY] != (int) column))
    return NULL;
  return remit_table_periods_get (self->periods, (int) column);
}

gboolean
remit_table_import_get_measure (RemitTableImport *self,
                                guint target,
                                RemitTableMeasure *measure)
{
  g_return_val_if_fail (self != NULL && target < REMIT_TABLE_MAX_TARGETS, FALSE);

  return remit_table_target_get_measure (&remit_table_get_targets (self->kind)[target], measure);
}

static int
find_way (const char *const *ways,
          const char *way)
{
  for (int i = 0; ways[i] != NULL; i++)
    if (g_str_equal (ways[i], way))
      return i;
  return -1;
}

gboolean
remit_table_import_choose (RemitTableImport *self,
                           const char *target,
                           const char *way,
                           GError **error)
{
  RemitTableMeasure measure;
  g_autofree char *list = NULL;
  int index, chosen;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  index = remit_table_mapping_find_target (self->kind, target);
  if (index < 0 || !remit_table_import_get_measure (self, (guint) index, &measure))
    return remit_exchange_refuse (error, _ ("The field “%s” can be read in only one way"),
                                  target);
  chosen = way != NULL ? find_way (remit_table_measure_get_ways (measure), way) : -1;
  if (way != NULL && chosen < 0)
    {
      list = g_strjoinv (", ", (GStrv) remit_table_measure_get_ways (measure));
      return remit_exchange_refuse (error,
                                    /* Translators: the name of a field, a word, a list of words */
                                    _ ("The field “%s” cannot be read as “%s”. Possible: %s"),
                                    target,
                                    way, list);
    }
  remit_table_reading_choose (&self->readings[index], measure, chosen);
  remit_table_columns_decide_early (self);
  return TRUE;
}

void
remit_table_import_choose_order (RemitTableImport *self,
                                 RemitTableDayOrder order)
{
  const RemitTableTarget *targets;
  RemitTableMeasure measure;

  g_return_if_fail (self != NULL);

  targets = remit_table_get_targets (self->kind);
  for (guint i = 0; targets[i].name != NULL; i++)
    if (remit_table_target_get_measure (&targets[i], &measure) && measure == REMIT_TABLE_DAYS)
      remit_table_reading_choose (&self->readings[i], measure, (int) order);
  remit_table_columns_decide_early (self);
}

char *
remit_table_import_dup_reading (RemitTableImport *self,
                                guint target)
{
  RemitTableMeasure measure;
  int way;

  g_return_val_if_fail (self != NULL && target < REMIT_TABLE_MAX_TARGETS, NULL);

  if (!remit_table_import_get_measure (self, target, &measure)
      || !remit_table_tally_has_question (&self->tallies[target], measure))
    return NULL;
  way = remit_table_reading_get_way (&self->readings[target], measure);
  /* the usual way to write names is none to speak of */
  if (measure == REMIT_TABLE_NAMES && way == 0)
    return NULL;
  return g_strdup (way >= 0 ? remit_table_measure_get_way_label (measure, (guint) way)
                            : remit_table_unit_get_label (REMIT_TABLE_UNIT_NONE));
}

gboolean
remit_table_import_is_unsure (RemitTableImport *self,
                              guint target)
{
  RemitTableMeasure measure;

  g_return_val_if_fail (self != NULL && target < REMIT_TABLE_MAX_TARGETS, FALSE);

  return self->columns[target] >= 0 && remit_table_import_get_measure (self, target, &measure)
         && remit_table_tally_has_question (&self->tallies[target], measure)
         && !self->readings[target].is_chosen
         && self->readings[target].confidence == REMIT_TABLE_UNSURE;
}

GStrv
remit_table_import_dup_values (RemitTableImport *self,
                               guint target,
                               const RemitTableWeek *week)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  const char *const *sample;
  RemitTableMeasure measure;
  gboolean has_ways;

  g_return_val_if_fail (self != NULL && target < REMIT_TABLE_MAX_TARGETS, NULL);

  if (self->columns[target] < 0)
    return g_strv_builder_end (values);
  has_ways = remit_table_import_get_measure (self, target, &measure);
  sample = remit_table_import_get_sample (self, (guint) self->columns[target]);
  for (guint i = 0; i < N_SHOWN && sample[i] != NULL; i++)
    {
      g_autofree char *value =
        has_ways ? remit_table_reading_dup_value (&self->readings[target], measure, sample[i], week)
                 : g_strdup (sample[i]);
      g_autofree char *bracketed = g_strdup_printf ("(%s)", sample[i]);

      g_strv_builder_add (values, value != NULL ? value : bracketed);
    }
  return g_strv_builder_end (values);
}

const RemitTableTarget *
remit_table_import_find_missing (RemitTableImport *self)
{
  const RemitTableTarget *targets;

  g_return_val_if_fail (self != NULL, NULL);

  targets = remit_table_get_targets (self->kind);
  for (guint i = 0; targets[i].name != NULL; i++)
    if (targets[i].required && self->columns[i] < 0)
      return &targets[i];
  return NULL;
}

static gboolean
check_mapping (RemitTableImport *self,
               GError **error)
{
  const RemitTableTarget *missing = remit_table_import_find_missing (self);
  g_autofree char *headers = NULL;

  if (missing == NULL)
    return TRUE;
  headers = g_strjoinv (", ", (GStrv) self->file->headers);
  return remit_exchange_refuse (error,
                                /* Translators: a line of a file, what a column is needed for, a
                                 * list of headers */
                                _ ("Line %u: no column matches “%s”. Choose the column, or rename "
                                   "one in the header, which has: %.300s"),
                                self->file->header_line, _ (missing->label), headers);
}

RemitImportResult *
remit_table_import_run (RemitTableImport *self,
                        RemitStore *store,
                        const RemitImportOptions *options,
                        GError **error)
{
  static const RemitImportOptions no_options;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitStore) target = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  RemitTableJob job = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!check_mapping (self, error)
      || !remit_table_columns_decide (self, options, REMIT_TABLE_SHARE_DECIDED, error))
    return NULL;
  target = remit_import_options_dup_store (options, store, error);
  edit = target != NULL ? remit_edit_begin (target, NULL, error) : NULL;
  if (edit == NULL)
    return NULL;
  remit_edit_set_bulk (edit);
  if (!remit_table_week_read (&job.week, target, error))
    return NULL;

  result = remit_import_result_new ();
  remit_import_result_watch (result, options, edit);
  job = (RemitTableJob){ .file = self->file,
                         .name = self->name,
                         .targets = remit_table_get_targets (self->kind),
                         .columns = self->columns,
                         .readings = self->readings,
                         .periods = self->kind == REMIT_TABLE_SEATS
                                        && remit_table_import_is_by_month (self)
                                      ? self->periods
                                      : NULL,
                         .n_sharing = 1,
                         .week = job.week,
                         .options = options != NULL ? options : &no_options,
                         .store = target,
                         .edit = edit,
                         .result = result };
  remit_table_import_note (self, result);
  if (!(self->kind == REMIT_TABLE_SEATS ? remit_table_seats_run (&job, error)
                                        : remit_table_people_run (&job, error)))
    return NULL;
  remit_table_job_note_counts (&job);
  remit_import_told_finish (result->told, target);
  /* how a table was taken that brought something is what the next one like it begins with */
  if (remit_import_result_has_changes (result) && !remit_table_memory_keep (self, edit, error))
    return NULL;
  return remit_table_job_finish (&job, error) ? g_steal_pointer (&result) : NULL;
}
