/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on decisions and their logs: input, objection, outcome, review, correction. */
#pragma once

#include "store/workspace/remit-workspace.h"

/* Each is one edit. What was written into a log stays there: an undo takes back the rest, and adds
 * a correction (see remit-undo-log.h). */

/**
 * RemitLogEntry:
 * @decision: whose log
 * @kind: %REMIT_DECISION_EVENT_INPUT, _OBJECTION, _OUTCOME or _REVIEW
 * @result: of an outcome
 * @person: who said or decided it, or 0 for the user of this computer, by the name in the history
 * @at: when, in milliseconds since 1970, or 0 for now
 * @text: (nullable): what was said; of an outcome, its rationale
 * @consequences: (nullable): of an outcome
 * @evidence: (nullable): a link
 * @override: (nullable): of an outcome by somebody without the right: why
 */
typedef struct {
  gint64 decision;
  RemitDecisionEventKind kind;
  RemitResult result;
  gint64 person;
  gint64 at;
  const char *text;
  const char *consequences;
  const char *evidence;
  const char *override;
} RemitLogEntry;

/**
 * remit_decide_may:
 * @person: a person, or 0 for somebody whom the workspace does not know
 * @at: when, in milliseconds since 1970, or 0 for now
 * @whose: (out) (optional) (transfer full): whose decision it is, in words, for a message: "Ada
 *   Lovelace (Product manager)"; empty when it is nobody's
 *
 * Whether the person is behind a right to decide at that time.
 */
gboolean remit_decide_may (RemitWorkspace *workspace,
                           gint64 decision,
                           gint64 person,
                           gint64 at,
                           char **whose);

/**
 * remit_decide_log:
 *
 * Appends to a log. An outcome also sets the decision's status, see remit_verdict_derive(). An
 * accepted decision that takes the place of another one makes that one superseded.
 *
 * Returns: the id of the entry, or 0
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED: an outcome by somebody without the right and without the
 *   reason for an override; one dated before the decision was proposed, or in the future; one on
 *   what has been decided
 */
gint64 remit_decide_log (RemitWorkspace *workspace,
                         const RemitLogEntry *entry,
                         GError **error);

/** Takes an entry back, by another one that says why. An outcome no longer counts then. */
gint64 remit_decide_correct (RemitWorkspace *workspace,
                             gint64 event,
                             const char *text,
                             GError **error);

/**
 * remit_decide_supersede:
 *
 * Makes a new decision, proposed now, that is to take the place of another one: in the same team,
 * under the same framework, with the same rights. The old one is in force until the new one is
 * accepted.
 *
 * Returns: the new decision's id, or 0
 */
gint64 remit_decide_supersede (RemitWorkspace *workspace,
                               gint64 decision,
                               const char *title,
                               GError **error);

/** Returns: (transfer none) (nullable): the decision that takes the place of this one */
RemitEntity *remit_decide_get_successor (RemitWorkspace *workspace,
                                         gint64 decision);
