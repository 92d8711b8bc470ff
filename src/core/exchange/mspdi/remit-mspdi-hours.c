/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working hours of a workspace, as a calendar of a project has them. */
#include "remit-mspdi-hours.h"

#define DAYS_OF_WEEK 7

static void
read_settings (RemitMspdiHours *self,
               const RemitRecord *settings)
{
  const RemitField *fields = remit_settings_info.fields;

  self->from = fields[REMIT_SETTINGS_WORK_FROM].initial;
  self->until = fields[REMIT_SETTINGS_WORK_UNTIL].initial;
  self->days = fields[REMIT_SETTINGS_WORK_DAYS].initial;
  if (settings == NULL
      || remit_record_get_integer (settings, REMIT_SETTINGS_WORK_FROM)
           >= remit_record_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL))
    return;
  self->from = remit_record_get_integer (settings, REMIT_SETTINGS_WORK_FROM);
  self->until = remit_record_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL);
  self->days = remit_record_get_integer (settings, REMIT_SETTINGS_WORK_DAYS);
}

gboolean
remit_mspdi_hours_read (RemitMspdiHours *self,
                        RemitStore *store,
                        GError **error)
{
  g_autoptr (RemitRecord) settings = NULL;
  g_autoptr (GPtrArray) holidays = NULL;
  g_autoptr (GError) local_error = NULL;

  self->holidays = g_array_new (FALSE, FALSE, sizeof (gint64));
  settings = remit_store_load (store, REMIT_KIND_SETTINGS, 1, &local_error);
  if (local_error == NULL)
    holidays = remit_store_load_all (store, REMIT_KIND_HOLIDAY, "WHERE ?1 = ?1 ORDER BY t.day", 0,
                                     &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  read_settings (self, settings);
  for (guint i = 0; i < holidays->len; i++)
    {
      gint64 day = remit_record_get_integer (holidays->pdata[i], REMIT_HOLIDAY_DAY);

      g_array_append_val (self->holidays, day);
    }
  return TRUE;
}

void
remit_mspdi_hours_clear (RemitMspdiHours *self)
{
  g_clear_pointer (&self->holidays, g_array_unref);
}

gboolean
remit_mspdi_hours_has_weekday (const RemitMspdiHours *self,
                               guint weekday)
{
  return (self->days >> weekday & 1) != 0;
}

/* Julian day 1, the first of January of the year 1, was a Monday. */
static guint
get_weekday (gint64 day)
{
  return (guint) ((day - 1) % DAYS_OF_WEEK);
}

static gint64
count_days (const RemitMspdiHours *self,
            gint64 from,
            gint64 until)
{
  gint64 n_weeks = (until - from + 1) / DAYS_OF_WEEK;
  gint64 n = 0;

  for (guint i = 0; i < DAYS_OF_WEEK; i++)
    n += remit_mspdi_hours_has_weekday (self, i) ? n_weeks : 0;
  for (gint64 day = from + n_weeks * DAYS_OF_WEEK; day <= until; day++)
    n += remit_mspdi_hours_has_weekday (self, get_weekday (day));
  return n;
}

/* Returns: the first of the holidays that is not before a day */
static guint
find_holiday (const RemitMspdiHours *self,
              gint64 day)
{
  guint low = 0;
  guint high = self->holidays->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->holidays, gint64, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gint64
remit_mspdi_hours_count (const RemitMspdiHours *self,
                         gint64 from,
                         gint64 until)
{
  gint64 n = count_days (self, from, until);

  for (guint i = find_holiday (self, from); i < self->holidays->len; i++)
    {
      gint64 day = g_array_index (self->holidays, gint64, i);

      if (day > until)
        break;
      n -= remit_mspdi_hours_has_weekday (self, get_weekday (day));
    }
  return n * (self->until - self->from);
}
