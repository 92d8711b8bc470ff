/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file, or a folder of files, that is written as a whole or not at all. */
#include "remit-output.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "remit-output-folder.h"

struct _RemitOutput
{
  char *path;
  GOutputStream *stream;
  GFile *new_file;
  RemitOutputFolder *folder; /* which the stream is a file of */
  gboolean has_parts;
  GCancellable *cancellable;
  GError *error;
};

static void
remit_output_free (RemitOutput *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->new_file);
  g_clear_pointer (&self->folder, remit_output_folder_free);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

/* Errors of the store, and of being cancelled, stay what they are. */
static void
propagate (RemitOutput *self,
           GError **error)
{
  GError *cause = g_steal_pointer (&self->error);
  g_autofree char *name = g_filename_display_name (self->path);

  if (cause != NULL && cause->domain == G_IO_ERROR && cause->code != G_IO_ERROR_CANCELLED)
    {
      g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE,
                   _ ("Cannot write “%s”: %s"), name, cause->message);
      g_error_free (cause);
    }
  else if (cause != NULL)
    g_propagate_error (error, cause);
  else
    g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE,
                 _ ("Cannot write “%s”"), name);
}

/* The file is replaced when all is written and the stream is closed; closed as cancelled, it is
 * left as it was. A file that is there is replaced as a whole by GIO; one that is new would stay
 * behind half written, and is removed when it is closed. */
static GOutputStream *
open_stream (RemitOutput *self)
{
  g_autoptr (GFile) file = NULL;
  GFileOutputStream *stream;

  if (g_str_equal (self->path, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  if (!remit_file_check (self->path, &self->error))
    return NULL;
  file = g_file_new_for_path (self->path);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, self->cancellable, &self->error);
  if (stream != NULL)
    self->new_file = g_steal_pointer (&file);
  else if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_clear_error (&self->error);
      stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, self->cancellable,
                               &self->error);
    }
  return G_OUTPUT_STREAM (stream);
}

static RemitOutput *
output_new (const char *path,
            GCancellable *cancellable)
{
  RemitOutput *self = g_new0 (RemitOutput, 1);

  self->path = g_strdup (path);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

RemitOutput *
remit_output_open (const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  RemitOutput *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = output_new (path, cancellable);
  self->stream = open_stream (self);
  if (self->stream != NULL)
    return self;
  propagate (self, error);
  remit_output_free (self);
  return NULL;
}

RemitOutput *
remit_output_open_folder (const char *path,
                          const char *mark,
                          GCancellable *cancellable,
                          GError **error)
{
  RemitOutput *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = output_new (path, cancellable);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &self->error))
    self->folder = remit_output_folder_new (path, mark, &self->error);
  if (self->folder != NULL)
    return self;
  propagate (self, error);
  remit_output_free (self);
  return NULL;
}

static gboolean
end_part (RemitOutput *self)
{
  if (self->error == NULL && self->stream != NULL)
    g_output_stream_close (self->stream, self->cancellable, &self->error);
  return self->error == NULL;
}

gboolean
remit_output_begin_part (RemitOutput *self,
                         const char *name)
{
  gboolean is_first;

  g_return_val_if_fail (self != NULL, FALSE);

  is_first = !self->has_parts;
  self->has_parts = TRUE;
  if (self->folder == NULL)
    return is_first || remit_output_write (self, "\n", 1);
  if (end_part (self))
    {
      g_clear_object (&self->stream);
      self->stream = remit_output_folder_create (self->folder, name, self->cancellable,
                                                 &self->error);
    }
  return self->error == NULL;
}

/* Into a pipe that somebody reads slowly, more would be written than can be cancelled. */
static gsize
get_limit (RemitOutput *self)
{
  return G_IS_UNIX_OUTPUT_STREAM (self->stream) ? PIPE_BUF : G_MAXSIZE;
}

gboolean
remit_output_write (RemitOutput *self,
                    const char *bytes,
                    gsize length)
{
  gsize limit;

  g_return_val_if_fail (self != NULL, FALSE);

  limit = get_limit (self);
  for (gsize n; self->error == NULL && length > 0; bytes += n, length -= n)
    {
      n = MIN (length, limit);
      g_output_stream_write_all (self->stream, bytes, n, NULL, self->cancellable, &self->error);
    }
  return self->error == NULL;
}

void
remit_output_take_error (RemitOutput *self,
                         GError *error)
{
  g_return_if_fail (self != NULL && error != NULL);

  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

gboolean
remit_output_close (RemitOutput *self,
                    gboolean done,
                    GError **error)
{
  g_autoptr (GCancellable) discard = g_cancellable_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  done = done && end_part (self)
         && (self->folder == NULL
             || remit_output_folder_install (self->folder, &self->error));
  if (!done)
    {
      g_cancellable_cancel (discard);
      if (self->stream != NULL)
        g_output_stream_close (self->stream, discard, NULL);
      if (self->new_file != NULL)
        g_file_delete (self->new_file, NULL, NULL);
      propagate (self, error);
    }
  remit_output_free (self);
  return done;
}
