/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus, lists and other popovers of a window, and its tooltips. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitShotLook:
 * @native: a popover or tooltip that is shown
 * @name: in a word, with which a file can be named
 * @data: of the caller
 */
typedef void (*RemitShotLook) (GtkNative *native,
                               const char *name,
                               gpointer data);

/**
 * remit_shot_open_popovers:
 * @window: what is shown
 * @seen: (element-type utf8): the kinds that were looked at before, which are not shown again;
 *   those of this window are added
 * @look: called with each while it is shown, a tooltip first
 *
 * Popovers of one kind, those of all drop-downs say, are drawn alike.
 */
void remit_shot_open_popovers (GtkWindow *window,
                               GHashTable *seen,
                               RemitShotLook look,
                               gpointer data);
