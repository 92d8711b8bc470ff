/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People in the order in which they fit a slot, and how it is said. */
#pragma once

#include "plan/match/remit-match.h"

/**
 * RemitCandidate:
 * @person: who it is
 * @is_holder: whether they are in the slot already
 * @score: see #RemitMatch
 */
typedef struct {
  gint64 person;
  gboolean is_holder;
  int score;
} RemitCandidate;

/** Returns: below 0 when @a fits better. Who is in the slot already comes last. */
int remit_candidate_compare (const RemitCandidate *a,
                             const RemitCandidate *b);

/** Returns: (transfer full): "87 points · 60 % free · 3 of 5 skills", or that they are in the slot
 *   already */
char *remit_candidate_dup_summary (RemitWorkspace *workspace,
                                   const RemitOpening *opening,
                                   gint64 person);

/** Returns: (transfer full): what is there, and on a line of its own what lacks, with the levels:
 *   "Has SQL 3" and "Lacks Python (1 of 3), Spark"; empty when the slot asks for no skills */
char *remit_candidate_dup_skills (RemitWorkspace *workspace,
                                  const RemitOpening *opening,
                                  gint64 person);

/** Returns: (transfer full): the unit and the place of a person, and the hours that they have in
 *   common with the team: "Data Section · Berlin · 3 hours in common" */
char *remit_candidate_dup_place (RemitWorkspace *workspace,
                                 const RemitOpening *opening,
                                 gint64 person);
