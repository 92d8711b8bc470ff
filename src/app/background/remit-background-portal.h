/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The background portal of the desktop: requests and responses. */
#pragma once

#include <gio/gio.h>

/**
 * remit_background_portal_ask:
 * @autostart: whether `remit --watch` is to start with the session
 *
 * Asks org.freedesktop.portal.Background. The desktop may ask the user in turn, who answers when
 * they like, so there is no limit of time.
 */
void remit_background_portal_ask (GDBusConnection *bus,
                                  gboolean autostart,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * remit_background_portal_ask_finish:
 * @starts: (out): whether it will start with the session, which may be allowed and yet not be done
 *
 * Errors: %G_IO_ERROR_NOT_SUPPORTED when there is no such portal, %G_IO_ERROR_PERMISSION_DENIED
 * when the user does not want it, %G_IO_ERROR_FAILED
 *
 * Returns: whether the desktop has done what it was asked for
 */
gboolean remit_background_portal_ask_finish (GAsyncResult *result,
                                             gboolean *starts,
                                             GError **error);
