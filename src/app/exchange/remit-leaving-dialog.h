/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an audience is not given, shown before a plan is exported for it. */
#pragma once

#include "exchange/remit-audience.h"
#include "store/workspace/remit-workspace.h"
#include <gtk/gtk.h>

/** What is done with the plan when it was shown. */
typedef enum {
  REMIT_LEAVING_EXPORT,
  REMIT_LEAVING_PRINT,
  REMIT_LEAVING_MAIL,
} RemitLeavingUse;

/** @goes_on: whether the export is to go on */
typedef void (*RemitLeavingAnswer) (gpointer data,
                                    gboolean goes_on);

/**
 * remit_leaving_dialog_ask:
 * @use: what the question and its answers are called for
 * @answer: called once, unless the window is gone
 *
 * Reads the plan in a thread, then shows what will not be in the file, with counts and examples,
 * and texts that may name people.
 */
void remit_leaving_dialog_ask (GtkWindow *parent,
                               RemitWorkspace *workspace,
                               gint64 plan,
                               RemitAudience audience,
                               RemitLeavingUse use,
                               RemitLeavingAnswer answer,
                               gpointer data);

/** Presents the files of audiences that cannot be used, if there are any. */
void remit_leaving_dialog_show_faults (GtkWindow *parent);
