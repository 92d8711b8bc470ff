/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting: what goes with it, what may not go, undo and redo. */
#include "model/remit-id.h"
#include "plan-fixture.h"

static void
check (PlanFixture *f,
       RemitKind kind,
       gint64 id,
       const char *consequence,
       const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_can_delete (f->workspace, kind, id, &text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, consequence);
  g_assert_true (remit_design_can_delete (f->workspace, kind, id, NULL, NULL));

  g_assert_true (remit_design_delete (f->workspace, kind, id, &error));
  g_assert_no_error (error);
  g_assert_null (remit_workspace_get (f->workspace, kind, id));
  plan_fixture_check_edit (f, before, label);

  /* the next test is to find everything as it was */
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error);
  g_assert_no_error (error);
}

static void
check_refused (PlanFixture *f,
               RemitKind kind,
               gint64 id,
               const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  char *consequence = (char *) "left over";
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_can_delete (f->workspace, kind, id, &consequence, &error));
  g_assert_null (consequence);
  plan_fixture_check_refused (f, before, &error, message);
  g_assert_false (remit_design_delete (f->workspace, kind, id, &error));
  plan_fixture_check_refused (f, before, &error, message);
}

static void
test_empty (PlanFixture *f,
            gconstpointer data)
{
  check (f, REMIT_KIND_PERSON, f->ada, "", "Delete Ada Lovelace");
  check (f, REMIT_KIND_SLOT, f->ml, "", "Delete slot ML engineer");
  check (f, REMIT_KIND_SKILL, f->sql, "", "Delete skill SQL");
  check (f, REMIT_KIND_TEAM, f->platform, "1 slot", "Delete team Platform");
}

static void
test_cascade (PlanFixture *f,
              gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  char id[17];

  plan_fixture_assign (f, f->ml, f->bob, 50, "", "");
  plan_fixture_assign (f, f->data, f->ada, 50, "", "");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, f->sql, 1);
  plan_fixture_add_absence (f, f->ada, "2026-08-03", "2026-08-14");
  remit_id_format (f->ada, id);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_MANAGER, id);
  remit_id_format (f->fraud, id);
  plan_fixture_set (f, REMIT_KIND_TEAM, f->platform, REMIT_TEAM_PARENT, id);

  check (f, REMIT_KIND_ASSIGNMENT, assignment, "", "Remove Ada Lovelace from ML engineer");
  check (f, REMIT_KIND_SLOT, f->ml, "2 assignments", "Delete slot ML engineer");
  check (f, REMIT_KIND_TEAM, f->fraud, "2 slots and 3 assignments", "Delete team Fraud");
  check (f, REMIT_KIND_PLAN, f->plan, "2 teams, 3 slots and 3 assignments", "Delete plan Churn");
  check (f, REMIT_KIND_PERSON, f->ada, "2 assignments", "Delete Ada Lovelace");
  check (f, REMIT_KIND_PERSON, f->bob, "1 assignment", "Delete Bob Martin");
  check (f, REMIT_KIND_SKILL, f->sql, "2 skill records and 1 required skill",
         "Delete skill SQL");
}

static void
test_role (PlanFixture *f,
           gconstpointer data)
{
  gint64 other = 0;
  gint64 unused = remit_test_add_role (f->store, "analyst", "Business analyst");

  check (f, REMIT_KIND_ROLE, unused, "", "Delete role Business analyst");
  check_refused (f, REMIT_KIND_ROLE, f->data_role,
                 "The role Data engineer is used by 1 slot: Data engineer in Fraud (plan Churn). "
                 "Delete or change these first.");
  plan_fixture_add_published (f, "Advice", &other);
  check_refused (f, REMIT_KIND_ROLE, f->ml_role,
                 "The role ML engineer is used by 3 slots: ML engineer in Fraud (plan Churn), On "
                 "call in Platform (plan Churn) and Advisor in Elsewhere (plan Advice). Delete or "
                 "change these first.");
  remit_test_add_slot (f->store, f->plan, f->fraud, f->ml_role);
  remit_test_add_slot (f->store, f->plan, f->fraud, f->ml_role);
  check_refused (f, REMIT_KIND_ROLE, f->ml_role,
                 "The role ML engineer is used by 5 slots: ML engineer in Fraud (plan Churn), On "
                 "call in Platform (plan Churn), Advisor in Elsewhere (plan Advice) and 2 more. "
                 "Delete or change these first.");
}

