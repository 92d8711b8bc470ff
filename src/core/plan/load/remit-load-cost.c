/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan costs between two days, by team. */
#include "remit-load-cost.h"

#include <string.h>

#include "model/remit-day.h"
#include "remit-load-private.h"
#include "store/remit-statement.h"

/* @row: of its team
 * @role_rate: (nullable): what a day costs of somebody whose rate is not known
 * @timeline: what is allocated */
typedef struct {
  guint row;
  int fte;
  gint64 from;
  gint64 until;
  char *role_rate;
  RemitTimeline timeline;
} Slot;

typedef struct {
  RemitStore *store;
  gint64 plan;
  gint64 from;
  gint64 until;
  GCancellable *cancellable;

  RemitCost *cost;
  GHashTable *teams;  /* id → row + 1 */
  GHashTable *slots;  /* id → place + 1 */
  GArray *places;     /* of Slot */
  GHashTable *people; /* "row person": who was counted in a row */
  guint *worked;      /* working days before each day from @from on, and before the end */
  int week;
  GHashTable *holidays;
} Reading;

/* ── Days ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_worked (const Reading *self,
           gint64 day)
{
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  return (self->week & (1 << (g_date_get_weekday (&date) - G_DATE_MONDAY))) != 0
         && !g_hash_table_contains (self->holidays, &day);
}

static void
count_days (Reading *self)
{
  gsize n = (gsize) (self->until - self->from + 1);

  self->worked = g_new (guint, n + 1);
  self->worked[0] = 0;
  for (gsize i = 0; i < n; i++)
    self->worked[i + 1] = self->worked[i] + is_worked (self, self->from + (gint64) i);
}

/* Returns: how many working days there are from one day to another one, of those that are asked
 * for; 0 for an open start or end */
static gint64
get_worked (const Reading *self,
            gint64 from,
            gint64 until)
{
  from = MAX (from, self->from);
  until = until == 0 ? self->until : MIN (until, self->until);
  if (from > until)
    return 0;
  return self->worked[until + 1 - self->from] - self->worked[from - self->from];
}

/* ── Sums ─────────────────────────────────────────────────────────────────────────────────── */

static RemitCostRow *
get_row (const Reading *self,
         guint row)
{
  return &g_array_index (self->cost->rows, RemitCostRow, row);
}

/* The last row is that of the whole plan. */
static RemitCostRow *
get_total (const Reading *self)
{
  return get_row (self, self->cost->rows->len - 1);
}

static RemitCostSum *
ensure_sum (RemitCostRow *row,
            const RemitCurrency currency)
{
  RemitCostSum sum = { .allocated = 0 };

  for (guint i = 0; i < row->sums->len; i++)
    if (strcmp (g_array_index (row->sums, RemitCostSum, i).currency, currency) == 0)
      return &g_array_index (row->sums, RemitCostSum, i);
  memcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (row->sums, sum);
  return &g_array_index (row->sums, RemitCostSum, row->sums->len - 1);
}

/* Adds what so many percent, summed over days, cost: a hundred times as much, until all is there.
 * @rate: (nullable). Returns: whether there is a rate */
static gboolean
add_cost (RemitCostRow *row,
          const char *rate,
          gint64 amount,
          gboolean is_open)
{
  RemitCurrency currency;
  RemitCostSum *sum;
  gint64 minor;

  if (rate == NULL || !remit_money_parse (rate, &minor, currency))
    return FALSE;
  sum = ensure_sum (row, currency);
  *(is_open ? &sum->open : &sum->allocated) += minor * amount;
  return TRUE;
}

static void
round_sums (RemitCostRow *row)
{
  for (guint i = 0; i < row->sums->len; i++)
    {
      RemitCostSum *sum = &g_array_index (row->sums, RemitCostSum, i);

      sum->allocated = (sum->allocated + 50) / 100;
      sum->open = (sum->open + 50) / 100;
    }
}

/* ── Rows of the database ─────────────────────────────────────────────────────────────────── */

