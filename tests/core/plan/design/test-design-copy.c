/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of teams, slots, roles, people, and of whole plans. */
#include <string.h>

#include "model/remit-id.h"
#include "plan-fixture.h"

static gint64
duplicate (PlanFixture *f,
           RemitKind kind,
           gint64 id,
           const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_duplicate (f->workspace, kind, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (copy, !=, 0);
  g_assert_cmpint (copy, !=, id);
  plan_fixture_check_edit (f, before, label);
  return copy;
}

static guint
count_referring (PlanFixture *f,
                 RemitKind kind,
                 guint field,
                 gint64 id)
{
  return remit_workspace_get_referring (f->workspace, kind, field, id)->len;
}

static void
test_slot (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) slots = NULL;
  gint64 copy;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "70");
  copy = duplicate (f, REMIT_KIND_SLOT, f->ml, "Duplicate slot ML engineer");

  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, copy, REMIT_SLOT_FTE), ==, 70);
  g_assert_cmpuint (count_referring (f, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, copy), ==, 1);
  g_assert_cmpuint (count_referring (f, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, copy), ==, 0);

  /* it stands behind its original */
  slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, f->fraud);
  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (slots, 0)), ==, f->ml);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (slots, 1)), ==, copy);
}

static void
test_team (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  gint64 copy, second;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PURPOSE, "Stop fraud");
  copy = duplicate (f, REMIT_KIND_TEAM, f->fraud, "Duplicate team Fraud");
  second = duplicate (f, REMIT_KIND_TEAM, f->fraud, "Duplicate team Fraud");

  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_TEAM, copy, REMIT_TEAM_NAME), ==,
                   "Fraud (copy)");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_TEAM, second, REMIT_TEAM_NAME), ==,
                   "Fraud (copy 2)");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_TEAM, copy, REMIT_TEAM_PURPOSE), ==,
                   "Stop fraud");

  slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, copy);
  g_assert_cmpuint (slots->len, ==, 2);
  for (guint i = 0; i < slots->len; i++)
    {
      gint64 slot = remit_entity_get_id (g_ptr_array_index (slots, i));

      g_assert_cmpuint (count_referring (f, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, slot), ==,
                        i == 0);
      g_assert_cmpuint (count_referring (f, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, slot), ==,
                        0);
    }

  teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_assert_cmpuint (teams->len, ==, 4);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 0)), ==, f->fraud);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 1)), ==, second);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 2)), ==, copy);
}

static void
test_role_and_person (PlanFixture *f,
                      gconstpointer data)
{
  gint64 role = duplicate (f, REMIT_KIND_ROLE, f->ml_role, "Duplicate role ML engineer");
  gint64 person;

  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_ROLE, role, REMIT_ROLE_NAME), ==,
                   "ML engineer (copy)");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_ROLE, role, REMIT_ROLE_KEY), ==,
                   "ml-engineer-copy");

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_EMAIL, "ada@example.org");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NOTES, "On leave?");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "80");
  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_absence (f, f->ada, "2026-08-03", "2026-08-14");
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  person = duplicate (f, REMIT_KIND_PERSON, f->ada, "Duplicate Ada Lovelace");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME), ==,
                   "Ada Lovelace (copy)");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PERSON, person, REMIT_PERSON_EMAIL), ==,
                   "");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PERSON, person, REMIT_PERSON_NOTES), ==,
                   "");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PERSON, person, REMIT_PERSON_CAPACITY), ==, 80);
  g_assert_cmpuint (count_referring (f, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON, person),
                    ==, 1);
  g_assert_cmpuint (count_referring (f, REMIT_KIND_ABSENCE, REMIT_ABSENCE_PERSON, person), ==, 0);
  g_assert_cmpuint (count_referring (f, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, person),
                    ==, 0);
}

