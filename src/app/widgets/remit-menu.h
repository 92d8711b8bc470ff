/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus, which are made when they are wanted. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * remit_menu_fill:
 * @complete: (nullable): adds what is not in remit-menus.ui
 *
 * Gives @button the menu with @id in remit-menus.ui when it has none yet.
 */
void remit_menu_fill (GtkMenuButton *button,
                      const char *id,
                      void (*complete) (GtkBuilder *builder));

G_END_DECLS
