/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What older versions left in the folder for temporary files when they were killed. */
#include "remit-leftovers.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the folders are called: six letters or digits follow. */
#define PREFIX "remit-check-"
#define N_RANDOM 6

/* Seconds after which nobody checks a file any more. */
#define AGE (60 * 60)

static const char *const files[] = { "plan.remit", "plan.remit-wal", "plan.remit-shm",
                                     "plan.remit-journal" };

static gboolean
is_name (const char *name)
{
  const char *rest = g_str_has_prefix (name, PREFIX) ? name + strlen (PREFIX) : "";

  if (strlen (rest) != N_RANDOM)
    return FALSE;
  while (g_ascii_isalnum (*rest))
    rest++;
  return *rest == '\0';
}

static gboolean
is_old (const struct stat *info)
{
  return info->st_uid == getuid () && info->st_mtime < g_get_real_time () / G_USEC_PER_SEC - AGE;
}

/* SQLite holds a lock as long as it has such a file open. */
static gboolean
is_locked (int folder)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = openat (folder, files[0], O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean locked;

  if (fd < 0)
    return FALSE;
  locked = fcntl (fd, F_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
  close (fd);
  return locked;
}

static gboolean
is_abandoned (int folder)
{
  struct stat info;

  if (fstat (folder, &info) != 0 || !is_old (&info))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (fstatat (folder, files[i], &info, AT_SYMLINK_NOFOLLOW) == 0
        && (!S_ISREG (info.st_mode) || !is_old (&info)))
      return FALSE;
  return !is_locked (folder);
}

static void
look_at (int temporary,
         const char *name)
{
  int folder = openat (temporary, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (folder < 0)
    return;
  if (is_abandoned (folder))
    {
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        unlinkat (folder, files[i], 0);
      unlinkat (temporary, name, AT_REMOVEDIR);
    }
  close (folder);
}

void
remit_leftovers_remove (void)
{
  const char *path = g_get_tmp_dir ();
  int temporary = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (GDir) dir = temporary >= 0 ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_name (name))
      look_at (temporary, name);
  if (temporary >= 0)
    close (temporary);
}
