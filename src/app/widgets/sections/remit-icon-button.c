/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flat button with an icon, which does something to one of several entities. */
#include "remit-icon-button.h"

GtkWidget *
remit_icon_button_new (const char *icon,
                       const char *label,
                       const char *action,
                       gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  remit_icon_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

void
remit_icon_button_set_label (GtkWidget *button,
                             const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
