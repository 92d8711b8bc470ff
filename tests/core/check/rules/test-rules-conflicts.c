/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about escalation ladders and conflicts. */
#include "plan/conflict/remit-settle.h"
#include "rule-cases.h"

#define BASE                                                                                  \
  "role ml key=ml-engineer\nrole pm key=product-manager\nrole risk key=risk\n"                \
  "person Ada\nperson Bob\nperson Cem\nplan P\nteam T\nslot S1 team=T role=ml\n"             \
  "slot S2 team=T role=pm\nassignment a1 slot=S1 person=Ada allocation=50\n"                 \
  "assignment a2 slot=S2 person=Bob allocation=50\n"
#define LADDER \
  "ladder L team=T\nrung r1 ladder=L slot=S1 position=1\n" \
  "rung r2 ladder=L slot=S2 position=2 action=decide\n"
#define CONFLICT "conflict C team=T raised=2026-03-01 raiser=Ada rung=1 entered=2026-03-08 "
#define OWN \
  "own-rung o1 conflict=C position=1 slot=S1\n" \
  "own-rung o2 conflict=C position=2 role=pm action=decide\n"
/* A conflict on a level that may not be skipped. */
#define UNSKIPPED CONFLICT "due=2026-03-12\n" OWN "set own-rung o1 skip=false\n"
#define AWAY(person, from, until) \
  "absence - person=" person " from=2026-" from " until=2026-" until "\n"

