/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about rights: RACI, RASCI, DACI, RAPID, JOINT. */
#include "rule-cases.h"

/* A decision of the team T, with four slots of which each has somebody in it. */
#define BASE \
  "role ml key=ml-engineer\nrole pm key=product-manager\nrole de key=data-engineer\n" \
  "person Ada\nperson Bob\nperson Cem\nperson Dee\nplan P\nteam T\n" \
  "slot S1 team=T role=ml\nslot S2 team=T role=pm\nslot S3 team=T role=de\n" \
  "slot S4 team=T role=de\nassignment a1 slot=S1 person=Ada allocation=50\n" \
  "assignment a2 slot=S2 person=Bob allocation=50\n" \
  "assignment a3 slot=S3 person=Cem allocation=50\n" \
  "assignment a4 slot=S4 person=Dee allocation=50\n" \
  "decision D team=T raised=2026-01-01\n"

#define R(letter, slot) "right - decision=D slot=" slot " letter=" letter "\n"
#define RIGHT(decision, letter, slot) \
  "right - decision=" decision " slot=" slot " letter=" letter "\n"
#define FRAMEWORK(nick) "set decision D framework=" nick "\n"
#define DECISION(name) "decision " name " team=T raised=2026-01-01\n"

static const RuleCase raci[] = {
  { "RACI-1", "nobody", BASE, R ("R", "S1"), NULL, "E “D” has no accountable holder." },
  { "RACI-1", "somebody", BASE, R ("A", "S1"), NULL, "" },
  { "RACI-1", "a role will do", BASE, "right - decision=D role=pm letter=A", NULL, "" },
  { "RACI-1", "what is over is over", BASE, "set decision D status=rejected", NULL, "" },
  { "RACI-1", "what holds has to have it", BASE, "set decision D status=accepted", NULL,
    "E “D” has no accountable holder." },
  { "RACI-1", "DACI has its own rule", BASE, FRAMEWORK ("DACI"), NULL, "" },

  { "RACI-2", "two", BASE, R ("A", "S1") R ("A", "S2"), NULL,
    "E “D” has several accountable holders: S1, S2." },
  { "RACI-2", "a slot and a person", BASE,
    R ("A", "S1") "right - decision=D person=Ada letter=A", NULL,
    "E “D” has several accountable holders: Ada, S1." },
  { "RACI-2", "one, with R", BASE, R ("A", "S1") R ("R", "S1"), NULL, "" },
  { "RACI-2", "jointly", BASE, FRAMEWORK ("JOINT") R ("A", "S1") R ("A", "S2"), NULL, "" },

  { "RACI-3", "nobody", BASE, R ("A", "S1"), NULL,
    "E “D” has no responsible holder." },
  { "RACI-3", "somebody", BASE, R ("R", "S1"), NULL, "" },

  { "RACI-4", "four", BASE, R ("R", "S1") R ("R", "S2") R ("R", "S3") R ("R", "S4"), NULL,
    "W “D” has 4 responsible holders, more than 3." },
  { "RACI-4", "three", BASE, R ("R", "S1") R ("R", "S2") R ("R", "S3"), NULL, "" },
  { "RACI-4", "the settings say", BASE,
    R ("R", "S1") R ("R", "S2") "set settings - responsible-limit=1", NULL,
    "W “D” has 2 responsible holders, more than 1." },

  { "RACI-5", "three of two", BASE,
    R ("C", "S1") R ("C", "S2") R ("C", "S3") "set settings - consulted-limit=2", NULL,
    "W “D” has 3 consulted holders, more than 2." },
  { "RACI-5", "two of two", BASE, R ("C", "S1") R ("C", "S2") "set settings - consulted-limit=2",
    NULL, "" },

  { "RACI-6", "nobody", BASE, R ("A", "S1") R ("R", "S2"), NULL,
    "W “D” has no consulted or informed holders." },
  { "RACI-6", "somebody is asked", BASE, R ("C", "S1"), NULL, "" },
  { "RACI-6", "somebody is told", BASE, R ("I", "S1"), NULL, "" },

  { "RACI-7", "R and C", BASE, R ("R", "S1") R ("C", "S1"), NULL, "W S1 has R/C in “D”." },
  { "RACI-7", "R and A", BASE, R ("R", "S1") R ("A", "S1"), NULL, "" },
  { "RACI-7", "R, A and I", BASE, R ("R", "S1") R ("A", "S1") R ("I", "S1"), NULL,
    "W S1 has R/A/I in “D”." },
  { "RACI-7", "R and P of RAPID", BASE, FRAMEWORK ("RAPID") R ("R", "S1") R ("P", "S1"), NULL, "" },
  { "RACI-7", "D and P of RAPID", BASE, FRAMEWORK ("RAPID") R ("D", "S1") R ("A", "S1"), NULL,
    "W S1 has A/D in “D”." },
  { "RACI-7", "in two cells", BASE, R ("R", "S1") R ("C", "S2"), NULL, "" },
  { "RACI-7", "of a role", BASE,
    "right - decision=D role=pm letter=A\nright - decision=D role=pm letter=I", NULL,
    "W pm has A/I in “D”." },
};

