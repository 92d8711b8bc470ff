/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at all values of the columns of a CSV file, before any is taken. */
#include "exchange/table/value/remit-table-value.h"
#include "remit-table-private.h"

gboolean
remit_table_target_get_measure (const RemitTableTarget *target,
                                RemitTableMeasure *measure)
{
  static const struct
  {
    RemitKind kind;
    RemitTableMeasure measure;
  } amounts[] = {
    { REMIT_KIND_PERSON, REMIT_TABLE_CAPACITY },
    { REMIT_KIND_ASSIGNMENT, REMIT_TABLE_ALLOCATION },
    { REMIT_KIND_SLOT, REMIT_TABLE_NEED },
  };
  const RemitField *field;

  *measure = REMIT_TABLE_NAMES;
  if (target == &remit_table_get_targets (REMIT_TABLE_PEOPLE)[REMIT_TABLE_PEOPLE_NAME])
    return TRUE;
  if (target->kind == REMIT_KIND_NONE)
    return FALSE;
  field = &remit_entity_info (target->kind)->fields[target->field];
  *measure = REMIT_TABLE_DAYS;
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].kind == target->kind && field->kind == REMIT_FIELD_PERCENT)
      *measure = amounts[i].measure;
  return field->kind == REMIT_FIELD_DATE || field->kind == REMIT_FIELD_PERCENT;
}

/* Names are enough of these to tell in which order they are written. */
#define N_NAMES 1000

/* The targets whose values are counted. */
typedef struct {
  RemitTableImport *import;
  guint n_rows;
  gboolean are_names; /* and nothing else */
  guint targets[REMIT_TABLE_MAX_TARGETS];
  RemitTableMeasure measures[REMIT_TABLE_MAX_TARGETS];
  guint n_targets;
} Count;

static void
count_init (Count *self,
            RemitTableImport *import)
{
  const RemitTableTarget *targets = remit_table_get_targets (import->kind);

  *self = (Count){ .import = import };
  for (guint i = 0; targets[i].name != NULL; i++)
    {
      import->tallies[i] = (RemitTableTally){ 0 };
      if (import->columns[i] < 0
          || !remit_table_target_get_measure (&targets[i], &self->measures[self->n_targets]))
        continue;
      self->are_names = self->n_targets == 0 && self->measures[0] == REMIT_TABLE_NAMES;
      self->targets[self->n_targets++] = i;
    }
}

static void
count_value (Count *self,
             guint i,
             const char *value)
{
  remit_table_tally_add (&self->import->tallies[self->targets[i]], value, self->measures[i]);
}

/* Returns: the column @n of target @i: months are several; or -1 */
static int
get_column (Count *self,
            guint i,
            guint n)
{
  RemitTableImport *import = self->import;
  guint target = self->targets[i];

  if (import->kind == REMIT_TABLE_SEATS && target == REMIT_TABLE_SEATS_ALLOCATION
      && remit_table_import_is_by_month (import))
    return n < import->periods->len
             ? (int) g_array_index (import->periods, RemitTablePeriod, n).column
             : -1;
  return n == 0 ? import->columns[target] : -1;
}

static gboolean
count_row (const RemitCsvRow *row,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Count *self = data;
  int column;

  for (guint i = 0; i < self->n_targets; i++)
    for (guint n = 0; (column = get_column (self, i, n)) >= 0; n++)
      {
        if ((guint) column >= row->n_cells)
          continue;
        remit_table_value_clean (row->cells[column], FALSE);
        if (!remit_table_value_is_nothing (row->cells[column]))
          count_value (self, i, row->cells[column]);
      }
  return !self->are_names || ++self->n_rows < N_NAMES;
}

/* Returns: what stands first in days where it is said, or where only one order makes days; -1 when
 * nothing tells */
static int
find_shared_order (Count *self)
{
  guint n_only[2] = { 0 };

  for (guint i = 0; i < self->n_targets; i++)
    {
      const RemitTableReading *reading = &self->import->readings[self->targets[i]];

      if (self->measures[i] != REMIT_TABLE_DAYS)
        continue;
      if (reading->is_chosen)
        return (int) reading->order;
      for (guint order = 0; order < G_N_ELEMENTS (n_only); order++)
        n_only[order] += self->import->tallies[self->targets[i]].n_only[order];
    }
  if (n_only[REMIT_TABLE_DAY_FIRST] == n_only[REMIT_TABLE_MONTH_FIRST])
    return -1;
  return n_only[REMIT_TABLE_DAY_FIRST] > n_only[REMIT_TABLE_MONTH_FIRST] ? REMIT_TABLE_DAY_FIRST
                                                                         : REMIT_TABLE_MONTH_FIRST;
}

/* All columns of a file were written by one hand, or one program. */
static void
share_order (Count *self)
{
  int order = find_shared_order (self);

  for (guint i = 0; order >= 0 && i < self->n_targets; i++)
    {
      RemitTableReading *reading = &self->import->readings[self->targets[i]];

      if (self->measures[i] != REMIT_TABLE_DAYS || reading->is_chosen
          || reading->confidence != REMIT_TABLE_UNSURE)
        continue;
      reading->order = (RemitTableDayOrder) order;
      reading->confidence = REMIT_TABLE_LIKELY;
    }
}

static void
decide (Count *self)
{
  RemitTableImport *import = self->import;

  for (guint i = 0; i < self->n_targets; i++)
    {
      guint target = self->targets[i];

      remit_table_reading_decide (&import->readings[target], &import->tallies[target],
                                  import->file->headers[import->columns[target]],
                                  self->measures[i]);
    }
  share_order (self);
}

void
remit_table_columns_decide_early (RemitTableImport *import)
{
  Count count;
  int column;

  count_init (&count, import);
  for (guint i = 0; i < count.n_targets; i++)
    for (guint n = 0; (column = get_column (&count, i, n)) >= 0; n++)
      {
        const char *const *values = remit_table_import_get_sample (import, (guint) column);

        for (guint j = 0; values[j] != NULL; j++)
          count_value (&count, i, values[j]);
      }
  decide (&count);
}

gboolean
remit_table_columns_decide (RemitTableImport *import,
                            const RemitImportOptions *options,
                            double until,
                            GError **error)
{
  Count count;

  count_init (&count, import);
  if (count.n_targets == 0)
    return TRUE;
  if (!remit_csv_file_read (import->file, options, 0, until, count_row, &count, error))
    return FALSE;
  decide (&count);
  return TRUE;
}

gboolean
remit_table_week_read (RemitTableWeek *self,
                       RemitStore *store,
                       GError **error)
{
  g_autoptr (RemitRecord) settings = remit_store_load (store, REMIT_KIND_SETTINGS, 1, error);
  gint64 days;

  if (settings == NULL)
    return FALSE;
  self->hours = (double) (remit_record_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL)
                          - remit_record_get_integer (settings, REMIT_SETTINGS_WORK_FROM))
                / 60;
  self->days = 0;
  for (days = remit_record_get_integer (settings, REMIT_SETTINGS_WORK_DAYS); days != 0; days >>= 1)
    self->days += days & 1;
  return TRUE;
}
