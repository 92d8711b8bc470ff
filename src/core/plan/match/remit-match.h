/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person fits a slot: one score, by which people come in order, are hinted at and are
 * suggested. */
#pragma once

#include "remit-opening.h"

/* The best score. */
#define REMIT_MATCH_MAX 100

/* A critical skill weighs as much as this many others. */
#define REMIT_MATCH_CRITICAL 5

/* Days, from the first of a slot on, on which people have to be there; later ones are open. */
#define REMIT_MATCH_DAYS 365

/**
 * RemitMatchPart:
 * @REMIT_MATCH_SKILLS: 50 points × (levels held ÷ levels needed), each need counted up to its
 *   level; critical needs and their levels count %REMIT_MATCH_CRITICAL times. So each level short
 *   costs, and one of a critical skill costs far more
 * @REMIT_MATCH_TIME: 30 points × (percent free ÷ percent needed) × (days there ÷ days of the slot),
 *   of the slot's first %REMIT_MATCH_DAYS days from today on. More than is needed is of no use; see
 *   remit_load_get_free() for what is free
 * @REMIT_MATCH_HOURS: 10 points × (working hours in common with the people of the team, on average,
 *   ÷ working hours of a day); see remit_opening_get_common()
 * @REMIT_MATCH_TITLE: 5 points when the job title has all words of the role
 * @REMIT_MATCH_UNIT: 3 points × (units shared ÷ units that half of the team is in)
 * @REMIT_MATCH_PLACE: 2 points when half of the team is at the same place
 *
 * What the score is the sum of. A part that a slot asks nothing of (no skills needed, nobody in the
 * team yet) is given in full; every part is rounded down, so that 100 means that nothing lacks.
 *
 * Source of the weights: our own judgement; no study that we know of measures them. Their order is
 * that of what can be mended: a skill takes months, time is found by moving work, hours in common
 * by moving meetings, and a title, a unit or a place are hints at best.
 */
typedef enum {
  REMIT_MATCH_SKILLS,
  REMIT_MATCH_TIME,
  REMIT_MATCH_HOURS,
  REMIT_MATCH_TITLE,
  REMIT_MATCH_UNIT,
  REMIT_MATCH_PLACE,
  REMIT_MATCH_N_PARTS
} RemitMatchPart;

/**
 * RemitMatchPerson:
 * @levels: (nullable): beside the opening's needs, which level the person has of each
 * @spans: (element-type RemitLoadSpan): see remit_load_get_spans()
 * @minutes: see remit_opening_get_common()
 * @title: folded by remit_text_fold_letters(), as is all that follows
 * @units: the units they are in
 *
 * What is asked about a person; nothing in it is owned.
 */
typedef struct {
  const int *levels;
  GArray *spans;
  int minutes;
  const char *title;
  const char *const *units;
  guint n_units;
  const char *location;
} RemitMatchPerson;

/**
 * RemitMatch:
 * @score: from 0 to %REMIT_MATCH_MAX, the sum of @points
 * @n_fitting: how many of the skills needed they have, at the level or above
 * @n_critical: how many of the critical ones they lack, or have below the level
 * @n_levels: how many levels they lack, of all skills together
 * @free: percent that they have left on the slot's days; may be negative
 * @n_days: the slot's days, %REMIT_MATCH_DAYS at most
 * @n_days_there: on how many of them the person is there
 * @minutes: of working hours in common with the team
 */
typedef struct {
  int score;
  int points[REMIT_MATCH_N_PARTS];
  guint n_fitting;
  guint n_critical;
  guint n_levels;
  int free;
  int n_days;
  int n_days_there;
  int minutes;
} RemitMatch;

/** Works out the score. Reads copies alone: for any thread. */
void remit_match_weigh (const RemitOpening *opening,
                        const RemitMatchPerson *person,
                        RemitMatch *match);

/** The same for a person of a workspace. @spans: (nullable): their load, if not the present one */
void remit_match_get (RemitWorkspace *workspace,
                      const RemitOpening *opening,
                      gint64 person,
                      GArray *spans,
                      RemitMatch *match);

/** Returns: (transfer full): "87 points" */
char *remit_match_dup_score (int score);

/** Returns: (transfer full) (nullable): "3 hours in common"; %NULL when it is the whole day */
char *remit_match_dup_hours (const RemitOpening *opening,
                             const RemitMatch *match);

/**
 * remit_match_dup_reasons:
 *
 * Returns: (transfer full) (array zero-terminated=1): what the score comes from, in words: "Has
 *   SQL 3", "Lacks Python (1 of 3)", "40 % free of 60 %", "Absent on 30 of 90 days", "3 hours in
 *   common"
 */
GStrv remit_match_dup_reasons (RemitWorkspace *workspace,
                               const RemitOpening *opening,
                               gint64 person,
                               const RemitMatch *match);