/* Six decisions, the last one of the holder that is named; and two of others. */
#define SIX(slot) \
  DECISION ("D2") DECISION ("D3") DECISION ("D4") DECISION ("D5") DECISION ("D6") \
  RIGHT ("D", "A", "S1") RIGHT ("D2", "A", "S1") RIGHT ("D3", "A", "S1") RIGHT ("D4", "A", "S1") \
  RIGHT ("D5", "A", "S1") RIGHT ("D6", "A", slot)
#define TWO_MORE \
  DECISION ("E2") DECISION ("E3") RIGHT ("E2", "A", "S2") RIGHT ("E3", "A", "S3")

static const RuleCase balance[] = {
  { "RACI-8", "six of eight, where three decide", BASE, SIX ("S1") TWO_MORE, NULL,
    "W Ada is accountable for 6 decisions, 75 % of the total, where 3 people decide." },
  { "RACI-8", "five are too few to tell", BASE, SIX ("S2") TWO_MORE, NULL, "" },
  { "RACI-8", "exactly twice an equal share", BASE,
    SIX ("S1") TWO_MORE DECISION ("E4") RIGHT ("E4", "A", "S3"), NULL, "" },
  { "RACI-8", "of two, one may have all", BASE, SIX ("S1") DECISION ("E2") RIGHT ("E2", "A", "S2"),
    NULL, "" },
  { "RACI-8", "the people count, not the seats", BASE,
    SIX ("S4") TWO_MORE "set assignment a4 person=Ada", NULL,
    "W Ada is accountable for 6 decisions, 75 % of the total, where 3 people decide." },
  { "RACI-8", "no longer there", BASE, SIX ("S1") TWO_MORE "set assignment a1 until=2026-03-09",
    NULL, "" },
  { "RACI-8", "on the last day", BASE, SIX ("S1") TWO_MORE "set assignment a1 until=2026-03-10",
    NULL, "W Ada is accountable for 6 decisions, 75 % of the total, where 3 people decide." },
  { "RACI-8", "a share that is allowed", BASE, SIX ("S1") TWO_MORE "set settings - fair-share=225",
    NULL, "" },

  { "RACI-9", "nothing", BASE, R ("A", "S1") R ("R", "S2") R ("R", "S3"), NULL,
    "W S4 takes part in no decisions of T." },
  { "RACI-9", "consulted is a part", BASE,
    R ("A", "S1") R ("R", "S2") R ("R", "S3") R ("C", "S4"), NULL, "" },
  { "RACI-9", "only informed, with half of the time", BASE,
    R ("A", "S1") R ("R", "S2") R ("R", "S3") R ("I", "S4") "set slot S4 fte=50", NULL,
    "W S4 takes part in no decisions of T." },
  { "RACI-9", "only informed, with less", BASE,
    R ("A", "S1") R ("R", "S2") R ("R", "S3") R ("I", "S4") "set slot S4 fte=49", NULL, "" },
  { "RACI-9", "agrees", BASE,
    FRAMEWORK ("RAPID") R ("D", "S1") R ("R", "S2") R ("P", "S3") R ("A", "S4"), NULL, "" },
  { "RACI-9", "all do something", BASE, R ("A", "S1") R ("R", "S2") R ("R", "S3") R ("R", "S4"),
    NULL, "" },
  { "RACI-9", "by its role", BASE,
    R ("A", "S1") R ("R", "S2") "right - decision=D role=de letter=R", NULL, "" },
  { "RACI-9", "by its person", BASE,
    R ("A", "S1") R ("R", "S2") R ("R", "S3") "right - decision=D person=Dee letter=R", NULL, "" },
  { "RACI-9", "a team without decisions", BASE,
    R ("A", "S1") R ("R", "S2") R ("R", "S3") R ("R", "S4") "team Other\nslot O team=Other role=ml",
    NULL, "" },

  { "RACI-10", "in all of two", BASE,
    DECISION ("D2") RIGHT ("D", "C", "S1") RIGHT ("D2", "I", "S1")
    "set settings - everywhere-from=2", NULL, "I S1 takes part in all 2 decisions of T." },
  { "RACI-10", "in one of two", BASE,
    DECISION ("D2") RIGHT ("D", "C", "S1") RIGHT ("D", "I", "S1")
    "set settings - everywhere-from=2", NULL, "" },
  { "RACI-10", "there are too few", BASE,
    DECISION ("D2") RIGHT ("D", "C", "S1") RIGHT ("D2", "I", "S1"), NULL, "" },
};

