/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop portal for e-mails, which a test says what to answer. */
#include "remit-test-portal.h"

#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#define PATH "/org/freedesktop/portal/desktop"

static const char introspection[] =
  "<node><interface name='org.freedesktop.portal.Email'>"
  "  <method name='ComposeEmail'>"
  "    <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "    <arg type='o' direction='out'/>"
  "  </method>"
  "</interface></node>";

static char *
read_attached (GDBusMethodInvocation *invocation,
               GVariant *options)
{
  GUnixFDList *files = g_dbus_message_get_unix_fd_list (
    g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) handles = g_variant_lookup_value (options, "attachment_fds",
                                                         G_VARIANT_TYPE ("ah"));
  g_autofree char *link = NULL;
  char *text = NULL;
  gint32 handle;
  int file;

  g_assert_nonnull (handles);
  g_assert_cmpuint (g_variant_n_children (handles), ==, 1);
  g_variant_get_child (handles, 0, "h", &handle);
  file = g_unix_fd_list_get (files, handle, NULL);
  g_assert_cmpint (file, >=, 0);
  link = g_strdup_printf ("/proc/self/fd/%d", file);
  g_assert_true (g_file_get_contents (link, &text, NULL, NULL));
  close (file);
  return text;
}

/* At the address that a client can know before. */
static char *
dup_handle (const char *sender,
            GVariant *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  return g_strconcat (PATH "/request/", name, "/", token, NULL);
}

static void
on_call (GDBusConnection *bus,
         const char *sender,
         const char *path G_GNUC_UNUSED,
         const char *interface G_GNUC_UNUSED,
         const char *method G_GNUC_UNUSED,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  RemitTestPortal *self = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *handle = dup_handle (sender, options);

  self->n_calls++;
  if (self->refuses)
    {
      g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.portal.Error.Failed", "No mail here");
      return;
    }
  g_clear_pointer (&self->subject, g_free);
  g_free (self->attached);
  g_assert_true (g_variant_lookup (options, "subject", "s", &self->subject));
  self->attached = read_attached (invocation, options);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  g_dbus_connection_emit_signal (bus, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", self->response, NULL), NULL);
}

static void
own_name (RemitTestPortal *self)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  reply = g_dbus_connection_call_sync (
    self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
    "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL,
    G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

void
remit_test_portal_start (RemitTestPortal *self)
{
  static const GDBusInterfaceVTable functions = { .method_call = on_call };
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;

  self->bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  self->object = g_dbus_connection_register_object (self->bus, PATH, node->interfaces[0],
                                                    &functions, self, NULL, &error);
  g_assert_no_error (error);
  own_name (self);
}

void
remit_test_portal_stop (RemitTestPortal *self)
{
  g_dbus_connection_unregister_object (self->bus, self->object);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->attached, g_free);
}
