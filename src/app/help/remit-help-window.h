/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the pages of the help where the desktop has no help browser. */
#pragma once

#include <adwaita.h>

#define REMIT_TYPE_HELP_WINDOW (remit_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RemitHelpWindow, remit_help_window, REMIT, HELP_WINDOW, AdwWindow)

/** Shows @page, in the window that is there already if there is one. A dialog that waits for an
 * answer does not lock it. */
void remit_help_window_present (GtkApplication *application,
                                const char *page);

/** Returns: the page that is shown */
const char *remit_help_window_get_page (RemitHelpWindow *self);
