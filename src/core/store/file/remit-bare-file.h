/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a path: which file it is, how long, and when it was last written. */
#pragma once

#include <glib.h>

/**
 * RemitBareFile:
 * @device, @inode: which file it is, whatever it is called; 0 for none
 * @size: in bytes
 * @written: when its contents last changed, in nanoseconds since 1970
 * @changed: when anything about it last changed, such as its name or its place
 */
typedef struct {
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 written;
  gint64 changed;
} RemitBareFile;

/**
 * remit_bare_file_look:
 * @path: of a file, or of a link to one
 *
 * Does not open the file: whoever closes a file gives up the locks of the whole program on it.
 *
 * Returns: whether there is one; else @self is cleared
 */
gboolean remit_bare_file_look (RemitBareFile *self,
                               const char *path);

/** Looks at what is open as @fd, if only to be named (O_PATH). */
gboolean remit_bare_file_look_at (RemitBareFile *self,
                                  int fd);

/** Returns: whether both are one and the same file */
gboolean remit_bare_file_is_same (const RemitBareFile *self,
                                  const RemitBareFile *other);
