/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file: its separator, its header, and its rows, read one by one. */
#include "remit-csv-file.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows are looked at to find the separator. */
#define N_PROBED 100

/* One run through the file. */
typedef struct {
  RemitCsvRowFunc func;
  gpointer data;
  guint max_cells;
  RemitCsvRow row;
  GString *bytes;
  gsize *offsets;
  char **cells;
  guint line;
  gboolean after_return;
  gboolean stopped;
  GError *error;
} Run;

static void
run_init (Run *run,
          guint max_cells,
          guint line,
          RemitCsvRowFunc func,
          gpointer data)
{
  *run = (Run){ .func = func, .data = data, .max_cells = max_cells, .line = line };
  run->bytes = g_string_sized_new (1024);
  run->offsets = g_new (gsize, max_cells);
  run->cells = g_new (char *, max_cells);
}

static void
run_clear (Run *run)
{
  g_string_free (run->bytes, TRUE);
  g_free (run->offsets);
  g_free (run->cells);
  g_clear_error (&run->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
stop (Run *run,
      GError *error)
{
  run->stopped = TRUE;
  run->error = error;
}

static void
refuse_large (Run *run,
              gboolean cell)
{
  const char *format = cell ? _ ("The cell that begins in line %u is larger than 1 MiB; perhaps a "
                                 "quote before it is not closed")
                            : _ ("The row that begins in line %u is larger than 8 MiB; perhaps a "
                                 "quote in it is not closed");

  stop (run, g_error_new (REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED, format,
                          cell ? run->line : run->row.line));
}

static guint
count_breaks (const char *cell,
              gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (cell[i] == '\r' || (cell[i] == '\n' && (i == 0 || cell[i - 1] != '\r')))
      n++;
  return n;
}

static void
on_cell (void *bytes,
         size_t length,
         void *data)
{
  Run *run = data;

  if (run->stopped)
    return;
  run->after_return = FALSE;
  if (run->row.n_cells + run->row.n_more == 0)
    run->row.line = run->line;
  if (length > REMIT_CSV_MAX_CELL)
    {
      refuse_large (run, TRUE);
      return;
    }

  if (memchr (bytes, '\n', length) != NULL || memchr (bytes, '\r', length) != NULL)
    run->line += count_breaks (bytes, length);
  if (run->row.n_cells == run->max_cells)
    {
      run->row.n_more++;
      run->row.more |= length > 0;
      return;
    }
  run->offsets[run->row.n_cells++] = run->bytes->len;
  g_string_append_len (run->bytes, bytes, (gssize) length);
  g_string_append_c (run->bytes, '\0');
  if (run->bytes->len > REMIT_CSV_MAX_ROW)
    refuse_large (run, FALSE);
}

static void
hand_over (Run *run)
{
  GError *error = NULL;

  /* Only now do the bytes stay where they are. */
  for (guint i = 0; i < run->row.n_cells; i++)
    run->cells[i] = run->bytes->str + run->offsets[i];
  run->row.cells = run->cells;
  run->row.last_line = run->line;
  if (!run->func (&run->row, run->data, &error))
    stop (run, error);

  g_string_truncate (run->bytes, 0);
  run->row = (RemitCsvRow){ 0 };
}

/* Called for every line's end outside of quotes, also for those of lines without anything. */
static void
on_row (int end,
        void *data)
{
  Run *run = data;

  if (run->stopped)
    return;
  if (run->row.n_cells > 0)
    hand_over (run);
  if (end != '\n' || !run->after_return)
    run->line++;
  run->after_return = end == '\r';
}

static gboolean
end_run (Run *run,
         GError **error)
{
  if (run->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&run->error));
  return FALSE;
}

static void
parser_init (struct csv_parser *parser,
             char separator)
{
  csv_init (parser, CSV_REPALL_NL);
  csv_set_delim (parser, (unsigned char) separator);
  csv_set_blk_size (parser, 4096);
}

static void
parse (struct csv_parser *parser,
       Run *run,
       const char *block,
       gsize length)
{
  if (csv_parse (parser, block, length, on_cell, on_row, run) != length && !run->stopped)
    stop (run, g_error_new_literal (REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
                                    csv_strerror (csv_error (parser))));
  /* A cell that is not done yet must not fill the memory. */
  if (!run->stopped && parser->entry_pos > REMIT_CSV_MAX_CELL)
    refuse_large (run, TRUE);
}

static void
finish (struct csv_parser *parser,
        Run *run)
{
  /* libcsv looks for such a quote only when it is strict, which rows are not read with. */
  csv_set_opts (parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini (parser, on_cell, on_row, run) == 0 || run->stopped)
    return;
  stop (run, g_error_new (REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                          _ ("The quote that opens in line %u is never closed"), run->line));
}

/* Reads what has to be read of the file for the run, from the start. */
static void
read_all (RemitCsvFile *self,
          struct csv_parser *parser,
          Run *run)
{
  gsize n_skipped = self->n_skipped;
  const char *block;
  gsize length = 1;

  remit_csv_text_rewind (self->text, &run->error);
  while (run->error == NULL && !run->stopped && length > 0)
    {
      if (!remit_csv_text_read (self->text, &block, &length, &run->error))
        return;

      parse (parser, run, block + MIN (n_skipped, length), length - MIN (n_skipped, length));
      n_skipped -= MIN (n_skipped, length);
    }
  if (run->error == NULL && !run->stopped)
    finish (parser, run);
}

static gboolean
read_rows (RemitCsvFile *self,
           guint max_cells,
           RemitCsvRowFunc func,
           gpointer data,
           GError **error)
{
  g_auto (Run) run = { NULL };
  struct csv_parser parser;

  run_init (&run, max_cells, self->n_skipped > 0 ? 2 : 1, func, data);
  parser_init (&parser, self->separator);
  read_all (self, &parser, &run);
  csv_free (&parser);
  return end_run (&run, error);
}

/* How the first rows look with one of the separators. */
typedef struct {
  guint n_columns;
  guint n_rows;
  guint n_alike;
} Probe;

static gboolean
probe_row (const RemitCsvRow *row,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Probe *probe = data;

  if (probe->n_rows++ == 0)
    probe->n_columns = row->n_cells;
  probe->n_alike += row->n_cells == probe->n_columns;
  return probe->n_rows < N_PROBED;
}

static Probe
probe_separator (const char *block,
                 gsize length,
                 char separator)
{
  g_auto (Run) run = { NULL };
  struct csv_parser parser;
  Probe probe = { 0 };

  run_init (&run, REMIT_CSV_MAX_COLUMNS, 1, probe_row, &probe);
  parser_init (&parser, separator);
  parse (&parser, &run, block, length);
  /* A row that the block cuts off says nothing, unless there is no other. */
  if (probe.n_rows == 0 && !run.stopped)
    finish (&parser, &run);
  /* with the right one, quotes stand where they should */
  if (run.error != NULL)
    probe.n_alike = 0;
  csv_free (&parser);
  return probe;
}

static gboolean
is_better (const Probe *probe,
           const Probe *other)
{
  guint share = probe->n_alike * other->n_rows;
  guint other_share = other->n_alike * probe->n_rows;

  if (probe->n_columns < 2)
    return FALSE;
  if (other->n_columns < 2 || share > other_share)
    return TRUE;
  /* in few rows there is a quote that stands for itself with another separator */
  if (share != other_share || probe->n_rows < other->n_rows)
    return FALSE;
  return probe->n_columns > other->n_columns || probe->n_rows > other->n_rows;
}

/* Some programs write the separator into a first line of its own. */
static gboolean
read_hint (RemitCsvFile *self,
           const char *block,
           gsize length)
{
  gsize n = 5;

  if (length < n || g_ascii_strncasecmp (block, "sep=", 4) != 0
      || strchr (",;\t|", block[4]) == NULL)
    return FALSE;
  if (n < length && block[n] == '\r')
    n++;
  if (n < length && block[n] == '\n')
    n++;
  if (n == 5 && n < length)
    return FALSE;
  self->separator = block[4];
  self->n_skipped = n;
  return TRUE;
}

static gboolean
find_separator (RemitCsvFile *self,
                GError **error)
{
  Probe best = { 0 };
  const char *block;
  gsize length;

  if (!remit_csv_text_rewind (self->text, error)
      || !remit_csv_text_read (self->text, &block, &length, error))
    return FALSE;
  if (read_hint (self, block, length))
    return TRUE;

  self->separator = ',';
  for (const char *separator = ",;\t|"; *separator != '\0'; separator++)
    {
      Probe probe = probe_separator (block, length, *separator);

      if (!is_better (&probe, &best))
        continue;
      best = probe;
      self->separator = *separator;
    }
  return TRUE;
}

/* ── The header ───────────────────────────────────────────────────────────────────────────── */

/* The first rows, in which the header is; and how many cells tell a title from a header. */
#define N_FIRST_ROWS 40
#define WIDE 3

typedef struct {
  GStrv cells;
  guint n_cells;
  guint n_filled;
  guint n_more;
  guint line;
} FirstRow;

static void
first_row_clear (gpointer data)
{
  g_strfreev (((FirstRow *) data)->cells);
}

static gboolean
keep_first_row (const RemitCsvRow *row,
                gpointer data,
                GError **error G_GNUC_UNUSED)
{
  GArray *rows = data;
  FirstRow first = { .cells = g_new0 (char *, row->n_cells + 1), .n_cells = row->n_cells,
                     .n_more = row->n_more, .line = row->line };

  for (guint i = 0; i < row->n_cells; i++)
    {
      first.cells[i] = g_strdup (g_strstrip (row->cells[i]));
      first.n_filled += *first.cells[i] != '\0';
    }
  g_array_append_val (rows, first);
  return rows->len < N_FIRST_ROWS;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* Returns: how many cells are filled in those of the first rows that have much */
static guint
find_usual_width (GArray *rows)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, FirstRow, i).n_filled > 0
        && g_array_index (rows, FirstRow, i).n_more == 0)
      g_array_append_val (widths, g_array_index (rows, FirstRow, i).n_filled);
  g_array_sort (widths, compare_numbers);
  return widths->len > 0 ? g_array_index (widths, guint, widths->len * 3 / 4) : 0;
}

