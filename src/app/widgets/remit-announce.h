/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are for assistive technology alone. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_announce:
 * @widget: where it happened
 *
 * Has @text spoken, now, whatever has the keyboard. From GTK 4.14 on by gtk_accessible_announce();
 * before, by the description of what has the keyboard, which Orca speaks when it changes. It is
 * given its own back when the keyboard goes elsewhere. Of several texts at once the last is spoken.
 */
void remit_announce (GtkWidget *widget,
                     const char *text);

/** Has spoken how many were found, if @search has the keyboard: whoever searches waits for it. */
void remit_announce_found (GtkWidget *search,
                           const char *text);

/**
 * remit_announce_describe:
 * @description: (nullable): what is said of @widget after its name
 *
 * Describes a widget, once what was announced meanwhile is no longer said of it.
 */
void remit_announce_describe (GtkWidget *widget,
                              const char *description);
