/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus, which are made when they are wanted. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_menu_fill:
 * @complete: (nullable): adds what is not in remit-menus.ui
 *
 * Gives @button the menu with @id in remit-menus.ui when it has none yet.
 */
void remit_menu_fill (GtkMenuButton *button,
                      const char *id,
                      void (*complete) (GtkBuilder *builder));

/** Returns: (transfer none) (nullable): the section with the attribute `name` in the menu of a
 * button, to be filled */
GMenu *remit_menu_find_section (GtkMenuButton *button,
                                const char *name);

/** Returns: (transfer full): the menu with @id in remit-menus.ui */
GMenuModel *remit_menu_load (const char *id);

/**
 * remit_menu_popup:
 * @at: where, in @parent
 *
 * Shows a menu of what is at a place. It is there as long as it is open.
 *
 * Returns: (transfer none): the popover, a child of @parent
 */
GtkWidget *remit_menu_popup (GtkWidget *parent,
                             GMenuModel *menu,
                             const GdkRectangle *at);
