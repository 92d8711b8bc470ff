/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of a decision's form, each in a file with its name. */
#pragma once

#include "widgets/sections/remit-timeline.h"

/** What a decision says first, and from where it is superseded. */
#define REMIT_TYPE_DECISION_HEAD (remit_decision_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionHead, remit_decision_head, REMIT, DECISION_HEAD, GtkBox)

/** Its rights: a group a letter, with who is behind it. */
#define REMIT_TYPE_DECISION_RIGHTS (remit_decision_rights_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionRights, remit_decision_rights, REMIT, DECISION_RIGHTS, GtkBox)

/**
 * RemitDecisionLog:
 *
 * What was said and decided, the newest first, and a button to write into it. Nothing in it is
 * changed; what was wrong is taken back by another entry.
 */
#define REMIT_TYPE_DECISION_LOG (remit_decision_log_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionLog, remit_decision_log, REMIT, DECISION_LOG, RemitTimeline)