/* Reports have a title above, the day, and rows without anything: the header is the first row that
 * has more than half as many cells filled as such rows.
 * Returns: (nullable): that row */
static FirstRow *
find_header (GArray *rows,
             guint *n_before)
{
  guint width = find_usual_width (rows);

  *n_before = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      FirstRow *row = &g_array_index (rows, FirstRow, i);

      if (row->n_more > 0 ? i == 0 : width < WIDE || row->n_filled * 2 > width)
        return row;
      *n_before += row->n_filled > 0;
    }
  *n_before = 0;
  return rows->len > 0 ? &g_array_index (rows, FirstRow, 0) : NULL;
}

static gboolean
read_header (RemitCsvFile *self,
             GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FirstRow));
  FirstRow *header;

  g_array_set_clear_func (rows, first_row_clear);
  if (!read_rows (self, REMIT_CSV_MAX_COLUMNS, keep_first_row, rows, error))
    return FALSE;
  header = find_header (rows, &self->n_before);
  if (header == NULL)
    return remit_exchange_refuse (error,
                                  _ ("Line 1: the file is empty. Its first line has to name the "
                                     "columns."));
  if (header->n_more > 0)
    return remit_exchange_refuse (error, _ ("Line %u has more than %u columns, and is no header"),
                                  header->line, REMIT_CSV_MAX_COLUMNS);
  self->headers = (const char *const *) g_steal_pointer (&header->cells);
  self->n_columns = header->n_cells;
  self->header_line = header->line;
  return TRUE;
}

