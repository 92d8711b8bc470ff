/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology of what GTK 4.8 leaves without one. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_names_install:
 *
 * From now on each widget that comes on the screen gets the name that its parts show, when it has
 * none: a button with an icon that of its tooltip; the button in a menu button or a drop-down that
 * of what it is in, with what is chosen; a row of a list the texts in it. GTK 4.8 calls such by
 * their class: “GtkListItemWidget”.
 */
void remit_names_install (void);

/**
 * remit_names_set:
 * @name: what is spoken of @widget, before what remit_names_add() adds
 */
void remit_names_set (GtkWidget *widget,
                      const char *name);

/**
 * remit_names_add:
 * @more: (nullable): what is spoken after its name; %NULL for nothing
 *
 * In the name, since a description is spoken twice when GTK tells of it for the first time.
 */
void remit_names_add (GtkWidget *widget,
                      const char *more);

/**
 * remit_names_set_row:
 * @content: what a list shows in a row
 * @more: (nullable): see remit_names_add()
 *
 * Names the row, which has the keyboard, and its content: some speak of a cell what is in it.
 */
void remit_names_set_row (GtkWidget *content,
                          const char *name,
                          const char *more);
