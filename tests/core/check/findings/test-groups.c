/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings in groups: what is in which, in which order, and what stays when something changes. */
#include "check/findings/remit-finding-groups.h"
#include "check/findings/remit-finding-teams.h"
#include "sketch.h"

#include <gio/gio.h>

/* Ada does too much in two teams; Zeta and Alpha have vacant slots; Bob cannot do his work. */
#define PLAN \
  "role ml key=ml-engineer\nrole pm key=product-manager\nperson Ada\nperson Bob\nplan P\n" \
  "team Zeta\nteam Alpha\nslot Z1 team=Zeta role=ml\nslot Z2 team=Zeta role=pm\n" \
  "slot A1 team=Alpha role=ml\nslot A2 team=Alpha role=pm\n" \
  "assignment a slot=Z1 person=Ada allocation=80\n" \
  "assignment b slot=A1 person=Ada allocation=40\n" \
  "decision D raised=2026-01-01\n"
#define TODAY "2026-03-10"

typedef struct {
  Sketch *sketch;
  RemitRules *rules;
  RemitFindingGroups *groups;
  GListStore *findings;
} Fixture;

static void
check (Fixture *f,
       const char *rules)
{
  g_auto (GStrv) wanted = g_strsplit (rules, " ", -1);

  g_list_store_remove_all (f->findings);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = sketch_check (f->sketch, f->rules, wanted[i], TODAY);

      for (guint j = 0; j < found->len; j++)
        g_list_store_append (f->findings, found->pdata[j]);
    }
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->sketch = sketch_new (PLAN);
  f->rules = remit_rules_load ();
  f->groups = remit_finding_groups_new ();
  f->findings = g_list_store_new (REMIT_TYPE_FINDING);
  remit_workspace_open_plan (f->sketch->workspace, f->sketch->plan, &error);
  g_assert_no_error (error);
  check (f, "ALLOC-1 SLOT-1 RACI-1");
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->groups);
  g_object_unref (f->findings);
  remit_rules_unref (f->rules);
  sketch_free (f->sketch);
}

static void
take (Fixture *f,
      RemitGrouping grouping)
{
  remit_finding_groups_take (f->groups, f->sketch->workspace, grouping,
                             G_LIST_MODEL (f->findings));
}

/* Returns: (transfer full): "title: number of findings", one after another */
static char *
say (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->groups)); i++)
    {
      g_autoptr (RemitFindingGroup) group = g_list_model_get_item (G_LIST_MODEL (f->groups), i);

      g_string_append_printf (text, "%s%s: %u", i > 0 ? ", " : "",
                              remit_finding_group_get_title (group),
                              g_list_model_get_n_items (G_LIST_MODEL (group)));
    }
  return g_string_free (text, FALSE);
}

#define assert_groups(f, expected) \
  G_STMT_START \
  { \
    g_autofree char *said_ = say (f); \
    g_assert_cmpstr (said_, ==, expected); \
  } \
  G_STMT_END

static void
test_by_rule (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitFindingGroup) last = NULL;
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;

  take (f, REMIT_GROUPING_RULE);
  assert_groups (f, "A required slot is vacant: 2, No one accountable: 1, Over-allocated: 1");
  last = g_list_model_get_item (G_LIST_MODEL (f->groups), 0);
  g_assert_cmpstr (remit_finding_group_get_rule (last)->id, ==, "SLOT-1");
  g_assert_cmpint (remit_finding_group_get_severity (last), ==, REMIT_SEVERITY_ERROR);
  remit_finding_group_count (last, counts, &n_waived);
  g_assert_cmpuint (counts[REMIT_SEVERITY_ERROR], ==, 2);
  g_assert_cmpuint (counts[REMIT_SEVERITY_WARNING], ==, 0);
  g_assert_cmpuint (n_waived, ==, 0);
}

static void
test_by_person (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  take (f, REMIT_GROUPING_PERSON);
  assert_groups (f, "Ada: 1, No Person: 3");
}

/* What is about a person is in each of their teams. */
static void
test_by_team (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  take (f, REMIT_GROUPING_TEAM);
  assert_groups (f, "Alpha: 2, Zeta: 2, No Team: 1");
}

static guint n_removed;
static guint n_added;

static void
on_items_changed (GListModel *model G_GNUC_UNUSED,
                  guint position G_GNUC_UNUSED,
                  guint removed,
                  guint added)
{
  n_removed += removed;
  n_added += added;
}

/* A group that stays is the same object, so that what is folded stays folded. */
static void
test_follow (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitFindingGroup) before = NULL;
  g_autoptr (RemitFindingGroup) after = NULL;

  take (f, REMIT_GROUPING_TEAM);
  before = g_list_model_get_item (G_LIST_MODEL (f->groups), 1);
  g_signal_connect (f->groups, "items-changed", G_CALLBACK (on_items_changed), NULL);
  n_removed = n_added = 0;
  take (f, REMIT_GROUPING_TEAM);
  g_assert_cmpuint (n_removed + n_added, ==, 0);

  sketch_add (f->sketch, "team Beta\nslot B team=Beta role=pm\n"
                         "assignment c slot=A2 person=Bob allocation=50");
  check (f, "SLOT-1 ALLOC-1");
  take (f, REMIT_GROUPING_TEAM);
  assert_groups (f, "Alpha: 1, Beta: 1, Zeta: 2");
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpuint (n_added, ==, 1);
  after = g_list_model_get_item (G_LIST_MODEL (f->groups), 2);
  g_assert_true (after == before);
}

/* A team with another name has another place, and is there once. */
static void
test_renamed (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  take (f, REMIT_GROUPING_TEAM);
  sketch_add (f->sketch, "set team Zeta name=Aardvark");
  take (f, REMIT_GROUPING_TEAM);
  assert_groups (f, "Aardvark: 2, Alpha: 2, No Team: 1");
}

/* Without findings, and without a workspace, there are no groups. */
static void
test_nothing (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  take (f, REMIT_GROUPING_PERSON);
  remit_finding_groups_take (f->groups, NULL, REMIT_GROUPING_PERSON, NULL);
  assert_groups (f, "");
  take (f, REMIT_GROUPING_RULE);
  g_list_store_remove_all (f->findings);
  take (f, REMIT_GROUPING_RULE);
  assert_groups (f, "");
}

/* A rule that cannot be used is a finding, too, which is about nothing. */
static void
test_problem (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitFinding) problem = remit_finding_new (NULL, REMIT_SEVERITY_ERROR, NULL, "Bad",
                                                        NULL);
  g_autoptr (GArray) teams = remit_finding_find_teams (problem, f->sketch->workspace);

  g_assert_cmpuint (teams->len, ==, 0);
  g_list_store_remove_all (f->findings);
  g_list_store_append (f->findings, problem);
  take (f, REMIT_GROUPING_RULE);
  assert_groups (f, "Rule cannot be used: 1");
  take (f, REMIT_GROUPING_TEAM);
  assert_groups (f, "No Team: 1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/check/groups/by-rule", test_by_rule);
  add ("/check/groups/by-person", test_by_person);
  add ("/check/groups/by-team", test_by_team);
  add ("/check/groups/follow", test_follow);
  add ("/check/groups/renamed", test_renamed);
  add ("/check/groups/nothing", test_nothing);
  add ("/check/groups/problem", test_problem);
  return g_test_run ();
}
