/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop's portal for what runs in the background, which says what a test wants it to say. */
#include "remit-test-portal.h"

#include "remit-test-bus.h"

static const char introspection[] =
  "<node><interface name='org.freedesktop.portal.Background'>"
  "  <method name='RequestBackground'>"
  "    <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "    <arg type='o' direction='out'/>"
  "  </method>"
  "</interface></node>";

static void
emit_answer (RemitTestPortal *portal)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background",
                         g_variant_new_boolean (portal->background));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (portal->starts));
  g_dbus_connection_emit_signal (portal->connection, portal->asker, portal->handle,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", portal->code, &results), &error);
  g_assert_no_error (error);
}

/* What asks may have begun to listen elsewhere, which the bus has to know before. */
void
remit_test_portal_answer (RemitTestPortal *portal)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "GetId", NULL, NULL,
                                 G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (reply);
  emit_answer (portal);
}

static void
read_question (RemitTestPortal *portal,
               const char *sender,
               GVariant *options)
{
  g_autofree const char **command = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &portal->autostart));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_free (portal->command);
  portal->command = g_strjoinv (" ", (char **) command);
  g_free (portal->asker);
  portal->asker = g_strdup (sender);
  g_free (portal->handle);
  portal->handle = remit_test_bus_dup_handle (sender, portal->is_old ? "t42" : token);
  portal->n_asked++;
}

static void
on_call (GDBusConnection *connection G_GNUC_UNUSED,
         const char *sender,
         const char *path G_GNUC_UNUSED,
         const char *interface G_GNUC_UNUSED,
         const char *method G_GNUC_UNUSED,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  RemitTestPortal *portal = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);

  read_question (portal, sender, options);
  if (portal->fails)
    {
      g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.portal.Error.Failed", "Out of order");
      return;
    }
  /* as quick as can be: before one knows the handle */
  if (!portal->is_slow)
    emit_answer (portal);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", portal->handle));
}

RemitTestPortal *
remit_test_portal_new (gboolean has_background)
{
  static const GDBusInterfaceVTable functions = { .method_call = on_call };
  RemitTestPortal *portal = g_new0 (RemitTestPortal, 1);

  portal->background = portal->starts = TRUE;
  portal->connection = remit_test_bus_add_portal (has_background ? introspection : NULL,
                                                  &functions, portal, &portal->object);
  return portal;
}

void
remit_test_portal_free (RemitTestPortal *portal)
{
  remit_test_bus_remove_portal (portal->connection, portal->object);
  g_free (portal->asker);
  g_free (portal->handle);
  g_free (portal->command);
  g_free (portal);
}
