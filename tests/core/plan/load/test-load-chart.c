/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time, counted again day by day. */
#include <string.h>

#include "model/remit-day.h"
#include "plan/load/remit-load-chart.h"
#include "remit-test.h"

#define N_PEOPLE 6
#define N_SLOTS 8
#define N_TEAMS 3
#define N_ROLES 2
#define N_PLANS 4
#define N_ABSENCES 4
#define N_ASSIGNMENTS 14
#define N_RANDOM_PLANS 1000

/* What is in the workspace; days are 0 when open. Ids are the places and one. */
typedef struct {
  gint64 from;
  gint64 until;
} Days;

typedef struct {
  struct
  {
    int capacity;
    int unit;
    Days days;
  } people[N_PEOPLE];
  struct
  {
    int person;
    Days days;
  } absences[N_ABSENCES];
  struct
  {
    int base; /* or -1 */
    gboolean published;
  } plans[N_PLANS];
  struct
  {
    int plan, team, role, fte, hiring;
    Days days;
  } slots[N_SLOTS];
  struct
  {
    int person, slot, percent;
    gboolean proposed;
    Days days;
  } assignments[N_ASSIGNMENTS];
  guint n_assignments;
} Sketch;

static const char *const units[] = { "", "Data", "Risk" };
static const char *const hirings[] = { "open", "requested", "offered", "frozen" };

/* ── Random plans ─────────────────────────────────────────────────────────────────────────── */

/* Around the days of the chart, some of them open. */
static Days
make_days (gint64 first,
           gboolean may_be_open)
{
  Days days = { first + g_test_rand_int_range (-40, 100), 0 };

  days.until = days.from + g_test_rand_int_range (0, 80);
  if (may_be_open && g_test_rand_int_range (0, 3) == 0)
    days.from = 0;
  if (may_be_open && g_test_rand_int_range (0, 3) == 0)
    days.until = 0;
  return days;
}

static void
make_assignments (Sketch *sketch,
                  gint64 first)
{
  sketch->n_assignments = 0;
  for (int person = 0; person < N_PEOPLE; person++)
    for (int slot = 0; slot < N_SLOTS && sketch->n_assignments < N_ASSIGNMENTS; slot++)
      if (g_test_rand_int_range (0, 4) == 0)
        {
          guint i = sketch->n_assignments++;

          sketch->assignments[i].person = person;
          sketch->assignments[i].slot = slot;
          sketch->assignments[i].percent = g_test_rand_int_range (1, 120);
          sketch->assignments[i].proposed = g_test_rand_bit ();
          sketch->assignments[i].days = make_days (first, TRUE);
        }
}

static void
sketch_init (Sketch *sketch,
             gint64 first)
{
  for (int i = 0; i < N_PEOPLE; i++)
    {
      sketch->people[i].capacity = g_test_rand_int_range (0, 3) * 50;
      sketch->people[i].unit = g_test_rand_int_range (0, G_N_ELEMENTS (units));
      sketch->people[i].days = make_days (first, TRUE);
    }
  for (int i = 0; i < N_ABSENCES; i++)
    {
      sketch->absences[i].person = g_test_rand_int_range (0, N_PEOPLE);
      sketch->absences[i].days = make_days (first, FALSE);
    }
  for (int i = 0; i < N_PLANS; i++)
    {
      sketch->plans[i].base = i > 0 && g_test_rand_bit () ? g_test_rand_int_range (0, i) : -1;
      sketch->plans[i].published = g_test_rand_bit ();
    }
  for (int i = 0; i < N_SLOTS; i++)
    {
      sketch->slots[i].plan = g_test_rand_int_range (0, N_PLANS);
      sketch->slots[i].team = g_test_rand_int_range (0, N_TEAMS);
      sketch->slots[i].role = g_test_rand_int_range (0, N_ROLES);
      sketch->slots[i].fte = g_test_rand_int_range (0, 200);
      sketch->slots[i].hiring = g_test_rand_int_range (0, G_N_ELEMENTS (hirings));
      sketch->slots[i].days = make_days (first, TRUE);
    }
  make_assignments (sketch, first);
}

static char *
dup_day (gint64 day)
{
  char text[11];

  if (day == 0)
    return g_strdup ("NULL");
  remit_day_format (day, text);
  return g_strdup_printf ("'%s'", text);
}

static void
insert (GString *sql,
        const char *values,
        Days days)
{
  g_autofree char *from = dup_day (days.from);
  g_autofree char *until = dup_day (days.until);

  g_string_append_printf (sql, "INSERT INTO %s, %s, %s);\n", values, from, until);
}

