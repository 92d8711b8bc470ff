/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a table, whatever it comes in: CSV, a workbook, a web page, Markdown, the clipboard. */
#include "remit-sheet-open.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "remit-html-table.h"
#include "remit-markdown-table.h"
#include "remit-sheet-choice.h"
#include "remit-workbook.h"

/* So many bytes tell what a file is; a page is read as a whole. */
#define N_PROBED (64 * 1024)
#define MAX_PAGE (33 * 1024 * 1024)
#define MAX_SEARCHED (64 * 1024 * 1024)

const char *const remit_sheet_suffixes[] = { "csv", "tsv", "txt", "md", "xlsx",
                                             "xlsm", "ods", "html", "htm", NULL };

gboolean
remit_sheet_has_suffix (const char *path)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return suffix != NULL && g_strv_contains (remit_sheet_suffixes, suffix);
}

/* ── The file ─────────────────────────────────────────────────────────────────────────────── */

static char *
dup_name (const RemitSheetInput *input)
{
  if (input->name != NULL)
    return g_strdup (input->name);
  return input->path != NULL ? g_filename_display_basename (input->path)
                             : g_strdup (_ ("Clipboard"));
}

/* Returns: (transfer full): what it is called where one has to find it */
static char *
dup_full_name (const RemitSheetInput *input)
{
  if (input->name != NULL || input->path == NULL)
    return dup_name (input);
  return g_filename_display_name (input->path);
}

static gboolean
refuse_unreadable (const char *name,
                   const char *reason,
                   GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               /* Translators: a file name, and what the system says */
               _ ("Cannot read “%s”: %s"), name, reason);
  return FALSE;
}

static int
open_input (const RemitSheetInput *input,
            const char *name,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  int fd;

  if (input->bytes == NULL)
    fd = remit_file_open (input->path, &cause);
  else
    {
      gsize length;
      const char *bytes = g_bytes_get_data (input->bytes, &length);

      fd = remit_file_open_nameless (&cause);
      if (fd >= 0 && !remit_file_write_all (fd, bytes, length, &cause))
        {
          close (fd);
          fd = -1;
        }
    }
  if (fd < 0)
    refuse_unreadable (name, cause->message, error);
  return fd;
}

/* Returns: (transfer full) (nullable): the first bytes of a file, at most @maximum */
static char *
load (int fd,
      gsize maximum,
      gsize *length,
      GError **error)
{
  g_autofree char *bytes = NULL;
  struct stat info = { 0 };
  gssize n = 1;

  if (fstat (fd, &info) == 0 && info.st_size >= 0)
    maximum = MIN (maximum, (gsize) info.st_size + 1);
  bytes = g_malloc (maximum + 1);
  for (*length = 0; n > 0 && *length < maximum; *length += (gsize) MAX (n, 0))
    n = pread (fd, bytes + *length, maximum - *length, (off_t) *length);
  if (n >= 0)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
  return NULL;
}

/* ── What is no text ──────────────────────────────────────────────────────────────────────── */

