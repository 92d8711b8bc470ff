/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes first where a person is picked, and what is said of them. */
#include "plan-fixture.h"
#include "plan/decide/remit-concerned.h"
#include "plan/decide/remit-matrix.h"

static RemitConcern
get_rank (PlanFixture *f,
          RemitKind kind,
          gint64 subject,
          gint64 person)
{
  RemitEntity *entity = subject != 0 ? remit_workspace_get (f->workspace, kind, subject) : NULL;
  g_autoptr (GHashTable) ranks = remit_concerned_rank (f->workspace, entity);

  return (RemitConcern) GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &person));
}

static void
test_rank (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell cell = { decision, REMIT_KIND_PERSON, f->cem, REMIT_LETTERS (REMIT_LETTER_C) };
  g_autoptr (GError) error = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  plan_fixture_assign (f, f->on_call, f->bob, 100, "", "");
  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  remit_test_refresh (f->workspace);

  g_assert_cmpint (get_rank (f, REMIT_KIND_DECISION, decision, f->cem), ==, REMIT_CONCERN_PART);
  g_assert_cmpint (get_rank (f, REMIT_KIND_DECISION, decision, f->ada), ==, REMIT_CONCERN_TEAM);
  g_assert_cmpint (get_rank (f, REMIT_KIND_DECISION, decision, f->bob), ==, REMIT_CONCERN_PLAN);
  g_assert_cmpint (get_rank (f, REMIT_KIND_TEAM, f->platform, f->bob), ==, REMIT_CONCERN_TEAM);
  g_assert_cmpint (get_rank (f, REMIT_KIND_SLOT, f->ml, f->ada), ==, REMIT_CONCERN_PART);
  g_assert_cmpint (get_rank (f, REMIT_KIND_PLAN, f->plan, f->ada), ==, REMIT_CONCERN_PLAN);
  g_assert_cmpint (get_rank (f, REMIT_KIND_PLAN, f->plan, f->cem), ==, REMIT_CONCERN_NONE);
  g_assert_cmpint (get_rank (f, REMIT_KIND_NONE, 0, f->ada), ==, REMIT_CONCERN_NONE);
}

static void
check_words (PlanFixture *f,
             gint64 person,
             const char *expected)
{
  g_autofree char *words = remit_concerned_dup_words (
    f->workspace, remit_workspace_get (f->workspace, REMIT_KIND_PERSON, person));

  g_assert_cmpstr (words, ==, expected);
}

/* Each team once, and nothing that is not known. */
static void
test_words (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  check_words (f, f->ada, "");
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->data, f->ada, 50, "", "");
  remit_test_refresh (f->workspace);
  check_words (f, f->ada, "Fraud");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TITLE, "Data scientist");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_TITLE, "Analyst");
  remit_test_refresh (f->workspace);
  check_words (f, f->ada, "Data scientist · Fraud");
  check_words (f, f->bob, "Analyst");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/concerned/rank", test_rank);
  plan_fixture_add ("/plan/concerned/words", test_words);
  return g_test_run ();
}
