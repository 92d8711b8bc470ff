/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well somebody fits a slot: by what candidates come in order, and how it is said. */
#pragma once

#include "remit-opening.h"

/**
 * RemitCandidate:
 * @person: who it is
 * @is_holder: whether they are in the slot already
 * @n_fitting: how many of the skills that the slot asks for they have, at the level or above
 * @n_critical: how many of the critical ones they lack
 * @n_levels: how many levels they lack, of all skills together
 * @has_title: whether their job title has all words of the role
 * @free: percent that they have left on the slot's days; may be negative
 * @n_units: how many units they share with half of the team
 * @is_near: whether they are where half of the team is
 */
typedef struct {
  gint64 person;
  gboolean is_holder;
  guint n_fitting;
  guint n_critical;
  guint n_levels;
  gboolean has_title;
  int free;
  guint n_units;
  gboolean is_near;
} RemitCandidate;

/**
 * remit_candidate_compare:
 * @need: percent that the slot needs
 *
 * Skills weigh more than the title, and that more than time, of which no more counts than the slot
 * needs; then come unit and place. Who is in the slot already comes last.
 *
 * Returns: below 0 when @a fits better
 */
int remit_candidate_compare (const RemitCandidate *a,
                             const RemitCandidate *b,
                             int need);

/** Returns: (transfer full): "60 % free · 3 of 5 skills", or that they are in the slot already */
char *remit_candidate_dup_summary (RemitWorkspace *workspace,
                                   const RemitOpening *opening,
                                   gint64 person);

/** Returns: (transfer full): what is there, and on a line of its own what lacks, with the levels:
 *   "Has SQL 3" and "Lacks Python (1 of 3), Spark"; empty when the slot asks for no skills */
char *remit_candidate_dup_skills (RemitWorkspace *workspace,
                                  const RemitOpening *opening,
                                  gint64 person);

/** Returns: (transfer full): the unit and the place of a person: "Data Section · Berlin" */
char *remit_candidate_dup_place (RemitEntity *person);
