/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that wait until the workspace of a window is open. */
#pragma once

#include "remit-window.h"

typedef void (*RemitWhenOpenFunc) (RemitWindow *window,
                                   gpointer data);

/**
 * remit_when_open:
 * @data: (transfer full)
 * @free_data: (nullable)
 *
 * Calls @func when the window's workspace is open and its plan is shown: now, if it is. One that
 * cannot be opened, or a window that goes, comes to nothing.
 */
void remit_when_open (RemitWindow *window,
                      RemitWhenOpenFunc func,
                      gpointer data,
                      GDestroyNotify free_data);