#define INSERT(days, ...)                                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *values = g_strdup_printf (__VA_ARGS__);                                       \
    insert (sql, values, days);                                                                    \
  }                                                                                                \
  G_STMT_END

/* Each plan has teams of its own: their ids are those of the plan times ten, and more. */
static void
write_sketch (const Sketch *sketch,
              RemitStore *store)
{
  GString *sql = g_string_new ("DELETE FROM plan; DELETE FROM person; DELETE FROM role;\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_ROLES; i++)
    g_string_append_printf (sql, "INSERT INTO role (id, key, name) VALUES (%d, 'r%d', 'R%d');\n",
                            i + 1, i, i);
  for (int i = 0; i < N_PEOPLE; i++)
    INSERT (sketch->people[i].days,
            "person (id, name, unit, capacity, \"from\", \"until\") VALUES (%d, 'P%d', '%s', %d",
            i + 1, i, units[sketch->people[i].unit], sketch->people[i].capacity);
  for (int i = 0; i < N_ABSENCES; i++)
    INSERT (sketch->absences[i].days,
            "absence (person, \"from\", \"until\") VALUES (%d", sketch->absences[i].person + 1);
  for (int i = 0; i < N_PLANS; i++)
    {
      g_string_append_printf (
        sql, "INSERT INTO plan (id, name, status, base) VALUES (%d, 'Plan', '%s', nullif (%d, 0));",
        i + 1, sketch->plans[i].published ? "published" : "draft", sketch->plans[i].base + 1);
      for (int team = 0; team < N_TEAMS; team++)
        g_string_append_printf (sql, "INSERT INTO team (id, plan, name) VALUES (%d, %d, 'T%d');\n",
                                (i + 1) * 10 + team, i + 1, team);
    }
  for (int i = 0; i < N_SLOTS; i++)
    INSERT (sketch->slots[i].days,
            "slot (id, plan, team, role, fte, hiring, \"from\", \"until\")"
            " VALUES (%d, %d, %d, %d, %d, '%s'",
            i + 1, sketch->slots[i].plan + 1,
            (sketch->slots[i].plan + 1) * 10 + sketch->slots[i].team, sketch->slots[i].role + 1,
            sketch->slots[i].fte, hirings[sketch->slots[i].hiring]);
  for (guint i = 0; i < sketch->n_assignments; i++)
    INSERT (sketch->assignments[i].days,
            "assignment (id, plan, slot, person, allocation, state, \"from\", \"until\")"
            " VALUES (%u, %d, %d, %d, %d, '%s'",
            i + 1, sketch->slots[sketch->assignments[i].slot].plan + 1,
            sketch->assignments[i].slot + 1, sketch->assignments[i].person + 1,
            sketch->assignments[i].percent,
            sketch->assignments[i].proposed ? "proposed" : "confirmed");
  remit_store_exec (store, sql->str, NULL, &error);
  g_assert_no_error (error);
  g_string_free (sql, TRUE);
}

/* ── Day by day ───────────────────────────────────────────────────────────────────────────── */

static gboolean
is_on (Days days,
       gint64 day)
{
  return (days.from == 0 || days.from <= day) && (days.until == 0 || day <= days.until);
}

/* An end that is open is the slot's, unless that would leave no day. */
static gboolean
is_assigned (const Sketch *sketch,
             guint i,
             gint64 day)
{
  Days days = sketch->assignments[i].days;
  Days slot = sketch->slots[sketch->assignments[i].slot].days;
  Days both = { days.from != 0 ? days.from : slot.from,
                days.until != 0 ? days.until : slot.until };

  return is_on (both.from != 0 && both.until != 0 && both.from > both.until ? days : both, day);
}

static int
find_root (const Sketch *sketch,
           int plan)
{
  while (sketch->plans[plan].base >= 0)
    plan = sketch->plans[plan].base;
  return plan;
}

static gboolean
counts (const Sketch *sketch,
        int plan,
        int other)
{
  return plan == other
         || (sketch->plans[other].published
             && find_root (sketch, plan) != find_root (sketch, other));
}

static void
count_person (const Sketch *sketch,
              int plan,
              int person,
              gint64 day,
              RemitLoadCell *cell)
{
  int capacity = is_on (sketch->people[person].days, day) ? sketch->people[person].capacity : 0;
  int load = 0;

  for (int i = 0; i < N_ABSENCES; i++)
    if (sketch->absences[i].person == person && is_on (sketch->absences[i].days, day))
      capacity = 0;
  for (guint i = 0; i < sketch->n_assignments; i++)
    {
      int percent = sketch->assignments[i].percent;

      if (sketch->assignments[i].person != person || !is_assigned (sketch, i, day)
          || !counts (sketch, plan, sketch->slots[sketch->assignments[i].slot].plan))
        continue;
      load += percent;
      *(sketch->assignments[i].proposed ? &cell->proposed : &cell->confirmed) += percent;
    }
  cell->capacity += capacity;
  cell->over_days += load > capacity;
  cell->away_days += capacity == 0;
  cell->n_days++;
}

static void
count_slot (const Sketch *sketch,
            int slot,
            gint64 day,
            RemitLoadCell *cell)
{
  int need = is_on (sketch->slots[slot].days, day) ? sketch->slots[slot].fte : 0;
  int load = 0;

  for (guint i = 0; i < sketch->n_assignments; i++)
    if (sketch->assignments[i].slot == slot && is_assigned (sketch, i, day))
      {
        load += sketch->assignments[i].percent;
        *(sketch->assignments[i].proposed ? &cell->proposed : &cell->confirmed)
          += sketch->assignments[i].percent;
      }
  cell->capacity += need;
  cell->open[sketch->slots[slot].hiring] += MAX (need - load, 0);
  cell->over_days += load > need;
  cell->n_days += is_on (sketch->slots[slot].days, day) || load > 0;
}

/* Whether a person or slot is in a row. */
static gboolean
is_in (const Sketch *sketch,
       RemitLoadBy by,
       int plan,
       const RemitLoadRow *row,
       int i)
{
  switch (by)
    {
    case REMIT_LOAD_BY_PERSON:
      return row->id == i + 1;
    case REMIT_LOAD_BY_UNIT:
      return g_str_equal (row->name, units[sketch->people[i].unit]);
    case REMIT_LOAD_BY_TEAM:
      return sketch->slots[i].plan == plan
             && row->id == (plan + 1) * 10 + sketch->slots[i].team;
    case REMIT_LOAD_BY_ROLE:
      return sketch->slots[i].plan == plan && row->id == sketch->slots[i].role + 1;
    default:
      g_assert_not_reached ();
    }
}

static void
count_cell (const Sketch *sketch,
            RemitLoadBy by,
            int plan,
            const RemitLoadRow *row,
            const RemitLoadPeriod *period,
            RemitLoadCell *cell)
{
  gboolean of_people = by == REMIT_LOAD_BY_PERSON || by == REMIT_LOAD_BY_UNIT;

  for (gint64 day = period->from; day <= period->until; day++)
    for (int i = 0; i < (of_people ? N_PEOPLE : N_SLOTS); i++)
      if (is_in (sketch, by, plan, row, i))
        {
          if (of_people)
            count_person (sketch, plan, i, day, cell);
          else
            count_slot (sketch, i, day, cell);
        }
}

static void
assert_periods (const RemitLoadChart *chart,
                gint64 from,
                gint64 until)
{
  gint64 day = from;

  for (guint i = 0; i < chart->periods->len; i++)
    {
      const RemitLoadPeriod *period = &g_array_index (chart->periods, RemitLoadPeriod, i);

      g_assert_cmpint (period->from, ==, day);
      g_assert_cmpint (period->until, >=, day);
      day = period->until + 1;
    }
  g_assert_cmpint (day, ==, until + 1);
}

static void
check_chart (const Sketch *sketch,
             RemitStore *store,
             RemitLoadBy by,
             RemitLoadEvery every,
             gint64 from,
             gint64 until)
{
  int plan = g_test_rand_int_range (0, N_PLANS);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitLoadChart) chart = remit_load_chart_read (store, plan + 1, by, from, until,
                                                            every, NULL, &error);

  g_assert_no_error (error);
  assert_periods (chart, from, until);
  for (guint i = 0; i < chart->rows->len; i++)
    for (guint j = 0; j < chart->periods->len; j++)
      {
        const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);
        RemitLoadCell cell = { 0 };

        count_cell (sketch, by, plan, row,
                    &g_array_index (chart->periods, RemitLoadPeriod, j), &cell);
        g_assert_cmpmem (&row->cells[j], sizeof cell, &cell, sizeof cell);
      }
  if (by == REMIT_LOAD_BY_PERSON)
    g_assert_cmpuint (chart->rows->len, ==, N_PEOPLE);
  if (by == REMIT_LOAD_BY_TEAM)
    g_assert_cmpuint (chart->rows->len, ==, N_TEAMS);
}