/* What is in plans that nobody has opened counts as well. */
static void
test_plan_not_open (PlanFixture *f,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *consequence = NULL;
  g_autoptr (RemitWorkspace) closed = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  closed = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_null (remit_workspace_get (closed, REMIT_KIND_SLOT, f->ml));

  g_assert_true (remit_design_can_delete (closed, REMIT_KIND_PERSON, f->ada, &consequence, &error));
  g_assert_cmpstr (consequence, ==, "1 assignment");
  g_assert_false (remit_design_can_delete (closed, REMIT_KIND_ROLE, f->data_role, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "The role Data engineer is used by 1 slot: Data engineer in Fraud (plan Churn). "
                   "Delete or change these first.");
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  check_refused (f, REMIT_KIND_SETTINGS, 1, "The settings of a workspace cannot be deleted");
  check_refused (f, REMIT_KIND_TEAM, 1, "Team no longer exists");
  check_refused (f, REMIT_KIND_TEAM, f->ml, "Team no longer exists");
}

/* Several at once are one edit, and none of them goes when one may not. */
static void
test_several (PlanFixture *f,
              gconstpointer data)
{
  const gint64 people[] = { f->ada, f->bob };
  const gint64 roles[] = { f->data_role, f->ml_role };
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *consequence = NULL;
  g_autofree char *refused = NULL;
  g_autoptr (GError) error = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->data, f->bob, 50, "", "");
  g_free (before);
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_can_delete_all (f->workspace, REMIT_KIND_PERSON, people, 2,
                                              &consequence, &error));
  g_assert_cmpstr (consequence, ==, "2 assignments");
  g_assert_true (remit_design_delete_all (f->workspace, REMIT_KIND_PERSON, people, 2, &error));
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, "Delete 2 people");

  g_free (before);
  before = plan_fixture_dump (f);
  g_assert_false (remit_design_delete_all (f->workspace, REMIT_KIND_ROLE, roles, 2, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  refused = plan_fixture_dump (f);
  g_assert_cmpstr (refused, ==, before);
}

/* What cannot be read is not taken for nothing: things may go along. */
static void
test_damaged_part (PlanFixture *f,
                   gconstpointer data)
{
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_store_exec (f->store, "DROP TABLE assignment", NULL, NULL));
  g_assert_false (remit_design_can_delete (f->workspace, REMIT_KIND_PERSON, f->ada, &consequence,
                                           &error));
  g_assert_null (consequence);
  g_assert_true (error != NULL && error->domain == REMIT_STORE_ERROR);
}

/* Nor is the role free. */
static void
test_damaged (PlanFixture *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_store_exec (f->store, "DROP TABLE slot", NULL, NULL));
  g_assert_false (remit_design_can_delete (f->workspace, REMIT_KIND_ROLE, f->data_role, NULL,
                                           &error));
  g_assert_true (error != NULL && error->domain == REMIT_STORE_ERROR);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design-delete/empty", test_empty);
  plan_fixture_add ("/design-delete/cascade", test_cascade);
  plan_fixture_add ("/design-delete/role", test_role);
  plan_fixture_add ("/design-delete/plan-not-open", test_plan_not_open);
  plan_fixture_add ("/design-delete/refused", test_refused);
  plan_fixture_add ("/design-delete/several", test_several);
  plan_fixture_add ("/design-delete/damaged", test_damaged);
  plan_fixture_add ("/design-delete/damaged-part", test_damaged_part);

  return g_test_run ();
}
