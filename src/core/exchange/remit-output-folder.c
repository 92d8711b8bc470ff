/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files that is written as a whole or not at all. */
#include "remit-output-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <linux/fs.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "model/remit-file.h"

/* The mark is within so many bytes. */
#define HEAD 1024

struct _RemitOutputFolder
{
  char *path;
  char *made; /* the folder beside it; after it took its place, the old one */
  GPtrArray *new_names;
  GPtrArray *old_names; /* of what is replaced; %NULL when there is no folder yet */
  int mode;
};

static gboolean
fail (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

static gboolean
has_mark (const char *path,
          const char *mark)
{
  gsize length;
  g_autofree char *head = remit_file_load (path, HEAD, &length, NULL);

  return head != NULL && g_strstr_len (head, (gssize) length, mark) != NULL;
}

static gboolean
look_at (RemitOutputFolder *self,
         const char *name,
         const char *mark,
         GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *display = g_filename_display_name (name);
  GStatBuf status;

  if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) && has_mark (path, mark))
    {
      g_ptr_array_add (self->old_names, g_strdup (name));
      return TRUE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
               /* Translators: follows “Cannot write “FOLDER”: ”; the name of a file */
               _ ("the folder has other files, such as “%s”. Choose a new or an empty folder."),
               display);
  return FALSE;
}

/* Nobody's other files are replaced. */
static gboolean
look_into (RemitOutputFolder *self,
           const char *mark,
           GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  const char *name;

  if (folder == NULL)
    return fail (error);
  self->old_names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!look_at (self, name, mark, error))
      return FALSE;
  return TRUE;
}

static gboolean
look_for (RemitOutputFolder *self,
          const char *mark,
          GError **error)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0)
    return errno == ENOENT || fail (error);
  if (!S_ISDIR (status.st_mode))
    {
      errno = ENOTDIR;
      return fail (error);
    }
  self->mode = status.st_mode & 0777;
  return look_into (self, mark, error);
}

/* ── Making one ───────────────────────────────────────────────────────────────────────────── */

/* Where it really is: beside that is its new one. */
static char *
dup_real (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *real = realpath (whole, NULL);
  char *copy = g_strdup (real != NULL ? real : whole);

  free (real);
  return copy;
}

static char *
make_beside (const char *path,
             GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *template = g_build_filename (parent, hidden, NULL);

  if (g_mkdtemp (template) != NULL)
    return g_steal_pointer (&template);
  fail (error);
  return NULL;
}

RemitOutputFolder *
remit_output_folder_new (const char *path,
                         const char *mark,
                         GError **error)
{
  g_autoptr (RemitOutputFolder) self = g_new0 (RemitOutputFolder, 1);

  g_return_val_if_fail (path != NULL && mark != NULL, NULL);

  self->path = dup_real (path);
  self->new_names = g_ptr_array_new_with_free_func (g_free);
  self->mode = 0700;
  if (!look_for (self, mark, error))
    return NULL;
  self->made = make_beside (self->path, error);
  return self->made != NULL ? g_steal_pointer (&self) : NULL;
}

static void
remove_files (const char *folder,
              GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
remit_output_folder_free (RemitOutputFolder *self)
{
  if (self->made != NULL)
    remove_files (self->made, self->new_names);
  g_clear_pointer (&self->old_names, g_ptr_array_unref);
  g_ptr_array_unref (self->new_names);
  g_free (self->made);
  g_free (self->path);
  g_free (self);
}

GOutputStream *
remit_output_folder_create (RemitOutputFolder *self,
                            const char *name,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *path = g_build_filename (self->made, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileOutputStream *stream = g_file_create (file, G_FILE_CREATE_PRIVATE, cancellable, error);

  if (stream != NULL)
    g_ptr_array_add (self->new_names, g_strdup (name));
  return G_OUTPUT_STREAM (stream);
}

/* ── Putting it in its place ──────────────────────────────────────────────────────────────── */

/* In one step where the file system can, as nearly all can; else in two, of which the first is
 * taken back when the second fails. */
static gboolean
exchange (RemitOutputFolder *self,
          GError **error)
{
  g_autofree char *old = NULL;

  if (syscall (SYS_renameat2, AT_FDCWD, self->made, AT_FDCWD, self->path, RENAME_EXCHANGE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return fail (error);
  old = make_beside (self->path, error);
  if (old == NULL)
    return FALSE;
  if (g_rename (self->path, old) != 0)
    return fail (error);
  if (g_rename (self->made, self->path) != 0)
    {
      fail (error);
      g_rename (old, self->path);
      return FALSE;
    }
  g_free (self->made);
  self->made = g_steal_pointer (&old);
  return TRUE;
}

gboolean
remit_output_folder_install (RemitOutputFolder *self,
                             GError **error)
{
  g_chmod (self->made, self->mode);
  if (self->old_names == NULL)
    {
      if (g_rename (self->made, self->path) != 0)
        return fail (error);
    }
  else if (!exchange (self, error))
    return FALSE;
  else
    remove_files (self->made, self->old_names);
  g_clear_pointer (&self->made, g_free);
  return TRUE;
}