static const RuleCase cases[] = {
  { "CONF-1", "the day after", BASE, CONFLICT "due=2026-03-09", NULL,
    "E “C” was due on level 1 by 03/09/26." },
  { "CONF-1", "later on the day", BASE, CONFLICT "due=2026-03-10", NULL,
    "E “C” was due on level 1 by 03/10/26." },
  { "CONF-1", "the day before", BASE, CONFLICT "due=2026-03-11", NULL, "" },
  { "CONF-1", "without a clock", BASE, CONFLICT, NULL, "" },
  { "CONF-1", "resolved", BASE, CONFLICT "due=2026-03-09 status=resolved", NULL, "" },
  { "CONF-1", "in mediation", BASE, CONFLICT "due=2026-03-09 status=mediating", NULL,
    "E “C” was due on level 1 by 03/09/26." },

  { "CONF-2", "as it should be", BASE, LADDER, NULL, "" },
  { "CONF-2", "no levels", BASE, "ladder L team=T", NULL, "E “L” has no levels." },
  { "CONF-2", "the top mediates", BASE, LADDER "set rung r2 action=mediate", NULL,
    "E “L” ends with S2, who may mediate but not decide." },
  { "CONF-2", "the top is empty", BASE, LADDER "set assignment a2 until=2026-03-09", NULL,
    "E “L” ends with S2, who is not available today." },
  { "CONF-2", "still there today", BASE, LADDER "set assignment a2 until=2026-03-10", NULL, "" },
  { "CONF-2", "empty on the way", BASE, LADDER "set assignment a1 from=2026-03-11", NULL,
    "W S1, level 1 of “L”, is not available today." },
  { "CONF-2", "left the house", BASE, LADDER "set person Bob until=2026-03-09", NULL,
    "E “L” ends with S2, who is not available today." },
  { "CONF-2", "a role that the team has not", BASE,
    LADDER "team U\nslot S3 team=U role=risk\nassignment - slot=S3 person=Cem allocation=10\n"
           "rung r3 ladder=L role=risk position=3 action=decide", NULL, "" },
  { "CONF-2", "a plan that nobody is in yet",
    "role ml key=ml-engineer\nplan P\nteam T\nslot S1 team=T role=ml\n",
    "ladder L\nrung r ladder=L slot=S1 action=decide", NULL, "" },

  { "CONF-3", "a party above", BASE, CONFLICT "\n" OWN "party - conflict=C person=Bob", NULL,
    "E Bob is a party of the conflict “C” and may decide it on level 2." },
  { "CONF-3", "a party that mediates", BASE, CONFLICT "\n" OWN "party - conflict=C person=Ada",
    NULL, "W Ada is a party of the conflict “C” and mediates it on level 1." },
  { "CONF-3", "a party that mediates with another", BASE,
    CONFLICT "\n" OWN "party - conflict=C person=Ada\n"
    "assignment - slot=S1 person=Cem allocation=10", NULL, "" },
  { "CONF-3", "the manager of one party", BASE,
    CONFLICT "\n" OWN "set person Ada manager=Bob\nperson Dee\n"
    "assignment - slot=S1 person=Cem allocation=10\nparty - conflict=C person=Ada\n"
    "party - conflict=C person=Dee", NULL,
    "W Bob, who holds level 2 of the conflict “C”, is the manager of Ada, but not of the other "
    "parties." },
  { "CONF-3", "the manager of all parties", BASE,
    CONFLICT "\n" OWN "person Dee manager=Bob\nset person Cem manager=Bob\n"
    "party - conflict=C person=Dee\nparty - conflict=C person=Cem", NULL, "" },
  { "CONF-3", "others", BASE, CONFLICT "\n" OWN "party - conflict=C person=Cem", NULL, "" },
  { "CONF-3", "no longer in the seat", BASE,
    CONFLICT "\n" OWN "party - conflict=C person=Bob\nset assignment a2 until=2026-03-09", NULL,
    "" },
  { "CONF-3", "withdrawn", BASE,
    CONFLICT "status=withdrawn\n" OWN "party - conflict=C person=Bob", NULL, "" },
  { "CONF-3", "passed already", BASE,
    CONFLICT "\n" OWN "party - conflict=C person=Ada\nset own-rung o1 action=decide\n"
             "set conflict C rung=2 status=escalated", NULL, "" },

  { "CONF-4", "twice the same", BASE,
    LADDER "rung r3 ladder=L person=Bob position=3 action=decide", NULL,
    "W Level 3 of “L” is Bob, the same as the level below." },
  { "CONF-4", "one more", BASE,
    LADDER "assignment - slot=S1 person=Bob allocation=10", NULL, "" },
  { "CONF-4", "both of two", BASE,
    LADDER "assignment - slot=S1 person=Bob allocation=10\n"
           "assignment - slot=S2 person=Ada allocation=10", NULL,
    "W Level 2 of “L” is Ada, Bob, the same as the level below." },
  { "CONF-4", "two ladders", BASE,
    LADDER "ladder M\nrung m1 ladder=M slot=S2 action=decide", NULL, "" },

  { "CONF-5", "nothing", BASE, CONFLICT "status=closed", NULL,
    "W “C” was closed without an approach or an outcome." },
  { "CONF-5", "a mode", BASE, CONFLICT "status=closed mode=avoiding", NULL, "" },
  { "CONF-5", "words", BASE, CONFLICT "status=closed resolution=Fine", NULL, "" },
  { "CONF-5", "a decision", BASE, "decision D team=T\n" CONFLICT "status=closed decision=D", NULL,
    "" },
  { "CONF-5", "withdrawn", BASE, CONFLICT "status=withdrawn", NULL, "" },

  { "CONF-6", "none", BASE, "", NULL,
    "W T has no escalation ladder." },
  { "CONF-6", "its own", BASE, LADDER, NULL, "" },
  { "CONF-6", "that of the plan", BASE, "ladder L", NULL, "" },
  { "CONF-6", "that of the team above", BASE, "team A\nladder L team=A\nset team T parent=A", NULL,
    "" },
  { "CONF-6", "that of another team", BASE, "team A\nladder L team=A", NULL,
    "W T has no escalation ladder." },
  { "CONF-6", "a team without slots", "plan P\nteam T\n", "", NULL, "" },

  { "CONF-7", "away until the day itself", BASE, UNSKIPPED AWAY ("Ada", "03-01", "03-12"), NULL,
    "W “C” is on level 1 and due on 03/12/26, but its holders are absent until later: Ada." },
  { "CONF-7", "back on the day", BASE, UNSKIPPED AWAY ("Ada", "03-01", "03-11"), NULL, "" },
  { "CONF-7", "there today", BASE, UNSKIPPED AWAY ("Ada", "03-11", "03-31"), NULL, "" },
  { "CONF-7", "one absence after the other", BASE,
    UNSKIPPED AWAY ("Ada", "03-11", "03-31") AWAY ("Ada", "03-01", "03-10"), NULL,
    "W “C” is on level 1 and due on 03/12/26, but its holders are absent until later: Ada." },
  { "CONF-7", "a day between two absences", BASE,
    UNSKIPPED AWAY ("Ada", "03-12", "03-31") AWAY ("Ada", "03-01", "03-10"), NULL, "" },
  { "CONF-7", "all of two", BASE,
    UNSKIPPED "assignment - slot=S1 person=Cem allocation=10\n"
      AWAY ("Ada", "03-01", "03-31") AWAY ("Cem", "03-05", "03-15"), NULL,
    "W “C” is on level 1 and due on 03/12/26, but its holders are absent until later: Ada, Cem." },
  { "CONF-7", "one of two", BASE,
    UNSKIPPED "assignment - slot=S1 person=Cem allocation=10\n" AWAY ("Ada", "03-01", "03-31"),
    NULL, "" },
  { "CONF-7", "somebody who comes in time", BASE,
    UNSKIPPED "assignment - slot=S1 person=Cem allocation=10 from=2026-03-12\n"
      AWAY ("Ada", "03-01", "03-31"), NULL, "" },
  { "CONF-7", "somebody who comes too late", BASE,
    UNSKIPPED "assignment - slot=S1 person=Cem allocation=10 from=2026-03-13\n"
      AWAY ("Ada", "03-01", "03-31"), NULL,
    "W “C” is on level 1 and due on 03/12/26, but its holders are absent until later: Ada." },
  { "CONF-7", "nobody at all", BASE, UNSKIPPED "set assignment a1 until=2026-03-09", NULL, "" },
  { "CONF-7", "on another level", BASE,
    UNSKIPPED AWAY ("Ada", "03-01", "03-31") "set conflict C rung=2", NULL, "" },
  { "CONF-7", "a level that is skipped", BASE,
    UNSKIPPED AWAY ("Ada", "03-01", "03-31") "set own-rung o1 skip=true", NULL, "" },
  { "CONF-7", "resolved", BASE,
    UNSKIPPED AWAY ("Ada", "03-01", "03-31") "set conflict C status=resolved", NULL, "" },
  { "CONF-7", "without a clock", BASE, CONFLICT "\n" OWN AWAY ("Ada", "03-01", "03-31")
    "set own-rung o1 skip=false", NULL, "" },
  { "CONF-7", "overdue, which is another finding", BASE,
    UNSKIPPED AWAY ("Ada", "03-01", "03-31"), "2026-03-13", "" },
};

