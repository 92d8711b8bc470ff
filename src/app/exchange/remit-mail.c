/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file goes into an e-mail, by the desktop's portal: org.freedesktop.portal.Email, version 2. */
#include "remit-mail.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "widgets/remit-feedback.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* What the portal answers: 0 done, 1 the user has cancelled, 2 anything else. */
#define FAILED 2

/* For so long an attached file is kept, in seconds. */
#define KEPT (24 * 60 * 60)

/* One e-mail, until the portal has answered. Held by the call, and by the subscription. */
typedef struct {
  GWeakRef parent;
  char *path;
  GDBusConnection *bus;
  guint answer; /* the subscription, or 0 */
} Mail;

static void
mail_clear (gpointer data)
{
  Mail *self = data;

  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->bus);
  g_free (self->path);
}

static void
mail_unref (gpointer self)
{
  g_rc_box_release_full (self, mail_clear);
}

static void
stop_listening (Mail *self)
{
  guint answer = self->answer;

  self->answer = 0;
  if (answer != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, answer);
}

static void
say_failed (Mail *self,
            const char *reason)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autofree char *display = g_filename_display_name (self->path);
  g_autofree char *text = NULL;

  if (reason != NULL)
    /* Translators: the name of a file, and what the desktop says, often in English */
    text = g_strdup_printf (_ ("No e-mail could be started (%2$s). "
                               "Attach this file yourself: %1$s"),
                            display, reason);
  else
    /* Translators: the name of a file */
    text = g_strdup_printf (_ ("No e-mail could be started. Attach this file yourself: %s"),
                            display);
  if (parent != NULL)
    remit_feedback_say (GTK_WIDGET (parent), text);
}

/* ── The portal ───────────────────────────────────────────────────────────────────────────── */

static void
on_answer (GDBusConnection *bus G_GNUC_UNUSED,
           const char *sender G_GNUC_UNUSED,
           const char *path G_GNUC_UNUSED,
           const char *interface G_GNUC_UNUSED,
           const char *signal G_GNUC_UNUSED,
           GVariant *parameters,
           gpointer data)
{
  Mail *self = g_rc_box_acquire (data);
  guint32 response = FAILED;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(ua{sv})", &response, NULL);
  if (response >= FAILED)
    say_failed (self, NULL);
  stop_listening (self);
  mail_unref (self);
}

static void
on_called (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Mail *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
    G_DBUS_CONNECTION (source), NULL, result, &error);

  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      say_failed (self, error->message);
      stop_listening (self);
    }
  mail_unref (self);
}

/* The portal answers at an address that is known before it is called, so that no answer is missed.
 * Returns: (transfer full): the last part of it */
static char *
listen_for_answer (Mail *self)
{
  g_autofree char *token = g_strdup_printf ("remit%u", g_random_int ());
  g_autofree char *sender =
    g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');
  g_autofree char *path = g_strconcat (PORTAL_PATH "/request/", sender, "/", token, NULL);

  self->answer = g_dbus_connection_signal_subscribe (
    self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
    G_DBUS_SIGNAL_FLAGS_NONE, on_answer, g_rc_box_acquire (self), mail_unref);
  return g_steal_pointer (&token);
}

/* Takes @self. */
static void
compose (Mail *self,
         GUnixFDList *files)
{
  g_autofree char *token = listen_for_answer (self);
  g_autofree char *subject = g_filename_display_basename (self->path);
  GVariantBuilder options, handles;

  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&handles, "h", 0);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (subject));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));
  g_dbus_connection_call_with_unix_fd_list (
    self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Email", "ComposeEmail",
    g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
    files, NULL, on_called, self);
}

static void
on_bus (GObject *source G_GNUC_UNUSED,
        GAsyncResult *result,
        gpointer data)
{
  Mail *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  int file = -1;

  self->bus = g_bus_get_finish (result, &error);
  if (self->bus != NULL)
    file = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  if (file >= 0 && g_unix_fd_list_append (files, file, &error) >= 0)
    compose (self, files);
  else
    {
      say_failed (self, error != NULL ? error->message : NULL);
      mail_unref (self);
    }
  if (file >= 0)
    close (file);
}

void
remit_mail_send (GtkWindow *parent,
                 const char *path)
{
  Mail *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (path != NULL);

  self = g_rc_box_new0 (Mail);
  g_weak_ref_init (&self->parent, parent);
  self->path = g_strdup (path);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, self);
}

/* ── The files ────────────────────────────────────────────────────────────────────────────── */

static void
delete_old (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && (gint64) status.st_mtime + KEPT < now)
        g_unlink (path);
    }
}

char *
remit_mail_dup_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "remit", "mail", NULL);

  g_return_val_if_fail (name != NULL, NULL);

  g_mkdir_with_parents (folder, 0700);
  delete_old (folder);
  return g_build_filename (folder, name, NULL);
}