/* A copy of the longest name is cut between characters, not within one. */
static void
test_long_name (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("x");
  gint64 team;
  const char *copied;

  while (name->len + 2 <= 200)
    g_string_append (name, "ü");
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_NAME, name->str);
  {
    g_autofree char *label = g_strdup_printf ("Duplicate team %s", name->str);

    team = duplicate (f, REMIT_KIND_TEAM, f->fraud, label);
  }
  copied = plan_fixture_get_text (f, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME);
  g_assert_true (g_utf8_validate (copied, -1, NULL));
  g_assert_true (g_str_has_suffix (copied, "ü (copy)"));
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (remit_design_duplicate (f->workspace, REMIT_KIND_ASSIGNMENT, assignment, &error),
                   ==, 0);
  plan_fixture_check_refused (f, before, &error, "Assignment cannot be duplicated");
  g_assert_cmpint (remit_design_duplicate (f->workspace, REMIT_KIND_TEAM, 1, &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, "Team no longer exists");
  g_assert_cmpint (remit_design_copy_plan (f->workspace, 1, "Copy", &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, "Plan no longer exists");
  g_assert_cmpint (remit_design_copy_plan (f->workspace, f->plan, "", &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, "Name must not be empty");
}

/* Everything in a plan, without its ids: names for references, to compare two plans. */
static char *
describe_plan (PlanFixture *f,
               gint64 plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (RemitKind kind = REMIT_KIND_TEAM; kind <= REMIT_KIND_ASSIGNMENT; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      GPtrArray *entities = remit_workspace_get_referring (f->workspace, kind, 0, plan);

      for (guint i = 0; i < entities->len; i++)
        {
          const RemitRecord *record = remit_entity_get_record (g_ptr_array_index (entities, i));
          GString *line = g_string_new (info->name);

          for (guint j = 1; j < info->n_fields; j++)
            {
              g_autofree char *value = NULL;

              if (remit_field_is_hidden (&info->fields[j]))
                continue;
              if (info->fields[j].kind == REMIT_FIELD_REFERENCE)
                value = remit_design_dup_name (f->workspace, info->fields[j].target,
                                               remit_record_get_integer (record, j));
              else
                value = remit_record_format (record, j);
              g_string_append_printf (line, " %s", value);
            }
          g_ptr_array_add (lines, g_string_free (line, FALSE));
        }
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_plan (PlanFixture *f,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  gint64 copy;
  char parent[17];

  /* a parent that is younger than its child */
  remit_id_format (f->platform, parent);
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PARENT, parent);
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS, "published");
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_PURPOSE, "Keep customers");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_assign (f, f->ml, f->ada, 80, "2026-03-01", "");
  plan_fixture_assign (f, f->data, f->bob, 40, "", "");

  before = plan_fixture_dump (f);
  copy = remit_design_copy_plan (f->workspace, f->plan, "Churn, cheaper", &error);
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, "Copy plan Churn as Churn, cheaper");

  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PLAN, copy, REMIT_PLAN_KIND), ==,
                   REMIT_PLAN_KIND_SCENARIO);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PLAN, copy, REMIT_PLAN_BASE), ==, f->plan);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PLAN, copy, REMIT_PLAN_STATUS), ==,
                   REMIT_PLAN_STATUS_DRAFT);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PLAN, copy, REMIT_PLAN_PURPOSE), ==,
                   "Keep customers");

  remit_workspace_open_plan (f->workspace, copy, &error);
  g_assert_no_error (error);
  original = describe_plan (f, f->plan);
  copied = describe_plan (f, copy);
  g_assert_cmpstr (copied, ==, original);
  g_assert_nonnull (strstr (original, "team Platform Fraud"));
  g_assert_nonnull (strstr (original, "assignment ML engineer Ada Lovelace 80 2026-03-01"));
}

/* A plan that is not open is copied as well. */
static void
test_plan_not_open (PlanFixture *f,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) closed = NULL;
  gint64 copy;

  closed = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  copy = remit_design_copy_plan (closed, f->plan, "Copy", &error);
  g_assert_no_error (error);
  remit_workspace_open_plan (closed, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (remit_workspace_get_list (closed, REMIT_KIND_SLOT)),
                    ==, 3);
  remit_test_refresh (f->workspace);
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design-copy/slot", test_slot);
  plan_fixture_add ("/design-copy/team", test_team);
  plan_fixture_add ("/design-copy/role-and-person", test_role_and_person);
  plan_fixture_add ("/design-copy/long-name", test_long_name);
  plan_fixture_add ("/design-copy/refused", test_refused);
  plan_fixture_add ("/design-copy/plan", test_plan);
  plan_fixture_add ("/design-copy/plan-not-open", test_plan_not_open);

  return g_test_run ();
}