static gint64
get_day (RemitStatement *row,
         int column)
{
  return remit_day_parse (remit_statement_get_string (row, column));
}

static void
read_settings (Reading *self,
               RemitStatement *row)
{
  self->week = (int) remit_statement_get_integer (row, 0);
}

static void
read_holiday (Reading *self,
              RemitStatement *row)
{
  gint64 day = get_day (row, 0);

  g_hash_table_add (self->holidays, g_memdup2 (&day, sizeof day));
}

static void
add_row (Reading *self,
         gint64 team,
         const char *name)
{
  RemitCostRow row = { .team = team, .name = g_strdup (name) };

  row.sums = g_array_new (FALSE, FALSE, sizeof (RemitCostSum));
  g_array_append_val (self->cost->rows, row);
  g_hash_table_insert (self->teams, g_memdup2 (&team, sizeof team),
                       GUINT_TO_POINTER (self->cost->rows->len));
}

static void
read_team (Reading *self,
           RemitStatement *row)
{
  add_row (self, remit_statement_get_integer (row, 0), remit_statement_get_string (row, 1));
}

static void
read_slot (Reading *self,
           RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  gint64 team = remit_statement_get_integer (row, 1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->teams, &team));
  Slot slot = {
    .row = place > 0 ? place - 1 : self->cost->rows->len - 1,
    .fte = (int) remit_statement_get_integer (row, 2),
    .from = get_day (row, 3),
    .until = get_day (row, 4),
    .role_rate = g_strdup (remit_statement_get_string (row, 5)),
  };

  remit_timeline_init (&slot.timeline, 0);
  g_array_append_val (self->places, slot);
  g_hash_table_insert (self->slots, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (self->places->len));
}

static void
count_person (Reading *self,
              guint row,
              gint64 person)
{
  char *key = g_strdup_printf ("%u %" G_GINT64_FORMAT, row, person);

  if (g_hash_table_add (self->people, key))
    get_row (self, row)->n_people++;
}

static void
read_assignment (Reading *self,
                 RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  gint64 from = get_day (row, 3);
  gint64 until = get_day (row, 4);
  int percent = (int) remit_statement_get_integer (row, 2);
  const char *rate = remit_statement_get_string (row, 5);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, &id));
  guint rows[] = { 0, self->cost->rows->len - 1 };
  gint64 amount;
  Slot *slot;

  if (place == 0)
    return;
  slot = &g_array_index (self->places, Slot, place - 1);
  rows[0] = slot->row;
  remit_load_limit_to (slot->from, slot->until, &from, &until);
  remit_timeline_add_load (&slot->timeline, from, until, percent);
  amount = percent * get_worked (self, from, until);
  for (guint i = 0; i < G_N_ELEMENTS (rows) && amount > 0; i++)
    {
      RemitCostRow *of = get_row (self, rows[i]);

      of->allocated += amount;
      count_person (self, rows[i], remit_statement_get_integer (row, 1));
      if (!add_cost (of, *rate != '\0' ? rate : slot->role_rate, amount, FALSE))
        of->n_unknown++;
    }
}

/* ── What is open ─────────────────────────────────────────────────────────────────────────── */

static void
count_open (Reading *self,
            Slot *slot)
{
  g_autoptr (GArray) spans = remit_timeline_sweep (&slot->timeline);

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);
      gint64 until = slot->until == 0 ? span->until
                     : span->until == 0 ? slot->until : MIN (span->until, slot->until);
      gint64 amount = MAX (slot->fte - span->load, 0)
                      * get_worked (self, MAX (span->from, slot->from), until);

      if (amount == 0)
        continue;
      get_row (self, slot->row)->open += amount;
      get_total (self)->open += amount;
      add_cost (get_row (self, slot->row), slot->role_rate, amount, TRUE);
      add_cost (get_total (self), slot->role_rate, amount, TRUE);
    }
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *sql;
  void (*read) (Reading *self,
                RemitStatement *row);
} Step;

