/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a sheet on their way to be read as those of a CSV file are. */
#include "remit-sheet-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/csv/remit-csv-file.h"
#include "model/remit-file.h"

/* What is collected before it is written. */
#define BLOCK (64 * 1024)

struct _RemitSheetWriter
{
  int fd;
  GString *bytes;
  gint64 n_bytes;
  gsize row_start;
  guint row;     /* that is written to */
  guint n_cells; /* that it has */
  guint n_rows;
  guint n_columns;
  GArray *spans; /* of each column */
  guint last_span;
};

/* What the rows of a column have up to one, from above. */
typedef struct {
  char *text;
  guint last_row;
} Span;

static void
span_clear (gpointer data)
{
  g_free (((Span *) data)->text);
}

char *
remit_sheet_dup_place (guint column,
                       guint row)
{
  char letters[8] = "";
  char *letter = letters + sizeof letters - 1;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    *--letter = (char) ('A' + (rest - 1) % 26);
  return g_strdup_printf ("%s%u", letter, row + 1);
}

RemitSheetWriter *
remit_sheet_writer_new (GError **error)
{
  RemitSheetWriter *self;
  int fd = remit_file_open_nameless (error);

  if (fd < 0)
    return NULL;
  self = g_new0 (RemitSheetWriter, 1);
  self->fd = fd;
  self->bytes = g_string_sized_new (BLOCK * 2);
  self->spans = g_array_new (FALSE, TRUE, sizeof (Span));
  g_array_set_clear_func (self->spans, span_clear);
  return self;
}

void
remit_sheet_writer_free (RemitSheetWriter *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

static gboolean
flush (RemitSheetWriter *self,
       GError **error)
{
  gsize length = self->bytes->len;

  self->n_bytes += (gint64) length;
  if (self->n_bytes > REMIT_SHEET_MAX_BYTES)
    return remit_exchange_refuse (error, _ ("Row %u: the table exceeds 1 GiB"),
                                  self->row + 1);
  if (!remit_file_write_all (self->fd, self->bytes->str, length, error))
    return FALSE;
  g_string_truncate (self->bytes, 0);
  self->row_start = 0;
  return TRUE;
}

/* Returns: whether a cell is read as it is without quotes */
static gboolean
is_plain (const char *text)
{
  return !g_ascii_isspace (*text) && text[strcspn (text, ",\"\r\n")] == '\0'
         && !g_ascii_isspace (text[strlen (text) - 1]);
}

static void
add_quoted (GString *bytes,
            const char *text)
{
  g_string_append_c (bytes, '"');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (bytes, text, quote - text);
      g_string_append (bytes, "\"\"");
    }
  g_string_append (bytes, text);
  g_string_append_c (bytes, '"');
}

/* Beyond what a row may have as it is read. */
static gboolean
refuse_large (RemitSheetWriter *self,
              guint column,
              GError **error)
{
  g_autofree char *place = remit_sheet_dup_place (column, self->row);

  return remit_exchange_refuse (error,
                                /* Translators: a cell of a table, such as C12 */
                                _ ("Cell %s: a cell can hold at most 1 MiB, and a row 4 MiB"),
                                place);
}

static gboolean
add (RemitSheetWriter *self,
     guint column,
     const char *text,
     GError **error)
{
  if (column >= REMIT_SHEET_MAX_COLUMNS)
    return remit_exchange_refuse (error, _ ("Row %u has more than %'u columns"), self->row + 1,
                                  REMIT_SHEET_MAX_COLUMNS);
  if (*text == '\0')
    return TRUE;
  if (strlen (text) > REMIT_CSV_MAX_CELL
      || self->bytes->len - self->row_start > REMIT_CSV_MAX_ROW / 2)
    return refuse_large (self, column, error);
  self->n_rows += self->n_cells == 0;
  for (guint i = MAX (self->n_cells, 1); i < column + 1; i++)
    g_string_append_c (self->bytes, ',');
  self->n_cells = column + 1;
  self->n_columns = MAX (self->n_columns, self->n_cells);
  /* the first bytes of the file are no mark */
  if (is_plain (text) && (self->n_bytes > 0 || self->bytes->len > 0))
    g_string_append (self->bytes, text);
  else
    add_quoted (self->bytes, text);
  return TRUE;
}

/* Goes on with what the rows above have in the columns up to one. */
static gboolean
add_spans (RemitSheetWriter *self,
           guint column,
           GError **error)
{
  if (self->row > self->last_span)
    return TRUE;
  for (guint i = self->n_cells; i < MIN (column, self->spans->len); i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->text != NULL && self->row <= span->last_row && !add (self, i, span->text, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_sheet_writer_add (RemitSheetWriter *self,
                        guint column,
                        const char *text,
                        GError **error)
{
  g_assert (column >= self->n_cells);

  return *text == '\0' || (add_spans (self, column, error) && add (self, column, text, error));
}

void
remit_sheet_writer_span (RemitSheetWriter *self,
                         guint column,
                         guint last_row,
                         const char *text)
{
  Span *span;

  if (*text == '\0' || column >= REMIT_SHEET_MAX_COLUMNS)
    return;
  if (column >= self->spans->len)
    g_array_set_size (self->spans, column + 1);
  span = &g_array_index (self->spans, Span, column);
  g_free (span->text);
  *span = (Span){ g_strdup (text), last_row };
  self->last_span = MAX (self->last_span, last_row);
}

/* Begins with the next one. */
static gboolean
end_row (RemitSheetWriter *self,
         GError **error)
{
  if (!add_spans (self, G_MAXUINT, error))
    return FALSE;
  g_string_append_c (self->bytes, '\n');
  self->row++;
  self->n_cells = 0;
  self->row_start = self->bytes->len;
  return self->bytes->len < BLOCK || flush (self, error);
}

gboolean
remit_sheet_writer_begin_row (RemitSheetWriter *self,
                              guint row,
                              GError **error)
{
  g_assert (row > self->row || (row == self->row && self->n_cells == 0));

  if (row >= REMIT_SHEET_MAX_ROWS)
    return remit_exchange_refuse (error, _ ("Row %u: a sheet has %'u rows at most"), row + 1,
                                  REMIT_SHEET_MAX_ROWS);
  while (self->row < row)
    if (!end_row (self, error))
      return FALSE;
  return TRUE;
}

gboolean
remit_sheet_writer_has_cells (RemitSheetWriter *self)
{
  return self->n_cells > 0;
}

gboolean
remit_sheet_writer_reset (RemitSheetWriter *self,
                          GError **error)
{
  if (lseek (self->fd, 0, SEEK_SET) != 0 || ftruncate (self->fd, 0) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  g_string_truncate (self->bytes, 0);
  g_array_set_size (self->spans, 0);
  self->n_bytes = 0;
  self->row_start = 0;
  self->row = self->n_cells = self->n_rows = self->n_columns = self->last_span = 0;
  return TRUE;
}

guint
remit_sheet_writer_count_rows (RemitSheetWriter *self)
{
  return self->n_rows;
}

guint
remit_sheet_writer_count_columns (RemitSheetWriter *self)
{
  return self->n_columns;
}

int
remit_sheet_writer_end (RemitSheetWriter *self,
                        GError **error)
{
  if (!end_row (self, error) || !flush (self, error))
    return -1;
  return g_steal_fd (&self->fd);
}