static void
test_random (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, &error);
  gint64 first = remit_day_parse ("2026-02-20");

  g_assert_no_error (error);
  for (int i = 0; i < N_RANDOM_PLANS; i++)
    {
      gint64 from = first + g_test_rand_int_range (0, 20);
      gint64 until = from + g_test_rand_int_range (0, 70);
      Sketch sketch;

      sketch_init (&sketch, first);
      write_sketch (&sketch, store);
      for (int by = 0; by <= REMIT_LOAD_BY_ROLE; by++)
        check_chart (&sketch, store, (RemitLoadBy) by,
                     (RemitLoadEvery) g_test_rand_int_range (0, REMIT_LOAD_EVERY_MONTH + 1), from,
                     until);
    }
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static void
test_cells (void)
{
  static const struct
  {
    RemitLoadCell cell;
    int used, free;
    RemitLoadState state;
  } cases[] = {
    { { .capacity = 0 }, -1, 0, REMIT_LOAD_AWAY },
    { { .capacity = 0, .confirmed = 50, .over_days = 1 }, -1, 0, REMIT_LOAD_OVER },
    { { .capacity = 100 }, 0, 100, REMIT_LOAD_NONE },
    { { .capacity = 300, .confirmed = 200 }, 67, 33, REMIT_LOAD_FREE },
    { { .capacity = 100, .confirmed = 50, .proposed = 39 }, 89, 11, REMIT_LOAD_FREE },
    { { .capacity = 100, .confirmed = 50, .proposed = 40 }, 90, 10, REMIT_LOAD_FULL },
    { { .capacity = 200, .confirmed = 150, .over_days = 1 }, 75, 25, REMIT_LOAD_OVER },
    { { .capacity = 100, .confirmed = 1000, .over_days = 1 }, 1000, 0, REMIT_LOAD_OVER },
    { { .capacity = 1, .confirmed = G_MAXINT, .over_days = 1 }, G_MAXINT, 0, REMIT_LOAD_OVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (remit_load_cell_get_utilisation (&cases[i].cell), ==, cases[i].used);
      g_assert_cmpint (remit_load_cell_get_free (&cases[i].cell), ==, cases[i].free);
      g_assert_cmpint (remit_load_cell_get_state (&cases[i].cell, 90), ==, cases[i].state);
    }
}

/* Somebody is told by what they have too much, and nobody else's. */
static void
test_parts (void)
{
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, NULL);
  gint64 from = remit_day_parse ("2026-03-01");
  g_autoptr (RemitLoadChart) chart = NULL;
  const RemitLoadPart *part;

  g_assert_true (remit_store_exec (
    store,
    "INSERT INTO role (id, key, name) VALUES (1, 'r', 'R');"
    "INSERT INTO person (id, name) VALUES (1, 'Zoe'), (2, 'ada');"
    "INSERT INTO plan (id, name) VALUES (1, 'P'); INSERT INTO team (id, plan, name) "
    "VALUES (1, 1, 'T'); INSERT INTO slot (id, plan, team, role, \"until\") "
    "VALUES (1, 1, 1, 1, '2026-03-20'), (2, 1, 1, 1, NULL);"
    "INSERT INTO assignment (id, plan, slot, person, allocation, \"from\", \"until\") "
    "VALUES (7, 1, 1, 1, 80, NULL, NULL), (8, 1, 2, 1, 40, '2026-03-10', '2027-01-01'),"
    " (9, 1, 2, 1, 40, '2025-01-01', '2026-02-28'), (5, 1, 2, 2, 10, NULL, NULL);",
    NULL, NULL));
  chart = remit_load_chart_read (store, 1, REMIT_LOAD_BY_PERSON, from, from + 30,
                                 REMIT_LOAD_EVERY_MONTH, NULL, NULL);
  g_assert_cmpstr (g_array_index (chart->rows, RemitLoadRow, 0).name, ==, "ada");
  g_assert_cmpint (g_array_index (chart->rows, RemitLoadRow, 1).total.over_days, ==, 11);
  g_assert_cmpuint (chart->parts->len, ==, 3);
  part = &g_array_index (chart->parts, RemitLoadPart, 1);
  g_assert_cmpint (part->row, ==, 1);
  g_assert_cmpint (part->assignment, ==, 7);
  g_assert_cmpint (part->until, ==, from + 19);
  part = &g_array_index (chart->parts, RemitLoadPart, 2);
  g_assert_cmpint (part->assignment, ==, 8);
  g_assert_cmpint (part->from, ==, from + 9);
  g_assert_cmpint (part->until, ==, from + 30);
}

static void
test_cancelled (void)
{
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_load_chart_read (store, 1, REMIT_LOAD_BY_TEAM, 2461000, 2461100,
                                        REMIT_LOAD_EVERY_DAY, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load-chart/random", test_random);
  g_test_add_func ("/load-chart/cells", test_cells);
  g_test_add_func ("/load-chart/parts", test_parts);
  g_test_add_func ("/load-chart/cancelled", test_cancelled);
  return g_test_run ();
}