static void
test_conflicts (void)
{
  rule_cases_run (cases, G_N_ELEMENTS (cases));
}

static void
undo (Sketch *sketch,
      RemitHistoryOp op)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_workspace_undo (sketch->workspace, op, &error));
  g_assert_no_error (error);
}

static void
check_absent (Sketch *sketch,
              RemitRules *rules,
              const char *expected)
{
  g_autofree char *says = sketch_say (sketch, rules, "CONF-7", "2026-03-10");

  g_assert_cmpstr (says, ==, expected);
}

/* As the verbs have it: the conflict stays on a level that may not be skipped, and is found. */
static void
test_absent (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (
    BASE "ladder L team=T\nrung r1 ladder=L person=Ada position=1 skip=false\n"
    AWAY ("Ada", "03-01", "03-31"));
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GError) error = NULL;
  const char *found = "W “C” is on level 1 and due on 03/12/26, but its holders are absent until "
                      "later: Ada.";

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, sketch->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, sketch_get (sketch, "T"));
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "C");
  g_setenv ("REMIT_NOW", "2026-03-10T12:00:00Z", TRUE);
  g_assert_cmpint (remit_settle_raise (sketch->workspace, conflict, NULL, NULL, &error), !=, 0);
  g_assert_no_error (error);
  check_absent (sketch, rules, found);
  undo (sketch, REMIT_HISTORY_UNDO);
  check_absent (sketch, rules, "");
  undo (sketch, REMIT_HISTORY_REDO);
  check_absent (sketch, rules, found);
  g_unsetenv ("REMIT_NOW");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/conflicts/all", test_conflicts);
  g_test_add_func ("/check/conflicts/absent", test_absent);
  return g_test_run ();
}
