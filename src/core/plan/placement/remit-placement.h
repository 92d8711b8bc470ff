/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person may be put somewhere, and what it would lead to: the one rule for drags, keys
 * and commands. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitPlacement:
 * @person: who is placed; required
 * @assignment: the assignment that is moved, or 0 when the person comes from the pool
 * @slot: where to, or 0 for the pool: the assignment ends
 * @team: with @slot 0, the team in which a slot is made for them, of the role that they come from,
 *   that is in their job title, or that they have most to do with
 * @allocation: percent, or 0 for the default (see remit_placement_ask())
 * @copy: with an assignment: leave it, and make a second one (Ctrl)
 *
 * The payload of every drag, of every pick-up by keyboard, and of the command line. With the slot
 * in which the assignment is already, and an allocation, it changes the allocation.
 */
typedef struct {
  gint64 person;
  gint64 assignment;
  gint64 slot;
  gint64 team;
  int allocation;
  gboolean copy;
} RemitPlacement;

/**
 * RemitVerdict:
 * @REMIT_VERDICT_FINE: it may be done, and nothing speaks against it
 * @REMIT_VERDICT_DOUBTFUL: it may be done, and leads to something a manager should see: a missing
 *   skill, more load than capacity, a slot filled twice, dates outside
 * @REMIT_VERDICT_NOTHING: it would change nothing
 * @REMIT_VERDICT_REFUSED: it may not be done
 */
typedef enum {
  REMIT_VERDICT_FINE,
  REMIT_VERDICT_DOUBTFUL,
  REMIT_VERDICT_NOTHING,
  REMIT_VERDICT_REFUSED,
} RemitVerdict;

/**
 * RemitOutcome:
 * @n_placements: how many of the placements asked about would change something
 * @n_openings: how many slots are made for them
 * @opening: (nullable) (transfer full): what the first of these is called
 * @ends: whether assignments end and none begins
 * @allocation: percent that would be allocated; of several placements, their sum
 * @needed: how many skills the slot needs; 0 for several placements
 * @fitting: how many of them the person has at the level; 0 for several placements
 * @score: how well the person fits the slot before that, see #RemitMatch; -1 of several placements,
 *   and in a slot that is made for them
 * @missing: (nullable) (transfer full): names of the skills that are missing or below, joined:
 *   "SQL, Python (1 of 3)"
 * @peak: the person's highest load in percent afterwards, over the days of the new assignment from
 *   today on; load above capacity goes before load that is not
 * @peak_capacity: the person's capacity on that day
 * @peak_from: first day of the time in which load is above capacity, or of the peak; 0 for always
 * @peak_until: its last day, 0 for an open end
 * @filled: what the slot has at most at once afterwards, percent, over the days of the new
 *   assignment
 * @need: what the slot needs in percent
 * @reason: (transfer full): what is refused or doubtful, in words for a person:
 *   "120 % in March (70 % in Data engineer)"; empty when all is fine
 */
typedef struct {
  RemitVerdict verdict;
  guint n_placements;
  guint n_openings;
  char *opening;
  gboolean ends;
  int allocation;
  int needed;
  int fitting;
  int score;
  char *missing;
  int peak;
  int peak_capacity;
  gint64 peak_from;
  gint64 peak_until;
  int filled;
  int need;
  char *reason;
} RemitOutcome;

void remit_outcome_clear (RemitOutcome *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitOutcome, remit_outcome_clear)

/**
 * remit_placement_ask:
 * @outcome: (out caller-allocates): to be cleared with remit_outcome_clear()
 *
 * Says whether @placement may be done and what it would lead to. Changes nothing. The default
 * allocation is what the slot still needs, but not more than the person still has free over the
 * slot's days; when either is nothing, what the slot needs. An assignment that is moved keeps its
 * allocation and its dates. The slot's plan has to be loaded (see remit_workspace_open_plan()).
 */
void remit_placement_ask (RemitWorkspace *workspace,
                          const RemitPlacement *placement,
                          RemitOutcome *outcome);

/**
 * remit_placement_ask_all:
 *
 * The same for several placements that would be done together by remit_placement_do(): the worst
 * verdict, whose reasons name the people. Of those that would change nothing, only the rest counts.
 */
void remit_placement_ask_all (RemitWorkspace *workspace,
                              const RemitPlacement *placements,
                              gsize n_placements,
                              RemitOutcome *outcome);

/**
 * Returns: (transfer full): one line for the target under the pointer:
 *   "80 %, 3 of 4 skills, lacks SQL; 120 % in March (40 % in Data engineer)"
 */
char *remit_outcome_dup_summary (const RemitOutcome *self);

/**
 * remit_placement_do:
 * @placements: all of them in one edit: all or nothing; what would change nothing is left out
 *
 * Does what remit_placement_ask_all() allows. The edit's label names people and slot.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED with the reason, also when nothing at all would change;
 * %REMIT_STORE_ERROR
 */
gboolean remit_placement_do (RemitWorkspace *workspace,
                             const RemitPlacement *placements,
                             gsize n_placements,
                             GError **error);

/**
 * remit_placement_allocate:
 * @allocation: percent
 *
 * Changes the allocation of an assignment in the slot in which it is by now.
 *
 * Errors: those of remit_placement_do()
 *
 * Returns: the allocation that it has now, or 0 with @error set
 */
int remit_placement_allocate (RemitWorkspace *workspace,
                              gint64 assignment,
                              int allocation,
                              GError **error);

/** The same by a step from the allocation that it has by now, within what is allowed. */
int remit_placement_allocate_by (RemitWorkspace *workspace,
                                 gint64 assignment,
                                 int step,
                                 GError **error);

/** Whether the people of two assignments may change places, and what it would lead to. */
void remit_placement_ask_swap (RemitWorkspace *workspace,
                               gint64 first_assignment,
                               gint64 second_assignment,
                               RemitOutcome *outcome);

/**
 * remit_placement_swap:
 *
 * Lets the people of two assignments change places, in one edit.
 *
 * Each keeps allocation and dates.
 */
gboolean remit_placement_swap (RemitWorkspace *workspace,
                               gint64 first_assignment,
                               gint64 second_assignment,
                               GError **error);
