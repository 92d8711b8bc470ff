/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says back: toasts, and words for assistive technology. */
#pragma once

#include <adwaita.h>

#include "remit-attempts.h"

/**
 * RemitFeedback:
 *
 * The outermost widget in a window, around its `content`: shows the toasts, and has assistive
 * technology speak.
 */
#define REMIT_TYPE_FEEDBACK (remit_feedback_get_type ())
G_DECLARE_FINAL_TYPE (RemitFeedback, remit_feedback, REMIT, FEEDBACK, AdwBin)

/* Each of these finds the RemitFeedback around @widget; for a widget in a dialog without one, that
 * of the window the dialog belongs to. They do nothing when there is none. Toasts are spoken. */

/** A toast that says what was done, with a button that undoes it. */
void remit_feedback_done (GtkWidget *widget,
                          const char *text);

/** A toast that says what was undone, with a button that redoes it. */
void remit_feedback_undone (GtkWidget *widget,
                            const char *text);

/** A toast that says something that cannot be undone, such as where a file was written. */
void remit_feedback_say (GtkWidget *widget,
                         const char *text);

/** A toast that says why something was not done. */
void remit_feedback_error (GtkWidget *widget,
                           const GError *error);

/**
 * remit_feedback_edit:
 * @error: (nullable): why not
 *
 * Says what came of an edit (see remit_try()): what was done, with a button that undoes it, or why
 * not.
 *
 * Returns: @done
 */
gboolean remit_feedback_edit (GtkWidget *widget,
                              RemitWorkspace *workspace,
                              gboolean done,
                              const GError *error);

/** Returns: (transfer none) (nullable): the edits that wait in the window @widget belongs to */
RemitAttempts *remit_feedback_find_attempts (GtkWidget *widget);

/** Takes away a toast, which lies over a part of the window; not one that is just coming in. */
void remit_feedback_hush (GtkWidget *widget);

/** Tells assistive technology alone. */
void remit_feedback_announce (GtkWidget *widget,
                              const char *text);

/** Returns: what was said last, by a toast or to assistive technology */
const char *remit_feedback_get_last (RemitFeedback *self);
