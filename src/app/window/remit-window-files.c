/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of a window to open another workspace, or to retry one that could not be opened. */
#include "remit-window-files.h"

#include "model/remit-file.h"
#include "remit-repair-offer.h"
#include "remit-window.h"
#include "remit-workspace-chooser.h"
#include "welcome/remit-sample.h"
#include "widgets/remit-feedback.h"

/* A window that shows no workspace, since its own could not be opened, takes the new one itself. */
static void
open_path (GtkWindow *window,
           const char *path,
           gboolean create)
{
  RemitWindow *self = REMIT_WINDOW (window);
  g_autofree char *text = remit_file_dup_text (path);

  if (remit_window_get_workspace (self) == NULL
      || !gtk_widget_activate_action (GTK_WIDGET (self), "app.open-workspace", "(sb)", text,
                                      create))
    remit_window_open (self, path, create);
}

static void
on_new_workspace (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  remit_workspace_chooser_ask (GTK_WINDOW (widget), TRUE, open_path);
}

static void
on_open_workspace (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  remit_workspace_chooser_ask (GTK_WINDOW (widget), FALSE, open_path);
}

static void
on_open_sample (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_sample_dup_path (&error);

  if (path != NULL)
    open_path (GTK_WINDOW (widget), path, FALSE);
  else
    remit_feedback_error (widget, error);
}

static void
on_try_again (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  remit_window_open (self, remit_window_get_path (self), FALSE);
}

static void
on_repair_copy (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  g_autofree char *path = remit_file_dup_path (g_variant_get_string (parameter, NULL));

  remit_repair_offer_ask (GTK_WINDOW (widget), remit_window_get_path (REMIT_WINDOW (widget)),
                          *path != '\0' ? path : NULL);
}

void
remit_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-workspace", NULL, on_new_workspace);
  gtk_widget_class_install_action (widget_class, "win.open-workspace", NULL, on_open_workspace);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, on_open_sample);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, on_try_again);
  gtk_widget_class_install_action (widget_class, "win.repair-copy", "s", on_repair_copy);
}
