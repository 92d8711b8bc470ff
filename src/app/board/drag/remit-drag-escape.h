/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escape during a drag by pointer. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * remit_drag_escape_watch:
 *
 * Cancels the drag of @source when Escape is pressed, until remit_drag_escape_forget(). Under
 * Wayland that is the compositor's; under X11 GTK 4.8 takes the key for itself, and then does
 * not hear it: the event is sent to the root window, which GDK has no surface for.
 */
void remit_drag_escape_watch (GtkDragSource *source);
void remit_drag_escape_forget (GtkDragSource *source);

G_END_DECLS
