/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about decisions and their logs. */
#include <string.h>

#include "rule-cases.h"

#define BASE \
  "role ml key=ml-engineer\nrole pm key=product-manager\n" \
  "person Ada\nperson Bob\nperson Cem\nplan P\nteam T\nslot S1 team=T role=ml\n" \
  "slot S2 team=T role=pm\nassignment a1 slot=S1 person=Ada allocation=50\n" \
  "assignment a2 slot=S2 person=Bob allocation=50\n" \
  "decision D team=T raised=2026-01-01\nright ra decision=D slot=S1 letter=A\n"

#define OUTCOME(person, at) \
  "decision-event - decision=D kind=outcome result=accepted actor=" person " person=" person \
  " at=" at "\n"
#define INPUT(person, at) \
  "decision-event - decision=D kind=input actor=" person " person=" person " at=" at "\n"

#define APPROVAL BASE "set decision D \"title=Approve the plan\"\n"

static const RuleCase cases[] = {
  { "DEC-1", "the day after", BASE, "set decision D decide-by=2026-03-09", NULL,
    "W “D” was due on 03/09/26." },
  { "DEC-1", "on the day", BASE, "set decision D decide-by=2026-03-10", NULL, "" },
  { "DEC-1", "decided", BASE, "set decision D decide-by=2026-03-09 status=accepted", NULL, "" },
  { "DEC-1", "without a day", BASE, "", NULL, "" },

  { "DEC-2", "by who has the right", BASE, OUTCOME ("Ada", "2026-03-01"), NULL, "" },
  { "DEC-2", "by somebody else", BASE, OUTCOME ("Bob", "2026-03-01"), NULL,
    "E “D” was decided on 03/01/26 by Bob, without the right to decide." },
  { "DEC-2", "as an override", BASE,
    "decision-event - decision=D kind=outcome result=accepted actor=Bob person=Bob at=2026-03-01"
    " override=Urgent", NULL,
    "W “D” was decided on 03/01/26 by Bob as an override, without the right to decide: Urgent" },
  { "DEC-2", "an override that was reviewed", BASE,
    "decision-event - decision=D kind=outcome result=accepted actor=Bob person=Bob at=2026-03-01"
    " override=Urgent\ndecision-event - decision=D kind=review actor=Ada person=Ada at=2026-03-02",
    NULL, "" },
  { "DEC-2", "an override reviewed by who did it", BASE,
    "decision-event - decision=D kind=outcome result=accepted actor=Bob person=Bob at=2026-03-01"
    " override=Urgent\ndecision-event - decision=D kind=review actor=Bob person=Bob at=2026-03-02",
    NULL,
    "W “D” was decided on 03/01/26 by Bob as an override, without the right to decide: Urgent" },
  { "DEC-2", "an override after a review", BASE,
    "decision-event - decision=D kind=review actor=Ada person=Ada at=2026-02-28\n"
    "decision-event - decision=D kind=outcome result=accepted actor=Bob person=Bob at=2026-03-01"
    " override=Urgent", NULL,
    "W “D” was decided on 03/01/26 by Bob as an override, without the right to decide: Urgent" },
  { "DEC-2", "a review makes no right", BASE,
    OUTCOME ("Bob", "2026-03-01")
    "decision-event - decision=D kind=review actor=Ada person=Ada at=2026-03-02", NULL,
    "E “D” was decided on 03/01/26 by Bob, without the right to decide." },
  { "DEC-2", "by a stranger", BASE,
    "decision-event - decision=D kind=outcome result=accepted actor=Eve at=2026-03-01", NULL,
    "E “D” was decided on 03/01/26 by Eve, without the right to decide." },
  { "DEC-2", "who had the right that day", BASE,
    OUTCOME ("Ada", "2026-03-01") "set assignment a1 until=2026-03-01", NULL, "" },
  { "DEC-2", "who had had it the day before", BASE,
    OUTCOME ("Ada", "2026-03-01") "set assignment a1 until=2026-02-28", NULL,
    "E “D” was decided on 03/01/26 by Ada, without the right to decide." },
  { "DEC-2", "what was taken back does not count", BASE,
    "decision-event o decision=D kind=outcome result=accepted actor=Bob person=Bob at=2026-03-01\n"
    "decision-event - decision=D kind=correction actor=Bob at=2026-03-02 corrects=o", NULL, "" },
  { "DEC-2", "input is for everybody", BASE, INPUT ("Bob", "2026-03-01"), NULL, "" },

  { "PLAN-1", "by who has the right", APPROVAL,
    "set plan P status=approved status-by=Ada status-at=2026-03-01", NULL, "" },
  { "PLAN-1", "by somebody else", APPROVAL,
    "set plan P status=approved status-by=Bob status-at=2026-03-01", NULL,
    "E The plan was approved on 03/01/26 by Bob, without the right to decide “Approve the plan”." },
  { "PLAN-1", "who had had it the day before", APPROVAL,
    "set plan P status=approved status-by=Ada status-at=2026-03-01\n"
    "set assignment a1 until=2026-02-28", NULL,
    "E The plan was approved on 03/01/26 by Ada, without the right to decide “Approve the plan”." },
  { "PLAN-1", "published by somebody else", APPROVAL,
    "set plan P status=published status-by=Bob status-at=2026-03-01", NULL,
    "E The plan was published on 03/01/26 by Bob, without the right to decide “Approve the "
    "plan”." },
  { "PLAN-1", "not approved", APPROVAL,
    "set plan P status=in-review status-by=Bob status-at=2026-03-01", NULL, "" },
  { "PLAN-1", "nobody says who decides", BASE,
    "set plan P status=approved status-by=Bob status-at=2026-03-01", NULL, "" },
  { "PLAN-1", "by the key", BASE "set decision D key=approve-plan\n",
    "set plan P status=approved status-by=Bob status-at=2026-03-01", NULL,
    "E The plan was approved on 03/01/26 by Bob, without the right to decide “D”." },

  { "DEC-3", "still in force", BASE "set decision D status=accepted\n",
    "decision N team=T supersedes=D status=accepted", NULL,
    "E “D” is superseded by “N”, which was accepted, but is still in force." },
  { "DEC-3", "not yet accepted", BASE "set decision D status=accepted\n",
    "decision N team=T supersedes=D", NULL, "" },
  { "DEC-3", "as it should be", BASE "set decision D status=superseded\n",
    "decision N team=T supersedes=D status=accepted", NULL, "" },
  { "DEC-3", "dangling", BASE, "set decision D status=superseded", NULL,
    "E “D” is superseded, but no decision replaces it." },

  { "DEC-4", "a team that logs no input", BASE,
    "right - decision=D slot=S2 letter=C\n" OUTCOME ("Ada", "2026-03-01"), NULL, "" },
  { "DEC-4", "not a word, where others log", BASE,
    "right - decision=D slot=S2 letter=C\n" OUTCOME ("Ada", "2026-03-01")
    "decision Other team=T\n"
    "decision-event - decision=Other kind=input actor=Bob person=Bob at=2026-03-01", NULL,
    "W “D” was decided without input from S2, who should have been consulted." },
  { "DEC-4", "several are one finding", BASE,
    "right - decision=D slot=S2 letter=C\nright - decision=D person=Cem letter=C\n"
    INPUT ("Ada", "2026-02-28") OUTCOME ("Ada", "2026-03-01"), NULL,
    "W “D” was decided without input from Cem, S2, who should have been consulted." },
  { "DEC-4", "before", BASE,
    "right - decision=D slot=S2 letter=C\n" INPUT ("Bob", "2026-02-28")
    OUTCOME ("Ada", "2026-03-01"), NULL, "" },
  { "DEC-4", "afterwards", BASE,
    "right - decision=D slot=S2 letter=C\n" INPUT ("Bob", "2026-03-02")
    OUTCOME ("Ada", "2026-03-01"), NULL,
    "W “D” was decided without input from S2, who should have been consulted." },
  { "DEC-4", "by somebody else", BASE,
    "right - decision=D slot=S2 letter=C\n" INPUT ("Cem", "2026-02-28")
    OUTCOME ("Ada", "2026-03-01"), NULL,
    "W “D” was decided without input from S2, who should have been consulted." },
  { "DEC-4", "not yet decided", BASE, "right - decision=D slot=S2 letter=C", NULL, "" },

  { "SOD-2", "who proposes approves", BASE,
    "set decision D kind=deploy\nright - decision=D slot=S1 letter=R", NULL,
    "W “D” is proposed and approved by Ada alone." },
  { "SOD-2", "of a system with high risk", BASE,
    "set team T ai-risk=high\nset decision D kind=deploy\n"
    "right - decision=D slot=S1 letter=R", NULL,
    "E “D” is proposed and approved by Ada alone." },
  { "SOD-2", "several in the slot review each other", BASE,
    "set decision D kind=deploy\nright - decision=D slot=S1 letter=R\n"
    "assignment - slot=S1 person=Cem allocation=10", NULL, "" },
  { "SOD-2", "a rollback must not wait", BASE,
    "set decision D kind=deploy \"title=Roll the release back\"\n"
    "right - decision=D slot=S1 letter=R", NULL, "" },
  { "SOD-2", "access that one grants oneself", BASE,
    "set decision D kind=data \"title=Grant access to the data\"\n"
    "right - decision=D slot=S1 letter=R", NULL,
    "W “Grant access to the data” is proposed and approved by Ada alone." },
  { "SOD-2", "from two seats", BASE,
    "set decision D kind=accept-risk\nright - decision=D slot=S2 letter=R\n"
    "set assignment a2 until=2026-03-09\nassignment - slot=S2 person=Ada allocation=10", NULL,
    "W “D” is proposed and approved by Ada alone." },
  { "SOD-2", "two people", BASE,
    "set decision D kind=deploy\nright - decision=D slot=S2 letter=R", NULL, "" },
  { "SOD-2", "of a design", BASE,
    "set decision D kind=design\nright - decision=D slot=S1 letter=R", NULL, "" },
  { "SOD-2", "no longer there", BASE,
    "set decision D kind=deploy\nright - decision=D slot=S1 letter=R\n"
    "assignment - slot=S1 person=Cem allocation=10\nset assignment a1 until=2026-03-09\n"
    "set slot S2 fte=50\nright - decision=D person=Bob letter=A", NULL, "" },
};

static void
test_decisions (void)
{
  rule_cases_run (cases, G_N_ELEMENTS (cases));
}

/* Remit itself makes no circle; a file that was written by another program may have one. */
static void
test_circle (void)
{
  g_autoptr (Sketch) sketch = sketch_new (BASE "decision E supersedes=D\ndecision F supersedes=E");
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autofree char *says = NULL;
  static const char *const all[] = { "E “D” supersedes itself through other decisions.",
                                     "E “E” supersedes itself through other decisions.",
                                     "E “F” supersedes itself through other decisions." };

  sketch_add (sketch, "set decision D supersedes=F");
  says = sketch_say (sketch, rules, "DEC-3", "2026-03-10");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_nonnull (strstr (says, all[i]));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/decisions/all", test_decisions);
  g_test_add_func ("/check/decisions/circle", test_circle);
  return g_test_run ();
}
