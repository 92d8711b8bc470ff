/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about teams, slots, people and skills. */
#include <sqlite3.h>

#include "rule-cases.h"

#define CORE \
  "role ml key=ml-engineer\nrole de key=data-engineer\nrole pm key=product-manager\n" \
  "role ba key=business-analyst\nrole cs key=compliance-specialist\n" \
  "skill Banking category=Domain\nskill SQL category=Data\n" \
  "person Ada\nperson Bob\nperson Cem\nperson Dee\nperson Eve\nperson-skill - person=Cem " \
  "skill=Banking level=3\nplan P\nteam T ml=true\n" \
  "slot ML team=T role=ml\nslot DE team=T role=de\nslot PM team=T role=pm\n" \
  "slot BA team=T role=ba\nslot CS team=T role=cs\n"
#define CREW \
  "assignment a1 slot=ML person=Ada allocation=100\n" \
  "assignment a2 slot=DE person=Bob allocation=100\n" \
  "assignment a3 slot=PM person=Cem allocation=100\n" \
  "assignment a4 slot=BA person=Dee allocation=100\n" \
  "assignment a5 slot=CS person=Eve allocation=100\n"

static const RuleCase viable[] = {
  { "MVT-1", "nobody", CORE, "", NULL, "E T has no ML engineer." },
  { "MVT-1", "somebody", CORE, CREW, NULL, "" },
  { "MVT-1", "another kind of team", CORE, "set team T ml=false", NULL, "" },
  { "MVT-1", "gone", CORE, CREW "set assignment a1 until=2026-03-09", NULL,
    "E T has no ML engineer." },
  { "MVT-1", "on the last day", CORE, CREW "set assignment a1 until=2026-03-10", NULL, "" },
  { "MVT-1", "a team that is to begin", CORE,
    CREW "set slot ML from=2026-05-01\nset slot DE from=2026-05-01\nset slot PM from=2026-05-01\n"
    "set slot BA from=2026-05-01\nset slot CS from=2026-05-01", NULL, "" },
  { "MVT-2", "nobody", CORE, "", NULL, "E T has no data engineer." },
  { "MVT-2", "somebody", CORE, CREW, NULL, "" },
  { "MVT-3", "nobody", CORE, "", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-3", "somebody", CORE, CREW, NULL, "" },
  { "MVT-3", "who knows something else", CORE,
    CREW "set assignment a3 person=Ada\nperson-skill - person=Ada skill=SQL level=4", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-3", "who knows too little", CORE,
    CREW "set assignment a3 person=Ada\nperson-skill - person=Ada skill=Banking level=2", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-4", "nobody", CORE, "", NULL, "E T has no business analyst." },
  { "MVT-4", "a little will do", CORE, CREW "set assignment a4 allocation=1", NULL, "" },
  { "MVT-5", "nobody", CORE, "", NULL, "E T has no compliance specialist." },
  { "MVT-5", "somebody", CORE, CREW, NULL, "" },
  { "MVT-6", "nobody twice", CORE, CREW, NULL, "" },
  { "MVT-6", "one twice", CORE, CREW "set assignment a2 person=Ada", NULL,
    "W Ada is both DE and ML in T." },
  { "MVT-6", "one after the other", CORE,
    CREW "set assignment a2 person=Ada until=2026-03-31\nset assignment a1 from=2026-04-01", NULL,
    "" },
  { "MVT-6", "a day together", CORE,
    CREW "set assignment a2 person=Ada until=2026-04-01\nset assignment a1 from=2026-04-01", NULL,
    "W Ada is both DE and ML in T." },
  { "MVT-6", "a seat that is no core seat", CORE, CREW "set assignment a4 person=Ada", NULL, "" },
};

#define SEAT \
  "role ml key=ml-engineer\nskill SQL\nskill Go\nskill R\nperson Ada\nperson Bob\nplan P\n" \
  "team T\nslot S team=T role=ml fte=80\n"
#define SEATED SEAT "assignment a slot=S person=Ada allocation=80\n"

static const RuleCase slots[] = {
  { "SLOT-1", "vacant", SEAT, "", NULL, "E S of T is vacant." },
  { "SLOT-1", "filled", SEATED, "", NULL, "" },
  { "SLOT-1", "not required", SEAT, "set slot S required=false", NULL, "" },
  { "SLOT-1", "not yet there", SEAT, "set slot S from=2026-03-11", NULL, "" },
  { "SLOT-1", "from today on", SEAT, "set slot S from=2026-03-10", NULL, "E S of T is vacant." },
  { "SLOT-1", "until today", SEAT, "set slot S until=2026-03-10", NULL, "E S of T is vacant." },
  { "SLOT-1", "over", SEAT, "set slot S until=2026-03-09", NULL, "" },
  { "SLOT-1", "filled from tomorrow on", SEATED, "set assignment a from=2026-03-11", NULL,
    "E S of T is vacant." },

  { "SLOT-2", "filled", SEATED, "", NULL, "" },
  { "SLOT-2", "10 too few", SEATED, "set assignment a allocation=70", NULL, "" },
  { "SLOT-2", "11 too few", SEATED, "set assignment a allocation=69", NULL,
    "W S of T has 69 % of 80 % demand from now on." },
  { "SLOT-2", "11 too many", SEATED, "set assignment a allocation=91", NULL,
    "W S of T has 91 % of 80 % demand from now on." },
  { "SLOT-2", "for some days", SEATED,
    "assignment - slot=S person=Bob allocation=20 from=2026-04-01 until=2026-04-12", NULL,
    "W S of T has 100 % of 80 % demand from 1 to 12 April." },
  { "SLOT-2", "of days that are over", SEATED,
    "assignment - slot=S person=Bob allocation=20 until=2026-03-09", NULL, "" },
  { "SLOT-2", "vacant is another matter", SEAT, "", NULL, "" },

  { "SLOT-3", "within", SEATED, "", NULL, "" },
  { "SLOT-3", "before the slot", SEATED,
    "set slot S from=2026-04-01\nset assignment a from=2026-03-31", NULL,
    "E Ada is in S of T from 31 March on, but the slot only exists from April on." },
  { "SLOT-3", "with the slot", SEATED,
    "set slot S from=2026-04-01\nset assignment a from=2026-04-01", NULL, "" },
  { "SLOT-3", "after the slot", SEATED,
    "set slot S until=2026-04-30\nset assignment a until=2026-05-01", NULL,
    "E Ada is in S of T until 1 May, but the slot only exists until the end of April." },
  { "SLOT-3", "an open end is that of the slot", SEATED, "set slot S until=2026-04-30", NULL, "" },
  { "SLOT-3", "the person leaves", SEATED, "set person Ada until=2026-04-30", NULL,
    "E Ada is in S of T from now on, but is only available until the end of April." },
  { "SLOT-3", "the person leaves with it", SEATED,
    "set person Ada until=2026-04-30\nset assignment a until=2026-04-30", NULL, "" },
};

/* Two teams, and more for those who are in many. */
#define LOAD \
  "role ml key=ml-engineer\nperson Ada\nplan P\nteam A\nteam B\nteam C\nteam D\n" \
  "slot SA team=A role=ml\nslot SB team=B role=ml\nslot SC team=C role=ml\n" \
  "slot SD team=D role=ml\n" \
  "assignment a slot=SA person=Ada allocation=80\n"

static const RuleCase loads[] = {
  { "ALLOC-1", "over", LOAD,
    "assignment b slot=SB person=Ada allocation=40 from=2026-03-03 until=2026-03-28", "2026-03-01",
    "E Ada is at 120 % of 100 % from 3 to 28 March: A 80 %, B 40 %" },
  { "ALLOC-1", "exactly full", LOAD, "assignment b slot=SB person=Ada allocation=20", NULL, "" },
  { "ALLOC-1", "one more", LOAD, "assignment b slot=SB person=Ada allocation=21", NULL,
    "E Ada is at 101 % of 100 % from now on: A 80 %, B 21 %" },
  { "ALLOC-1", "of less capacity", LOAD, "set person Ada capacity=60", NULL,
    "E Ada is at 80 % of 60 % from now on: A 80 %" },
  { "ALLOC-1", "from the next day on", LOAD,
    "assignment b slot=SB person=Ada allocation=40 from=2026-04-01\nset assignment a "
    "until=2026-03-31", NULL, "" },
  { "ALLOC-1", "one day", LOAD,
    "assignment b slot=SB person=Ada allocation=40 from=2026-03-31\nset assignment a "
    "until=2026-03-31", NULL, "E Ada is at 120 % of 100 % on 31 March: A 80 %, B 40 %" },
  { "ALLOC-1", "over and gone", LOAD,
    "assignment b slot=SB person=Ada allocation=40 until=2026-03-09", NULL, "" },
  { "ALLOC-1", "twice", LOAD,
    "assignment b slot=SB person=Ada allocation=40 from=2026-04-01 until=2026-04-02\n"
    "assignment c slot=SC person=Ada allocation=30 from=2026-05-01 until=2026-05-02", NULL,
    "E Ada is at 120 % of 100 % from 1 to 2 April: A 80 %, B 40 %\n"
    "Ada is at 110 % of 100 % from 1 to 2 May: A 80 %, C 30 %" },
  { "ALLOC-1", "away", LOAD, "absence - person=Ada from=2026-04-01 until=2026-04-12", NULL,
    "W Ada is absent, but has 80 % allocated from 1 to 12 April: A 80 %" },
  { "ALLOC-1", "another plan, that is published", LOAD,
    "set plan P status=published\nplan Q\nteam E\nslot SE team=E role=ml\n"
    "assignment e slot=SE person=Ada allocation=30", NULL,
    "E Ada is at 110 % of 100 % from now on: A (P) 80 %, E 30 %" },
  { "ALLOC-1", "another plan, that is a draft", LOAD,
    "plan Q\nteam E\nslot SE team=E role=ml\nassignment e slot=SE person=Ada allocation=30", NULL,
    "" },

  { "ALLOC-2", "four", LOAD,
    "assignment b slot=SB person=Ada allocation=1\nassignment c slot=SC person=Ada allocation=1\n"
    "assignment d slot=SD person=Ada allocation=1 from=2026-04-01", NULL,
    "W Ada is in more than 3 teams from 04/01/26: A, B, C, D" },
  { "ALLOC-2", "three", LOAD,
    "assignment b slot=SB person=Ada allocation=1\nassignment c slot=SC person=Ada allocation=1",
    NULL, "" },
  { "ALLOC-2", "never at once", LOAD,
    "assignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1 until=2026-03-31\n"
    "assignment d slot=SD person=Ada allocation=1 from=2026-04-01", NULL, "" },
  { "ALLOC-2", "on one day", LOAD,
    "assignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1 until=2026-04-01\n"
    "assignment d slot=SD person=Ada allocation=1 from=2026-04-01", NULL,
    "W Ada is in more than 3 teams from 04/01/26: A, B, C, D" },
};

#define NEED(skill, level, critical) \
  "slot-need - slot=S skill=" skill " level=" level " critical=" critical "\n"
#define HAS(person, skill, level) \
  "person-skill - person=" person " skill=" skill " level=" level "\n"
#define RATED(handle, person, skill, more) \
  "person-skill " handle " person=" person " skill=" skill " level=2 " more "\n"

static const RuleCase skills[] = {
  { "SKILL-1", "enough", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "3"), NULL, "" },
  { "SKILL-1", "one short", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "2"), NULL,
    "W Ada has SQL at level 2, but S of T requires level 3." },
  { "SKILL-1", "two short", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "1"), NULL,
    "E Ada has SQL at level 1, but S of T requires level 3." },
  { "SKILL-1", "not at all", SEATED, NEED ("SQL", "2", "false"), NULL,
    "E Ada has SQL at level 0, but S of T requires level 2." },
  { "SKILL-1", "until yesterday", SEATED,
    NEED ("SQL", "2", "false") "set assignment a until=2026-03-09", NULL, "" },
  { "SKILL-1", "until today", SEATED,
    NEED ("SQL", "2", "false") "set assignment a until=2026-03-10", NULL,
    "E Ada has SQL at level 0, but S of T requires level 2." },

  { "SKILL-2", "one", SEATED, NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2"), NULL,
    "W Only Ada covers SQL in T." },
  { "SKILL-2", "nobody", SEATED, NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "1"), NULL,
    "E No one in T covers SQL." },
  { "SKILL-2", "two", SEATED,
    NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10", NULL, "" },
  { "SKILL-2", "one of the two has left", SEATED,
    NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10 until=2026-03-09", NULL,
    "W Only Ada covers SQL in T." },
  { "SKILL-2", "not critical", SEATED, NEED ("SQL", "2", "false"), NULL, "" },

  { "SKILL-4", "self-assessed", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "assessment=self"), NULL,
    "W In T, only self-assessments say that anybody has SQL (Ada)." },
  { "SKILL-4", "both of two", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "assessment=self")
    RATED ("i", "Bob", "SQL", "assessment=self") "assignment - slot=S person=Bob allocation=10",
    NULL, "W In T, only self-assessments say that anybody has SQL (Ada, Bob)." },
  { "SKILL-4", "one of two is assessed", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "assessment=self")
    RATED ("i", "Bob", "SQL", "assessment=other") "assignment - slot=S person=Bob allocation=10",
    NULL, "" },
  { "SKILL-4", "verified", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "assessment=self verified-by=Cem"), NULL,
    "" },
  { "SKILL-4", "until yesterday", SEATED,
    NEED ("SQL", "2", "true")
    RATED ("h", "Ada", "SQL", "assessment=self verified-by=Cem expires=2026-03-09"), NULL,
    "W In T, only self-assessments say that anybody has SQL (Ada)." },
  { "SKILL-4", "nobody has said", SEATED,
    NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2"), NULL, "" },
  { "SKILL-4", "not critical", SEATED,
    NEED ("SQL", "2", "false") RATED ("h", "Ada", "SQL", "assessment=self"), NULL, "" },

  { "SKILL-5", "in 60 days", SEATED,
    NEED ("SQL", "2", "true")
    RATED ("h", "Ada", "SQL", "verified-on=2026-01-01 expires=2026-05-09"), NULL,
    "W Ada’s level in SQL, which is critical in T, is valid until 05/09/26." },
  { "SKILL-5", "in 61 days", SEATED,
    NEED ("SQL", "2", "true")
    RATED ("h", "Ada", "SQL", "verified-on=2026-01-01 expires=2026-05-10"), NULL, "" },
  { "SKILL-5", "today", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "expires=2026-03-10"), NULL,
    "W Ada’s level in SQL, which is critical in T, is valid until 03/10/26." },
  { "SKILL-5", "yesterday", SEATED,
    NEED ("SQL", "2", "true") RATED ("h", "Ada", "SQL", "expires=2026-03-09"), NULL,
    "W Ada’s level in SQL, which is critical in T, expired on 03/09/26." },
  { "SKILL-5", "below what is needed", SEATED,
    NEED ("SQL", "3", "true") RATED ("h", "Ada", "SQL", "expires=2026-03-10"), NULL, "" },

  { "SKILL-3", "three", SEATED,
    NEED ("SQL", "2", "false") NEED ("Go", "2", "false") NEED ("R", "2", "false")
    HAS ("Ada", "SQL", "2") HAS ("Ada", "Go", "3") HAS ("Ada", "R", "2"), NULL,
    "W Ada is the only person in the plan who covers Go, R, SQL." },
  { "SKILL-3", "of one there is another", SEATED,
    NEED ("SQL", "2", "false") NEED ("Go", "2", "false") NEED ("R", "2", "false")
    HAS ("Ada", "SQL", "2") HAS ("Ada", "Go", "3") HAS ("Ada", "R", "2") HAS ("Bob", "R", "2")
    "assignment - slot=S person=Bob allocation=10", NULL, "" },
  { "SKILL-3", "who is not in the plan", SEATED,
    NEED ("SQL", "2", "false") NEED ("Go", "2", "false") NEED ("R", "2", "false")
    HAS ("Ada", "SQL", "2") HAS ("Ada", "Go", "3") HAS ("Ada", "R", "2") HAS ("Bob", "R", "2"),
    NULL, "W Ada is the only person in the plan who covers Go, R, SQL." },
  { "SKILL-3", "two", SEATED,
    NEED ("SQL", "2", "false") NEED ("Go", "2", "false") HAS ("Ada", "SQL", "2")
    HAS ("Ada", "Go", "3"), NULL, "" },
};