/* Errors of the system have the name of the file before them. */
static RemitCsvFile *
fail (const char *name,
      GError *cause,
      GError **error)
{
  if (cause->domain != G_IO_ERROR || cause->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  refuse_unreadable (name, cause->message, error);
  g_error_free (cause);
  return NULL;
}

static int
write_page (int fd,
            const char *encoding,
            guint *n_columns,
            GError **error)
{
  g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
  gsize length;
  g_autofree char *html = writer != NULL ? load (fd, MAX_PAGE, &length, error) : NULL;

  if (html == NULL || !remit_html_table_write (html, length, encoding, writer, error))
    return -1;
  *n_columns = remit_sheet_writer_count_columns (writer);
  return remit_sheet_writer_end (writer, error);
}

static RemitCsvFile *
open_page (int fd,
           const RemitSheetInput *input,
           const char *name,
           GError **error)
{
  GError *cause = NULL;
  guint n_columns;
  int rows = write_page (fd, input->encoding, &n_columns, &cause);

  close (fd);
  if (rows < 0)
    return fail (name, cause, error);
  return remit_csv_file_open_rows (rows, name, n_columns, error);
}

static RemitCsvFile *
open_markdown (int fd,
               const RemitSheetInput *input,
               const char *name,
               GError **error)
{
  g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
  int rows;

  if (writer == NULL)
    close (fd);
  if (writer == NULL || !remit_markdown_table_write (fd, name, input->encoding, writer, error)
      || (rows = remit_sheet_writer_end (writer, error)) < 0)
    return NULL;
  return remit_csv_file_open_rows (rows, name, remit_sheet_writer_count_columns (writer), error);
}

static RemitCsvFile *
open_workbook (int fd,
               const RemitSheetInput *input,
               const char *name,
               GError **error)
{
  GError *cause = NULL;
  RemitCsvFile *self = remit_sheet_choice_open (fd, name, input->sheet, &cause);

  return self != NULL ? self : fail (name, cause, error);
}

/* How streams are called in which a protected workbook is, and the tasks of a project. */
#define PROTECTED "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"
#define PROJECT "T\0B\0k\0n\0d\0T\0a\0s\0k"

/* Returns: whether the file has the name of a stream */
static gboolean
has_stream (int fd,
            const char *name,
            gsize size)
{
  gsize length = 0;
  g_autofree char *bytes = load (fd, MAX_SEARCHED, &length, NULL);

  for (gsize i = 0; bytes != NULL && i + size <= length; i++)
    if (memcmp (bytes + i, name, size) == 0)
      return TRUE;
  return FALSE;
}

static RemitCsvFile *
refuse_format (RemitSheetFormat format,
               int fd,
               GError **error)
{
  if (format == REMIT_SHEET_XML)
    remit_exchange_refuse (error, _ ("This workbook is a single XML file. Save the workbook again "
                                     "as “.xlsx” or “.ods”."));
  else if (has_stream (fd, PROJECT, sizeof PROJECT))
    remit_exchange_refuse (error, _ ("This is a project of Microsoft Project (.mpp). Save the "
                                     "project as XML."));
  else if (has_stream (fd, PROTECTED, sizeof PROTECTED))
    remit_exchange_refuse (error, _ ("The workbook is protected by a password. Save the workbook "
                                     "again without one."));
  else
    remit_exchange_refuse (error, _ ("This is an Excel 97–2003 workbook (.xls). Open the workbook "
                                     "in a spreadsheet application, and save it as “.xlsx” or "
                                     "“.ods”."));
  return NULL;
}

/* ── Sheets ───────────────────────────────────────────────────────────────────────────────── */

GStrv
remit_sheet_list (const RemitSheetInput *input,
                  GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (RemitWorkbook) book = NULL;
  GStrv names;
  GPtrArray *sheets;
  int fd;

  g_return_val_if_fail (input != NULL, NULL);

  name = dup_full_name (input);
  fd = open_input (input, name, error);
  book = fd >= 0 ? remit_workbook_open (fd, error) : NULL;
  if (book == NULL)
    return NULL;
  sheets = remit_workbook_get_sheets (book);
  names = g_new0 (char *, sheets->len + 1);
  for (guint i = 0; i < sheets->len; i++)
    names[i] = g_strdup (((RemitWorkbookSheet *) g_ptr_array_index (sheets, i))->name);
  return names;
}

const char *
remit_sheet_propose_encoding (const RemitSheetInput *input)
{
  g_autofree char *name = NULL;
  const char *proposed;
  int fd;

  g_return_val_if_fail (input != NULL, NULL);

  name = dup_full_name (input);
  fd = open_input (input, name, NULL);
  if (fd < 0)
    return NULL;
  lseek (fd, 0, SEEK_SET);
  proposed = remit_csv_text_propose (fd);
  close (fd);
  return proposed;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static RemitCsvFile *
open_as (RemitSheetFormat format,
         int fd,
         const RemitSheetInput *input,
         const char *name,
         GError **error)
{
  if (input->sheet != NULL
      && (format == REMIT_SHEET_TEXT || format == REMIT_SHEET_HTML
          || format == REMIT_SHEET_MARKDOWN))
    {
      close (fd);
      remit_exchange_refuse (error, _ ("“%s” is not a workbook and has no sheets"), name);
      return NULL;
    }
  if (format == REMIT_SHEET_TEXT)
    return remit_csv_file_open (fd, name, input->encoding, error);
  if (format == REMIT_SHEET_MARKDOWN)
    return open_markdown (fd, input, name, error);
  if (format == REMIT_SHEET_HTML)
    return open_page (fd, input, name, error);
  if (format == REMIT_SHEET_ZIP)
    return open_workbook (fd, input, name, error);
  refuse_format (format, fd, error);
  close (fd);
  return NULL;
}

RemitCsvFile *
remit_sheet_open (const RemitSheetInput *input,
                  GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *start = NULL;
  RemitCsvFile *self;
  GError *cause = NULL;
  gsize length;
  int fd;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (input->path != NULL || input->bytes != NULL, NULL);

  name = dup_full_name (input);
  fd = open_input (input, name, error);
  if (fd < 0)
    return NULL;
  start = load (fd, N_PROBED, &length, &cause);
  if (start == NULL)
    {
      close (fd);
      return fail (name, cause, error);
    }
  self = open_as (remit_sheet_probe (start, length), fd, input, name, error);
  if (self != NULL)
    self->name = dup_name (input);
  return self;
}