/* RACI-11: is the seat of who decides filled on every day until the decision? */
static const RuleCase seats[] = {
  { "RACI-11", "filled", BASE, R ("A", "S1"), NULL, "" },
  { "RACI-11", "empty", BASE "slot S5 team=T role=ml\n", R ("A", "S5"), NULL,
    "E S5 is not available now, and decides: D" },
  { "RACI-11", "falls empty", BASE, R ("A", "S1") "set assignment a1 until=2026-03-31", NULL,
    "E S1 is not available from 04/01/26, and decides: D" },
  { "RACI-11", "falls empty after the day", BASE,
    R ("A", "S1") "set assignment a1 until=2026-03-31\nset decision D decide-by=2026-03-31", NULL,
    "" },
  { "RACI-11", "falls empty the day before", BASE,
    R ("A", "S1") "set assignment a1 until=2026-03-30\nset decision D decide-by=2026-03-31", NULL,
    "E S1 is not available from 03/31/26, and decides: D" },
  { "RACI-11", "leaves the house", BASE,
    R ("A", "S1") "set person Ada until=2026-04-30", NULL,
    "E S1 is not available from 05/01/26, and decides: D" },
  { "RACI-11", "somebody follows at once", BASE,
    R ("A", "S1") "set assignment a1 until=2026-03-31\n"
    "assignment - slot=S1 person=Bob allocation=50 from=2026-04-01", NULL, "" },
  { "RACI-11", "somebody follows a day late", BASE,
    R ("A", "S1") "set assignment a1 until=2026-03-31\n"
    "assignment - slot=S1 person=Bob allocation=50 from=2026-04-02", NULL,
    "E S1 is not available from 04/01/26, and decides: D" },
  { "RACI-11", "the slot ends as well", BASE,
    R ("A", "S1") "set slot S1 until=2026-03-31", NULL, "" },
  { "RACI-11", "of a role somebody else is there", BASE,
    "right - decision=D role=de letter=A\nset assignment a3 until=2026-03-09", NULL, "" },
  { "RACI-11", "a person who has left", BASE,
    "right - decision=D person=Ada letter=A\nset person Ada until=2026-03-09", NULL,
    "E Ada is not available now, and decides: D" },
  { "RACI-11", "what is decided", BASE "slot S5 team=T role=ml\n",
    R ("A", "S5") "set decision D status=accepted", NULL, "" },

  { "RACI-11", "one finding for all decisions", BASE "slot S5 team=T role=ml\n",
    DECISION ("E") R ("A", "S5") RIGHT ("E", "A", "S5"), NULL,
    "E S5 is not available now, and decides: D, E" },
  { "RACI-11", "a plan that nobody is in yet",
    "role ml key=ml-engineer\nplan P\nteam T\nslot S1 team=T role=ml\n" DECISION ("D"),
    R ("A", "S1"), NULL, "" },

  { "RACI-12", "time enough", BASE, R ("A", "S1"), NULL, "" },
  { "RACI-12", "exactly the least", BASE, R ("A", "S1") "set assignment a1 allocation=10", NULL,
    "" },
  { "RACI-12", "less", BASE,
    DECISION ("E") R ("A", "S1") RIGHT ("E", "A", "S1") "set assignment a1 allocation=9", NULL,
    "W Ada decides for T with 9 % of a full-time position there, less than 10 %: D, E" },
  { "RACI-12", "more than there is is said by ALLOC-1", BASE,
    R ("A", "S1") "set assignment a1 allocation=9\nset person Ada capacity=5", NULL, "" },
  { "RACI-12", "who works elsewhere", BASE,
    "team U\nslot S5 team=U role=pm\nperson Eve\nassignment - slot=S5 person=Eve allocation=80\n"
    "right - decision=D person=Eve letter=A", NULL,
    "W Eve decides for T with 0 % of a full-time position there, less than 10 %: D" },
  { "RACI-12", "who decides from outside", BASE,
    "person Eve\nright - decision=D person=Eve letter=A", NULL, "" },
  { "RACI-12", "the chair of a committee", BASE,
    "role cc key=committee-chair\nslot S5 team=T role=cc\nassignment - slot=S5 person=Dee "
    "allocation=1\n" R ("A", "S5"), NULL, "" },
  { "RACI-12", "the second line", BASE,
    "role x key=our-own group=validation\nslot S5 team=T role=x\nassignment - slot=S5 person=Dee "
    "allocation=1\n" R ("A", "S5"), NULL, "" },
  { "RACI-12", "a decision of the plan", BASE,
    "person Eve\ndecision W raised=2026-01-01\nright - decision=W person=Eve letter=A", NULL, "" },
};

