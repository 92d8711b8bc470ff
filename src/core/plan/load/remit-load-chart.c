/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time: how days are counted into periods. */
#include "remit-load-chart-private.h"

#include <string.h>

#include "model/remit-day.h"
#include "model/remit-text.h"

/* What is true of one account on the days of the chart: changes from one day to the next. */
typedef struct {
  int n_days;
  int *confirmed;
  int *proposed;
  int *away;
} Days;

static void
row_clear (gpointer data)
{
  RemitLoadRow *row = data;

  g_free (row->name);
  g_free (row->cells);
}

/* Returns: the last day of the period in which @day is */
static gint64
find_end (RemitLoadEvery every,
          gint64 day)
{
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  switch (every)
    {
    case REMIT_LOAD_EVERY_WEEK:
      return remit_day_find_monday (day) + 6;
    case REMIT_LOAD_EVERY_MONTH:
      return day - g_date_get_day (&date)
             + g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
    case REMIT_LOAD_EVERY_DAY:
    default:
      return day;
    }
}

RemitLoadChart *
remit_load_chart_new (RemitLoadBy by,
                      RemitLoadEvery every,
                      gint64 from,
                      gint64 until)
{
  RemitLoadChart *self = g_new0 (RemitLoadChart, 1);

  self->by = by;
  self->every = every;
  self->rows = g_array_new (FALSE, TRUE, sizeof (RemitLoadRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->periods = g_array_new (FALSE, FALSE, sizeof (RemitLoadPeriod));
  self->parts = g_array_new (FALSE, FALSE, sizeof (RemitLoadPart));
  self->over_from = 100;
  for (gint64 day = from; day <= until;)
    {
      RemitLoadPeriod period = { day, MIN (find_end (every, day), until) };

      g_array_append_val (self->periods, period);
      day = period.until + 1;
    }
  self->totals.cells = g_new0 (RemitLoadCell, self->periods->len);
  return self;
}

void
remit_load_chart_free (RemitLoadChart *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->periods);
  g_array_unref (self->parts);
  row_clear (&self->totals);
  g_free (self);
}

guint
remit_load_chart_add_row (RemitLoadChart *self,
                          gint64 id,
                          char *name,
                          int full_from)
{
  RemitLoadRow row = { .id = id, .name = name, .full_from = full_from };

  row.cells = g_new0 (RemitLoadCell, self->periods->len);
  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

/* No sum wraps around, whatever a file says. */
static void
add (int *sum,
     gint64 amount)
{
  *sum = (int) MIN (*sum + amount, (gint64) G_MAXINT);
}

static void
add_cell (RemitLoadCell *sum,
          const RemitLoadCell *cell)
{
  add (&sum->capacity, cell->capacity);
  add (&sum->confirmed, cell->confirmed);
  add (&sum->proposed, cell->proposed);
  for (guint i = 0; i < REMIT_N_HIRINGS; i++)
    add (&sum->open[i], cell->open[i]);
  add (&sum->over_days, cell->over_days);
  add (&sum->away_days, cell->away_days);
  add (&sum->n_days, cell->n_days);
}

/* On the days of the chart alone. */
static void
change (const RemitLoadChart *self,
        Days *days,
        int *changes,
        gint64 from,
        gint64 until,
        int amount)
{
  gint64 first = g_array_index (self->periods, RemitLoadPeriod, 0).from;
  gint64 last = first + days->n_days - 1;

  if (until != 0 && from > until)
    return;
  from = MAX (from, first);
  until = until == 0 ? last : MIN (until, last);
  if (from > until)
    return;
  changes[from - first] += amount;
  changes[until + 1 - first] -= amount;
}

static void
take_entries (RemitLoadChart *self,
              const RemitLoadAccount *account,
              const RemitLoadEntry *entries,
              Days *days)
{
  int *const changes[] = { days->confirmed, days->proposed, days->away };
  gsize size = sizeof (int) * ((gsize) days->n_days + 1);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    memset (changes[i], 0, size);
  if (account->from > 1)
    change (self, days, days->away, 0, account->from - 1, 1);
  if (account->until != 0)
    change (self, days, days->away, account->until + 1, 0, 1);
  for (guint i = 0; i < account->n_entries; i++)
    change (self, days, changes[entries[i].kind], entries[i].from, entries[i].until,
            entries[i].kind == REMIT_LOAD_ABSENCE ? 1 : entries[i].percent);
}

/* A slot that is not there on a day needs nothing, and is no slot on it. */
static void
count_day (RemitLoadChart *self,
           const RemitLoadAccount *account,
           RemitLoadCell *cell,
           int confirmed,
           int proposed,
           gboolean is_away)
{
  int capacity = is_away ? 0 : account->capacity;
  gint64 load = (gint64) confirmed + proposed;

  add (&cell->capacity, capacity);
  add (&cell->confirmed, confirmed);
  add (&cell->proposed, proposed);
  if (load * 100 > (gint64) capacity * self->over_from)
    cell->over_days++;
  if (account->hiring >= 0 && capacity > load)
    add (&cell->open[account->hiring], capacity - load);
  if (account->hiring < 0 && capacity == 0)
    cell->away_days++;
  if (account->hiring < 0 || !is_away || load > 0)
    cell->n_days++;
}

static void
count_account (RemitLoadChart *self,
               const RemitLoadAccount *account,
               const RemitLoadEntry *entries,
               Days *days)
{
  RemitLoadRow *row = &g_array_index (self->rows, RemitLoadRow, account->row);
  int confirmed = 0, proposed = 0, away = 0;
  int at = 0;

  take_entries (self, account, entries, days);
  for (guint i = 0; i < self->periods->len; i++)
    {
      const RemitLoadPeriod *period = &g_array_index (self->periods, RemitLoadPeriod, i);
      RemitLoadCell cell = { 0 };

      for (gint64 day = period->from; day <= period->until; day++, at++)
        {
          confirmed += days->confirmed[at];
          proposed += days->proposed[at];
          away += days->away[at];
          count_day (self, account, &cell, confirmed, proposed, away > 0);
        }
      add_cell (&row->cells[i], &cell);
      add_cell (&row->total, &cell);
      add_cell (&self->totals.cells[i], &cell);
      add_cell (&self->totals.total, &cell);
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const RemitLoadEntry *first = a, *second = b;

  if (first->account != second->account)
    return first->account < second->account ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->source > second->source) - (first->source < second->source);
}

static void
give_entries (GArray *accounts,
              GArray *entries)
{
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      RemitLoadAccount *account = &g_array_index (
        accounts, RemitLoadAccount, g_array_index (entries, RemitLoadEntry, i).account);

      if (account->n_entries++ == 0)
        account->first_entry = i;
    }
}

void
remit_load_chart_count (RemitLoadChart *self,
                        GArray *accounts,
                        GArray *entries)
{
  const RemitLoadPeriod *first = &g_array_index (self->periods, RemitLoadPeriod, 0);
  const RemitLoadPeriod *last = first + self->periods->len - 1;
  Days days = { .n_days = (int) (last->until - first->from + 1) };
  gsize n = (gsize) days.n_days + 1;

  days.confirmed = g_new (int, n);
  days.proposed = g_new (int, n);
  days.away = g_new (int, n);
  give_entries (accounts, entries);
  for (guint i = 0; i < accounts->len; i++)
    {
      const RemitLoadAccount *account = &g_array_index (accounts, RemitLoadAccount, i);
      const RemitLoadEntry *own =
        account->n_entries > 0 ? &g_array_index (entries, RemitLoadEntry, account->first_entry)
                               : NULL;

      count_account (self, account, own, &days);
    }
  g_free (days.confirmed);
  g_free (days.proposed);
  g_free (days.away);
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitLoadRow row;
  char *key;
  guint place;
} Sorted;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Sorted *first = a, *second = b;
  int order = strcmp (first->key, second->key);

  if (order != 0)
    return order;
  return (first->row.id > second->row.id) - (first->row.id < second->row.id);
}

