/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of load as columns over time. */
#include "remit-load-columns.h"

#include <glib/gi18n.h>

#include "plan/load/remit-load-chart-words.h"

/* Of what a column consists, from below. */
enum { CONFIRMED, PROPOSED, OPEN, N_PARTS };

/* Percent of a full-time day. */
#define FULL_TIME 100.0

struct _RemitLoadColumns
{
  const RemitLoadChart *chart;
  GStrv heads;
};

RemitLoadColumns *
remit_load_columns_new (const RemitLoadChart *chart)
{
  RemitLoadColumns *self = g_new0 (RemitLoadColumns, 1);

  self->chart = chart;
  self->heads = g_new0 (char *, chart->periods->len + 1);
  for (guint i = 0; i < chart->periods->len; i++)
    self->heads[i] = remit_load_chart_dup_head (chart, i);
  return self;
}

void
remit_load_columns_free (RemitLoadColumns *self)
{
  g_strfreev (self->heads);
  g_free (self);
}

static const char *
get_head (gpointer data,
          guint column)
{
  return ((RemitLoadColumns *) data)->heads[column];
}

/* On an average day, in full-time equivalents. */
static double
get_value (gpointer data,
           guint column,
           guint part)
{
  const RemitLoadChart *chart = ((RemitLoadColumns *) data)->chart;
  const RemitLoadCell *cell = &chart->totals.cells[column];
  double amount = cell->capacity;

  if (part == CONFIRMED)
    amount = cell->confirmed;
  else if (part == PROPOSED)
    amount = cell->proposed;
  else if (part == OPEN)
    amount = remit_load_cell_get_open (cell);
  return amount / FULL_TIME / remit_load_chart_get_n_days (chart, column);
}

static char *
dup_words (gpointer data,
           guint column)
{
  const RemitLoadChart *chart = ((RemitLoadColumns *) data)->chart;

  return remit_load_chart_dup_cell (chart, &chart->totals.cells[column],
                                    remit_load_chart_get_n_days (chart, column));
}

RemitColumnsSource
remit_load_columns_get_source (RemitLoadColumns *self)
{
  gboolean of_people = self->chart->by == REMIT_LOAD_BY_PERSON
                       || self->chart->by == REMIT_LOAD_BY_UNIT;

  return (RemitColumnsSource){
    .n_columns = self->chart->periods->len,
    .n_parts = N_PARTS,
    .parts = { _ ("Confirmed"), _ ("Proposed"), _ ("Vacant") },
    /* Translators: what slots need, as a line in a chart */
    .line = of_people ? _ ("Capacity") : _ ("Required"),
    /* Translators: full-time equivalents, as the unit of a chart */
    .unit = _ ("FTE"),
    .get_head = get_head,
    .get_value = get_value,
    .dup_words = dup_words,
    .data = self,
  };
}
