/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as a file, in memory. */
#define _GNU_SOURCE
#include "fuzz-input.h"

#include <sys/mman.h>
#include <unistd.h>

int
fuzz_input_open (const guint8 *data,
                 gsize length,
                 char path[32])
{
  int descriptor = memfd_create ("input", MFD_CLOEXEC);

  g_assert_cmpint (descriptor, >=, 0);
  while (length > 0)
    {
      gssize written = write (descriptor, data, length);

      g_assert_cmpint (written, >, 0);
      data += written;
      length -= (gsize) written;
    }
  g_snprintf (path, 32, "/proc/self/fd/%d", descriptor);
  return descriptor;
}
