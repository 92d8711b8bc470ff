/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on conflicts: raise, state, mediate, escalate, resolve, close, withdraw, reopen. */
#pragma once

#include "plan/decide/remit-matrix.h"
#include "remit-story.h"
#include "store/workspace/remit-workspace.h"

/* Each is one edit, which looks at the conflict as it is in the file when it begins: of two
 * processes that do the same, the second is told that it came late. Each writes into the log, which
 * is never rewritten: an undo takes back the rest, and adds a correction (see remit-undo-log.h). A
 * conflict whose raising is undone stays, as withdrawn.
 *
 * @person is who does it: a person, or 0 for the user of this computer, by the name in the history.
 * @text
 * (nullable) goes into the log, which is in order of time even where a clock goes backwards.
 *
 * Errors of all: %REMIT_MODEL_ERROR_REFUSED for what makes no sense in the state of the conflict,
 * %REMIT_STORE_ERROR */

/**
 * remit_settle_raise:
 * @conflict: its plan, team, title and whatever else is known of it; `raised`, when it is not 0;
 *   `person` and, for whom the workspace does not know, `raiser`; `ladder`, or 0 for the usual one
 *   of the team
 * @teams: (nullable) (element-type gint64): further teams that it is in
 * @parties: (nullable) (element-type RemitRecord): who is in it; of each the person or the name,
 *   the position and the interest
 *
 * Raises a conflict. It keeps the ladder as it is now, and stands on its first rung that is not
 * empty; without a ladder it has no clock.
 *
 * Returns: its id, or 0
 *
 * Errors: a ladder without rungs, one of another plan; a person or team that is not there
 */
gint64 remit_settle_raise (RemitWorkspace *workspace,
                           const RemitRecord *conflict,
                           GArray *teams,
                           GPtrArray *parties,
                           GError **error);

/**
 * remit_settle_find_ladder:
 *
 * Returns: the usual ladder of a team: its first, that of the team above it, and so on, last that
 *   of the plan; 0 for none
 */
gint64 remit_settle_find_ladder (RemitWorkspace *workspace,
                                 gint64 plan,
                                 gint64 team);

/**
 * remit_settle_step:
 * @kind: what is done: of %REMIT_CONFLICT_EVENT_STATEMENT, which adds what somebody said,
 *   _MEDIATION, _ESCALATED, _DE_ESCALATED, _CLOSED (a resolved one, whose outcome is accepted, or
 *   one that came to nothing), _WITHDRAWN and _REOPENED (on the first rung of the ladder it has)
 * @from: for those up and down the ladder, the rung on which the asker thinks that it stands, or 0
 *   not to ask
 *
 * Goes up to the next rung, or down to the one before. One that nobody is behind, and that may be
 * skipped, is passed over at once, and the log says so. After the last one the ladder begins anew,
 * as often as it says.
 *
 * Errors: there is no higher rung, or no lower one; somebody else was faster
 */
gboolean remit_settle_step (RemitWorkspace *workspace,
                            gint64 conflict,
                            RemitConflictEventKind kind,
                            gint64 from,
                            gint64 person,
                            const char *text,
                            GError **error);

/** Adds that a statement does not count any longer, and why. */
gboolean remit_settle_correct (RemitWorkspace *workspace,
                               gint64 event,
                               const char *text,
                               GError **error);

/**
 * remit_settle_can_climb:
 * @up: whether it would be escalated, or de-escalated
 *
 * Returns: whether there is somebody on the ladder to go to, as things are; also in a state in
 *   which nobody may go
 */
gboolean remit_settle_can_climb (RemitWorkspace *workspace,
                                 gint64 conflict,
                                 gboolean up);

/**
 * remit_settle_run_out:
 * @now: milliseconds since 1970, or 0
 *
 * Writes into the log that the time on the rung has run out, once a rung, and escalates when the
 * ladder says so. Nothing is done before the time is up.
 *
 * Returns: whether nothing failed
 */
gboolean remit_settle_run_out (RemitWorkspace *workspace,
                               gint64 conflict,
                               gint64 now,
                               GError **error);

/**
 * RemitResolution:
 * @mode: how it was settled
 * @text: what it came to
 * @decision: the decision that it led to, or 0
 * @new_decision: (nullable): the title of one that is to be made, and accepted
 * @accountable: a slot that gets the letter with which the framework of the decision decides, or 0
 * @cells: (nullable): further rights that change with it; those of the new decision have 0 for it
 */
typedef struct {
  RemitMode mode;
  const char *text;
  gint64 decision;
  const char *new_decision;
  gint64 accountable;
  const RemitCell *cells;
  gsize n_cells;
} RemitResolution;

/** Settles a conflict, with the decision and the rights that it led to. */
gboolean remit_settle_resolve (RemitWorkspace *workspace,
                               gint64 conflict,
                               gint64 person,
                               const RemitResolution *resolution,
                               GError **error);

/**
 * RemitDue:
 * @rung: on which it stands
 * @ran_out: whether the log has been told
 *
 * A running conflict whose time on the rung is up, or soon will be.
 */
typedef struct {
  gint64 conflict;
  gint64 plan;
  char *title;
  RemitVisibility visibility;
  gint64 rung;
  gint64 due;
  gboolean ran_out;
} RemitDue;

/**
 * remit_settle_get_due:
 * @plan: a plan, or 0 for all that are not archived
 * @until: milliseconds since 1970
 *
 * Returns: (transfer full) (element-type RemitDue): what is due until then, earliest first
 */
GPtrArray *remit_settle_get_due (RemitStore *store,
                                 gint64 plan,
                                 gint64 until,
                                 GError **error);

/** Returns: (transfer full): who is asked on a rung of a conflict, by name: "Ada and Bob" */
char *remit_settle_dup_asked (RemitWorkspace *workspace,
                              const RemitRecord *rung,
                              gint64 team);

/**
 * remit_settle_dup_until:
 * @conflict: one that goes on
 *
 * Returns: (transfer full): until when there is time on its rung, as remit_rung_clock_display()
 *   tells it; empty for a conflict without a clock
 */
char *remit_settle_dup_until (RemitWorkspace *workspace,
                              const RemitRecord *conflict);

/**
 * remit_settle_dup_first_until:
 * @ladder: one of the plan
 *
 * Returns: (transfer full): until when a conflict of @team would have time on its first rung, if it
 *   were raised now; empty if it would be on none
 */
char *remit_settle_dup_first_until (RemitWorkspace *workspace,
                                    gint64 plan,
                                    gint64 team,
                                    gint64 ladder);

/** Returns: (transfer none) (nullable): the one of a conflict's rungs that has a position */
const RemitRecord *remit_settle_find_rung (GPtrArray *rungs,
                                           gint64 position);

/** Returns: (transfer full) (nullable): the one of its rungs that a conflict stands on */
RemitRecord *remit_settle_get_rung (RemitStore *store,
                                    const RemitRecord *conflict);
