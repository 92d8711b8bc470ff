/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches time limits while no window is open: started with the session if the user wants it. */
#pragma once

#include <gio/gio.h>

/**
 * remit_background_set:
 * @wanted: whether `remit --watch` is to start with the session
 *
 * Asks the desktop through its portal; where that cannot help, and there is no sandbox around,
 * writes the entry for autostart itself. May take as long as the user thinks about it. When it
 * fails, nothing has changed, and the error says what can be done.
 */
void remit_background_set (gboolean wanted,
                           GAsyncReadyCallback callback,
                           gpointer data);
gboolean remit_background_set_finish (GAsyncResult *result,
                                      GError **error);

/** Returns: whether it starts with the session, as far as can be seen */
gboolean remit_background_is_set (void);
