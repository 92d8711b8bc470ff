/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file: looked at, and its rows, read one by one. */
#include <string.h>

#include "model/remit-text.h"
#include "remit-csv-private.h"

gboolean
remit_csv_row_is_empty (const RemitCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return !row->more;
}

RemitCsvFile *
remit_csv_file_open (int fd,
                     const char *name,
                     const char *encoding,
                     GError **error)
{
  g_autoptr (RemitCsvFile) self = g_new0 (RemitCsvFile, 1);

  self->sheet = -1;
  self->text = remit_csv_text_open (fd, name, encoding, &self->encoding, &self->odd_line, error);
  if (self->text == NULL || !remit_csv_find_separator (self, error)
      || !remit_csv_find_header (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
widen_header (RemitCsvFile *self,
              guint n_columns)
{
  const char **headers = (gpointer) self->headers;

  headers = g_renew (const char *, headers, n_columns + 1);
  for (guint i = self->n_columns; i < n_columns; i++)
    headers[i] = g_strdup ("");
  headers[n_columns] = NULL;
  self->headers = headers;
  self->n_columns = n_columns;
}

RemitCsvFile *
remit_csv_file_open_rows (int fd,
                          const char *name,
                          guint n_columns,
                          GError **error)
{
  g_autoptr (RemitCsvFile) self = g_new0 (RemitCsvFile, 1);

  self->sheet = -1;
  self->counts_rows = TRUE;
  self->separator = ',';
  self->text = remit_csv_text_open (fd, name, NULL, &self->encoding, &self->odd_line, error);
  if (self->text == NULL || !remit_csv_find_header (self, error))
    return NULL;
  if (n_columns > self->n_columns)
    widen_header (self, n_columns);
  return g_steal_pointer (&self);
}

void
remit_csv_file_free (RemitCsvFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_strfreev (self->sheets);
  g_free (self->name);
  g_strfreev ((GStrv) self->headers);
  remit_csv_text_free (self->text);
  g_free (self);
}

int
remit_csv_file_find_column (const RemitCsvFile *self,
                            const char *header)
{
  g_autofree char *wanted = remit_text_fold (header);
  guint64 place;

  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->headers[i], header))
      return (int) i;
  /* of several with one header, the place */
  if (*header == '#'
      && g_ascii_string_to_unsigned (header + 1, 10, 1, self->n_columns, &place, NULL))
    return (int) place - 1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = remit_text_fold (self->headers[i]);

      if (g_str_equal (folded, wanted))
        return (int) i;
    }
  return -1;
}

void
remit_csv_file_note_remarks (const RemitCsvFile *self,
                             RemitImportResult *result)
{
  for (guint i = 0; self->remarks != NULL && i < self->remarks->len; i++)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0, "%s",
                              (const char *) g_ptr_array_index (self->remarks, i));
}

/* Rows on their way from the thread that reads to the one that asked for them. */
typedef struct {
  GString *bytes;
  GArray *offsets;
  GArray *rows;
  double share;
  gboolean is_last;
} Batch;

/* How much of a file is in a batch, and how many batches there are, so that memory has a bound. */
#define BATCH_BYTES (128 * 1024)
#define N_BATCHES 4

/* Reading and parsing take their time, which need not be that of whoever does something with the
 * rows. Batches go from one thread to the other when they are full, and back when they are done. */
typedef struct {
  RemitCsvFile *file;
  GAsyncQueue *full;
  GAsyncQueue *empty;
  Batch *batch;
  gboolean stop;
  GError *error;
} Ahead;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_string_free (batch->bytes, TRUE);
  g_array_unref (batch->offsets);
  g_array_unref (batch->rows);
  g_free (batch);
}

static void
ahead_init (Ahead *self,
            RemitCsvFile *file)
{
  *self = (Ahead){ .file = file };
  self->full = g_async_queue_new_full (batch_free);
  self->empty = g_async_queue_new_full (batch_free);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      Batch *batch = g_new0 (Batch, 1);

      batch->bytes = g_string_sized_new (BATCH_BYTES);
      batch->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
      batch->rows = g_array_new (FALSE, FALSE, sizeof (RemitCsvRow));
      g_async_queue_push (self->empty, batch);
    }
}

static void
ahead_clear (Ahead *self)
{
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ahead, ahead_clear)