static const RuleCase others[] = {
  { "RASCI-1", "support alone", BASE, FRAMEWORK ("RASCI") R ("S", "S1") R ("A", "S2"), NULL,
    "W “D” has supporters, but no one responsible." },
  { "RASCI-1", "support for somebody", BASE, FRAMEWORK ("RASCI") R ("S", "S1") R ("R", "S2"), NULL,
    "" },
  { "RASCI-1", "no support", BASE, FRAMEWORK ("RASCI"), NULL, "" },

  { "DACI-1", "nobody", BASE, FRAMEWORK ("DACI"), NULL,
    "E “D” needs one driver and one approver." },
  { "DACI-1", "no approver", BASE, FRAMEWORK ("DACI") R ("D", "S1"), NULL,
    "E “D” needs one driver and one approver." },
  { "DACI-1", "one of each", BASE, FRAMEWORK ("DACI") R ("D", "S1") R ("A", "S2"), NULL, "" },
  { "DACI-1", "two drivers", BASE,
    FRAMEWORK ("DACI") R ("D", "S1") R ("D", "S3") R ("A", "S2"), NULL,
    "E “D” has more than one driver or approver: D: S1, D: S3, A: S2." },

  { "RAPID-1", "nobody decides", BASE, FRAMEWORK ("RAPID") R ("P", "S1"), NULL,
    "E “D” needs exactly one decider." },
  { "RAPID-1", "two decide", BASE,
    FRAMEWORK ("RAPID") R ("P", "S1") R ("D", "S2") R ("D", "S3"), NULL,
    "E “D” needs exactly one decider." },
  { "RAPID-1", "nobody performs", BASE, FRAMEWORK ("RAPID") R ("D", "S2"), NULL,
    "E “D” has no one who performs it." },
  { "RAPID-1", "as it should be", BASE, FRAMEWORK ("RAPID") R ("D", "S2") R ("P", "S1"), NULL, "" },

  { "RAPID-2", "two recommend", BASE, FRAMEWORK ("RAPID") R ("R", "S1") R ("R", "S2"), NULL,
    "W “D” has 2 who recommend and 0 who must agree." },
  { "RAPID-2", "three agree", BASE,
    FRAMEWORK ("RAPID") R ("R", "S1") R ("A", "S2") R ("A", "S3") R ("A", "S4"), NULL,
    "W “D” has 1 who recommend and 3 who must agree." },
  { "RAPID-2", "two agree", BASE,
    FRAMEWORK ("RAPID") R ("R", "S1") R ("A", "S2") R ("A", "S3"), NULL, "" },

  { "JOINT-1", "three of two", BASE,
    FRAMEWORK ("JOINT") "set decision D quorum=3\n" R ("A", "S1") R ("A", "S2"), NULL,
    "E “D” needs 3 approvers to agree, but has 2." },
  { "JOINT-1", "two of two", BASE,
    FRAMEWORK ("JOINT") "set decision D quorum=2\n" R ("A", "S1") R ("A", "S2"), NULL, "" },
  { "JOINT-1", "two seats, one person", BASE,
    FRAMEWORK ("JOINT") "set decision D quorum=2\n" R ("A", "S1") R ("A", "S2")
    "set assignment a2 until=2026-03-09\nassignment - slot=S2 person=Ada allocation=10", NULL,
    "E “D” needs 2 approvers to agree, but has 1." },
  { "JOINT-1", "on the last day", BASE,
    FRAMEWORK ("JOINT") "set decision D quorum=2\n" R ("A", "S1") R ("A", "S2")
    "set assignment a2 until=2026-03-10", NULL, "" },
};

static void
test_raci (void)
{
  rule_cases_run (raci, G_N_ELEMENTS (raci));
}

static void
test_balance (void)
{
  rule_cases_run (balance, G_N_ELEMENTS (balance));
}

static void
test_seats (void)
{
  rule_cases_run (seats, G_N_ELEMENTS (seats));
}

static void
test_others (void)
{
  rule_cases_run (others, G_N_ELEMENTS (others));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/rights/raci", test_raci);
  g_test_add_func ("/check/rights/balance", test_balance);
  g_test_add_func ("/check/rights/seats", test_seats);
  g_test_add_func ("/check/rights/others", test_others);
  return g_test_run ();
}
