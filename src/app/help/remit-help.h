/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: maps views and dialogs to pages, and shows them. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitHelpTopic:
 * @type: the name of a view's or dialog's type
 * @page: the page that is about it
 */
typedef struct {
  const char *type;
  const char *page;
} RemitHelpTopic;

/** Ends with one without a type. */
extern const RemitHelpTopic remit_help_topics[];

/**
 * remit_help_find_page:
 *
 * Returns: the page about what has the keyboard in @window, or about what it shows; for a dialog
 *   without a page, that of the window it belongs to
 */
const char *remit_help_find_page (GtkWindow *window);

/**
 * remit_help_show:
 *
 * Shows the page about @window: in the desktop's help browser, or, where there is none that finds
 * it, in a window of Remit.
 */
void remit_help_show (GtkWindow *window);

/** F1 shows the help in every dialog that comes from now on, too. */
void remit_help_install (void);
