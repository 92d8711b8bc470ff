/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watching the clocks while no window is open: started with the session, if the user wants it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "remit-state.h"

#define ENTRY REMIT_APPLICATION_ID ".Watch.desktop"

/* ── Without a portal ─────────────────────────────────────────────────────────────────────── */

static char *
dup_entry_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", ENTRY, NULL);
}

static gboolean
write_entry (GError **error)
{
  g_autofree char *path = dup_entry_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Remit\n"
                                           "Comment=%s\nExec=remit --watch\nIcon=%s\n"
                                           "NoDisplay=true\nX-GNOME-Autostart-enabled=true\n",
                                           _ ("Tells when the time of a conflict is up"),
                                           REMIT_APPLICATION_ID);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, text, -1, error);
}

static gboolean
remove_entry (GError **error)
{
  g_autofree char *path = dup_entry_path ();
  int code = g_unlink (path);

  if (code == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _ ("“%s” cannot be removed: %s"), path, g_strerror (errno));
  return FALSE;
}

/* ── With one ─────────────────────────────────────────────────────────────────────────────── */

static void
end (GTask *task)
{
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  GSettings *settings = remit_state_get ();

  if (settings != NULL)
    g_settings_set_boolean (settings, "watch", wanted);
  g_task_return_boolean (task, TRUE);
}

static void
on_asked (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                               &error);
  GError *failure = NULL;

  /* In a sandbox the portal is the only way; outside of it, an entry is as good. */
  if (answer == NULL && !(wanted ? write_entry (&failure) : remove_entry (&failure)))
    g_task_return_error (task, failure);
  else
    end (task);
}

static GVariant *
create_request (gboolean wanted)
{
  const char *const command[] = { "remit", "--watch", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To tell when the time of a conflict is up")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_new ("(sa{sv})", "", &options);
}

static void
on_bus (GObject *source G_GNUC_UNUSED,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (GTask) task = data;
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  GError *error = NULL;

  if (bus != NULL && g_getenv ("ADW_DISABLE_PORTAL") == NULL)
    g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop",
                            "/org/freedesktop/portal/desktop",
                            "org.freedesktop.portal.Background", "RequestBackground",
                            create_request (wanted), G_VARIANT_TYPE ("(o)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_asked, g_steal_pointer (&task));
  else if (wanted ? write_entry (&error) : remove_entry (&error))
    end (task);
  else
    g_task_return_error (task, error);
}

void
remit_background_set (gboolean wanted,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, remit_background_set);
  g_task_set_task_data (task, GINT_TO_POINTER (wanted), NULL);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, task);
}

gboolean
remit_background_set_finish (GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
remit_background_is_set (void)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *path = dup_entry_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS)
         || (settings != NULL && g_settings_get_boolean (settings, "watch"));
}
