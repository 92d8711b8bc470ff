/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made for their owner alone. */
#include "remit-private-file.h"

#include <errno.h>
#include <fcntl.h>
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