#define DUTIES \
  "role ml key=ml-engineer\nrole mv key=model-validator\nperson Ada\nperson Bob\nplan P\nteam T\n" \
  "team V\nslot B team=T role=ml\nslot V1 team=V role=mv\nslot V2 team=V role=mv\n" \
  "assignment b slot=B person=Ada allocation=50\n"

static const RuleCase duties[] = {
  { "SOD-1", "the same", DUTIES, "assignment v slot=V1 person=Ada allocation=20", NULL,
    "E Ada builds models and is the only person who validates them." },
  { "SOD-1", "another one", DUTIES, "assignment v slot=V1 person=Bob allocation=20", NULL, "" },
  { "SOD-1", "and another one", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20\n"
    "assignment w slot=V2 person=Bob allocation=20", NULL, "" },
  { "SOD-1", "the other one has left", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20\n"
    "assignment w slot=V2 person=Bob allocation=20 until=2026-03-09", NULL,
    "E Ada builds models and is the only person who validates them." },
  { "SOD-1", "two seats, one person", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20\n"
    "assignment w slot=V2 person=Ada allocation=20", NULL,
    "E Ada builds models and is the only person who validates them." },
};

static void
test_viable (void)
{
  rule_cases_run (viable, G_N_ELEMENTS (viable));
}

