/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a path: which file it is, how long, and when it was last written. */
#include "remit-bare-file.h"

#include <sys/stat.h>

static gint64
get_nanoseconds (const struct timespec *time)
{
  return (gint64) time->tv_sec * G_GINT64_CONSTANT (1000000000) + time->tv_nsec;
}

static void
fill (RemitBareFile *self,
      const struct stat *info)
{
  self->device = info->st_dev;
  self->inode = info->st_ino;
  self->size = info->st_size;
  self->written = get_nanoseconds (&info->st_mtim);
  self->changed = get_nanoseconds (&info->st_ctim);
}

gboolean
remit_bare_file_look (RemitBareFile *self,
                      const char *path)
{
  struct stat info;

  *self = (RemitBareFile){ 0 };
  if (stat (path, &info) != 0)
    return FALSE;
  fill (self, &info);
  return TRUE;
}

gboolean
remit_bare_file_look_at (RemitBareFile *self,
                         int fd)
{
  struct stat info;

  *self = (RemitBareFile){ 0 };
  if (fstat (fd, &info) != 0)
    return FALSE;
  fill (self, &info);
  return TRUE;
}

gboolean
remit_bare_file_is_same (const RemitBareFile *self,
                         const RemitBareFile *other)
{
  return self->device == other->device && self->inode == other->inode;
}
