/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of finding anything in a workspace by what is typed. */
#include "model/remit-id.h"
#include "plan-fixture.h"
#include "plan/find/remit-find-index.h"

static RemitFindIndex *
read_index (PlanFixture *f)
{
  g_autoptr (GError) error = NULL;
  RemitFindIndex *index = remit_find_index_read (f->store, f->plan, NULL, &error);

  g_assert_no_error (error);
  return index;
}

static GPtrArray *
search (RemitFindIndex *index,
        const char *typed)
{
  return remit_find_search (&index, 1, typed, 5, NULL);
}

/* Returns: (nullable): what was found in a group */
static const RemitFound *
get_group (GPtrArray *found,
           RemitFindGroup group)
{
  for (guint i = 0; i < found->len; i++)
    if (((RemitFound *) found->pdata[i])->group == group)
      return found->pdata[i];
  return NULL;
}

/* The first of all has this name and place. */
static void
check_first (RemitFindIndex *index,
             const char *typed,
             RemitFindGroup group,
             const char *name,
             const char *place)
{
  g_autoptr (GPtrArray) found = search (index, typed);
  const RemitFindEntry *entry;

  g_assert_cmpuint (found->len, >, 0);
  entry = g_ptr_array_index (((RemitFound *) found->pdata[0])->entries, 0);
  g_assert_cmpint (entry->group, ==, group);
  g_assert_cmpstr (entry->name, ==, name);
  g_assert_cmpstr (entry->place, ==, place);
}

/* ── What there is to find ────────────────────────────────────────────────────────────────── */

static void
test_kinds (PlanFixture *f,
            gconstpointer data)
{
  char fraud[17];
  g_autoptr (RemitFindIndex) index = NULL;

  remit_id_format (f->fraud, fraud);
  plan_fixture_add_decision (f, f->fraud, "Retrain monthly");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Zoë Müller-Łoś");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_TITLE, "Statistician");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_EMAIL, "zml@example.org");
  plan_fixture_set (f, REMIT_KIND_SKILL, f->sql, REMIT_SKILL_CATEGORY, "Query languages");
  plan_fixture_set (f, REMIT_KIND_TEAM, f->platform, REMIT_TEAM_PARENT, fraud);
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  index = read_index (f);

  check_first (index, "fraud", REMIT_FIND_TEAMS, "Fraud", "2 slots");
  check_first (index, "platf", REMIT_FIND_TEAMS, "Platform", "Fraud · 1 slot");
  check_first (index, "ada", REMIT_FIND_PEOPLE, "Ada Lovelace", "ML engineer in Fraud");
  check_first (index, "zoe", REMIT_FIND_PEOPLE, "Zoë Müller-Łoś", "Statistician");
  check_first (index, "mueller", REMIT_FIND_PEOPLE, "Zoë Müller-Łoś", "Statistician");
  check_first (index, "zml@", REMIT_FIND_PEOPLE, "Zoë Müller-Łoś", "Statistician");
  check_first (index, "on call", REMIT_FIND_SLOTS, "On call", "Platform · Vacant");
  check_first (index, "mle fraud ada", REMIT_FIND_PEOPLE, "Ada Lovelace", "ML engineer in Fraud");
  check_first (index, "de vacant", REMIT_FIND_SLOTS, "Data engineer", "Fraud · Vacant");
  check_first (index, "retr", REMIT_FIND_DECISIONS, "Retrain monthly", "Fraud · Proposed");
  check_first (index, "sql", REMIT_FIND_SKILLS, "SQL", "Query languages · 0 people");
  check_first (index, "churn", REMIT_FIND_PLANS, "Churn", "Draft");
}

/* A named slot is found by its role, too; people by all their slots, of which two are named. */
static void
test_more (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitFindIndex) index = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const RemitFound *people;
  const RemitFindEntry *ada;

  plan_fixture_assign (f, f->ml, f->ada, 10, "", "");
  plan_fixture_assign (f, f->data, f->ada, 10, "", "");
  plan_fixture_assign (f, f->on_call, f->ada, 10, "", "");
  index = read_index (f);

  found = search (index, "ada platform");
  people = get_group (found, REMIT_FIND_PEOPLE);
  g_assert_nonnull (people);
  ada = g_ptr_array_index (people->entries, 0);
  g_assert_cmpint (ada->id, ==, f->ada);
  g_assert_cmpstr (ada->place, ==, "ML engineer in Fraud, Data engineer in Fraud, 1 more");

  g_ptr_array_unref (g_steal_pointer (&found));
  found = search (index, "ml engineer");
  g_assert_cmpuint (get_group (found, REMIT_FIND_SLOTS)->n, ==, 2);
}

/* Of other plans, only that they are there. */
static void
test_plans (PlanFixture *f,
            gconstpointer data)
{
  gint64 other;
  g_autoptr (RemitFindIndex) index = NULL;
  g_autoptr (RemitFindIndex) none = NULL;
  g_autoptr (GPtrArray) found = NULL;

  plan_fixture_add_published (f, "Elsewhere", &other);
  index = read_index (f);
  found = search (index, "advisor");
  g_assert_null (get_group (found, REMIT_FIND_SLOTS));
  check_first (index, "elsewh", REMIT_FIND_PLANS, "Elsewhere", "Published");

  none = remit_find_index_read (f->store, 0, NULL, NULL);
  g_ptr_array_unref (g_steal_pointer (&found));
  found = search (none, "fraud");
  g_assert_null (get_group (found, REMIT_FIND_TEAMS));
}

