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

/* Slots that nobody has to fill, so that a vacant one is no cause of its own. */
#define OPTIONAL \
  "set slot ML required=false\nset slot DE required=false\nset slot PM required=false\n" \
  "set slot BA required=false\nset slot CS required=false\n"
#define NO_BUILDER "T has no one who builds models and brings them into production."
#define OTHER "team O\nslot OD team=O role=de\nperson Flo\nassignment - slot=OD person=Flo\n"

static const RuleCase viable[] = {
  { "MVT-1", "nobody", CORE, OPTIONAL, NULL, "E " NO_BUILDER },
  { "MVT-1", "SLOT-1 says it", CORE, "", NULL, "" },
  { "MVT-1", "somebody", CORE, CREW, NULL, "" },
  { "MVT-1", "another kind of team", CORE, OPTIONAL "set team T ml=false", NULL, "" },
  { "MVT-1", "exactly enough", CORE, CREW "set assignment a1 allocation=80", NULL, "" },
  { "MVT-1", "a little less", CORE, CREW "set assignment a1 allocation=79", NULL,
    "E In T, builders have 79 % confirmed, less than 80 %." },
  { "MVT-1", "proposed is not confirmed", CORE, CREW "set assignment a1 state=proposed", NULL,
    "E " NO_BUILDER },
  { "MVT-1", "an AI engineer", CORE "role ai key=ai-engineer\n", CREW "set slot ML role=ai", NULL,
    "" },
  { "MVT-1", "a role of one’s own", CORE "role own key=modellbauer group=builder\n",
    CREW "set slot ML role=own", NULL, "" },
  { "MVT-1", "a group that is another one", CORE, CREW "set role ml group=software", NULL,
    "E " NO_BUILDER },
  { "MVT-1", "a data scientist", CORE "role ds key=data-scientist\n", CREW "set slot ML role=ds",
    NULL, "E " NO_BUILDER },
  { "MVT-1", "a data scientist who can serve models",
    CORE "role ds key=data-scientist\nskill \"Model serving\" category=Engineering\n",
    CREW "set slot ML role=ds\nperson-skill - person=Ada \"skill=Model serving\" level=2", NULL,
    "" },
  { "MVT-1", "a developer who knows machine learning",
    CORE "role se key=software-engineer\nskill X \"category=Machine learning\"\n",
    CREW "set slot ML role=se\nperson-skill - person=Ada skill=X level=2", NULL, "" },
  { "MVT-1", "a developer who has heard of it",
    CORE "role se key=software-engineer\nskill X \"category=Machine learning\"\n",
    CREW "set slot ML role=se\nperson-skill - person=Ada skill=X level=1", NULL,
    "E " NO_BUILDER },
  { "MVT-1", "gone", CORE, CREW OPTIONAL "set assignment a1 until=2026-03-09", NULL,
    "E " NO_BUILDER },
  { "MVT-1", "on the last day", CORE, CREW OPTIONAL "set assignment a1 until=2026-03-10", NULL,
    "" },
  { "MVT-1", "a team that is to begin", CORE,
    CREW "set slot ML from=2026-05-01\nset slot DE from=2026-05-01\nset slot PM from=2026-05-01\n"
    "set slot BA from=2026-05-01\nset slot CS from=2026-05-01", NULL, "" },
  { "MVT-2", "nobody", CORE, OPTIONAL, NULL, "E T has no data engineer." },
  { "MVT-2", "a named team brings the data", CORE OTHER, OPTIONAL "set team T data-team=O", NULL,
    "W T has no data engineer." },
  { "MVT-2", "a named team without anybody", CORE "team O\n", OPTIONAL "set team T data-team=O",
    NULL, "E T has no data engineer." },
  { "MVT-2", "its owner answers for the data", CORE "role dpo key=data-product-owner\n" OTHER,
    OPTIONAL "set team T data-team=O\nset slot OD role=dpo", NULL, "" },
  { "MVT-2", "another team has the letter", CORE OTHER,
    OPTIONAL "decision D team=T kind=data\nright - decision=D slot=OD letter=R", NULL, "" },
  { "MVT-2", "59 %", CORE, CREW "set assignment a2 allocation=59", NULL,
    "E In T, data engineers have 59 % confirmed, less than 60 %." },
  { "MVT-2", "somebody", CORE, CREW, NULL, "" },
  { "MVT-3", "nobody", CORE, OPTIONAL, NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-3", "somebody", CORE, CREW, NULL, "" },
  { "MVT-3", "49 %", CORE, CREW "set assignment a3 allocation=49", NULL,
    "E In T, product managers with domain knowledge at level 3 have 49 % confirmed, less than "
    "50 %." },
  { "MVT-3", "of whom nothing is recorded", CORE, CREW "set assignment a3 person=Ada", NULL, "" },
  { "MVT-3", "who knows something else", CORE,
    CREW "set assignment a3 person=Ada\nperson-skill - person=Ada skill=SQL level=4", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-3", "who knows another field", CORE "skill Grid category=Domain\n",
    CREW "slot-need - slot=DE skill=Grid level=2", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-3", "who knows too little", CORE,
    CREW "set assignment a3 person=Ada\nperson-skill - person=Ada skill=Banking level=2", NULL,
    "E T has no product manager with domain knowledge at level 3." },
  { "MVT-4", "nobody", CORE, OPTIONAL, NULL,
    "W T has no business analyst, with neither 5 % of a position nor a letter in its decisions." },
  { "MVT-4", "of a high risk", CORE, OPTIONAL "set team T ai-risk=high", NULL,
    "E T has no business analyst, with neither 5 % of a position nor a letter in its decisions." },
  { "MVT-4", "a little will do", CORE, CREW "set assignment a4 allocation=5", NULL, "" },
  { "MVT-4", "too little", CORE, CREW "set assignment a4 allocation=4", NULL,
    "W T has no business analyst, with neither 5 % of a position nor a letter in its decisions." },
  { "MVT-5", "nobody", CORE, OPTIONAL, NULL,
    "W T has no compliance specialist, with neither 5 % of a position nor a letter in its "
    "decisions." },
  { "MVT-5", "somebody", CORE, CREW, NULL, "" },
  { "MVT-5", "a central team with a letter", CORE "team O\nslot OC team=O role=cs\n",
    OPTIONAL "decision D team=T\nright - decision=D slot=OC letter=C", NULL, "" },
  { "MVT-5", "a letter in the decisions of others", CORE "team O\nslot OC team=O role=cs\n",
    OPTIONAL "decision D team=O\nright - decision=D slot=OC letter=C", NULL,
    "W T has no compliance specialist, with neither 5 % of a position nor a letter in its "
    "decisions." },
  { "MVT-7", "nobody", CORE, CREW, NULL,
    "W T has neither a domain expert nor a user, not even with a letter in its decisions." },
  { "MVT-7", "a user", CORE "role eu key=end-user\nslot EU team=T role=eu fte=10\n", CREW, NULL,
    "" },
  { "MVT-7", "a domain expert who is asked",
    CORE "role dx key=domain-expert\nteam O\nslot DX team=O role=dx\n",
    CREW "decision D team=T\nright - decision=D slot=DX letter=C", NULL, "" },
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
  { "SLOT-1", "soon", SEATED, "set assignment a until=2026-05-08", NULL,
    "W S of T becomes vacant on 05/09/26." },
  { "SLOT-1", "not so soon", SEATED, "set assignment a until=2026-05-09", NULL, "" },
  { "SLOT-1", "somebody follows", SEATED,
    "set assignment a until=2026-03-31\nassignment - slot=S person=Bob allocation=80 "
    "from=2026-04-01", NULL, "" },
  { "SLOT-1", "the slot ends, too", SEATED, "set slot S until=2026-03-31", NULL, "" },
  { "SLOT-1", "RACI-11 says it", SEATED,
    "set assignment a until=2026-03-31\ndecision D team=T\nright - decision=D slot=S letter=A",
    NULL, "" },
  { "SLOT-1", "filled from tomorrow on", SEATED, "set assignment a from=2026-03-11", NULL,
    "E S of T is vacant." },

  { "SLOT-2", "filled", SEATED, "", NULL, "" },
  { "SLOT-2", "10 too few", SEATED, "set assignment a allocation=70", NULL, "" },
  { "SLOT-2", "11 too few", SEATED, "set assignment a allocation=69", NULL,
    "W S of T has 69 % of 80 % demand from now on." },
  { "SLOT-2", "11 too many", SEATED, "set assignment a allocation=91", NULL,
    "W S of T has 91 % of 80 % demand from now on." },
  { "SLOT-2", "six weeks of handover", SEATED,
    "assignment - slot=S person=Bob allocation=80 from=2026-04-01 until=2026-05-12", NULL, "" },
  { "SLOT-2", "a day more", SEATED,
    "assignment - slot=S person=Bob allocation=80 from=2026-04-01 until=2026-05-13", NULL,
    "W S of T has 160 % of 80 % demand from 1 April to 13 May." },
  { "SLOT-2", "too few for some days", SEATED,
    "set assignment a allocation=40\n"
    "assignment - slot=S person=Bob allocation=40 from=2026-03-20", NULL,
    "W S of T has 40 % of 80 % demand until 19 March." },
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

  { "ALLOC-2", "three teams of a builder", LOAD,
    "assignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1 from=2026-04-01", NULL,
    "W Ada is in more than 2 teams from 04/01/26: A, B, C" },
  { "ALLOC-2", "two", LOAD, "assignment b slot=SB person=Ada allocation=1", NULL, "" },
  { "ALLOC-2", "four of one who neither builds nor advises", LOAD,
    "set role ml group=product\nassignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1\nassignment d slot=SD person=Ada allocation=1",
    NULL, "W Ada is in more than 3 teams from 03/10/26: A, B, C, D" },
  { "ALLOC-2", "three of the same", LOAD,
    "set role ml group=product\nassignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1", NULL, "" },
  { "ALLOC-2", "a compliance specialist in four teams", LOAD,
    "set role ml group=compliance\nassignment b slot=SB person=Ada allocation=1\n"
    "assignment c slot=SC person=Ada allocation=1\nassignment d slot=SD person=Ada allocation=1",
    NULL, "" },
  { "ALLOC-2", "an adviser in more than the settings say", LOAD,
    "set role ml group=compliance\nassignment b slot=SB person=Ada allocation=1\n"
    "set settings - adviser-limit=1", NULL, "W Ada is in more than 1 teams from 03/10/26: A, B" },
  { "ALLOC-2", "never at once", LOAD,
    "assignment b slot=SB person=Ada allocation=1 until=2026-03-31\n"
    "assignment c slot=SC person=Ada allocation=1 from=2026-04-01", NULL, "" },
  { "ALLOC-2", "on one day", LOAD,
    "assignment b slot=SB person=Ada allocation=1 until=2026-04-01\n"
    "assignment c slot=SC person=Ada allocation=1 from=2026-04-01", NULL,
    "W Ada is in more than 2 teams from 04/01/26: A, B, C" },
};

#define NEED(skill, level, critical) \
  "slot-need - slot=S skill=" skill " level=" level " critical=" critical "\n"
#define HAS(person, skill, level) \
  "person-skill - person=" person " skill=" skill " level=" level "\n"
#define RATED(handle, person, skill, more) \
  "person-skill " handle " person=" person " skill=" skill " level=2 " more "\n"

#define THREE \
  NEED ("SQL", "2", "true") NEED ("Go", "2", "true") NEED ("R", "2", "true") \
  HAS ("Ada", "Go", "3") HAS ("Ada", "R", "2")

static const RuleCase skills[] = {
  { "SKILL-1", "enough", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "3"), NULL, "" },
  { "SKILL-1", "one short", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "2"), NULL,
    "W S of T requires SQL at level 3, but Ada, the best in it, has level 2." },
  { "SKILL-1", "two short", SEATED, NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "1"), NULL,
    "E S of T requires SQL at level 3, but Ada, the best in it, has level 1." },
  { "SKILL-1", "one short of what is critical", SEATED,
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "2"), NULL,
    "E S of T requires SQL at level 3, but Ada, the best in it, has level 2." },
  { "SKILL-1", "one for a slot", SEATED,
    NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "1") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10", NULL,
    "W S of T requires SQL at level 3, but Bob, the best in it, has level 2." },
  { "SKILL-1", "beside somebody who has it", SEATED,
    NEED ("SQL", "3", "false") HAS ("Ada", "SQL", "1") HAS ("Bob", "SQL", "3")
    "assignment - slot=S person=Bob allocation=10", NULL,
    "I Ada is below the required level in S of T, beside a colleague at the level: SQL" },
  { "SKILL-1", "nothing is recorded", SEATED, NEED ("SQL", "2", "false") NEED ("Go", "2", "false"),
    NULL, "W Ada has no recorded skills, but is in a slot that requires skills: S" },
  { "SKILL-1", "nothing has to be recorded", SEATED, "", NULL, "" },
  { "SKILL-1", "another skill is recorded", SEATED,
    NEED ("SQL", "2", "false") HAS ("Ada", "Go", "2"), NULL,
    "E S of T requires SQL at level 2, but Ada, the best in it, has level 0." },
  { "SKILL-1", "until yesterday", SEATED,
    NEED ("SQL", "2", "false") "set assignment a until=2026-03-09", NULL, "" },
  { "SKILL-1", "until today", SEATED,
    NEED ("SQL", "2", "false") HAS ("Ada", "Go", "2") "set assignment a until=2026-03-10", NULL,
    "E S of T requires SQL at level 2, but Ada, the best in it, has level 0." },

  { "SKILL-2", "one", SEATED, NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2"), NULL,
    "W Only Ada covers SQL in T, without a deputy." },
  { "SKILL-2", "a deputy one level below", SEATED,
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "3") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10", NULL, "" },
  { "SKILL-2", "two levels below is none", SEATED,
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "3") HAS ("Bob", "SQL", "1")
    "assignment - slot=S person=Bob allocation=10", NULL,
    "W Only Ada covers SQL in T, without a deputy." },
  { "SKILL-2", "a deputy in another team", SEATED "team U\nslot S2 team=U role=ml\n",
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "3") HAS ("Bob", "SQL", "3")
    "assignment - slot=S2 person=Bob allocation=10", NULL, "" },
  { "SKILL-2", "below the level in another team", SEATED "team U\nslot S2 team=U role=ml\n",
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "3") HAS ("Bob", "SQL", "2")
    "assignment - slot=S2 person=Bob allocation=10", NULL,
    "W Only Ada covers SQL in T, without a deputy." },
  { "SKILL-2", "who is not in the plan", SEATED,
    NEED ("SQL", "3", "true") HAS ("Ada", "SQL", "3") HAS ("Bob", "SQL", "3"), NULL,
    "W Only Ada covers SQL in T, without a deputy." },
  { "SKILL-2", "SKILL-1 says it", SEATED, NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "1"), NULL,
    "" },
  { "SKILL-2", "nobody, of a slot that may stay vacant",
    SEATED "slot S2 team=T role=ml required=false\n",
    "slot-need - slot=S2 skill=SQL level=2 critical=true", NULL, "E No one in T covers SQL." },
  { "SKILL-2", "two", SEATED,
    NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10", NULL, "" },
  { "SKILL-2", "one of the two has left", SEATED,
    NEED ("SQL", "2", "true") HAS ("Ada", "SQL", "2") HAS ("Bob", "SQL", "2")
    "assignment - slot=S person=Bob allocation=10 until=2026-03-09", NULL,
    "W Only Ada covers SQL in T, without a deputy." },
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

  { "SKILL-3", "three", SEATED, THREE HAS ("Ada", "SQL", "2"), NULL,
    "W Ada is the only person in the plan who covers Go, R, SQL, without a deputy." },
  { "SKILL-3", "of one there is a deputy", SEATED,
    THREE HAS ("Ada", "SQL", "2") HAS ("Bob", "R", "1")
    "assignment - slot=S person=Bob allocation=10", NULL, "" },
  { "SKILL-3", "who is not in the plan", SEATED,
    THREE HAS ("Ada", "SQL", "2") HAS ("Bob", "R", "2"), NULL,
    "W Ada is the only person in the plan who covers Go, R, SQL, without a deputy." },
  { "SKILL-3", "two", SEATED, THREE, NULL, "" },
  { "SKILL-3", "not critical", SEATED,
    NEED ("SQL", "2", "false") NEED ("Go", "2", "false") NEED ("R", "2", "false")
    HAS ("Ada", "SQL", "2") HAS ("Ada", "Go", "3") HAS ("Ada", "R", "2"), NULL, "" },
};