gboolean
remit_csv_row_is_empty (const RemitCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return !row->more;
}

RemitCsvFile *
remit_csv_file_open (const char *path,
                     const char *encoding,
                     GError **error)
{
  g_autoptr (RemitCsvFile) self = g_new0 (RemitCsvFile, 1);

  self->text = remit_csv_text_open (path, encoding, &self->encoding, &self->odd_line, error);
  if (self->text == NULL || !find_separator (self, error) || !read_header (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_csv_file_free (RemitCsvFile *self)
{
  if (self == NULL)
    return;
  g_strfreev ((GStrv) self->headers);
  remit_csv_text_free (self->text);
  g_free (self);
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
add_row (Batch *batch,
         const RemitCsvRow *row)
{
  g_array_append_vals (batch->rows, row, 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize offset = batch->bytes->len;

      g_array_append_val (batch->offsets, offset);
      g_string_append_len (batch->bytes, row->cells[i], (gssize) strlen (row->cells[i]) + 1);
    }
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
  add_row (self->batch, row);
  return TRUE;
}

static gpointer
read_ahead (gpointer data)
{
  Ahead *self = data;

  self->batch = g_async_queue_pop (self->empty);
  read_rows (self->file, self->file->n_columns, collect_row, self, &self->error);
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
  g_atomic_int_set (&ahead.stop, TRUE);
  g_thread_join (thread);
  if (!done || ahead.error == NULL)
    return done;
  g_propagate_error (error, g_steal_pointer (&ahead.error));
  return FALSE;
}
