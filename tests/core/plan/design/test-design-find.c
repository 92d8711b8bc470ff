/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How entities are called, and how they are found by what a person types. */
#include "model/remit-id.h"
#include "plan-fixture.h"

static void
check_name (PlanFixture *f,
            RemitKind kind,
            gint64 id,
            const char *expected)
{
  g_autofree char *name = remit_design_dup_name (f->workspace, kind, id);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (PlanFixture *f,
            gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  gint64 on_call = plan_fixture_assign (f, f->on_call, f->cem, 80, "", "");
  GPtrArray *pairs;

  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  check_name (f, REMIT_KIND_PERSON, f->ada, "Ada Lovelace");
  check_name (f, REMIT_KIND_SLOT, f->ml, "ML engineer");
  check_name (f, REMIT_KIND_SLOT, f->on_call, "On call");
  check_name (f, REMIT_KIND_ASSIGNMENT, assignment, "Ada Lovelace in ML engineer");
  check_name (f, REMIT_KIND_ASSIGNMENT, on_call, "Cem Yıldız in On call");
  check_name (f, REMIT_KIND_SETTINGS, 1, "the workspace");
  check_name (f, REMIT_KIND_PERSON, 1, "");
  check_name (f, REMIT_KIND_PERSON, 0, "");
  pairs = remit_workspace_get_referring (f->workspace, REMIT_KIND_PERSON_SKILL,
                                         REMIT_PERSON_SKILL_PERSON, f->ada);
  check_name (f, REMIT_KIND_PERSON_SKILL, remit_entity_get_id (g_ptr_array_index (pairs, 0)),
              "SQL of Ada Lovelace");
  pairs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT,
                                         f->ml);
  check_name (f, REMIT_KIND_SLOT_NEED, remit_entity_get_id (g_ptr_array_index (pairs, 0)),
              "SQL for ML engineer");
}

static void
check_found (PlanFixture *f,
             RemitKind kind,
             gint64 plan,
             const char *text,
             gint64 id)
{
  g_autoptr (GError) error = NULL;
  RemitEntity *entity = remit_design_find (f->workspace, kind, plan, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (remit_entity_get_id (entity), ==, id);
}

static void
check_not_found (PlanFixture *f,
                 RemitKind kind,
                 gint64 plan,
                 const char *text,
                 const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_design_find (f->workspace, kind, plan, text, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_find (PlanFixture *f,
           gconstpointer data)
{
  char id[17];

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_EMAIL, "ada@example.org");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_EXTERNAL_ID, "P0001");
  remit_id_format (f->ada, id);
  check_found (f, REMIT_KIND_PERSON, 0, id, f->ada);
  check_found (f, REMIT_KIND_PERSON, 0, "Ada Lovelace", f->ada);
  check_found (f, REMIT_KIND_PERSON, 0, "ada LOVELACE", f->ada);
  check_found (f, REMIT_KIND_PERSON, 0, "ADA@example.org", f->ada);
  check_found (f, REMIT_KIND_PERSON, 0, "p0001", f->ada);
  /* a letter with its mark as one character or as two */
  check_found (f, REMIT_KIND_PERSON, f->plan, "Cem Yıldız", f->cem);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Zo\xc3\xab");
  check_found (f, REMIT_KIND_PERSON, 0, "zoe\xcc\x88", f->bob);

  check_found (f, REMIT_KIND_PLAN, 0, "churn", f->plan);
  check_found (f, REMIT_KIND_ROLE, 0, "ml-engineer", f->ml_role);
  check_found (f, REMIT_KIND_ROLE, 0, "ml engineer", f->ml_role);
  check_found (f, REMIT_KIND_SLOT, f->plan, "ML engineer", f->ml);
  check_found (f, REMIT_KIND_SLOT, f->plan, "platform/on call", f->on_call);

  check_not_found (f, REMIT_KIND_PERSON, 0, "", "Person: “” not found");
  check_not_found (f, REMIT_KIND_PERSON, 0, "Ada", "Person: “Ada” not found");
  {
    g_autofree char *message = g_strdup_printf ("Team: “%s” not found", id);

    check_not_found (f, REMIT_KIND_TEAM, 0, id, message);
  }
}

static void
test_ambiguous (PlanFixture *f,
                gconstpointer data)
{
  gint64 twin = remit_test_add_person (f->store, "ada lovelace");
  g_autofree char *message = NULL;
  char first[17], second[17];

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_EMAIL, "ada@example.org");
  remit_id_format (f->ada, first);
  remit_id_format (twin, second);
  message = g_strdup_printf ("“Ada Lovelace” matches 2 entries: Ada Lovelace, ada@example.org (%s) "
                             "and ada lovelace (%s). Use the id.", first, second);
  check_not_found (f, REMIT_KIND_PERSON, 0, "Ada Lovelace", message);
  check_found (f, REMIT_KIND_PERSON, 0, second, twin);
}

static void
test_ambiguous_slot (PlanFixture *f,
                     gconstpointer data)
{
  gint64 twin = remit_test_add_slot (f->store, f->plan, f->platform, f->ml_role);
  g_autofree char *message = NULL;
  char first[17], second[17];

  remit_id_format (f->ml, first);
  remit_id_format (twin, second);
  message = g_strdup_printf ("“ML engineer” matches 2 entries: ML engineer, Fraud (%s) and ML "
                             "engineer, Platform (%s). Use the id.", first, second);
  check_not_found (f, REMIT_KIND_SLOT, f->plan, "ML engineer", message);
  check_found (f, REMIT_KIND_SLOT, f->plan, "fraud/ml engineer", f->ml);
  check_found (f, REMIT_KIND_SLOT, f->plan, "Platform/ML engineer", twin);
}

static void
test_many_candidates (PlanFixture *f,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 7; i++)
    remit_test_add_person (f->store, "Kim");
  g_assert_null (remit_design_find (f->workspace, REMIT_KIND_PERSON, 0, "Kim", &error));
  g_assert_true (g_str_has_prefix (error->message, "“Kim” matches 7 entries: Kim ("));
  g_assert_true (g_str_has_suffix (error->message, " and 2 more. Use the id."));
}

static void
test_of_a_plan (PlanFixture *f,
                gconstpointer data)
{
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  char id[17];

  remit_id_format (advisor, id);
  check_found (f, REMIT_KIND_SLOT, 0, "advisor", advisor);
  check_found (f, REMIT_KIND_SLOT, other, id, advisor);
  check_not_found (f, REMIT_KIND_SLOT, f->plan, "Advisor", "Slot: “Advisor” not found");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design-find/names", test_names);
  plan_fixture_add ("/design-find/find", test_find);
  plan_fixture_add ("/design-find/ambiguous", test_ambiguous);
  plan_fixture_add ("/design-find/ambiguous-slot", test_ambiguous_slot);
  plan_fixture_add ("/design-find/many-candidates", test_many_candidates);
  plan_fixture_add ("/design-find/of-a-plan", test_of_a_plan);

  return g_test_run ();
}
