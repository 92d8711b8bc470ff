/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a decision's form that shows its log, as a timeline. */
#pragma once

#include "widgets/sections/remit-timeline.h"

G_BEGIN_DECLS

/**
 * RemitDecisionLog:
 *
 * A section (see remit-section.h) with the log of a decision: what was said and decided, the newest
 * first, and a button to write into it. Nothing in it is changed; what was wrong is taken back by
 * another entry.
 */
#define REMIT_TYPE_DECISION_LOG (remit_decision_log_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionLog, remit_decision_log, REMIT, DECISION_LOG,
                      RemitTimeline)

G_END_DECLS