/* ── How it is ordered ────────────────────────────────────────────────────────────────────── */

static RemitFindIndex *
create_index (void)
{
  RemitFindIndex *index = remit_find_index_new ();

  for (gint64 i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Slot %02d", (int) (99 - i));

      remit_find_index_add (index, REMIT_FIND_SLOTS, i, name, "Risk", NULL);
    }
  remit_find_index_add (index, REMIT_FIND_TEAMS, 7, "Risk", "", NULL);
  remit_find_index_add (index, REMIT_FIND_PEOPLE, 8, "Frisky", NULL, NULL);
  remit_find_index_add (index, REMIT_FIND_ACTIONS, 9, "Import…", "Ctrl+I", "risk");
  return index;
}

/* The best group first; of many, the best in the order of their names; of all, how many. */
static void
test_groups (void)
{
  g_autoptr (RemitFindIndex) index = create_index ();
  g_autoptr (GPtrArray) found = search (index, "risk");
  const RemitFound *slots;

  g_assert_cmpint (((RemitFound *) found->pdata[0])->group, ==, REMIT_FIND_TEAMS);
  slots = get_group (found, REMIT_FIND_SLOTS);
  g_assert_cmpuint (slots->n, ==, 100);
  g_assert_cmpuint (slots->entries->len, ==, 5);
  for (guint i = 0; i < slots->entries->len; i++)
    {
      const RemitFindEntry *entry = slots->entries->pdata[i];
      g_autofree char *name = g_strdup_printf ("Slot %02u", i);

      g_assert_cmpstr (entry->name, ==, name);
      g_assert_cmpint (entry->id, ==, 99 - i);
    }
}

/* What is meant far less well does not distract. */
static void
test_poor (void)
{
  g_autoptr (RemitFindIndex) index = remit_find_index_new ();
  g_autoptr (GPtrArray) found = NULL;

  remit_find_index_add (index, REMIT_FIND_PEOPLE, 1, "Anders Risk", NULL, NULL);
  remit_find_index_add (index, REMIT_FIND_PEOPLE, 2, "Rita Isak", NULL, NULL);
  found = search (index, "risk");
  g_assert_cmpuint (get_group (found, REMIT_FIND_PEOPLE)->n, ==, 1);

  g_ptr_array_unref (g_steal_pointer (&found));
  found = search (index, "risak");
  g_assert_cmpuint (get_group (found, REMIT_FIND_PEOPLE)->n, >=, 1);
}

/* Several indexes are one. */
static void
test_several (void)
{
  g_autoptr (RemitFindIndex) index = create_index ();
  g_autoptr (RemitFindIndex) views = remit_find_index_new ();
  RemitFindIndex *both[] = { index, views };
  g_autoptr (GPtrArray) found = NULL;

  remit_find_index_add (views, REMIT_FIND_VIEWS, 3, "Risk", NULL, NULL);
  found = remit_find_search (both, 2, "risk", 5, NULL);
  g_assert_cmpint (((RemitFound *) found->pdata[0])->group, ==, REMIT_FIND_VIEWS);
  g_assert_cmpint (((RemitFound *) found->pdata[1])->group, ==, REMIT_FIND_TEAMS);
}

static void
test_nothing (void)
{
  g_autoptr (RemitFindIndex) index = create_index ();
  g_autoptr (RemitFindIndex) empty = remit_find_index_new ();
  static const char *const nothing[] = { "", "   ", "qqqq", "risk qqqq", "\xff", "risk \xc3\x28" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GPtrArray) found = search (index, nothing[i]);
      g_autoptr (GPtrArray) none = search (empty, nothing[i]);

      g_assert_cmpuint (found->len, ==, 0);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

static void
test_cancelled (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitFindIndex) index = create_index ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_find_search (&index, 1, "risk", 5, cancellable));
  g_assert_null (remit_find_index_read (f->store, f->plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* the store can be used as before */
  g_assert_nonnull (index = (remit_find_index_unref (index), read_index (f)));
}

static void
test_group_kinds (void)
{
  for (RemitFindGroup group = 0; group < REMIT_FIND_N_GROUPS; group++)
    {
      RemitKind kind = remit_find_group_get_kind (group);

      g_assert_cmpstr (remit_find_group_get_title (group), !=, "");
      if (kind != REMIT_KIND_NONE)
        g_assert_cmpint (remit_find_group_of (kind), ==, group);
    }
  g_assert_cmpint (remit_find_group_of (REMIT_KIND_NONE), ==, REMIT_FIND_N_GROUPS);
  g_assert_cmpint (remit_find_group_of (REMIT_KIND_WAIVER), ==, REMIT_FIND_N_GROUPS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/plan/find/kinds", test_kinds);
  plan_fixture_add ("/plan/find/more", test_more);
  plan_fixture_add ("/plan/find/plans", test_plans);
  plan_fixture_add ("/plan/find/cancelled", test_cancelled);
  g_test_add_func ("/plan/find/groups", test_groups);
  g_test_add_func ("/plan/find/poor", test_poor);
  g_test_add_func ("/plan/find/several", test_several);
  g_test_add_func ("/plan/find/nothing", test_nothing);
  g_test_add_func ("/plan/find/group-kinds", test_group_kinds);

  return g_test_run ();
}
