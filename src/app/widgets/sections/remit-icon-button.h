/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flat button with an icon, which does something to one of several entities. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_icon_button_new:
 * @label: what it does, for the tooltip and assistive technology
 * @action: an action whose target is an id
 * @id: the target
 */
GtkWidget *remit_icon_button_new (const char *icon,
                                  const char *label,
                                  const char *action,
                                  gint64 id);

/** Gives a button without words a tooltip, and the same words for assistive technology. */
void remit_icon_button_set_label (GtkWidget *button,
                                  const char *label);
