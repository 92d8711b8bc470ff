/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses the text of a CSV file into rows. */
#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-csv-line.h"
#include "remit-csv-private.h"

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
  guint n_rows;
  gboolean counts_rows;
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
  const char *format = cell ? _ ("The cell that begins in line %u exceeds 1 MiB; an earlier quote "
                                 "may not be closed")
                            : _ ("The row that begins in line %u exceeds 8 MiB; a quote in the row "
                                 "may not be closed");

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

  if (!run->counts_rows
      && (memchr (bytes, '\n', length) != NULL || memchr (bytes, '\r', length) != NULL))
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

  /* Only now do the bytes stay where they are. In a text, what a spreadsheet would take for a
   * formula has an apostrophe before it. */
  for (guint i = 0; i < run->row.n_cells; i++)
    {
      char *cell = run->bytes->str + run->offsets[i];

      run->cells[i] = run->counts_rows ? cell : remit_csv_line_unguard (cell);
    }
  run->row.cells = run->cells;
  run->row.last_line = run->line;
  run->n_rows++;
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

gboolean
remit_csv_parse (RemitCsvFile *self,
                 guint max_cells,
                 RemitCsvRowFunc func,
                 gpointer data,
                 GError **error)
{
  g_auto (Run) run = { NULL };
  struct csv_parser parser;

  run_init (&run, max_cells, self->n_skipped > 0 ? 2 : 1, func, data);
  run.counts_rows = self->counts_rows;
  parser_init (&parser, self->separator);
  read_all (self, &parser, &run);
  csv_free (&parser);
  return end_run (&run, error);
}

gboolean
remit_csv_parse_block (const char *block,
                       gsize length,
                       char separator,
                       RemitCsvRowFunc func,
                       gpointer data)
{
  g_auto (Run) run = { NULL };
  struct csv_parser parser;

  run_init (&run, REMIT_CSV_MAX_COLUMNS, 1, func, data);
  parser_init (&parser, separator);
  parse (&parser, &run, block, length);
  /* A row that the block cuts off says nothing, unless there is no other. */
  if (run.n_rows == 0 && !run.stopped)
    finish (&parser, &run);
  csv_free (&parser);
  return run.error == NULL;
}
