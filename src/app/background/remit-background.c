/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches time limits while no window is open: started with the session if the user wants it. */
#include "remit-background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "remit-background-portal.h"
#include "settings/remit-state.h"

#define ENTRY REMIT_APPLICATION_ID ".Watch.desktop"

/* ── The entry ────────────────────────────────────────────────────────────────────────────── */

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
                                           _ ("Monitors conflict deadlines"),
                                           REMIT_APPLICATION_ID);
  g_autofree char *name = NULL;
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents (path, text, -1, error);
  code = errno;
  name = g_filename_display_name (folder);
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               _ ("Cannot create the folder “%s”: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
remove_entry (GError **error)
{
  g_autofree char *path = dup_entry_path ();
  int code = g_unlink (path) != 0 ? errno : 0;
  g_autofree char *name = g_filename_display_name (path);

  /* What stands where a folder should be has no entry in it either. */
  if (code == 0 || code == ENOENT || code == ENOTDIR)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               _ ("Cannot remove “%s”: %s"), name, g_strerror (code));
  return FALSE;
}

/* ── What comes of it ─────────────────────────────────────────────────────────────────────── */

/* For tests, REMIT_SANDBOX stands for one. */
static gboolean
is_in_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("REMIT_SANDBOX") != NULL;
}

/* An entry that is written in a sandbox is out of the desktop's sight, so there the portal's word
 * is the last. */
static gboolean
conclude_in_sandbox (gboolean wanted,
                     gboolean starts,
                     const GError *refusal,
                     GError **error)
{
  if (refusal != NULL && !g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_error_copy (refusal));
      return FALSE;
    }
  if (!wanted || starts)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               /* Translators: followed by a command */
               _ ("Automatic start is not available on this desktop. Add “%s” to its startup "
                  "programs"),
               "flatpak run " REMIT_APPLICATION_ID " --watch");
  return FALSE;
}

/* Outside of a sandbox an entry does what the portal cannot: that needs to know which program asks,
 * and of one from a terminal it does not. Only the user's own refusal counts. */
static gboolean
conclude (gboolean wanted,
          gboolean starts,
          const GError *refusal,
          GError **error)
{
  if (g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      /* what may not be is not, either */
      if (!wanted)
        return remove_entry (error);
      g_propagate_error (error, g_error_copy (refusal));
      return FALSE;
    }
  if (is_in_sandbox ())
    return conclude_in_sandbox (wanted, starts, refusal, error);
  if (!wanted)
    return remove_entry (error);
  return starts || write_entry (error);
}

static void
end (GTask *task,
     gboolean starts,
     const GError *refusal)
{
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  GSettings *settings = remit_state_get ();
  GError *error = NULL;

  if (!conclude (wanted, starts, refusal, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (settings != NULL)
    g_settings_set_boolean (settings, "watch", wanted);
  g_task_return_boolean (task, TRUE);
}

static void
on_answer (GObject *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) refusal = NULL;
  gboolean starts;

  remit_background_portal_ask_finish (result, &starts, &refusal);
  end (task, starts, refusal);
}

static void
on_bus (GObject *source G_GNUC_UNUSED,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (GTask) task = data;
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL && g_getenv ("ADW_DISABLE_PORTAL") == NULL)
    remit_background_portal_ask (bus, wanted, on_answer, g_steal_pointer (&task));
  else
    end (task, FALSE, NULL);
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
