/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that adds one of many: its popover has a picker. */
#include "remit-picker-button.h"

#include "widgets/sections/remit-icon-button.h"

GtkWidget *
remit_picker_button_new (const char *label,
                         RemitEntityPicker *picker,
                         GtkWidget *content,
                         GCallback fill,
                         gpointer object)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), content != NULL ? content : GTK_WIDGET (picker));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  remit_icon_button_set_label (button, label);
  g_signal_connect_object (popover, "show", fill, object, G_CONNECT_SWAPPED);
  return button;
}