void
remit_load_chart_sort (RemitLoadChart *self)
{
  guint n = self->rows->len;
  g_autofree Sorted *sorted = g_new (Sorted, n);
  g_autofree guint *places = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      RemitLoadRow *row = &g_array_index (self->rows, RemitLoadRow, i);

      sorted[i].row = *row;
      sorted[i].key = remit_text_dup_order_key (row->name);
      sorted[i].place = i;
    }
  if (n > 0)
    qsort (sorted, n, sizeof (Sorted), compare_rows);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (self->rows, RemitLoadRow, i) = sorted[i].row;
      places[sorted[i].place] = i;
      g_free (sorted[i].key);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      RemitLoadPart *part = &g_array_index (self->parts, RemitLoadPart, i);

      part->row = places[part->row];
    }
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

int
remit_load_cell_get_utilisation (const RemitLoadCell *cell)
{
  gint64 load = (gint64) cell->confirmed + cell->proposed;

  if (cell->capacity == 0)
    return -1;
  return (int) MIN ((load * 200 + cell->capacity) / (2 * (gint64) cell->capacity),
                    (gint64) G_MAXINT);
}

int
remit_load_cell_get_open (const RemitLoadCell *cell)
{
  int open = 0;

  for (guint i = 0; i < REMIT_N_HIRINGS; i++)
    add (&open, cell->open[i]);
  return open;
}

int
remit_load_cell_get_free (const RemitLoadCell *cell)
{
  gint64 left = (gint64) cell->capacity - cell->confirmed - cell->proposed;

  return left > 0 ? (int) (left * 100 / cell->capacity) : 0;
}

RemitLoadState
remit_load_cell_get_state (const RemitLoadCell *cell,
                           int full_from)
{
  if (cell->over_days > 0)
    return REMIT_LOAD_OVER;
  if (cell->confirmed + (gint64) cell->proposed == 0)
    return cell->capacity == 0 ? REMIT_LOAD_AWAY : REMIT_LOAD_NONE;
  return remit_load_cell_get_utilisation (cell) >= full_from ? REMIT_LOAD_FULL : REMIT_LOAD_FREE;
}
