/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart of load says, in words. */
#include "remit-load-chart-words.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"

guint
remit_load_chart_get_n_days (const RemitLoadChart *self,
                             guint period)
{
  const RemitLoadPeriod *days = &g_array_index (self->periods, RemitLoadPeriod, period);

  return (guint) (days->until - days->from + 1);
}

char *
remit_load_chart_dup_head (const RemitLoadChart *self,
                           guint period)
{
  gint64 day = g_array_index (self->periods, RemitLoadPeriod, period).from;
  g_autoptr (GDateTime) date = NULL;
  GDate julian;

  g_date_set_julian (&julian, (guint32) day);
  date = g_date_time_new_utc (g_date_get_year (&julian), (int) g_date_get_month (&julian),
                              g_date_get_day (&julian), 0, 0, 0);
  /* Translators: the head of a column for a month, and for a day: see g_date_time_format() */
  return g_date_time_format (date, self->every == REMIT_LOAD_EVERY_MONTH ? _ ("%b %y")
                                                                         : _ ("%-d %b"));
}

/* On an average day. */
static int
get_average (int amount,
             guint n_days)
{
  return (int) (((gint64) amount + n_days / 2) / n_days);
}

static void
append_people (GString *words,
               const RemitLoadCell *cell,
               guint n_days)
{
  if (cell->capacity == 0 && cell->confirmed + (gint64) cell->proposed == 0)
    {
      g_string_append (words, _ ("unavailable"));
      return;
    }
  /* Translators: load and capacity in percent: "80 % of 100 %" */
  g_string_append_printf (words, _ ("%1$d %% of %2$d %%"),
                          get_average (cell->confirmed, n_days)
                            + get_average (cell->proposed, n_days),
                          get_average (cell->capacity, n_days));
}

/* Full-time equivalents to one decimal. */
static void
append_slots (GString *words,
              const RemitLoadCell *cell,
              guint n_days)
{
  const RemitChoice *hirings = remit_slot_info.fields[REMIT_SLOT_HIRING].choices;
  const char *separator = "";

  /* Translators: how much is allocated, and how much slots need, in full-time equivalents */
  g_string_append_printf (words, _ ("%1$.1f of %2$.1f FTE"),
                          (cell->confirmed + (double) cell->proposed) / 100 / n_days,
                          (double) cell->capacity / 100 / n_days);
  if (remit_load_cell_get_open (cell) > 0)
    /* Translators: what is not allocated, followed by how much of it is requested, and so on */
    g_string_append (words, _ (", vacant: "));
  for (guint i = 0; i < REMIT_N_HIRINGS; i++)
    if (cell->open[i] > 0)
      {
        /* Translators: full-time equivalents, and the state of hiring: "0.5 Requested" */
        g_string_append_printf (words, _ ("%1$s%2$.1f %3$s"), separator,
                                (double) cell->open[i] / 100 / n_days, _ (hirings[i].label));
        separator = ", ";
      }
}

char *
remit_load_chart_dup_cell (const RemitLoadChart *self,
                           const RemitLoadCell *cell,
                           guint n_days)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (n_days > 0, NULL);

  if (self->by == REMIT_LOAD_BY_TEAM || self->by == REMIT_LOAD_BY_ROLE)
    append_slots (words, cell, n_days);
  else
    append_people (words, cell, n_days);
  if (cell->proposed > 0)
    /* Translators: a part of a load in percent */
    g_string_append_printf (words, _ (", %d %% proposed"), get_average (cell->proposed, n_days));
  if (cell->over_days > 0)
    g_string_append_printf (words, ngettext (", too much on %d day", ", too much on %d days",
                                             cell->over_days), cell->over_days);
  return remit_percent_keep (g_string_free (words, FALSE));
}
