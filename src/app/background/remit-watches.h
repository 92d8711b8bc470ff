/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workspaces that are watched for due conflicts while no window is open. */
#pragma once

#include <gio/gio.h>

/**
 * RemitWatches:
 *
 * Watches the user's own workspace and those that were opened lately, as long as they are there:
 * also one that is not there yet. A workspace that a window has open is left to that window. They
 * are opened in a thread, one after the other.
 */
#define REMIT_TYPE_WATCHES (remit_watches_get_type ())
G_DECLARE_FINAL_TYPE (RemitWatches, remit_watches, REMIT, WATCHES, GObject)

/** Tells whether the workspace at @path is open in a window. */
typedef gboolean (*RemitPathIsOpen) (GApplication *application,
                                     const char *path);

/** @application: what sends the notifications; the watches do not keep it */
RemitWatches *remit_watches_new (GApplication *application,
                                 RemitPathIsOpen is_open);

/** Looks now which workspaces there are; see remit_watches_is_busy(). */
void remit_watches_look (RemitWatches *self);

/** Returns: how many workspaces are watched */
guint remit_watches_count (RemitWatches *self);

/** Returns: whether a workspace is being opened */
gboolean remit_watches_is_busy (RemitWatches *self);