#define DUTIES \
  "role ml key=ml-engineer\nrole mv key=model-validator\nrole ds key=data-scientist\n" \
  "person Ada\nperson Bob\nperson Cem\nplan P\nteam T ml=true\n" \
  "team V\nslot B team=T role=ml\nslot V1 team=V role=mv\nslot V2 team=V role=mv\n" \
  "assignment b slot=B person=Ada allocation=50\n"

static const RuleCase duties[] = {
  { "SOD-1", "the same", DUTIES, "assignment v slot=V1 person=Ada allocation=20", NULL,
    "E Ada builds models in T, and validates models." },
  { "SOD-1", "another one", DUTIES, "assignment v slot=V1 person=Bob allocation=20", NULL, "" },
  { "SOD-1", "another one besides does not help", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20\n"
    "assignment w slot=V2 person=Bob allocation=20", NULL,
    "E Ada builds models in T, and validates models." },
  { "SOD-1", "who has left", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20 until=2026-03-09", NULL, "" },
  { "SOD-1", "two slots, one person", DUTIES,
    "assignment v slot=V1 person=Ada allocation=20\n"
    "assignment w slot=V2 person=Ada allocation=20", NULL,
    "E Ada builds models in T, and validates models." },
  { "SOD-1", "a data scientist of the validation", DUTIES "slot D team=V role=ds\n",
    "assignment v slot=V1 person=Bob allocation=20\nassignment w slot=D person=Bob allocation=80",
    NULL, "" },
  { "SOD-1", "a validator among the builders", DUTIES "slot W team=T role=mv\n",
    "assignment v slot=W person=Bob allocation=20", NULL,
    "E Bob validates models, but works in T, which builds them." },
  { "SOD-1", "by a letter", DUTIES,
    "decision D team=T \"title=Validate the model\"\nright - decision=D slot=B letter=R", NULL,
    "E Ada builds models in T, and has R in “Validate the model”." },
  { "SOD-1", "who is asked", DUTIES,
    "decision D team=T \"title=Validate the model\"\nright - decision=D slot=B letter=C", NULL,
    "" },
};

#define RISKY \
  "role ml key=ml-engineer\nrole oo key=oversight-officer\nrole mv key=model-validator\n" \
  "role pm key=product-manager\nrole dpo key=data-protection-officer\n" \
  "role cs key=compliance-specialist\nskill \"Human oversight\"\nperson Ada\nperson Bob\n" \
  "person Cem\nperson Dee\nplan P\nteam T ml=true ai-risk=high\nteam V\n" \
  "slot B team=T role=ml\nslot O team=T role=oo\nslot W team=V role=mv\nslot M team=T role=pm\n" \
  "assignment b slot=B person=Ada allocation=100\nassignment o slot=O person=Bob allocation=60\n" \
  "assignment w slot=W person=Cem allocation=50\nassignment m slot=M person=Dee allocation=100\n" \
  "person-skill h person=Bob \"skill=Human oversight\" level=3\n" \
  "decision Stop team=T kind=stop\nright - decision=Stop slot=O letter=A\n"
#define RELEASED "decision Release team=T kind=deploy status=accepted\n"

static const RuleCase risks[] = {
  { "RISK-1", "as it should be", RISKY, "", NULL, "" },
  { "RISK-1", "no overseer", RISKY, "set slot O role=pm", NULL,
    "E T has a high risk, but no overseer with the skill at level 3." },
  { "RISK-1", "an overseer at level 2", RISKY, "set person-skill h level=2", NULL,
    "E T has a high risk, but no overseer with the skill at level 3." },
  { "RISK-1", "no validator", RISKY, "set slot W role=pm", NULL,
    "E T has a high risk, but no validator outside its builders." },
  { "RISK-1", "only a builder validates", RISKY, "set assignment w person=Ada", NULL,
    "E T has a high risk, but no validator outside its builders." },
  { "RISK-1", "no stop", RISKY, "set decision Stop status=withdrawn", NULL,
    "E T has a high risk, but no decision says who may stop it." },
  { "RISK-1", "a stop by its title", RISKY,
    "set decision Stop kind=other \"title=Switch the model off\"", NULL, "" },
  { "RISK-1", "another risk", RISKY,
    "set decision Stop status=withdrawn\nset team T ai-risk=limited", NULL, "" },
  { "RISK-2", "released", RISKY, RELEASED "set team T ai-risk=unassessed", NULL,
    "W T has released a model, but its AI risk is not assessed." },
  { "RISK-2", "not yet", RISKY, RELEASED "set team T ai-risk=unassessed\n"
    "set decision Release status=proposed", NULL, "" },
  { "RISK-2", "assessed", RISKY, RELEASED "set team T ai-risk=minimal", NULL, "" },
  { "RISK-3", "to who releases", RISKY,
    RELEASED "right - decision=Release slot=M letter=A\nset person Bob manager=Dee", NULL,
    "E Bob oversees T, but reports to Dee, who decides its release." },
  { "RISK-3", "to a builder", RISKY, "set person Cem manager=Ada", NULL,
    "E Cem must be independent, but reports to Ada, who builds models or manages a builder." },
  { "RISK-3", "to who leads the builders", RISKY,
    "set person Ada manager=Dee\nset person Cem manager=Dee", NULL,
    "E Cem must be independent, but reports to Dee, who builds models or manages a builder." },
  { "RISK-3", "to somebody else", RISKY,
    RELEASED "right - decision=Release slot=M letter=A\nset person Ada manager=Dee\n"
    "person Eve\nset person Bob manager=Eve\nset person Cem manager=Eve", NULL, "" },
  { "RISK-4", "advises", RISKY "slot D team=V role=dpo\n", "right - decision=Stop slot=D letter=C",
    NULL, "" },
  { "RISK-4", "decides", RISKY "slot D team=V role=dpo\n",
    "decision E team=T\nright - decision=E slot=D letter=A\nright - decision=Stop slot=D letter=R",
    NULL, "E D may only advise, but holds A, R in: E, Stop" },
  { "RISK-4", "in a seat of the compliance",
    RISKY "slot D team=V role=dpo\nslot C team=T role=cs\n",
    "assignment - slot=D person=Cem allocation=10\nassignment - slot=C person=Cem allocation=10",
    NULL, "E Cem is data protection officer and also C." },

  { "LIFE-1", "nothing follows", RISKY, RELEASED "set decision Stop status=withdrawn", NULL,
    "W T has released a model, but no decision says who monitors it.\n"
    "T has released a model, but no decision says who may roll it back.\n"
    "T has released a model, but no decision says who may stop it.\n"
    "T has released a model, but no decision says who retires it." },
  { "LIFE-1", "one is missing", RISKY,
    RELEASED "decision A team=T key=monitoring\ndecision B team=T kind=rollback\n", NULL,
    "W T has released a model, but no decision says who retires it." },
  { "LIFE-1", "all are there", RISKY,
    RELEASED "decision A team=T key=monitoring\ndecision B \"title=Roll back\"\n"
    "decision C team=T kind=retire\n", NULL, "" },
  { "LIFE-1", "not yet released", RISKY, RELEASED "set decision Release status=proposed", NULL,
    "" },
  { "LIFE-2", "at hand", RISKY, "set assignment o allocation=50", NULL, "" },
  { "LIFE-2", "half a day a week", RISKY, "set assignment o allocation=49", NULL,
    "E “Stop” is decided by Bob, with at most 49 % confirmed and not on the on-call rota." },
  { "LIFE-2", "on call", RISKY, "set assignment o allocation=10\nset slot O rota=true", NULL, "" },
  { "LIFE-2", "a decision of another kind", RISKY,
    "set assignment o allocation=10\nset decision Stop kind=design", NULL, "" },
  { "LIFE-2", "nobody at all is said by RACI-11", RISKY, "set assignment o until=2026-03-09", NULL,
    "" },

  { "OPT-1", "required", RISKY, "", NULL, "" },
  { "OPT-1", "optional", RISKY,
    "set slot O required=false\ndecision D team=T\nright - decision=D slot=O letter=A", NULL,
    "W O of T is optional, but decides: D, Stop" },
  { "OPT-1", "does not decide", RISKY, "set slot B required=false\n"
    "right - decision=Stop slot=B letter=R", NULL, "" },
};

/* Slots of a fifth, of a full position, and of the rota. */
#define CROWD(n) "slot C" #n " team=T role=pm fte=20\n"
#define NINE \
  CROWD (1) CROWD (2) CROWD (3) CROWD (4) CROWD (5) CROWD (6) CROWD (7) CROWD (8) CROWD (9)
#define RAW "role pm key=product-manager\nrole ml key=ml-engineer\nplan P\nteam T\n"
#define FULL(n) "slot F" #n " team=T role=ml\n"
#define CALLED(n) "slot R" #n " team=T role=ml rota=true\n"
#define SEVEN CALLED (1) CALLED (2) CALLED (3) CALLED (4) CALLED (5) CALLED (6) CALLED (7)

static const RuleCase sizes[] = {
  { "SIZE-1", "nine, and time enough", RAW,
    FULL (1) FULL (2) FULL (3) FULL (4) FULL (5) FULL (6) FULL (7) FULL (8) FULL (9), NULL, "" },
  { "SIZE-1", "ten", RAW, NINE FULL (1), NULL, "W T has 10 people with 20 % or more, above 9." },
  { "SIZE-1", "less than 20 % is a guest", RAW, NINE FULL (1) FULL (2) "set slot C9 fte=19", NULL,
    "W T has 10 people with 20 % or more, above 9." },
  { "SIZE-1", "half of the time", RAW, CROWD (1) CROWD (2) CROWD (3) CROWD (4) CROWD (5) FULL (1),
    NULL, "" },
  { "SIZE-1", "more than half", RAW,
    CROWD (1) CROWD (2) CROWD (3) CROWD (4) CROWD (5) CROWD (6) FULL (1), NULL,
    "W In T, 54 % of the time comes from people with less than 50 %." },
  { "SIZE-1", "a committee", RAW, CROWD (1) CROWD (2) CROWD (3) CROWD (4), NULL, "" },
  { "CALL-1", "seven", RAW, SEVEN "set team T on-call=always", NULL,
    "W T is on call 24/7 with 7 people on the rota; it needs 8." },
  { "CALL-1", "eight", RAW, SEVEN CALLED (8) "set team T on-call=always", NULL, "" },
  { "CALL-1", "of two sites", RAW, SEVEN CALLED (8) "set team T on-call=always sites=2", NULL,
    "W T is on call 24/7 with 8 people on the rota; it needs 12." },
  { "CALL-1", "two slots, one person", RAW,
    SEVEN CALLED (8) "set team T on-call=always\nperson Ada\n"
    "assignment - slot=R1 person=Ada allocation=50\nassignment - slot=R2 person=Ada allocation=50",
    NULL, "W T is on call 24/7 with 7 people on the rota; it needs 8." },
  { "CALL-1", "office hours", RAW, SEVEN "set team T on-call=office-hours", NULL, "" },
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

static void
test_risks (void)
{
  rule_cases_run (risks, G_N_ELEMENTS (risks));
}

static void
test_sizes (void)
{
  rule_cases_run (sizes, G_N_ELEMENTS (sizes));
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
  g_test_add_func ("/check/teams/risks", test_risks);
  g_test_add_func ("/check/teams/sizes", test_sizes);
  g_test_add_func ("/check/teams/history", test_history);
  return g_test_run ();
}
