/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file goes into an e-mail, by the desktop's portal: org.freedesktop.portal.Email, version 2. */
#include "remit-mail.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "widgets/remit-feedback.h"
#include "widgets/remit-portal.h"

/* For so long an attached file is kept, in seconds. */
#define KEPT (24 * 60 * 60)

/* One e-mail, until the portal has answered. */
typedef struct {
  GWeakRef parent;
  char *path;
} Mail;

static void
mail_free (Mail *self)
{
  g_weak_ref_clear (&self->parent);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mail, mail_free)

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
on_answered (GObject *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (Mail) self = data;
  g_autoptr (GError) error = NULL;
  RemitPortalResponse response;

  if (!remit_portal_ask_finish (result, &response, NULL, &error))
    {
      g_dbus_error_strip_remote_error (error);
      say_failed (self, error->message);
    }
  else if (response == REMIT_PORTAL_OTHER)
    say_failed (self, NULL);
}

/* Takes @self. */
static void
compose (Mail *self,
         GDBusConnection *bus,
         GUnixFDList *files)
{
  g_autofree char *subject = g_filename_display_basename (self->path);
  GVariantBuilder options, handles;

  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&handles, "h", 0);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (subject));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));
  remit_portal_ask (bus, "org.freedesktop.portal.Email", "ComposeEmail", &options, files,
                    on_answered, self);
}

static void
on_bus (GObject *source G_GNUC_UNUSED,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (Mail) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  int file = -1;

  if (bus != NULL)
    file = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  if (file >= 0 && g_unix_fd_list_append (files, file, &error) >= 0)
    compose (g_steal_pointer (&self), bus, files);
  else
    say_failed (self, error != NULL ? error->message : NULL);
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

  self = g_new0 (Mail, 1);
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