static void
pass_on (Ahead *self,
         gboolean is_last)
{
  self->batch->share = remit_csv_text_get_share (self->file->text);
  self->batch->is_last = is_last;
  g_async_queue_push (self->full, self->batch);
  self->batch = is_last ? NULL : g_async_queue_pop (self->empty);
}

static void
add_cell (Batch *batch,
          const char *cell)
{
  gsize offset = batch->bytes->len;

  g_array_append_val (batch->offsets, offset);
  g_string_append_len (batch->bytes, cell, (gssize) strlen (cell) + 1);
}

/* @n_cells: so many the row is given at least */
static void
add_row (Batch *batch,
         const RemitCsvRow *row,
         guint n_cells)
{
  RemitCsvRow added = *row;

  for (guint i = 0; i < row->n_cells; i++)
    add_cell (batch, row->cells[i]);
  for (; added.n_cells < n_cells; added.n_cells++)
    add_cell (batch, "");
  g_array_append_val (batch->rows, added);
}

static gboolean
collect_row (const RemitCsvRow *row,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Ahead *self = data;

  if (g_atomic_int_get (&self->stop))
    return FALSE;
  if (row->line <= self->file->header_line)
    return TRUE;
  if (self->batch->bytes->len >= BATCH_BYTES)
    pass_on (self, FALSE);
  add_row (self->batch, row, self->file->counts_rows ? self->file->n_columns : 0);
  return TRUE;
}

static gpointer
read_ahead (gpointer data)
{
  Ahead *self = data;

  self->batch = g_async_queue_pop (self->empty);
  remit_csv_parse (self->file, self->file->n_columns, collect_row, self, &self->error);
  pass_on (self, TRUE);
  return NULL;
}

/* Returns: whether to go on with the next batch */
static gboolean
take_batch (Batch *batch,
            char **cells,
            RemitCsvRowFunc func,
            gpointer data,
            GError **error)
{
  const gsize *offset = (const gsize *) (gpointer) batch->offsets->data;

  for (guint i = 0; i < batch->rows->len; i++)
    {
      RemitCsvRow *row = &g_array_index (batch->rows, RemitCsvRow, i);

      for (guint j = 0; j < row->n_cells; j++)
        cells[j] = batch->bytes->str + *offset++;
      row->cells = cells;
      if (!func (row, data, error))
        return FALSE;
    }
  return TRUE;
}

static void
batch_reset (Batch *batch)
{
  g_string_truncate (batch->bytes, 0);
  g_array_set_size (batch->offsets, 0);
  g_array_set_size (batch->rows, 0);
}

/* Returns: whether all went well; @error is set for what @func or the user did not want */
static gboolean
take_batches (Ahead *self,
              const RemitImportOptions *options,
              double from,
              double until,
              RemitCsvRowFunc func,
              gpointer data,
              GError **error)
{
  g_autofree char **cells = g_new (char *, self->file->n_columns);
  gboolean go_on = TRUE;
  gboolean is_last = FALSE;
  GError *local_error = NULL;

  while (go_on && !is_last)
    {
      Batch *batch = g_async_queue_pop (self->full);

      go_on = (options == NULL
               || !g_cancellable_set_error_if_cancelled (options->cancellable, &local_error))
              && take_batch (batch, cells, func, data, &local_error);
      if (go_on && options != NULL && options->progress != NULL)
        options->progress (from + (until - from) * batch->share, options->progress_data);
      is_last = batch->is_last;
      batch_reset (batch);
      /* before the batch goes back: with it the reader gets to where it looks whether to stop, and
       * after it nothing comes for which it could wait */
      if (!go_on)
        g_atomic_int_set (&self->stop, TRUE);
      g_async_queue_push (self->empty, batch);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

gboolean
remit_csv_file_read (RemitCsvFile *self,
                     const RemitImportOptions *options,
                     double from,
                     double until,
                     RemitCsvRowFunc func,
                     gpointer data,
                     GError **error)
{
  g_auto (Ahead) ahead = { NULL };
  GThread *thread;
  gboolean done;

  ahead_init (&ahead, self);
  thread = g_thread_new ("csv-reader", read_ahead, &ahead);
  done = take_batches (&ahead, options, from, until, func, data, error);
  g_thread_join (thread);
  if (!done || ahead.error == NULL)
    return done;
  g_propagate_error (error, g_steal_pointer (&ahead.error));
  return FALSE;
}
