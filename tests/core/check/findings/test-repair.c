/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs: each mends what was found, is one edit, and can be undone and redone. */
#include "check/findings/remit-repair.h"

#include "sketch.h"

#define BASE \
  "role ml key=ml-engineer\nrole pm key=product-manager\nperson Ada\nperson Bob\nplan P\nteam T\n" \
  "team U\nslot S1 team=T role=ml\nslot S2 team=U role=pm\n" \
  "assignment a1 slot=S1 person=Ada allocation=80\n" \
  "assignment a2 slot=S2 person=Bob allocation=60\ndecision D team=T raised=2026-01-01\n"
#define TODAY "2026-03-10"

/**
 * RepairCase:
 * @more: lines that follow %BASE
 * @button: what the button says, or %NULL when nothing can be done
 * @label: what the history says
 * @left: what the rule finds afterwards
 */
typedef struct {
  RemitRepair repair;
  const char *rule;
  const char *more;
  const char *button;
  const char *label;
  const char *left;
} RepairCase;

static const RepairCase cases[] = {
  { REMIT_REPAIR_DECIDE_JOINTLY, "RACI-2",
    "right - decision=D slot=S1 letter=A\nright - decision=D slot=S2 letter=A",
    "Decide jointly: RACI → joint, all must agree", "Decide D with JOINT", "" },
  { REMIT_REPAIR_KEEP_STRONGEST, "RACI-7",
    "right - decision=D slot=S1 letter=A\nright - decision=D slot=S1 letter=I",
    "Keep A, remove I",
    "Set A of S1 in D", "" },
  { REMIT_REPAIR_KEEP_STRONGEST, "RACI-7",
    "right - decision=D role=pm letter=A\nright - decision=D role=pm letter=R\n"
    "right - decision=D role=pm letter=C", "Keep R/A, remove C", "Set R/A of pm in D", "" },
  { REMIT_REPAIR_KEEP_STRONGEST, "RACI-7",
    "right - decision=D person=Ada letter=C\nright - decision=D person=Ada letter=I",
    "Keep C, remove I",
    "Set C of Ada in D", "" },
  { REMIT_REPAIR_LOWER_QUORUM, "JOINT-1",
    "set decision D framework=JOINT quorum=3\nright - decision=D slot=S1 letter=A\n"
    "right - decision=D slot=S2 letter=A", "Set quorum 3 → 2", "Require 2 approvers for D", "" },
  { REMIT_REPAIR_LOWER_QUORUM, "JOINT-1", "set decision D framework=JOINT quorum=3", NULL, NULL,
    NULL },
  { REMIT_REPAIR_MARK_SUPERSEDED, "DEC-3",
    "set decision D status=accepted\ndecision N supersedes=D status=accepted",
    "Set status Accepted → Superseded", "Mark D as superseded", "" },
  { REMIT_REPAIR_TRIM, "SLOT-3",
    "set slot S1 from=2026-02-01 until=2026-06-30\nset assignment a1 from=2026-01-01 "
    "until=2026-12-31",
    "Trim: start 01/01/26 → 02/01/26, end 12/31/26 → 06/30/26", "Trim the dates of Ada", "" },
  { REMIT_REPAIR_TRIM, "SLOT-3", "set person Ada until=2026-06-30",
    "Trim: end open → 06/30/26", "Trim the dates of Ada", "" },
  { REMIT_REPAIR_TRIM, "SLOT-3",
    "set slot S1 from=2026-06-01\nset assignment a1 from=2026-04-01 until=2026-04-30",
    "Remove Ada from S1", "Remove Ada from the slot", "" },
  { REMIT_REPAIR_REDUCE, "ALLOC-1", "assignment b slot=S2 person=Ada allocation=40",
    "Reduce T 80 → 65 %, U 40 → 35 %", "Reduce the allocations of Ada", "" },
  { REMIT_REPAIR_REDUCE, "ALLOC-1",
    "assignment b slot=S2 person=Ada allocation=40 from=2026-04-01 until=2026-04-30\n"
    "absence - person=Ada from=2026-05-01 until=2026-05-12",
    "Reduce T 80 → 65 %, U 40 → 35 %", "Reduce the allocations of Ada",
    "W Ada is absent, but has 65 % allocated from 1 to 12 May: T 65 %" },
  /* what rounding leaves is used, in single percents at last */
  { REMIT_REPAIR_REDUCE, "ALLOC-1",
    "set person Ada capacity=82\nassignment b slot=S2 person=Ada allocation=40",
    "Reduce T 80 → 55 %, U 40 → 27 %", "Reduce the allocations of Ada", "" },
  /* nobody gets more than they had */
  { REMIT_REPAIR_REDUCE, "ALLOC-1",
    "set assignment a1 allocation=97\nassignment b slot=S2 person=Ada allocation=4",
    "Reduce T 97 → 96 %", "Reduce the allocations of Ada", "" },
  /* two slots of one team are told apart */
  { REMIT_REPAIR_REDUCE, "ALLOC-1",
    "slot S3 team=T role=pm\nassignment b slot=S3 person=Ada allocation=80",
    "Reduce T · S1 80 → 50 %, T · S3 80 → 50 %", "Reduce the allocations of Ada", "" },
  /* two months, each with its own sum: what the tighter of them leaves free in the other is used */
  { REMIT_REPAIR_REDUCE, "ALLOC-1",
    "assignment b slot=S2 person=Ada allocation=40 from=2026-04-01 until=2026-04-30\n"
    "assignment c slot=S2 person=Ada allocation=100 from=2026-05-01 until=2026-05-31",
    "Reduce T 80 → 45 %, U 100 → 55 %", "Reduce the allocations of Ada", "" },
  { REMIT_REPAIR_REDUCE, "ALLOC-1", "set person Ada capacity=0", NULL, NULL, NULL },
  { REMIT_REPAIR_NEED_WHAT_IS_FILLED, "SLOT-2", "set assignment a2 allocation=100\n",
    "Set demand 100 → 80 %", "Set demand of S1 to 80 %", "" },
};

