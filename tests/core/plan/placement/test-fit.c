/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those who are in a slot lack, in words. */
#include "plan-fixture.h"
#include "plan/placement/remit-fit.h"

static void
check (PlanFixture *f,
       guint max,
       const char *expected)
{
  g_autofree char *lacks = NULL;

  remit_test_refresh (f->workspace);
  lacks = remit_fit_dup_lacks (f->workspace, f->ml, max);
  g_assert_cmpstr (lacks, ==, expected);
}

static gint64
add_need (PlanFixture *f,
          const char *name,
          int level)
{
  gint64 skill = remit_test_add_skill (f->store, name);

  plan_fixture_add_need (f, f->ml, skill, level);
  return skill;
}

static void
test_one (PlanFixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  gint64 python;

  check (f, 2, NULL);
  python = add_need (f, "Python", 3);
  add_need (f, "Spark", 2);
  check (f, 2, NULL);
  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  check (f, 2, "Lacks Python\u00a03, Spark\u00a02");
  plan_fixture_add_skill (f, f->ada, python, 2);
  check (f, 2, "Lacks Python\u00a03, Spark\u00a02");
}

/* At the level, or above it, nothing lacks. */
static void
test_levels (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 python = add_need (f, "Python", 3);
  gint64 spark = add_need (f, "Spark", 2);

  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  plan_fixture_add_skill (f, f->ada, python, 3);
  check (f, 2, "Lacks Spark\u00a02");
  plan_fixture_add_skill (f, f->ada, spark, 4);
  check (f, 2, NULL);
}

static void
test_many (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  add_need (f, "Python", 3);
  add_need (f, "Spark", 2);
  add_need (f, "R", 1);
  check (f, 2, "Lacks Python\u00a03, Spark\u00a02 and 1 more");
  add_need (f, "SQL tuning", 1);
  add_need (f, "Kafka", 4);
  check (f, 2, "Lacks Python\u00a03, Spark\u00a02 and 3 more");
  check (f, 5, "Lacks Python\u00a03, Spark\u00a02, R\u00a01, SQL tuning\u00a01, Kafka\u00a04");
}

/* Of several people, one who lacks something alone is named. */
static void
test_several (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 python = add_need (f, "Python", 3);

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->ml, f->bob, 50, "", "");
  check (f, 2, "Lacks Python\u00a03");
  plan_fixture_add_skill (f, f->ada, python, 3);
  check (f, 2, "Bob Martin lacks Python\u00a03");
  plan_fixture_add_skill (f, f->bob, python, 4);
  check (f, 2, NULL);
}

/* Who was there until yesterday is of no interest; who comes tomorrow is. */
static void
test_days (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  add_need (f, "Python", 3);
  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-01-01", "2026-02-09");
  check (f, 2, NULL);
  plan_fixture_assign (f, f->ml, f->bob, 50, "2026-02-11", "");
  check (f, 2, "Lacks Python\u00a03");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/fit/one", test_one);
  plan_fixture_add ("/fit/levels", test_levels);
  plan_fixture_add ("/fit/many", test_many);
  plan_fixture_add ("/fit/several", test_several);
  plan_fixture_add ("/fit/days", test_days);

  return g_test_run ();
}
