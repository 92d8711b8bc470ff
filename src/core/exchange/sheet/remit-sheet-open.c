/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a table, whatever it comes in: CSV, a workbook, a web page, or the clipboard. */
#include "remit-sheet-open.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "remit-html-table.h"

/* So many bytes tell what a file is; a page is read as a whole. */
#define N_PROBED 4096
#define MAX_PAGE (33 * 1024 * 1024)

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
               _ ("“%s” cannot be read: %s"), name, reason);
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
refuse_format (RemitSheetFormat format,
               GError **error)
{
  if (format == REMIT_SHEET_ZIP)
    remit_exchange_refuse (error, _ ("This is a workbook. Save it as “CSV UTF-8”."));
  else if (format == REMIT_SHEET_OLE)
    remit_exchange_refuse (error, _ ("This is a workbook of Excel 97 to 2003, or one that is "
                                     "protected by a password. Save it again as “.xlsx”, without "
                                     "a password."));
  else
    remit_exchange_refuse (error, _ ("This is a workbook as one XML file. Save it again as "
                                     "“.xlsx” or “.ods”."));
  return NULL;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static RemitCsvFile *
open_as (RemitSheetFormat format,
         int fd,
         const RemitSheetInput *input,
         const char *name,
         GError **error)
{
  if (format == REMIT_SHEET_TEXT)
    return remit_csv_file_open (fd, name, input->encoding, error);
  if (format == REMIT_SHEET_HTML)
    return open_page (fd, input, name, error);
  close (fd);
  return refuse_format (format, error);
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
