/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that people name, which are opened only when they are files. */
#include "remit-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Returns: (nullable): what it is instead of a file */
static const char *
get_reason (mode_t mode)
{
  switch (mode & S_IFMT)
    {
    case S_IFREG:
      return NULL;
    case S_IFDIR:
      return _ ("not a file but a folder");
    case S_IFIFO:
      return _ ("not a regular file but a pipe");
    case S_IFSOCK:
      return _ ("not a regular file but a socket");
    default:
      return _ ("not a regular file but a device");
    }
}

static void
set_errno (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
}

static gboolean
check_mode (mode_t mode,
            GError **error)
{
  const char *reason = get_reason (mode);

  if (reason != NULL)
    g_set_error_literal (error, G_IO_ERROR,
                         S_ISDIR (mode) ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE,
                         reason);
  return reason == NULL;
}

gboolean
remit_file_check (const char *path,
                  GError **error)
{
  GStatBuf info;

  g_return_val_if_fail (path != NULL, FALSE);

  return g_stat (path, &info) != 0 || check_mode (info.st_mode, error);
}

int
remit_file_open (const char *path,
                 GError **error)
{
  struct stat info;
  int fd;

  g_return_val_if_fail (path != NULL, -1);

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd >= 0 && fstat (fd, &info) == 0)
    {
      if (check_mode (info.st_mode, error))
        return fd;
      close (fd);
      return -1;
    }
  set_errno (error);
  return -1;
}

int
remit_file_open_nameless (GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("remit-XXXXXX", &path, error);

  if (fd >= 0)
    g_unlink (path);
  return fd;
}

gboolean
remit_file_write_all (int fd,
                      const char *bytes,
                      gsize length,
                      GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        {
          set_errno (error);
          return FALSE;
        }
      bytes += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

char *
remit_file_load (const char *path,
                 gsize maximum,
                 gsize *length,
                 GError **error)
{
  int fd = remit_file_open (path, error);
  g_autofree char *bytes = fd >= 0 ? g_malloc (maximum + 1) : NULL;
  gssize n = 1;

  for (*length = 0; fd >= 0 && n > 0 && *length < maximum; *length += (gsize) MAX (n, 0))
    n = read (fd, bytes + *length, maximum - *length);
  if (n < 0)
    {
      set_errno (error);
      g_clear_pointer (&bytes, g_free);
    }
  if (bytes != NULL)
    bytes[*length] = '\0';
  if (fd >= 0)
    close (fd);
  return g_steal_pointer (&bytes);
}

/* Bytes of a name, with room for the last character, for an ending, and for a number before it. */
#define MAX_NAME 200

#define SCHEME "file://"

char *
remit_file_dup_text (const char *path)
{
  g_autofree char *full = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_utf8_validate (path, -1, NULL) && !g_str_has_prefix (path, SCHEME))
    return g_strdup (path);
  full = g_canonicalize_filename (path, NULL);
  return g_filename_to_uri (full, NULL, NULL);
}

char *
remit_file_dup_path (const char *text)
{
  char *path;

  g_return_val_if_fail (text != NULL, NULL);

  path = g_str_has_prefix (text, SCHEME) ? g_filename_from_uri (text, NULL, NULL) : NULL;
  return path != NULL ? path : g_strdup (text);
}

char *
remit_file_dup_name (const char *text)
{
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len > MAX_NAME)
        break;
      if (strchr ("/\\:*?\"<>|", *p) != NULL || (name->len == 0 && c == '.'))
        c = '-';
      else if (g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (name, c);
    }
  return g_string_free (name, FALSE);
}
