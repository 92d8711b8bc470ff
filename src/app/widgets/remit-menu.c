/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus, which are made when they are wanted. */
#include "remit-menu.h"

static const char RESOURCE[] = "/org/remit/Remit/remit-menus.ui";

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

  builder = gtk_builder_new_from_resource (RESOURCE);
  if (complete != NULL)
    complete (builder);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (
                                         G_MENU_MODEL (gtk_builder_get_object (builder, id))));
}

GMenu *
remit_menu_find_section (GtkMenuButton *button,
                         const char *name)
{
  GtkPopover *popover;
  GMenuModel *menu;

  g_return_val_if_fail (GTK_IS_MENU_BUTTON (button), NULL);

  popover = gtk_menu_button_get_popover (button);
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *own = NULL;

      if (section != NULL && g_menu_model_get_item_attribute (menu, i, "name", "s", &own)
          && g_str_equal (own, name))
        return G_MENU (section); /* the menu has it */
    }
  return NULL;
}

GMenuModel *
remit_menu_load (const char *id)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE);

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, id)));
}

static gboolean
unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The chosen action still has to find what is above the menu. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

/* GTK would give the keyboard to the first button of the window, unless what was chosen has taken
 * it. */
static void
give_back_focus (GtkWidget *popover,
                 GtkWidget *before)
{
  GtkRoot *root = gtk_widget_get_root (before);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (before);
}

GtkWidget *
remit_menu_popup (GtkWidget *parent,
                  GMenuModel *menu,
                  const GdkRectangle *at)
{
  GtkWidget *widget = gtk_popover_menu_new_from_model (menu);
  GtkPopover *popover = GTK_POPOVER (widget);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *before = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (before != NULL)
    g_signal_connect_object (popover, "closed", G_CALLBACK (give_back_focus), before, 0);
  gtk_widget_set_parent (widget, parent);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_pointing_to (popover, at);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (popover);
  return widget;
}