static const Step calendar[] = {
  { "SELECT work_days FROM settings", read_settings },
  { "SELECT day FROM holiday", read_holiday },
};

static const Step before[] = {
  { "SELECT id, name FROM team WHERE plan = ?1 ORDER BY name COLLATE NOCASE, id", read_team },
};

static const Step after[] = {
  { "SELECT s.id, s.team, s.fte, s.\"from\", s.\"until\", r.day_rate"
    " FROM slot s JOIN role r ON r.id = s.role WHERE s.plan = ?1", read_slot },
  { "SELECT a.slot, a.person, a.allocation, a.\"from\", a.\"until\", p.day_rate"
    " FROM assignment a JOIN person p ON p.id = a.person WHERE a.plan = ?1", read_assignment },
};

static gboolean
run_steps (Reading *self,
           const Step *steps,
           guint n_steps,
           GError **error)
{
  for (guint i = 0; i < n_steps; i++)
    {
      RemitStatement *rows = remit_store_query (self->store, steps[i].sql, self->plan, 0, error);

      if (rows == NULL)
        return FALSE;
      while (remit_store_step_unless (self->store, rows, self->cancellable))
        steps[i].read (self, rows);
      if (!remit_store_finish_unless (self->store, rows, self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (Reading *self,
          GError **error)
{
  gboolean done;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  done = run_steps (self, calendar, G_N_ELEMENTS (calendar), error)
         && run_steps (self, before, G_N_ELEMENTS (before), error);
  if (done)
    {
      count_days (self);
      self->cost->n_days = self->worked[self->until - self->from + 1];
      add_row (self, 0, "");
      done = run_steps (self, after, G_N_ELEMENTS (after), error);
    }
  if (!remit_store_end_read (self->store, done, done ? error : NULL))
    return FALSE;
  return done;
}

static void
row_clear (gpointer data)
{
  RemitCostRow *row = data;

  g_free (row->name);
  g_array_unref (row->sums);
}

static void
slot_clear (gpointer data)
{
  Slot *slot = data;

  g_free (slot->role_rate);
  remit_timeline_clear (&slot->timeline);
}

void
remit_cost_free (RemitCost *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

static void
reading_clear (Reading *self)
{
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->holidays);
  g_array_unref (self->places);
  g_free (self->worked);
}

RemitCost *
remit_cost_read (RemitStore *store,
                 gint64 plan,
                 gint64 from,
                 gint64 until,
                 GCancellable *cancellable,
                 GError **error)
{
  Reading self = { .store = store, .plan = plan, .from = from, .until = until,
                   .cancellable = cancellable };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (from > 0 && until >= from, NULL);

  self.cost = g_new0 (RemitCost, 1);
  self.cost->rows = g_array_new (FALSE, FALSE, sizeof (RemitCostRow));
  g_array_set_clear_func (self.cost->rows, row_clear);
  self.teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.holidays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.places = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_array_set_clear_func (self.places, slot_clear);
  if (read_all (&self, error))
    {
      for (guint i = 0; i < self.places->len; i++)
        count_open (&self, &g_array_index (self.places, Slot, i));
      for (guint i = 0; i < self.cost->rows->len; i++)
        round_sums (get_row (&self, i));
    }
  else
    g_clear_pointer (&self.cost, remit_cost_free);
  reading_clear (&self);
  return self.cost;
}

gboolean
remit_cost_count_days (RemitStore *store,
                       gint64 from,
                       gint64 until,
                       guint *n_days,
                       GError **error)
{
  static const int MONDAY_TO_FRIDAY = 0x1f;
  Reading self = { .store = store, .from = from, .until = until, .week = MONDAY_TO_FRIDAY };
  gboolean done;

  g_return_val_if_fail (store == NULL || REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (from > 0 && until >= from, FALSE);

  self.holidays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  done = store == NULL || run_steps (&self, calendar, G_N_ELEMENTS (calendar), error);
  count_days (&self);
  *n_days = self.worked[until - from + 1];
  g_free (self.worked);
  g_hash_table_unref (self.holidays);
  return done;
}