static void
run_case (RemitRules *rules,
          const RepairCase *one)
{
  g_autofree char *lines = g_strconcat (BASE, one->more, NULL);
  g_autoptr (Sketch) sketch = sketch_new (lines);
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, one->rule, TODAY);
  g_autofree char *before = remit_test_dump (sketch->store);
  g_autofree char *button = NULL;
  g_autofree char *again = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (findings->len, ==, 1);
  remit_workspace_open_plan (sketch->workspace, sketch->plan, &error);
  g_assert_no_error (error);
  button = remit_repair_dup_label (sketch->workspace, sketch->plan, findings->pdata[0],
                                   one->repair);
  g_assert_cmpstr (button, ==, one->button);
  if (button != NULL)
    {
      g_assert_true (remit_repair_do (sketch->workspace, sketch->plan, findings->pdata[0],
                                      one->repair, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (remit_workspace_get_undo_label (sketch->workspace), ==, one->label);
      left = sketch_say (sketch, rules, one->rule, TODAY);
      g_assert_cmpstr (left, ==, one->left);
      remit_test_undo_and_redo (sketch->store, before);
      remit_test_refresh (sketch->workspace);
      /* there is nothing left to do */
      again = remit_repair_dup_label (sketch->workspace, sketch->plan, findings->pdata[0],
                                      one->repair);
      g_assert_cmpstr (again, ==, NULL);
    }
  g_assert_false (remit_repair_do (sketch->workspace, sketch->plan, findings->pdata[0],
                                   one->repair, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Already resolved");
}

static void
test_all (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  guint tested = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run_case (rules, &cases[i]);
      tested |= 1u << cases[i].repair;
    }
  g_assert_cmpuint (tested, ==, (1u << REMIT_N_REPAIRS) - 1);
}

/* Under JOINT all of those who were accountable have to agree. */
static void
test_jointly (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (
    BASE "right - decision=D slot=S1 letter=A\nright - decision=D slot=S2 letter=A");
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, "RACI-2", TODAY);
  RemitEntity *decision;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (sketch->workspace, sketch->plan, &error);
  g_assert_no_error (error);
  remit_repair_do (sketch->workspace, sketch->plan, findings->pdata[0],
                   REMIT_REPAIR_DECIDE_JOINTLY, &error);
  g_assert_no_error (error);
  decision = remit_workspace_get (sketch->workspace, REMIT_KIND_DECISION, sketch_get (sketch, "D"));
  g_assert_cmpint (remit_entity_get_integer (decision, REMIT_DECISION_QUORUM), ==, 2);
}

/* Somebody else has mended it already. */
static void
test_writers (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (BASE "set assignment a1 allocation=50");
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, "SLOT-2", TODAY);
  g_autoptr (RemitWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (sketch->workspace, sketch->plan, &error);
  other = remit_workspace_open (remit_store_get_path (sketch->store), REMIT_STORE_NO_FLAGS, &error);
  remit_workspace_open_plan (other, sketch->plan, &error);
  g_assert_no_error (error);
  g_assert_true (remit_repair_do (other, sketch->plan, findings->pdata[0],
                                  REMIT_REPAIR_NEED_WHAT_IS_FILLED, &error));
  g_assert_no_error (error);
  g_assert_false (remit_repair_do (sketch->workspace, sketch->plan, findings->pdata[0],
                                   REMIT_REPAIR_NEED_WHAT_IS_FILLED, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* What a finding was about may be gone. */
static void
test_gone (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (BASE "set assignment a1 allocation=50");
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, "SLOT-2", TODAY);
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (sketch->workspace, sketch->plan, &error);
  g_assert_no_error (error);
  {
    g_autoptr (RemitEdit) edit = remit_test_begin (sketch->workspace, "Delete");

    remit_edit_delete (edit, REMIT_KIND_TEAM, sketch_get (sketch, "T"), &error);
    remit_edit_delete (edit, REMIT_KIND_TEAM, sketch_get (sketch, "U"), &error);
    remit_edit_commit (edit, &error);
    g_assert_no_error (error);
  }
  for (RemitRepair repair = 0; repair < REMIT_N_REPAIRS; repair++)
    {
      g_autofree char *button = remit_repair_dup_label (sketch->workspace, sketch->plan,
                                                        findings->pdata[0], repair);

      g_assert_cmpstr (button, ==, NULL);
      g_assert_false (remit_repair_do (sketch->workspace, sketch->plan, findings->pdata[0], repair,
                                       NULL));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/repair/all", test_all);
  g_test_add_func ("/check/repair/jointly", test_jointly);
  g_test_add_func ("/check/repair/gone", test_gone);
  g_test_add_func ("/check/repair/writers", test_writers);
  return g_test_run ();
}
