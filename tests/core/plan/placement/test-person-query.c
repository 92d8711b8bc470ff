/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed to find people: words, levels, quotes; what is half typed, or makes no sense. */
#include "plan-fixture.h"
#include "plan/placement/remit-person-query.h"

/* Ada knows SQL at 3 and Machine Learning at 2, Bob SQL at 1; Cem is somewhere. */
static void
fill (PlanFixture *f)
{
  gint64 learning = remit_test_add_skill (f->store, "Machine Learning");

  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_skill (f, f->ada, learning, 2);
  plan_fixture_add_skill (f, f->bob, f->sql, 1);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_LOCATION, "São Paulo");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_UNIT, "Data Office");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_TITLE, "SQL engineer");
  remit_test_refresh (f->workspace);
}

static gboolean
has (PlanFixture *f,
     const RemitPersonQuery *query,
     gint64 person)
{
  return remit_person_query_matches (
    query, f->workspace, remit_workspace_get (f->workspace, REMIT_KIND_PERSON, person));
}

/* @expected: initials of those who are found */
static void
check (PlanFixture *f,
       const char *text,
       const char *expected)
{
  g_autoptr (RemitPersonQuery) query = remit_person_query_new (text);
  g_autofree char *found = g_strconcat (has (f, query, f->ada) ? "a" : "",
                                        has (f, query, f->bob) ? "b" : "",
                                        has (f, query, f->cem) ? "c" : "", NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  fill (f);
  check (f, "", "abc");
  check (f, "  ", "abc");
  check (f, "sql", "ab");
  check (f, "SQL engineer", "b");
  check (f, "love", "a");
  check (f, "sao", "c");
  check (f, "SÃO  office", "c");
  check (f, "machine", "a");
  check (f, "\"machine learning\"", "a");
  check (f, "\"learning machine\"", "");
  check (f, "learning machine", "a");
  check (f, "nothing", "");
}

static void
test_levels (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  fill (f);
  check (f, "sql>=1", "ab");
  check (f, "sql>=2", "a");
  check (f, "sql≥3", "a");
  check (f, "sql:3", "a");
  check (f, "sql>3", "");
  check (f, "sql>0", "ab");
  check (f, "sql=1", "b");
  check (f, "sql=3", "a");
  check (f, "sql>=4", "");
  check (f, "sql>=2 machine>=2", "a");
  check (f, "sql>=2 machine>=3", "");
  check (f, "\"machine learning\">=2 ada", "a");
  /* a level is one of a skill: a title does not have one */
  check (f, "engineer>=1", "");
}

/* While one types, and what makes no sense. */
static void
test_bad (PlanFixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *many = g_strnfill (100000, '>');

  fill (f);
  check (f, "sql>", "ab");
  check (f, "sql>=", "ab");
  check (f, "sql=", "ab");
  check (f, "sql>=x", "");
  check (f, "sql>=99999999999999999999", "");
  check (f, "sql>=-1", "");
  check (f, ">=3", "");
  check (f, "≥", "");
  check (f, "\"", "abc");
  check (f, "\"\"", "abc");
  check (f, "\"\">=2", "abc");
  check (f, "\"machine lea", "a");
  check (f, "sql>=2>=3", "");
  check (f, many, "");
  check (f, "sql\xff", "abc");
  check (f, NULL, "abc");
}

static void
test_empty (void)
{
  g_autoptr (RemitPersonQuery) none = remit_person_query_new (" \t\n");
  g_autoptr (RemitPersonQuery) some = remit_person_query_new ("a");

  g_assert_true (remit_person_query_is_empty (NULL));
  g_assert_true (remit_person_query_is_empty (none));
  g_assert_false (remit_person_query_is_empty (some));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/person-query/words", test_words);
  plan_fixture_add ("/plan/person-query/levels", test_levels);
  plan_fixture_add ("/plan/person-query/bad", test_bad);
  g_test_add_func ("/plan/person-query/empty", test_empty);
  return g_test_run ();
}
