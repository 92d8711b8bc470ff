/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of a window that are about the program as a whole. */
#include "remit-window-dialogs.h"

#include "preferences/remit-about.h"
#include "preferences/remit-preferences.h"
#include "remit-shortcuts.h"
#include "remit-window.h"

static void
on_preferences (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  gtk_window_present (remit_preferences_new (GTK_WINDOW (widget),
                                             remit_window_get_workspace (REMIT_WINDOW (widget))));
}

static void
on_shortcuts (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  remit_shortcuts_show (GTK_APPLICATION_WINDOW (widget));
}

static void
on_about (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  remit_about_show (GTK_WINDOW (widget));
}

void
remit_window_dialogs_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, on_preferences);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, on_about);
}
