/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: which windows there are, and what belongs to none of them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-application.h"

#include <glib/gi18n.h>

#include "remit-window.h"

struct _RemitApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitApplication, remit_application, ADW_TYPE_APPLICATION)

static RemitWindow *
find_window (RemitApplication *self,
             const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (REMIT_IS_WINDOW (l->data) && g_strcmp0 (remit_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

static void
remit_application_activate (GApplication *application)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = remit_application_dup_own_path ();

  if (window != NULL)
    gtk_window_present (window);
  else
    remit_application_open_workspace (self, path, TRUE);
}

static void
remit_application_open (GApplication *application,
                        GFile **files,
                        int n_files,
                        const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        remit_application_open_workspace (REMIT_APPLICATION (application), path, FALSE);
    }
}

static void
remit_application_startup (GApplication *application)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } shortcuts[] = {
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.show-view::board", { "<Alt>1", NULL } },
    { "win.show-view::people", { "<Alt>2", NULL } },
    { "win.show-view::roles", { "<Alt>3", NULL } },
    { "win.show-view::history", { "<Alt>4", NULL } },
  };

  G_APPLICATION_CLASS (remit_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
}

static void
remit_application_class_init (RemitApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = remit_application_activate;
  application_class->open = remit_application_open;
  application_class->startup = remit_application_startup;
}

static void
remit_application_init (RemitApplication *self)
{
}

RemitApplication *
remit_application_new (void)
{
  return g_object_new (REMIT_TYPE_APPLICATION,
                       "application-id", REMIT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

char *
remit_application_dup_own_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "workspace.remit", NULL);
}

void
remit_application_open_workspace (RemitApplication *self,
                                  const char *path,
                                  gboolean create)
{
  RemitWindow *window;

  g_return_if_fail (REMIT_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  window = find_window (self, path);
  if (window == NULL)
    {
      window = remit_window_new (GTK_APPLICATION (self));
      remit_window_open (window, path, create);
    }
  gtk_window_present (GTK_WINDOW (window));
}
