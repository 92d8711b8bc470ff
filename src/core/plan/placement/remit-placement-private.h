/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a placement share: judging it, saying it, doing it. */
#pragma once

#include "plan/load/remit-load-private.h"
#include "remit-placement.h"
#include "store/remit-edit.h"

/**
 * RemitTrial:
 * @batch: placements that are done together: all of them leave their old places at once
 * @arrivals: (element-type RemitRecord): the assignments that those judged so far lead to
 * @openings: (element-type RemitEntity): the slots that are made for them, with ids of their own
 *   below 0 that are only for now
 *
 * What would be, over what is there.
 */
typedef struct {
  RemitWorkspace *workspace;
  const RemitPlacement *batch;
  gsize n_batch;
  GPtrArray *arrivals;
  GPtrArray *openings;
} RemitTrial;

/**
 * RemitMove:
 * @person: who is placed
 * @old: (nullable): the assignment as it is
 * @slot: (nullable): the slot of @new
 * @new: (nullable): the assignment as it would be, without an id when it is a new one; or %NULL
 *   when @old ends, or nothing changes
 * @from: first day on which @new counts
 * @until: last day on which @new counts
 *
 * A placement, with its ids looked up.
 */
typedef struct {
  RemitEntity *person;
  RemitEntity *old;
  RemitEntity *slot;
  RemitRecord *new;
  gint64 from;
  gint64 until;
} RemitMove;

void remit_trial_init (RemitTrial *self,
                       RemitWorkspace *workspace,
                       const RemitPlacement *batch,
                       gsize n_batch);
void remit_trial_clear (RemitTrial *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitTrial, remit_trial_clear)

/** Judges one placement of the batch. Unless it is refused or ends, it then is the last arrival. */
void remit_trial_judge (RemitTrial *self,
                        const RemitPlacement *placement,
                        RemitOutcome *outcome);

/** Judges all, and puts the outcomes together. */
void remit_trial_judge_all (RemitTrial *self,
                            RemitOutcome *outcome);

/** Whether the batch takes the assignment from its place: a #RemitLoadSkip for the trial. */
gboolean remit_trial_is_leaving (RemitEntity *assignment,
                                 gpointer trial);

/**
 * remit_placement_find_role:
 * @assignment: (nullable): that they are taken out of
 *
 * Returns: (transfer none) (nullable): the role for which a slot is made for @person: that of the
 *   slot that they come from, else the one in their job title, else the one they have most to do
 *   with
 */
RemitEntity *remit_placement_find_role (RemitWorkspace *workspace,
                                        gint64 plan,
                                        RemitEntity *person,
                                        RemitEntity *assignment);

/** Sets the verdict, and a reason that names who and where. Returns: %FALSE */
gboolean remit_outcome_refuse (RemitOutcome *self,
                               RemitVerdict verdict,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);

/** Makes the words of the outcome from its numbers. @spans: the person's load afterwards */
void remit_outcome_explain (RemitOutcome *self,
                            RemitTrial *trial,
                            const RemitMove *move,
                            GArray *spans);

/** Judges and does all in an edit that is begun, and commits it. @label: (transfer full)
 * (nullable): the usual one for %NULL */
gboolean remit_placement_place (RemitWorkspace *workspace,
                                RemitEdit *edit,
                                const RemitPlacement *placements,
                                gsize n_placements,
                                RemitMessage *label,
                                GError **error);
