/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The background portal of the desktop: requests and responses. */
#include "remit-background-portal.h"

#include <glib/gi18n.h>

#include "widgets/remit-portal.h"

/* ── The answer ───────────────────────────────────────────────────────────────────────────── */

static void
conclude (GTask *task,
          RemitPortalResponse response,
          GVariant *results)
{
  gboolean *starts = g_task_get_task_data (task);
  gboolean allowed = TRUE;

  g_variant_lookup (results, "background", "b", &allowed);
  g_variant_lookup (results, "autostart", "b", starts);
  if (response == REMIT_PORTAL_CANCELLED || (response == REMIT_PORTAL_DONE && !allowed))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                             _ ("Remit may not run in the background; allow it in the desktop’s "
                                "settings for Remit, then turn this on again"));
  else if (response != REMIT_PORTAL_DONE)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("The desktop could not start Remit in the background. Try again "
                                "later"));
  else
    g_task_return_boolean (task, TRUE);
}

/* What the bus says when nobody is there who could be asked. */
static gboolean
is_missing (const GError *error)
{
  static const GDBusError codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN,   G_DBUS_ERROR_NAME_HAS_NO_OWNER,
    G_DBUS_ERROR_UNKNOWN_METHOD,    G_DBUS_ERROR_UNKNOWN_INTERFACE,
    G_DBUS_ERROR_UNKNOWN_OBJECT,    G_DBUS_ERROR_SPAWN_CHILD_EXITED,
    G_DBUS_ERROR_SPAWN_EXEC_FAILED, G_DBUS_ERROR_SPAWN_FAILED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

static void
return_failure (GTask *task,
                GError *error)
{
  GIOErrorEnum code = is_missing (error) ? G_IO_ERROR_NOT_SUPPORTED : G_IO_ERROR_FAILED;

  g_dbus_error_strip_remote_error (error);
  /* Translators: followed by what the desktop said */
  g_task_return_new_error (task, G_IO_ERROR, (int) code,
                           _ ("Cannot ask the desktop to run Remit in the background: %s"),
                           error->message);
}

static void
on_answered (GObject *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GVariant) results = NULL;
  g_autoptr (GError) error = NULL;
  RemitPortalResponse response;

  if (remit_portal_ask_finish (result, &response, &results, &error))
    conclude (task, response, results);
  else
    return_failure (task, error);
}

/* ── The question ─────────────────────────────────────────────────────────────────────────── */

void
remit_background_portal_ask (GDBusConnection *bus,
                             gboolean autostart,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  const char *const command[] = { "remit", "--watch", NULL };
  GVariantBuilder options;
  GTask *task;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (task, remit_background_portal_ask);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To monitor conflict deadlines")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  remit_portal_ask (bus, "org.freedesktop.portal.Background", "RequestBackground", &options, NULL,
                    on_answered, task);
}

gboolean
remit_background_portal_ask_finish (GAsyncResult *result,
                                    gboolean *starts,
                                    GError **error)
{
  const gboolean *answered;
  gboolean is_done;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (starts != NULL, FALSE);

  answered = g_task_get_task_data (G_TASK (result));
  is_done = g_task_propagate_boolean (G_TASK (result), error);
  *starts = is_done && *answered;
  return is_done;
}