static void
test_slots (void)
{
  rule_cases_run (slots, G_N_ELEMENTS (slots));
}

static void
test_loads (void)
{
  rule_cases_run (loads, G_N_ELEMENTS (loads));
}

static void
test_skills (void)
{
  rule_cases_run (skills, G_N_ELEMENTS (skills));
}

static void
test_duties (void)
{
  rule_cases_run (duties, G_N_ELEMENTS (duties));
}

/* Only from outside can the history be altered. What was verified already is verified again by a
 * full verification, and then the check knows. */
static void
test_history (void)
{
  g_autoptr (Sketch) sketch = sketch_new (SEATED);
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autofree char *before = sketch_say (sketch, rules, "AUD-1", "2026-03-10");
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpstr (before, ==, "");
  g_assert_cmpint (sqlite3_open (remit_store_get_path (sketch->store), &db), ==, SQLITE_OK);
  remit_test_tamper (db, "UPDATE history SET actor = 'Mallory' WHERE seq = 3");
  sqlite3_close (db);
  g_assert_cmpint (remit_test_find_broken (sketch->store), ==, 3);
  after = sketch_say (sketch, rules, "AUD-1", "2026-03-10");
  g_assert_cmpstr (after, ==, "E The history was modified from entry 3 on.");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/teams/viable", test_viable);
  g_test_add_func ("/check/teams/slots", test_slots);
  g_test_add_func ("/check/teams/loads", test_loads);
  g_test_add_func ("/check/teams/skills", test_skills);
  g_test_add_func ("/check/teams/duties", test_duties);
  g_test_add_func ("/check/teams/history", test_history);
  return g_test_run ();
}
