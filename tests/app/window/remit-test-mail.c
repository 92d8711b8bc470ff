/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop portal for e-mails, which a test says what to answer. */
#include "remit-test-mail.h"

#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#include "remit-test-bus.h"

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
  RemitTestMail *self = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *handle = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handle = remit_test_bus_dup_handle (sender, token);
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

void
remit_test_mail_start (RemitTestMail *self)
{
  static const GDBusInterfaceVTable functions = { .method_call = on_call };

  self->bus = remit_test_bus_add_portal (introspection, &functions, self, &self->object);
}

void
remit_test_mail_stop (RemitTestMail *self)
{
  remit_test_bus_remove_portal (g_steal_pointer (&self->bus), self->object);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->attached, g_free);
}
