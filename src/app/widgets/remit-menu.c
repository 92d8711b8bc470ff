/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus, which are made when they are wanted. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-menu.h"

/* Menus cost more than all else that a window has. */
void
remit_menu_fill (GtkMenuButton *button,
                 const char *id,
                 void (*complete) (GtkBuilder *builder))
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/remit/Remit/remit-menus.ui");
  if (complete != NULL)
    complete (builder);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (
                                         G_MENU_MODEL (gtk_builder_get_object (builder, id))));
}
