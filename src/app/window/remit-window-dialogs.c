/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of a window that belong to no view. */
#include "remit-window-dialogs.h"

#include "conflicts/dialogs/remit-raise-dialog.h"
#include "preferences/remit-about.h"
#include "preferences/remit-preferences.h"
#include "remit-shortcuts.h"
#include "remit-window.h"
#include "widgets/remit-edits.h"

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

/* The parameter names the subject, or none. */
static void
on_raise_conflict (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  RemitWorkspace *workspace = remit_window_get_workspace (REMIT_WINDOW (widget));
  gint64 plan = remit_window_get_plan (REMIT_WINDOW (widget));
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  if (workspace != NULL && plan != 0)
    remit_raise_dialog_present (widget, workspace, plan, (RemitKind) kind, id);
}

void
remit_window_dialogs_enable (GtkWidget *window,
                             RemitWorkspace *workspace)
{
  static const char *const edits[] = { "win.raise-conflict", NULL };

  remit_edits_enable (window, workspace, edits);
}

void
remit_window_dialogs_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, on_preferences);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, on_about);
  gtk_widget_class_install_action (widget_class, "win.raise-conflict", "(ix)", on_raise_conflict);
}
