/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets that are made for what is in sight, and kept to be used again. */
#include "remit-in-use.h"

void
remit_in_use_set (GtkWidget *widget,
                  gboolean in_use)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (gtk_widget_get_child_visible (widget) == in_use)
    return;
  gtk_widget_set_child_visible (widget, in_use);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, !in_use, -1);
}

void
remit_in_use_put_after (GtkWidget *widget,
                        GtkWidget *previous)
{
  GtkWidget *before = widget;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  do
    before = gtk_widget_get_prev_sibling (before);
  while (before != NULL && !gtk_widget_get_child_visible (before));
  if (before != previous)
    gtk_widget_insert_after (widget, gtk_widget_get_parent (widget), previous);
}
