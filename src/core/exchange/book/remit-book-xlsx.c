/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a plan as the sheets of a workbook, by libxlsxwriter. */
#include "remit-book-sink.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "exchange/sheet/remit-workbook.h"
#include "model/remit-day.h"
#include "model/remit-file.h"

/* So many a cell takes, in units of UTF-16; and a sheet. */
#define MAX_TEXT 32767
#define MAX_ROWS LXW_ROW_MAX
#define MAX_COLUMNS LXW_COL_MAX

/* In characters. */
#define MIN_WIDTH 8
#define MAX_WIDTH 48
#define LINES_WIDTH 60
#define LETTERS_WIDTH 14
#define DAY_WIDTH 11
#define TIME_WIDTH 16

/* Spreadsheets count days from 1900, and have one of that February that never was. */
#define FIRST_YEAR 1901

typedef struct {
  RemitBookSink sink;
  int fd;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *head;
  lxw_format *formats[REMIT_N_BOOK_COLUMN_KINDS];
  GArray *widths; /* in characters, of the columns */
} Xlsx;

/* Returns: how many rows stand above the others */
static lxw_row_t
count_heads (Xlsx *self)
{
  return self->sink.has_groups ? 2 : 1;
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse (Xlsx *self,
        lxw_error fault,
        GError **error)
{
  if (fault == LXW_NO_ERROR)
    return TRUE;
  return remit_exchange_refuse (error, _ ("Cannot write the sheet “%s”: %s"), self->sink.name,
                                lxw_strerror (fault));
}

static glong
count_units (const char *text)
{
  glong n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_utf8_get_char (text) >= 0x10000 ? 2 : 1;
  return n;
}

/* "_x0041_" means the letter A in a workbook. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

static char *
dup_escaped (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    {
      if (is_escape (text))
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *text);
    }
  return g_string_free (escaped, FALSE);
}

/* Nothing of it is cut off, and nothing is a formula. */
static gboolean
write_text (Xlsx *self,
            lxw_row_t row,
            guint column,
            const char *text,
            lxw_format *format,
            GError **error)
{
  g_autofree char *escaped = NULL;

  if (count_units (text) > MAX_TEXT)
    return remit_exchange_refuse (
      error,
      /* Translators: the name of a sheet, the number of a row, the head of a column */
      _ ("Sheet “%s”, row %u, “%s”: the text exceeds the limit of %'d characters for a workbook "
         "cell. Shorten the text, or export the table as CSV."),
      self->sink.name, row + 1, g_array_index (self->sink.columns, RemitBookColumn, column).header,
      MAX_TEXT);
  escaped = strstr (text, "_x") != NULL ? dup_escaped (text) : NULL;
  return refuse (self,
                 worksheet_write_string (self->sheet, row, (lxw_col_t) column,
                                         escaped != NULL ? escaped : text, format),
                 error);
}

static gboolean
write_day (Xlsx *self,
           lxw_row_t row,
           guint column,
           gint64 day,
           GError **error)
{
  lxw_format *format = self->formats[REMIT_BOOK_DAY];
  char text[11];
  GDate date;

  remit_day_format (day, text);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (g_date_get_year (&date) < FIRST_YEAR)
    return write_text (self, row, column, text, format, error);
  return refuse (self,
                 worksheet_write_datetime (self->sheet, row, (lxw_col_t) column,
                                           &(lxw_datetime){ .year = g_date_get_year (&date),
                                                            .month = (int) g_date_get_month (&date),
                                                            .day = g_date_get_day (&date) },
                                           format),
                 error);
}

static gboolean
write_time (Xlsx *self,
            lxw_row_t row,
            guint column,
            gint64 milliseconds,
            GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (milliseconds / 1000);
  lxw_datetime cell = { .year = g_date_time_get_year (time),
                        .month = g_date_time_get_month (time),
                        .day = g_date_time_get_day_of_month (time),
                        .hour = g_date_time_get_hour (time),
                        .min = g_date_time_get_minute (time) };

  return refuse (self,
                 worksheet_write_datetime (self->sheet, row, (lxw_col_t) column, &cell,
                                           self->formats[REMIT_BOOK_TIME]),
                 error);
}

static gboolean
write_cell (Xlsx *self,
            guint column,
            const RemitBookCell *cell,
            GError **error)
{
  RemitBookColumnKind kind = g_array_index (self->sink.columns, RemitBookColumn, column).kind;
  lxw_row_t row = self->sink.n_rows + count_heads (self);
  double number = (double) cell->integer;

  if (!cell->is_there)
    return TRUE;
  if (cell->text != NULL)
    return write_text (self, row, column, cell->text, self->formats[kind], error);
  if (kind == REMIT_BOOK_DAY)
    return write_day (self, row, column, cell->integer, error);
  if (kind == REMIT_BOOK_TIME)
    return write_time (self, row, column, cell->integer, error);
  return refuse (self,
                 worksheet_write_number (self->sheet, row, (lxw_col_t) column,
                                         kind == REMIT_BOOK_PERCENT ? number / 100 : number,
                                         self->formats[kind]),
                 error);
}

/* ── Sheets ───────────────────────────────────────────────────────────────────────────────── */

static void
widen (Xlsx *self,
       guint column,
       const char *text)
{
  guint *width = &g_array_index (self->widths, guint, column);
  const char *end = strchr (text, '\n');
  glong length = g_utf8_strlen (text, end != NULL ? end - text : -1);

  *width = MAX (*width, (guint) MIN (length + 2, MAX_WIDTH));
}

static gboolean
write_head (Xlsx *self,
            guint i,
            GError **error)
{
  const RemitBookColumn *column = &g_array_index (self->sink.columns, RemitBookColumn, i);
  lxw_row_t row = count_heads (self) - 1;

  widen (self, i, column->header);
  if (column->group != NULL && *column->group != '\0'
      && !write_text (self, 0, i, column->group, self->head, error))
    return FALSE;
  return *column->header == '\0' || write_text (self, row, i, column->header, self->head, error);
}

static gboolean
begin_rows (RemitBookSink *sink,
            GError **error)
{
  Xlsx *self = (Xlsx *) sink;

  if (sink->columns->len > MAX_COLUMNS)
    return remit_exchange_refuse (error,
                                  /* Translators: the name of a sheet */
                                  _ ("The sheet “%s” exceeds the limit of %'d columns for a "
                                     "workbook. Export the table as CSV."),
                                  sink->name, MAX_COLUMNS);
  self->sheet = workbook_add_worksheet (self->book, sink->name);
  if (self->sheet == NULL)
    return refuse (self, LXW_ERROR_PARAMETER_VALIDATION, error);
  g_array_set_size (self->widths, 0);
  g_array_set_size (self->widths, sink->columns->len);
  worksheet_freeze_panes (self->sheet, count_heads (self), (lxw_col_t) sink->n_frozen);
  worksheet_repeat_rows (self->sheet, 0, count_heads (self) - 1);
  worksheet_set_landscape (self->sheet);
  for (guint i = 0; i < sink->columns->len; i++)
    if (!write_head (self, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
end_row (RemitBookSink *sink,
         GError **error)
{
  Xlsx *self = (Xlsx *) sink;

  if (sink->n_rows + count_heads (self) >= MAX_ROWS)
    return remit_exchange_refuse (error,
                                  /* Translators: the name of a sheet */
                                  _ ("The sheet “%s” exceeds the limit of %'d rows for a workbook. "
                                     "Export the table as CSV."),
                                  sink->name, MAX_ROWS);
  for (guint i = 0; i < sink->cells->len; i++)
    {
      const RemitBookCell *cell = &g_array_index (sink->cells, RemitBookCell, i);

      if (cell->text != NULL)
        widen (self, i, cell->text);
      if (!write_cell (self, i, cell, error))
        return FALSE;
    }
  return TRUE;
}

static guint
get_width (Xlsx *self,
           guint column)
{
  switch (g_array_index (self->sink.columns, RemitBookColumn, column).kind)
    {
    case REMIT_BOOK_LINES:
      return LINES_WIDTH;
    case REMIT_BOOK_LETTERS:
      return LETTERS_WIDTH;
    case REMIT_BOOK_DAY:
      return MAX (DAY_WIDTH, g_array_index (self->widths, guint, column));
    case REMIT_BOOK_TIME:
      return MAX (TIME_WIDTH, g_array_index (self->widths, guint, column));
    case REMIT_BOOK_TEXT:
    case REMIT_BOOK_KEY:
    case REMIT_BOOK_PERCENT:
    case REMIT_BOOK_NUMBER:
    case REMIT_N_BOOK_COLUMN_KINDS:
    default:
      return MAX (MIN_WIDTH, g_array_index (self->widths, guint, column));
    }
}

static gboolean
end_table (RemitBookSink *sink,
           GError **error)
{
  Xlsx *self = (Xlsx *) sink;
  lxw_col_t last = (lxw_col_t) (sink->columns->len - 1);
  lxw_error fault = LXW_NO_ERROR;

  for (guint i = 0; fault == LXW_NO_ERROR && i < sink->columns->len; i++)
    fault = worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, get_width (self, i),
                                  NULL);
  if (fault == LXW_NO_ERROR)
    fault = worksheet_autofilter (self->sheet, count_heads (self) - 1, 0,
                                  count_heads (self) - 1 + MAX (1, sink->n_rows), last);
  return refuse (self, fault, error);
}

/* ── The file ─────────────────────────────────────────────────────────────────────────────── */

/* The library does not look whether its own files could be written: a sheet may end half way. */
static gboolean
check_sheets (RemitWorkbook *book,
              GError **error)
{
  GPtrArray *sheets = remit_workbook_get_sheets (book);

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
      g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
      RemitSheetReading reading = { writer, 0, remarks };

      if (writer == NULL || !remit_workbook_read (book, i, &reading, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_book (Xlsx *self,
            GError **error)
{
  int fd = dup (self->fd);
  g_autoptr (RemitWorkbook) book = NULL;

  lseek (fd, 0, SEEK_SET);
  book = remit_workbook_open (fd, error);
  return book != NULL && check_sheets (book, error);
}

static gboolean
copy (Xlsx *self,
      GError **error)
{
  char block[65536];
  gssize n;

  lseek (self->fd, 0, SEEK_SET);
  while ((n = read (self->fd, block, sizeof block)) > 0)
    if (!remit_output_write (self->sink.output, block, (gsize) n))
      return FALSE;
  if (n < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return n == 0;
}

static gboolean
finish (RemitBookSink *sink,
        GError **error)
{
  Xlsx *self = (Xlsx *) sink;
  lxw_error fault = workbook_close (g_steal_pointer (&self->book));
  g_autoptr (GError) cause = NULL;

  if (fault == LXW_NO_ERROR && check_book (self, &cause))
    return copy (self, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: why, in words */
               _ ("Cannot create the workbook; the disk for temporary files may be full (%s)"),
               cause != NULL ? cause->message : lxw_strerror (fault));
  return FALSE;
}

static void
xlsx_free (RemitBookSink *sink)
{
  Xlsx *self = (Xlsx *) sink;

  g_clear_pointer (&self->book, lxw_workbook_free);
  if (self->fd >= 0)
    close (self->fd);
  g_array_unref (self->widths);
  remit_book_sink_clear (sink);
  g_free (self);
}

static const RemitBookSinkInfo xlsx_info = { begin_rows, end_row, end_table, finish, xlsx_free };

static void
make_formats (Xlsx *self)
{
  for (guint i = 0; i < REMIT_N_BOOK_COLUMN_KINDS; i++)
    {
      self->formats[i] = workbook_add_format (self->book);
      format_set_align (self->formats[i], LXW_ALIGN_VERTICAL_TOP);
    }
  format_set_text_wrap (self->formats[REMIT_BOOK_LINES]);
  format_set_num_format (self->formats[REMIT_BOOK_KEY], "@");
  format_set_align (self->formats[REMIT_BOOK_LETTERS], LXW_ALIGN_CENTER);
  format_set_num_format (self->formats[REMIT_BOOK_DAY], "yyyy-mm-dd");
  format_set_num_format (self->formats[REMIT_BOOK_TIME], "yyyy-mm-dd hh:mm");
  format_set_num_format (self->formats[REMIT_BOOK_PERCENT], "0%");
  self->head = workbook_add_format (self->book);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  format_set_align (self->head, LXW_ALIGN_VERTICAL_BOTTOM);
}

/* The same plan makes the same file: it is as old as the last change of the workspace. */
static gboolean
set_properties (Xlsx *self,
                const char *title,
                GError **error)
{
  GError *problem = NULL;
  gint64 changed = remit_store_query_integer (self->sink.export->store,
                                              "SELECT max (at) FROM history", 0, 0, &problem);
  lxw_doc_properties properties = { .title = (char *) title,
                                    .created = MAX (1, changed / 1000) };

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  return refuse (self, workbook_set_properties (self->book, &properties), error);
}

RemitBookSink *
remit_book_xlsx_new (const RemitExport *export,
                     RemitOutput *output,
                     const char *title,
                     GError **error)
{
  Xlsx *self = g_new0 (Xlsx, 1);
  g_autoptr (RemitBookSink) sink = &self->sink;
  g_autofree char *path = NULL;

  remit_book_sink_init (sink, &xlsx_info, export, output);
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));
  self->fd = remit_file_open_nameless (error);
  if (self->fd < 0)
    return NULL;
  /* the library wants a name, and there is nothing to be left behind */
  path = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  self->book = workbook_new (path);
  if (self->book == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           lxw_strerror (LXW_ERROR_MEMORY_MALLOC_FAILED));
      return NULL;
    }
  make_formats (self);
  return set_properties (self, title, error) ? g_steal_pointer (&sink) : NULL;
}
