/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time limit of a level: when it ends, and how it is displayed. */
#include "remit-rung-clock.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/decide/remit-holder.h"
#include "remit-work-hours.h"

static RemitWorkHours *
get_hours (RemitWorkspace *workspace,
           const RemitRecord *rung,
           gint64 team,
           gint64 day)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people_of_rung (workspace, rung, team, day);

  return remit_work_hours_new (workspace, people->len > 0 ? people->pdata[0] : NULL);
}

gint64
remit_rung_clock_get_due (RemitWorkspace *workspace,
                          const RemitRecord *rung,
                          gint64 team,
                          gint64 start)
{
  RemitClockKind clock = (RemitClockKind) remit_record_get_integer (rung, REMIT_RUNG_CLOCK);
  g_autoptr (RemitWorkHours) hours = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  hours = get_hours (workspace, rung, team, remit_day_of_time (start));
  return remit_work_hours_add (hours, start, remit_record_get_integer (rung, REMIT_RUNG_LIMIT),
                               clock);
}

char *
remit_rung_clock_display (RemitWorkspace *workspace,
                          const RemitRecord *rung,
                          gint64 team,
                          gint64 due)
{
  g_autofree char *here = remit_time_display_weekday (due);
  g_autofree char *there = NULL;
  g_autoptr (RemitWorkHours) hours = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  hours = get_hours (workspace, rung, team, remit_day_today ());
  there = remit_work_hours_display (hours, due);
  if (g_str_equal (here, there))
    return g_steal_pointer (&here);
  /* Translators: a time where the user is, and the same time where somebody else is, with its
   * zone: "Tue 1/3/26 15:00 (Tue 1/3/26 09:00 EST)" */
  return g_strdup_printf (_ ("%1$s (%2$s)"), here, there);
}
