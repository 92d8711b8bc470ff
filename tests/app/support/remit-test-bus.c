/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What portals of the tests have in common. */
#include "remit-test-bus.h"

#define NAME "org.freedesktop.portal.Desktop"

static guint
add_object (GDBusConnection *bus,
            const char *introspection,
            const GDBusInterfaceVTable *functions,
            gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, &error);
  guint object;

  g_assert_no_error (error);
  object = g_dbus_connection_register_object (bus, REMIT_TEST_PORTAL_PATH, node->interfaces[0],
                                              functions, data, NULL, &error);
  g_assert_no_error (error);
  return object;
}

GDBusConnection *
remit_test_bus_add_portal (const char *introspection,
                           const GDBusInterfaceVTable *functions,
                           gpointer data,
                           guint *object)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);

  g_assert_no_error (error);
  *object = introspection != NULL ? add_object (bus, introspection, functions, data) : 0;
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

void
remit_test_bus_remove_portal (GDBusConnection *bus,
                              guint object)
{
  if (object != 0)
    g_dbus_connection_unregister_object (bus, object);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_object_unref (bus);
}

char *
remit_test_bus_dup_handle (const char *sender,
                           const char *token)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');

  return g_strconcat (REMIT_TEST_PORTAL_PATH "/request/", name, "/", token, NULL);
}
