/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days without work: holidays of a project, absences of its people. */
#include <glib/gi18n-lib.h>

#include "remit-mspdi-import-private.h"

/* Days that are made holidays: some centuries of them. */
#define MAX_HOLIDAYS 5000

static const RemitMspdiCalendar *
find_calendar (RemitMspdiImport *self,
               gint64 uid)
{
  int index = remit_mspdi_import_find (self->calendars, uid);

  return index >= 0 ? &g_array_index (self->project->calendars, RemitMspdiCalendar, index) : NULL;
}

/* ── Holidays ─────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitMspdiImport *import;
  GHashTable *days; /* that are holidays, as Julian numbers */
  RemitRecord *record;
  guint n_more;
} Holidays;

static gboolean
load_holidays (Holidays *self,
               GError **error)
{
  g_autoptr (GPtrArray) records = remit_store_load_all (self->import->job.store,
                                                        REMIT_KIND_HOLIDAY, "WHERE ?1 = ?1", 0,
                                                        error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (self->days, GINT_TO_POINTER (
                                    (int) remit_record_get_integer (records->pdata[i],
                                                                    REMIT_HOLIDAY_DAY)));
  return records != NULL;
}

static gboolean
add_holiday (Holidays *self,
             gint64 day,
             const char *name,
             GError **error)
{
  if (!g_hash_table_add (self->days, GINT_TO_POINTER ((int) day)))
    return TRUE;
  remit_record_reset (self->record);
  remit_record_set_integer (self->record, REMIT_HOLIDAY_DAY, day);
  remit_mspdi_import_set_text (self->import, 0, self->record, REMIT_HOLIDAY_NAME, name);
  return remit_mspdi_import_insert (self->import, self->record, error);
}

static gboolean
add_holidays (Holidays *self,
              const GArray *pauses,
              GError **error)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      const RemitMspdiPause *pause = &g_array_index (pauses, RemitMspdiPause, i);

      for (gint64 day = pause->from; day <= pause->until; day++)
        if (self->import->job.result->added[REMIT_KIND_HOLIDAY] >= MAX_HOLIDAYS)
          {
            self->n_more++;
            break;
          }
        else if (!add_holiday (self, day, pause->name, error))
          return FALSE;
    }
  return TRUE;
}

/* The calendar, and those that it is based on, each of them once. */
static gboolean
walk (Holidays *self,
      const RemitMspdiCalendar *calendar,
      GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (; calendar != NULL; calendar = find_calendar (self->import, calendar->base))
    {
      if (!g_hash_table_add (seen, (gpointer) calendar))
        {
          remit_import_result_note (self->import->job.result, REMIT_NOTE_FILE, 0,
                                    /* Translators: the number of a calendar */
                                    _ ("The calendar %ld is based on itself"),
                                    (long) calendar->uid);
          break;
        }
      if (!add_holidays (self, calendar->pauses, error))
        return FALSE;
    }
  if (self->n_more > 0)
    remit_import_result_note (self->import->job.result, REMIT_NOTE_FILE, 0,
                              _ ("The calendar of the project has more than %'d holidays; the "
                                 "others were skipped"), MAX_HOLIDAYS);
  return TRUE;
}

gboolean
remit_mspdi_import_holidays (RemitMspdiImport *self,
                             GError **error)
{
  Holidays holidays = { .import = self, .days = g_hash_table_new (NULL, NULL),
                        .record = remit_record_new (REMIT_KIND_HOLIDAY) };
  const RemitMspdiCalendar *calendar = find_calendar (self, self->project->calendar);
  gboolean done;

  if (calendar == NULL && self->project->calendar > 0)
    remit_import_result_note (self->job.result, REMIT_NOTE_FILE, 0,
                              /* Translators: the number of a calendar */
                              _ ("The calendar of the project, %ld, is not in the file"),
                              (long) self->project->calendar);
  done = load_holidays (&holidays, error) && walk (&holidays, calendar, error);
  g_hash_table_unref (holidays.days);
  remit_record_free (holidays.record);
  return done;
}

/* ── Absences ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_absence (const GPtrArray *there,
             const RemitMspdiPause *pause)
{
  for (guint i = 0; i < there->len; i++)
    if (remit_record_get_integer (there->pdata[i], REMIT_ABSENCE_FROM) == pause->from
        && remit_record_get_integer (there->pdata[i], REMIT_ABSENCE_UNTIL) == pause->until)
      return TRUE;
  return FALSE;
}

static gboolean
add_absences (RemitMspdiImport *self,
              const RemitMspdiResource *resource,
              const GArray *pauses,
              gint64 person,
              GPtrArray *there,
              GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_ABSENCE);
  gint64 last_from = 0;
  gint64 last_until = 0;

  for (guint i = 0; i < pauses->len; i++)
    {
      const RemitMspdiPause *pause = &g_array_index (pauses, RemitMspdiPause, i);

      if ((pause->from == last_from && pause->until == last_until) || has_absence (there, pause))
        continue;
      remit_record_reset (record);
      remit_record_set_integer (record, REMIT_ABSENCE_PERSON, person);
      remit_record_set_integer (record, REMIT_ABSENCE_FROM, last_from = pause->from);
      remit_record_set_integer (record, REMIT_ABSENCE_UNTIL, last_until = pause->until);
      remit_mspdi_import_set_text (self, resource->line, record, REMIT_ABSENCE_REASON,
                                   pause->name);
      if (!remit_mspdi_import_insert (self, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_absences (RemitMspdiImport *self,
                 guint index,
                 const RemitMspdiCalendar *calendar,
                 GError **error)
{
  const RemitMspdiResource *resource = &g_array_index (self->project->resources,
                                                       RemitMspdiResource, index);
  gint64 person = g_array_index (self->people, gint64, index);
  g_autoptr (GPtrArray) there = NULL;

  if (g_array_index (self->is_old, gboolean, index))
    there = remit_store_load_parts (self->job.store, REMIT_KIND_ABSENCE, person, error);
  else
    there = g_ptr_array_new ();
  return there != NULL
         && add_absences (self, resource, calendar->pauses, person, there, error);
}

gboolean
remit_mspdi_import_absences (RemitMspdiImport *self,
                             GError **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const RemitMspdiResource *resource = &g_array_index (self->project->resources,
                                                           RemitMspdiResource, i);
      const RemitMspdiCalendar *calendar = find_calendar (self, resource->calendar);

      if (g_array_index (self->people, gint64, i) == 0)
        continue;
      if (calendar == NULL && resource->calendar > 0)
        remit_import_result_note (self->job.result, REMIT_NOTE_VALUE, resource->line,
                                  /* Translators: a name, the number of a calendar */
                                  _ ("%s: the calendar %ld is not in the file"), resource->name,
                                  (long) resource->calendar);
      /* what several share is nobody's absence */
      if (calendar != NULL && !calendar->is_base
          && !import_absences (self, i, calendar, error))
        return FALSE;
    }
  return TRUE;
}
