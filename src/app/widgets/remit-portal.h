/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the portals of the desktop, which are answered when the user has. */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

/** What a portal answers. */
typedef enum {
  REMIT_PORTAL_DONE,
  REMIT_PORTAL_CANCELLED,
  REMIT_PORTAL_OTHER, /* it could not, or is gone */
} RemitPortalResponse;

/**
 * remit_portal_ask:
 * @interface: of the portal: "org.freedesktop.portal.Email"
 * @method: takes the name of a window, for which there is none here, and options
 * @options: of the type %G_VARIANT_TYPE_VARDICT, ended by the call
 * @files: (nullable): what handles in the options refer to
 */
void remit_portal_ask (GDBusConnection *bus,
                       const char *interface,
                       const char *method,
                       GVariantBuilder *options,
                       GUnixFDList *files,
                       GAsyncReadyCallback callback,
                       gpointer data);

/**
 * remit_portal_ask_finish:
 * @results: (out) (optional) (transfer full): what the portal says with its answer
 *
 * Returns: whether it has answered; else @error is what the bus said
 */
gboolean remit_portal_ask_finish (GAsyncResult *result,
                                  RemitPortalResponse *response,
                                  GVariant **results,
                                  GError **error);
