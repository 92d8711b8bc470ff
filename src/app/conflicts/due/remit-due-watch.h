/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the time limits of a workspace: notifies once of each due conflict, and logs it. */
#pragma once

#include <gio/gio.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitDueWatch:
 *
 * Before and when the time on a conflict's rung is up, a desktop notification says so, once, and
 * not again after the conflict was looked at; what has been told is kept beside the settings, so
 * that neither a restart nor another window tells it again. When the time is up, the log is told,
 * and the conflict is escalated where its ladder says so. What was missed while the machine slept,
 * or nobody watched, is told on the next look.
 *
 * Signal `looked`: after each look at the clocks, and when conflicts have changed.
 */
#define REMIT_TYPE_DUE_WATCH (remit_due_watch_get_type ())
G_DECLARE_FINAL_TYPE (RemitDueWatch, remit_due_watch, REMIT, DUE_WATCH, GObject)

/** @application: (nullable): what sends the notifications */
RemitDueWatch *remit_due_watch_new (RemitWorkspace *workspace,
                                    GApplication *application);

/** Looks at the clocks now. */
void remit_due_watch_look (RemitDueWatch *self);

/** Says that a conflict was looked at: what was told of it is taken back. */
void remit_due_watch_acknowledge (RemitDueWatch *self,
                                  gint64 conflict);

/** Returns: how many conflicts of a plan are due today or past their time */
guint remit_due_watch_count (RemitDueWatch *self,
                             gint64 plan);
