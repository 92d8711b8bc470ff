/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a column can be read, from which one is chosen, and what a value is then. */
#include "remit-table-way.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "remit-table-person-name.h"

static const char *const orders[] = { "day-first", "month-first", NULL };
static const char *const names[] = { "first-name-first", "last-name-first", NULL };

const char *const *
remit_table_measure_get_ways (RemitTableMeasure measure)
{
  if (measure == REMIT_TABLE_DAYS)
    return orders;
  if (measure == REMIT_TABLE_NAMES)
    return names;
  return remit_table_unit_nicks + 1;
}

const char *
remit_table_measure_get_way_label (RemitTableMeasure measure,
                                   guint way)
{
  if (measure == REMIT_TABLE_DAYS)
    return way == REMIT_TABLE_DAY_FIRST ? _ ("day before month") : _ ("month before day");
  if (measure == REMIT_TABLE_NAMES)
    return way == 0 ? _ ("first name before last name") : _ ("last name before first name");
  return remit_table_unit_get_label ((RemitTableUnit) way + 1);
}

int
remit_table_reading_get_way (const RemitTableReading *self,
                             RemitTableMeasure measure)
{
  if (measure == REMIT_TABLE_DAYS)
    return (int) self->order;
  if (measure == REMIT_TABLE_NAMES)
    return self->last_first;
  return (int) self->unit - 1;
}

void
remit_table_reading_choose (RemitTableReading *self,
                            RemitTableMeasure measure,
                            int way)
{
  self->is_chosen = way >= 0;
  if (way < 0)
    return;
  self->confidence = REMIT_TABLE_SURE;
  if (measure == REMIT_TABLE_DAYS)
    self->order = (RemitTableDayOrder) way;
  else if (measure == REMIT_TABLE_NAMES)
    self->last_first = way == 1;
  else
    self->unit = (RemitTableUnit) way + 1;
}

gboolean
remit_table_tally_has_question (const RemitTableTally *self,
                                RemitTableMeasure measure)
{
  if (measure == REMIT_TABLE_DAYS)
    return self->n_either + self->n_only[0] + self->n_only[1] > 0;
  if (measure == REMIT_TABLE_NAMES)
    return self->n_last_first > 0;
  return self->n_plain > 0;
}

static char *
dup_percent (const RemitTableReading *self,
             const char *text,
             const RemitTableWeek *week)
{
  RemitTableAmount amount;
  gint64 percent = -1;

  if (remit_table_amount_parse (text, &amount))
    percent = remit_table_amount_to_percent (&amount, self->unit, week);
  return percent >= 0 ? remit_percent_printf (_ ("%d %%"), (int) percent) : NULL;
}

static char *
dup_day (const RemitTableReading *self,
         const char *text)
{
  RemitTableDay day;

  if (!remit_table_day_parse (text, &day) || (day.is_serial && !self->serials)
      || day.days[self->order] == 0)
    return NULL;
  return remit_day_display (day.days[self->order]);
}

char *
remit_table_reading_dup_value (const RemitTableReading *self,
                               RemitTableMeasure measure,
                               const char *text,
                               const RemitTableWeek *week)
{
  if (measure == REMIT_TABLE_DAYS)
    return dup_day (self, text);
  if (measure != REMIT_TABLE_NAMES)
    return dup_percent (self, text, week);
  return self->last_first && remit_table_name_is_last_first (text)
           ? remit_table_name_dup_turned (text)
           : g_strdup (text);
}
