/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's initials on a colour: what AdwAvatar shows, in one widget instead of four. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_avatar_set_name:
 * @label: a label with the CSS name "avatar"
 * @name: of the person
 *
 * Shows the initials, on the colour that AdwAvatar has for the name. For lists, in which there are
 * hundreds of them.
 */
void remit_avatar_set_name (GtkLabel *label,
                            const char *name);
