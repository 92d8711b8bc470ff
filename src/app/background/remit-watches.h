/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspaces' clocks are watched while no window is open. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RemitWatches:
 *
 * Watches the user's own workspace and those that were opened lately, as long as they are there:
 * also one that is not there yet. A workspace that a window has open may be watched twice; what is
 * due is told once all the same (see remit-due-told.h).
 */
#define REMIT_TYPE_WATCHES (remit_watches_get_type ())
G_DECLARE_FINAL_TYPE (RemitWatches, remit_watches, REMIT, WATCHES, GObject)

/** @application: what sends the notifications; the watches do not keep it */
RemitWatches *remit_watches_new (GApplication *application);

/** Looks now which workspaces there are. */
void remit_watches_look (RemitWatches *self);

/** Returns: how many workspaces are watched */
guint remit_watches_count (RemitWatches *self);

G_END_DECLS
