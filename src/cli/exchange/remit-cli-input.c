/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is imported from standard input, or from a pipe that a shell made. */
#include "remit-cli-input.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/remit-exchange.h"

#define BLOCK (64 * 1024)
/* No plan is as large; what never ends is. */
#define MAXIMUM (G_GINT64_CONSTANT (1) << 30)

/* Returns: the descriptor that the argument stands for, or -1 */
static int
find_descriptor (const char *argument)
{
  static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
  guint64 number;

  if (g_str_equal (argument, "-") || g_str_equal (argument, "/dev/stdin"))
    return STDIN_FILENO;
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (argument, folders[i])
        && g_ascii_string_to_unsigned (argument + strlen (folders[i]), 10, 0, G_MAXINT, &number,
                                       NULL))
      return (int) number;
  return -1;
}

static gboolean
refuse (RemitCliInput *self,
        const char *reason,
        GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               _ ("Cannot read “%s”: %s"), self->name, reason);
  return FALSE;
}

/* A file to read from its place on, a pipe, or what somebody types. */
static gboolean
check (RemitCliInput *self,
       int from,
       GError **error)
{
  struct stat info;

  if (fstat (from, &info) != 0)
    return refuse (self, g_strerror (errno), error);
  if (S_ISREG (info.st_mode) || S_ISFIFO (info.st_mode) || S_ISSOCK (info.st_mode)
      || isatty (from))
    return TRUE;
  return refuse (self, _ ("the input is neither a file nor a pipe"), error);
}

static gboolean
write_all (int fd,
           const char *bytes,
           gssize n)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, (gsize) n);

      if (written < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (written, 0);
      n -= MAX (written, 0);
    }
  return TRUE;
}

static gboolean
copy (RemitCliInput *self,
      int from,
      GError **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  gint64 total = 0;
  gssize n;

  while ((n = read (from, block, BLOCK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || !write_all (self->fd, block, n))
        return refuse (self, g_strerror (errno), error);
      total += n;
      if (total > MAXIMUM)
        return refuse (self, _ ("the input exceeds 1 GiB; save it to a file first"), error);
    }
  return TRUE;
}

/* Returns: a descriptor of a file without a name, or -1 */
static int
make_file (GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("remit-input-XXXXXX", &path, error);

  if (fd >= 0)
    g_unlink (path);
  return fd;
}

gboolean
remit_cli_input_open (RemitCliInput *self,
                      const char *argument,
                      GError **error)
{
  int from = find_descriptor (argument);

  self->fd = -1;
  if (from < 0)
    {
      self->path = g_strdup (argument);
      return TRUE;
    }
  self->name = from == STDIN_FILENO ? g_strdup (_ ("standard input")) : g_strdup (argument);
  if (!check (self, from, error))
    return FALSE;
  self->fd = make_file (error);
  if (self->fd < 0 || !copy (self, from, error))
    return FALSE;
  self->path = g_strdup_printf ("/dev/fd/%d", self->fd);
  return TRUE;
}

void
remit_cli_input_clear (RemitCliInput *self)
{
  if (self->name != NULL && self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
}
