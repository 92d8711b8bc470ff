/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is a workbook or CSV, as its name says. */
#include "remit-book-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-output.h"

gboolean
remit_book_file_write (const RemitExport *export,
                       const char *path,
                       const char *title,
                       RemitBookFileFunc write,
                       gconstpointer data,
                       GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_workbook = g_str_has_suffix (lower, ".xlsx");
  g_autoptr (RemitBookSink) sink = NULL;
  GError *problem = NULL;
  RemitOutput *output;
  gboolean done;

  if (!is_workbook && !g_str_has_suffix (lower, ".csv") && !g_str_equal (path, "-"))
    return remit_exchange_refuse (error, "%s",
                                  _ ("The file name must end in “.xlsx” or “.csv”"));
  output = remit_output_open (path, export->cancellable, error);
  if (output == NULL)
    return FALSE;
  sink = is_workbook ? remit_book_xlsx_new (export, output, title, &problem)
                     : remit_book_csv_new (export, output);
  done = sink != NULL && write (sink, is_workbook, data, &problem)
         && remit_book_sink_finish (sink, &problem);
  if (problem != NULL)
    remit_output_take_error (output, problem);
  return remit_output_close (output, done, error);
}
