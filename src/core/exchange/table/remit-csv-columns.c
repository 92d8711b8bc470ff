/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at all values of the columns of a CSV file, before any is taken. */
#include "remit-csv-private.h"
#include "remit-csv-value.h"

gboolean
remit_csv_target_get_measure (const RemitCsvTarget *target,
                              RemitCsvMeasure *measure)
{
  static const struct
  {
    RemitKind kind;
    RemitCsvMeasure measure;
  } amounts[] = {
    { REMIT_KIND_PERSON, REMIT_CSV_CAPACITY },
    { REMIT_KIND_ASSIGNMENT, REMIT_CSV_ALLOCATION },
    { REMIT_KIND_SLOT, REMIT_CSV_NEED },
  };
  const RemitField *field;

  *measure = REMIT_CSV_NAMES;
  if (target == &remit_csv_get_targets (REMIT_CSV_PEOPLE)[REMIT_CSV_PEOPLE_NAME])
    return TRUE;
  if (target->kind == REMIT_KIND_NONE)
    return FALSE;
  field = &remit_entity_info (target->kind)->fields[target->field];
  *measure = REMIT_CSV_DAYS;
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].kind == target->kind && field->kind == REMIT_FIELD_PERCENT)
      *measure = amounts[i].measure;
  return field->kind == REMIT_FIELD_DATE || field->kind == REMIT_FIELD_PERCENT;
}

/* Names are enough of these to tell in which order they are written. */
#define N_NAMES 1000

/* The targets whose values are counted. */
typedef struct {
  RemitCsvImport *import;
  guint n_rows;
  gboolean are_names; /* and nothing else */
  guint targets[REMIT_CSV_MAX_TARGETS];
  RemitCsvMeasure measures[REMIT_CSV_MAX_TARGETS];
  guint n_targets;
} Count;

static void
count_init (Count *self,
            RemitCsvImport *import)
{
  const RemitCsvTarget *targets = remit_csv_get_targets (import->kind);

  *self = (Count){ .import = import };
  for (guint i = 0; targets[i].name != NULL; i++)
    {
      import->tallies[i] = (RemitCsvTally){ 0 };
      if (import->columns[i] < 0
          || !remit_csv_target_get_measure (&targets[i], &self->measures[self->n_targets]))
        continue;
      self->are_names = self->n_targets == 0 && self->measures[0] == REMIT_CSV_NAMES;
      self->targets[self->n_targets++] = i;
    }
}

static gboolean
count_row (const RemitCsvRow *row,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Count *self = data;

  for (guint i = 0; i < self->n_targets; i++)
    {
      guint column = (guint) self->import->columns[self->targets[i]];

      if (column >= row->n_cells)
        continue;
      remit_csv_value_clean (row->cells[column], FALSE);
      if (!remit_csv_value_is_nothing (row->cells[column]))
        remit_csv_tally_add (&self->import->tallies[self->targets[i]], row->cells[column],
                             self->measures[i]);
    }
  return !self->are_names || ++self->n_rows < N_NAMES;
}

/* All columns of a file were written by one hand, or one program. */
static void
share_order (Count *self)
{
  RemitCsvTally all = { 0 };
  RemitCsvReading shared = { 0 };

  for (guint i = 0; i < self->n_targets; i++)
    if (self->measures[i] == REMIT_CSV_DAYS)
      for (guint order = 0; order < G_N_ELEMENTS (all.n_only); order++)
        all.n_only[order] += self->import->tallies[self->targets[i]].n_only[order];
  if (all.n_only[REMIT_CSV_DAY_FIRST] == all.n_only[REMIT_CSV_MONTH_FIRST])
    return;
  remit_csv_reading_decide (&shared, &all, "", REMIT_CSV_DAYS);
  for (guint i = 0; i < self->n_targets; i++)
    {
      RemitCsvReading *reading = &self->import->readings[self->targets[i]];

      if (self->measures[i] != REMIT_CSV_DAYS || reading->is_chosen
          || reading->confidence != REMIT_CSV_UNSURE)
        continue;
      reading->order = shared.order;
      reading->confidence = REMIT_CSV_LIKELY;
    }
}

gboolean
remit_csv_columns_decide (RemitCsvImport *import,
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
  for (guint i = 0; i < count.n_targets; i++)
    {
      guint target = count.targets[i];

      remit_csv_reading_decide (&import->readings[target], &import->tallies[target],
                                import->file->headers[import->columns[target]], count.measures[i]);
    }
  share_order (&count);
  return TRUE;
}

gboolean
remit_csv_week_read (RemitCsvWeek *self,
                     RemitStore *store,
                     GError **error)
{
  g_autoptr (RemitRecord) settings = remit_store_load (store, REMIT_KIND_SETTINGS, 1, error);
  gint64 days;

  if (settings == NULL)
    return FALSE;
  self->hours = (double) (remit_record_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL)
                          - remit_record_get_integer (settings, REMIT_SETTINGS_WORK_FROM)) / 60;
  self->days = 0;
  for (days = remit_record_get_integer (settings, REMIT_SETTINGS_WORK_DAYS); days != 0; days >>= 1)
    self->days += days & 1;
  return TRUE;
}
