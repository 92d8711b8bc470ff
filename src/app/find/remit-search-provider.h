/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds people, slots and decisions from the overview of GNOME Shell, without a window. */
#pragma once

#include <gio/gio.h>

#include "model/remit-entities.h"

/**
 * RemitSearchOpen:
 * @path: a workspace
 * @kind: of what was chosen; %REMIT_KIND_NONE when more is searched for in the window
 *
 * Opens what was chosen.
 */
typedef void (*RemitSearchOpen) (const char *path,
                                 RemitKind kind,
                                 gint64 id,
                                 gpointer data);

/**
 * remit_search_provider_export:
 * @path: of the object
 *
 * Answers `org.gnome.Shell.SearchProvider2` for the workspaces that were opened lately. They are
 * read in a thread, and again when they have changed.
 *
 * Returns: an id for g_dbus_connection_unregister_object(), or 0 with @error set
 */
guint remit_search_provider_export (GDBusConnection *connection,
                                    const char *path,
                                    RemitSearchOpen open,
                                    gpointer data,
                                    GError **error);
