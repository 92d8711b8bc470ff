/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the portals of the desktop.
 *
 * The call returns a handle only; the answer is a signal of the object with that path. Where it
 * will be is known before, so that one can listen before one asks, and miss nothing: see
 * https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html */
#include "remit-portal.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct {
  GDBusConnection *bus;
  char *token;
  char *handle;
  guint subscription; /* 0 when it has been answered */
  guint watch;        /* of the portal, while it thinks */
  RemitPortalResponse response;
} Request;

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

/* Takes @results. */
static void
answer (GTask *task,
        guint code,
        GVariant *results)
{
  Request *request = g_task_get_task_data (task);

  stop_listening (request);
  request->response = (RemitPortalResponse) MIN (code, REMIT_PORTAL_OTHER);
  g_task_return_pointer (task, results, (GDestroyNotify) g_variant_unref);
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
  GVariant *results;
  guint code;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &code, &results);
  answer (task, code, results);
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

  if (request->subscription != 0)
    answer (task, REMIT_PORTAL_OTHER,
            g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)));
}

/* ── The question ─────────────────────────────────────────────────────────────────────────── */

static void
on_asked (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
    G_DBUS_CONNECTION (source), NULL, result, &error);
  const char *handle;

  if (request->subscription == 0)
    return;
  if (reply == NULL)
    {
      stop_listening (request);
      g_task_return_error (task, g_steal_pointer (&error));
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

void
remit_portal_ask (GDBusConnection *bus,
                  const char *interface,
                  const char *method,
                  GVariantBuilder *options,
                  GUnixFDList *files,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  task = g_task_new (NULL, NULL, callback, data);
  request = request_new (bus);
  g_task_set_source_tag (task, remit_portal_ask);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_variant_builder_add (options, "{sv}", "handle_token", g_variant_new_string (request->token));
  listen (task);
  g_dbus_connection_call_with_unix_fd_list (
    bus, PORTAL, PORTAL_PATH, interface, method, g_variant_new ("(sa{sv})", "", options),
    G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, files, NULL, on_asked, task);
}

gboolean
remit_portal_ask_finish (GAsyncResult *result,
                         RemitPortalResponse *response,
                         GVariant **results,
                         GError **error)
{
  const Request *request;
  GVariant *answered;

  g_return_val_if_fail (g_async_result_is_tagged (result, remit_portal_ask), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  answered = g_task_propagate_pointer (G_TASK (result), error);
  if (answered == NULL)
    return FALSE;
  *response = request->response;
  if (results != NULL)
    *results = answered;
  else
    g_variant_unref (answered);
  return TRUE;
}
