/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the load of all people over 104 weeks, and the map of all their skills, again and again. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/remit-day.h"
#include "plan/load/remit-load-chart.h"
#include "plan/skills/remit-skill-map.h"

#define ROUNDS 11
#define DAYS (104 * 7)

static gint64
find_plan (RemitStore *store)
{
  RemitStatement *row = remit_store_prepare (store, "SELECT min (id) FROM plan", NULL);
  gint64 plan;

  if (row == NULL || !remit_store_step (store, row))
    g_error ("There is no plan");
  plan = remit_statement_get_integer (row, 0);
  if (!remit_store_finish (store, row, NULL))
    g_error ("The plan cannot be read");
  return plan;
}

static void
read_load (RemitStore *store,
           gint64 plan)
{
  gint64 today = remit_day_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitLoadChart) chart = remit_load_chart_read (
    store, plan, REMIT_LOAD_BY_PERSON, today, today + DAYS - 1, REMIT_LOAD_EVERY_WEEK, NULL,
    &error);

  if (chart == NULL)
    g_error ("%s", error->message);
}

static void
read_skills (RemitStore *store,
             gint64 plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSkillMap) map = remit_skill_map_read (store, plan, REMIT_SKILL_MAP_EVERYBODY,
                                                        FALSE, remit_day_today (), NULL, &error);

  if (map == NULL)
    g_error ("%s", error->message);
}

static int
compare (const void *a,
         const void *b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
measure (const char *name,
         void (*read) (RemitStore *store,
                       gint64 plan),
         RemitStore *store,
         gint64 plan)
{
  gint64 times[ROUNDS];

  read (store, plan);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      read (store, plan);
      times[i] = g_get_monotonic_time () - begin;
    }
  qsort (times, ROUNDS, sizeof times[0], compare);
  printf ("%s p50 %" PRId64 "\n", name, times[ROUNDS / 2]);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 plan;

  if (argc != 2)
    g_error ("Usage: remit-bench-charts WORKSPACE");
  store = remit_store_open (argv[1], REMIT_STORE_READ_ONLY, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  plan = find_plan (store);
  measure ("load", read_load, store, plan);
  measure ("skills", read_skills, store, plan);
  return 0;
}
