/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing calendars: working hours and holidays of the workspace, absences of people. */
#include <glib/gi18n-lib.h>

#include "remit-mspdi-writer-private.h"

#define LAST_MINUTE (24 * 60 - 1)

/* Days on which nobody, or one person, works. */
typedef struct {
  gint64 from;
  gint64 until;
  char *name;
} Pause;

static void
pause_clear (gpointer data)
{
  g_free (((Pause *) data)->name);
}

static void
write_period (RemitMspdiText *text,
              const Pause *pause)
{
  remit_mspdi_text_start (text, "TimePeriod");
  remit_mspdi_text_add_moment (text, "FromDate", pause->from, 0);
  remit_mspdi_text_add_moment (text, "ToDate", pause->until, LAST_MINUTE);
  remit_mspdi_text_end (text, "TimePeriod");
}

/* As versions before 2007 have them, and many other programs. */
static void
write_old_pauses (RemitMspdiText *text,
                  const GArray *pauses)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      remit_mspdi_text_start (text, "WeekDay");
      remit_mspdi_text_add_integer (text, "DayType", 0);
      remit_mspdi_text_add_integer (text, "DayWorking", 0);
      write_period (text, &g_array_index (pauses, Pause, i));
      remit_mspdi_text_end (text, "WeekDay");
    }
}

static void
write_pauses (RemitMspdiText *text,
              const GArray *pauses)
{
  remit_mspdi_text_start (text, "Exceptions");
  for (guint i = 0; i < pauses->len; i++)
    {
      const Pause *pause = &g_array_index (pauses, Pause, i);

      remit_mspdi_text_start (text, "Exception");
      remit_mspdi_text_add_integer (text, "EnteredByOccurrences", 0);
      write_period (text, pause);
      remit_mspdi_text_add_integer (text, "Occurrences", pause->until - pause->from + 1);
      remit_mspdi_text_add (text, "Name", pause->name);
      remit_mspdi_text_add_integer (text, "Type", 1);
      remit_mspdi_text_add_integer (text, "DayWorking", 0);
      remit_mspdi_text_end (text, "Exception");
    }
  remit_mspdi_text_end (text, "Exceptions");
}

/* Days of the week are counted from Sunday, which is 1. */
static void
write_weekdays (RemitMspdiWriter *self)
{
  RemitMspdiText *text = &self->text;

  for (guint type = 1; type <= 7; type++)
    {
      gboolean works = remit_mspdi_hours_has_weekday (&self->hours, (type + 5) % 7);

      remit_mspdi_text_start (text, "WeekDay");
      remit_mspdi_text_add_integer (text, "DayType", type);
      remit_mspdi_text_add_integer (text, "DayWorking", works);
      if (works)
        {
          remit_mspdi_text_start (text, "WorkingTimes");
          remit_mspdi_text_start (text, "WorkingTime");
          remit_mspdi_text_add_time (text, "FromTime", self->hours.from);
          remit_mspdi_text_add_time (text, "ToTime", self->hours.until);
          remit_mspdi_text_end (text, "WorkingTime");
          remit_mspdi_text_end (text, "WorkingTimes");
        }
      remit_mspdi_text_end (text, "WeekDay");
    }
}

static void
write_calendar (RemitMspdiWriter *self,
                int uid,
                const char *name,
                const GArray *pauses)
{
  RemitMspdiText *text = &self->text;
  gboolean is_base = uid == REMIT_MSPDI_BASE_CALENDAR;

  remit_mspdi_text_start (text, "Calendar");
  remit_mspdi_text_add_integer (text, "UID", uid);
  remit_mspdi_text_add (text, "Name", name);
  remit_mspdi_text_add_integer (text, "IsBaseCalendar", is_base);
  remit_mspdi_text_add_integer (text, "BaseCalendarUID", is_base ? -1 : REMIT_MSPDI_BASE_CALENDAR);
  if (is_base || pauses->len > 0)
    {
      remit_mspdi_text_start (text, "WeekDays");
      if (is_base)
        write_weekdays (self);
      write_old_pauses (text, pauses);
      remit_mspdi_text_end (text, "WeekDays");
    }
  if (pauses->len > 0)
    write_pauses (text, pauses);
  remit_mspdi_text_end (text, "Calendar");
}

/* Holidays have names that are in no file of a plan; the days alone tell what has to be known. */
static void
add_holidays (RemitMspdiWriter *self,
              GArray *pauses)
{
  for (guint i = 0; i < self->hours.holidays->len; i++)
    {
      gint64 day = g_array_index (self->hours.holidays, gint64, i);
      Pause pause = { day, day, g_strdup (_ ("Holiday")) };

      g_array_append_val (pauses, pause);
    }
}

static void
add_absences (RemitMspdiWriter *self,
              gint64 person,
              GArray *pauses)
{
  const RemitRecord *absence;

  remit_plan_source_begin (self->source, REMIT_KIND_ABSENCE, person);
  while ((absence = remit_plan_source_next (self->source, REMIT_KIND_ABSENCE)) != NULL)
    {
      Pause pause = { remit_record_get_integer (absence, REMIT_ABSENCE_FROM),
                      remit_record_get_integer (absence, REMIT_ABSENCE_UNTIL),
                      g_strdup (remit_record_get_text (absence, REMIT_ABSENCE_REASON)) };

      g_array_append_val (pauses, pause);
    }
}

void
remit_mspdi_write_calendars (RemitMspdiWriter *self)
{
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (Pause));
  const RemitRecord *person;
  int uid = REMIT_MSPDI_BASE_CALENDAR;

  g_array_set_clear_func (pauses, pause_clear);
  remit_mspdi_text_start (&self->text, "Calendars");
  add_holidays (self, pauses);
  write_calendar (self, uid, "Standard", pauses);
  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while (remit_mspdi_writer_step (self)
         && (person = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    {
      g_array_set_size (pauses, 0);
      add_absences (self, remit_record_get_id (person), pauses);
      write_calendar (self, ++uid, remit_record_get_text (person, REMIT_PERSON_NAME), pauses);
    }
  remit_mspdi_text_end (&self->text, "Calendars");
}
