/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting a finding: by name, with a reason, and until a day. */
#pragma once

#include "remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_waive:
 * @plan: the plan in which @finding was found, loaded
 * @actor: the name of who accepts it
 * @reason: why
 * @until: the last day on which it is accepted, or 0 for good
 *
 * Has a finding, and all of the same rule on the same subjects, accepted. Takes the place of a
 * waiver that there is already. One edit.
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID for an empty name or reason, or a day that is over;
 *   %REMIT_MODEL_ERROR_REFUSED for a finding about a rule, or about what is gone
 */
gboolean remit_waive (RemitWorkspace *workspace,
                      gint64 plan,
                      RemitFinding *finding,
                      const char *actor,
                      const char *reason,
                      gint64 until,
                      GError **error);

/**
 * RemitWaiverTerms:
 * @plan: in which the findings were found, loaded
 * @actor: the name of who accepts them
 * @reason: why; can be several lines
 * @until: the last day on which they are accepted, or 0 for good
 */
typedef struct {
  gint64 plan;
  const char *actor;
  const char *reason;
  gint64 until;
} RemitWaiverTerms;

/**
 * remit_waive_all:
 * @findings: (element-type RemitFinding): at least one
 *
 * The same with several at once: all of them, or none. One edit.
 */
gboolean remit_waive_all (RemitWorkspace *workspace,
                          GPtrArray *findings,
                          const RemitWaiverTerms *terms,
                          GError **error);

/** Takes a waiver back. One edit. */
gboolean remit_waive_end (RemitWorkspace *workspace,
                          gint64 waiver,
                          GError **error);
