/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that wait while another program holds the workspace: tried, and tried again. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitTryFunc:
 *
 * Makes one edit, all or nothing, by what is in @data alone: it may be called again, much later,
 * when the widgets that asked for it are gone.
 *
 * @data says what was asked for (a letter more, a step down), not what that came to by what was
 * shown: the verb works it out from what is there once its edit has begun.
 *
 * Returns: an id or another number that is not 0, or 0 with @error set
 */
typedef gint64 (*RemitTryFunc) (RemitWorkspace *workspace,
                                gpointer data,
                                GError **error);

/**
 * RemitTriedFunc:
 * @widget: the one that asked; it is still in its window
 * @result: what the edit returned, 0 when it failed
 * @error: (nullable): why; %REMIT_STORE_ERROR_CANCELLED when the user did not want to wait
 *
 * Says what came of an edit: nobody else does.
 */
typedef void (*RemitTriedFunc) (GtkWidget *widget,
                                RemitWorkspace *workspace,
                                gint64 result,
                                gpointer data,
                                const GError *error);

/**
 * remit_try:
 * @widget: who asks
 * @data: taken
 * @free_data: (nullable)
 *
 * Makes an edit now, and says what came of it, as remit_feedback_edit() does. While another program
 * holds the workspace the edit waits instead, behind those that wait already, and is made as soon
 * as it can be. After half a second the window says so, and lets the user give it up. This is the
 * one way in which the window edits.
 *
 * A dialog (@widget itself is a window) is hidden while its edit waits, and comes back, with all
 * that was entered, unless the edit is made.
 *
 * Returns: whether the edit was made or waits
 */
gboolean remit_try (GtkWidget *widget,
                    RemitWorkspace *workspace,
                    RemitTryFunc func,
                    gpointer data,
                    GDestroyNotify free_data);

/** The same; @tried is told what came of it, or the window itself when @widget is gone by then. */
gboolean remit_try_then (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         RemitTryFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         RemitTriedFunc tried);

/**
 * remit_try_is_attended:
 * @widget: that of a #RemitTriedFunc, while it is called
 *
 * Who asked for an edit that waited may be writing somewhere else by the time that it is made.
 *
 * Returns: whether the keyboard is still where it was, and what came of the edit may have it
 */
gboolean remit_try_is_attended (GtkWidget *widget);

/**
 * RemitTryStartFunc:
 *
 * Starts an edit that is made in a thread: calls remit_workspace_run_async(), which must leave
 * @data to us, or remit_workspace_undo_async().
 */
typedef void (*RemitTryStartFunc) (RemitWorkspace *workspace,
                                   gpointer data,
                                   GAsyncReadyCallback callback,
                                   gpointer callback_data);

/** The same in a thread, for what takes longer than a frame and is no #RemitTryFunc. */
void remit_try_async (GtkWidget *widget,
                      RemitWorkspace *workspace,
                      RemitTryStartFunc start,
                      gpointer data,
                      GDestroyNotify free_data,
                      RemitTriedFunc tried);

/** The same, too: @func is given a workspace of the thread's own, opened for it. */
void remit_try_in_thread (GtkWidget *widget,
                          RemitWorkspace *workspace,
                          RemitTryFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          RemitTriedFunc tried);

/** Gives up what waits for @widget, which is not told. */
void remit_try_forget (GtkWidget *widget);

/**
 * RemitAttempts:
 *
 * The edits of a window that wait, in their order, and the words that say so. It is a part of
 * #RemitFeedback.
 */
#define REMIT_TYPE_ATTEMPTS (remit_attempts_get_type ())
G_DECLARE_FINAL_TYPE (RemitAttempts, remit_attempts, REMIT, ATTEMPTS, AdwBin)

/** Returns: whether an edit waits, or is being made in a thread */
gboolean remit_attempts_are_waiting (RemitAttempts *self);

/** Returns: how many edits were refused or given up so far */
guint remit_attempts_count_refused (RemitAttempts *self);

/**
 * Closes the window as soon as nothing waits any longer, unless something of it is refused, or the
 * user gives it up.
 */
void remit_attempts_close_when_done (RemitAttempts *self);
