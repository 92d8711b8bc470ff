/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget does with each frame for a while, or with the next one, and that only once. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_tick_start:
 * @tick: where @widget keeps its id, or 0 while there is none
 * @callback: it sets @tick to 0 when it returns %G_SOURCE_REMOVE
 *
 * Calls @callback, without data, with each frame; one that is called already goes on.
 */
void remit_tick_start (GtkWidget *widget,
                       guint *tick,
                       GtkTickCallback callback);

/** Ends it, and sets @tick to 0; nothing happens when there is none. */
void remit_tick_stop (GtkWidget *widget,
                      guint *tick);
