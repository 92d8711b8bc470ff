/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The background portal of the desktop: requests and responses.
 *
 * The call returns a handle only; the answer is a signal of the object with that path. Where it
 * will be is known before, so that one can listen before one asks, and miss nothing: see
 * https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html */
#include "remit-background-portal.h"

#include <glib/gi18n.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct {
  GDBusConnection *bus;
  char *token;
  char *handle;
  guint subscription; /* 0 when it has been answered */
  guint watch;        /* of the portal, while it thinks */
  gboolean starts;
} Request;

/* What a Response says. */
enum {
  RESPONSE_DONE,
  RESPONSE_CANCELLED,
  RESPONSE_OTHER
};

static void
request_free (Request *request)
{
  g_object_unref (request->bus);
  g_free (request->token);
  g_free (request->handle);
  g_free (request);
}

static Request *
request_new (GDBusConnection *bus)
{
  Request *request = g_new0 (Request, 1);
  /* ":1.42" */
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');
  request->bus = g_object_ref (bus);
  request->token = g_strdup_printf ("remit_%08x", g_random_int ());
  request->handle = g_strconcat (PORTAL_PATH "/request/", sender, "/", request->token, NULL);
  return request;
}

/* ── The answer ───────────────────────────────────────────────────────────────────────────── */

static void
stop_listening (Request *request)
{
  g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  request->subscription = 0;
  g_clear_handle_id (&request->watch, g_bus_unwatch_name);
}

static void
return_other (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The desktop could not start Remit in the background. Try again "
                              "later"));
}

static void
conclude (GTask *task,
          guint code,
          GVariant *results)
{
  Request *request = g_task_get_task_data (task);
  gboolean allowed = TRUE;

  g_variant_lookup (results, "background", "b", &allowed);
  g_variant_lookup (results, "autostart", "b", &request->starts);
  if (code == RESPONSE_CANCELLED || (code == RESPONSE_DONE && !allowed))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                             _ ("Remit may not run in the background; allow it in the desktop’s "
                                "settings for Remit, then turn this on again"));
  else if (code != RESPONSE_DONE)
    return_other (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_response (GDBusConnection *bus G_GNUC_UNUSED,
             const char *sender G_GNUC_UNUSED,
             const char *path G_GNUC_UNUSED,
             const char *interface G_GNUC_UNUSED,
             const char *name G_GNUC_UNUSED,
             GVariant *parameters,
             gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  g_autoptr (GVariant) results = NULL;
  guint code;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  stop_listening (g_task_get_task_data (task));
  g_variant_get (parameters, "(u@a{sv})", &code, &results);
  conclude (task, code, results);
}

static void
listen (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  request->subscription = g_dbus_connection_signal_subscribe (
    request->bus, PORTAL, "org.freedesktop.portal.Request", "Response", request->handle, NULL,
    G_DBUS_SIGNAL_FLAGS_NONE, on_response, g_object_ref (task), g_object_unref);
}

/* It will not answer any more. */
static void
on_vanished (GDBusConnection *bus G_GNUC_UNUSED,
             const char *name G_GNUC_UNUSED,
             gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Request *request = g_task_get_task_data (task);

  if (request->subscription == 0)
    return;
  stop_listening (request);
  return_other (task);
}

/* ── The question ─────────────────────────────────────────────────────────────────────────── */

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
on_asked (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  const char *handle;

  if (request->subscription == 0)
    return;
  if (reply == NULL)
    {
      stop_listening (request);
      return_failure (task, error);
      return;
    }
  request->watch = g_bus_watch_name_on_connection (request->bus, PORTAL,
                                                   G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                                   on_vanished, g_object_ref (task),
                                                   g_object_unref);
  /* Portals before version 0.9 choose a path of their own. */
  g_variant_get (reply, "(&o)", &handle);
  if (g_str_equal (handle, request->handle))
    return;
  g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  g_free (request->handle);
  request->handle = g_strdup (handle);
  listen (task);
}

static GVariant *
create_question (Request *request,
                 gboolean autostart)
{
  const char *const command[] = { "remit", "--watch", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (request->token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To monitor conflict deadlines")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_new ("(sa{sv})", "", &options);
}

void
remit_background_portal_ask (GDBusConnection *bus,
                             gboolean autostart,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  task = g_task_new (NULL, NULL, callback, data);
  request = request_new (bus);
  g_task_set_source_tag (task, remit_background_portal_ask);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  listen (task);
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background",
                          "RequestBackground", create_question (request, autostart),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_asked,
                          task);
}

gboolean
remit_background_portal_ask_finish (GAsyncResult *result,
                                    gboolean *starts,
                                    GError **error)
{
  const Request *request;
  gboolean is_done;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (starts != NULL, FALSE);

  request = g_task_get_task_data (G_TASK (result));
  is_done = g_task_propagate_boolean (G_TASK (result), error);
  *starts = is_done && request->starts;
  return is_done;
}
