/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made for their owner alone. */
#include "remit-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define OWNER (S_IRUSR | S_IWUSR)

int
remit_private_file_create (const char *path,
                           const char *like)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, OWNER);
  GStatBuf info;
  int failure = 0;

  if (fd < 0)
    return errno;
  if (fchmod (fd, like != NULL && g_stat (like, &info) == 0 ? OWNER & info.st_mode : OWNER) != 0)
    failure = errno;
  g_close (fd, NULL);
  return failure;
}

gboolean
remit_private_file_make (const char *path,
                         GError **error)
{
  int failure = remit_private_file_create (path, NULL);
  g_autofree char *name = NULL;

  if (failure == 0)
    return TRUE;
  name = g_filename_display_name (path);
  if (failure == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 /* Translators: a file name */
                 _ ("“%s” already exists. Choose another name."), name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure),
                 /* Translators: a file name, and what the system says */
                 _ ("Cannot create “%s”: %s"), name, g_strerror (failure));
  return FALSE;
}

static int
sync_one (const char *path,
          int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  int failure = 0;

  if (fd < 0)
    return errno;
  if (fsync (fd) != 0)
    failure = errno;
  g_close (fd, NULL);
  return failure;
}

int
remit_private_file_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int failure = sync_one (path, 0);

  if (failure == 0)
    failure = sync_one (folder, O_DIRECTORY);
  /* some file systems have no such thing for folders */
  return failure == EINVAL ? 0 : failure;
}
