/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan as PDF. */
#include "remit-paper-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "exchange/report/remit-report.h"
#include "model/remit-day.h"
#include "remit-paper.h"

/* 18 mm */
#define MARGIN 51

/* Of the whole, the report takes so much, and the pages the rest. */
#define SHARE_OF_REPORT 0.6

static cairo_status_t
write_bytes (void *output,
             const unsigned char *bytes,
             unsigned int length)
{
  return remit_output_write (output, (const char *) bytes, length) ? CAIRO_STATUS_SUCCESS
                                                                   : CAIRO_STATUS_WRITE_ERROR;
}

static void
show_step (gpointer export,
           double share)
{
  remit_export_step (export, SHARE_OF_REPORT + (1 - SHARE_OF_REPORT) * share);
}

/* The same plan makes the same file: it is as old as the last change of the workspace, which who
 * may read all is told of. */
static gboolean
set_properties (const RemitExport *export,
                const RemitPaper *paper,
                cairo_surface_t *surface,
                GError **error)
{
  RemitStatement *last = remit_store_query (
    export->store, "SELECT at, actor FROM history ORDER BY seq DESC LIMIT 1", 0, 0, error);
  g_autofree char *time = NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  remit_paper_get_title (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Remit " REMIT_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  while (remit_store_step (export->store, last))
    {
      time = remit_time_format (remit_statement_get_integer (last, 0) / 1000 * 1000);
      time[strlen ("YYYY-MM-DDThh:mm:ss")] = '\0';
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
      if (export->audience == REMIT_AUDIENCE_FULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                        remit_statement_get_text (last, 1));
    }
  return remit_store_finish (export->store, last, error);
}

/* Cairo has no more words for it than these. */
static gboolean
finish (cairo_surface_t *surface,
        gboolean done,
        GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return done && status == CAIRO_STATUS_SUCCESS;
}

gboolean
remit_paper_write_pdf (const RemitExport *export,
                       RemitOutput *output,
                       GError **error)
{
  RemitPaperForm form = { .margin = MARGIN };
  g_autoptr (RemitPaper) paper = NULL;
  xmlDoc *report = remit_report_build (export, error);
  cairo_surface_t *surface;
  gboolean done;

  if (report == NULL)
    return FALSE;
  remit_paper_size_get (export->paper, &form.width, &form.height);
  paper = remit_paper_new (report, &form, export->cancellable, error);
  xmlFreeDoc (report);
  if (paper == NULL)
    return FALSE;
  remit_export_step (export, SHARE_OF_REPORT);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, output, form.width, form.height);
  done = set_properties (export, paper, surface, error)
         && remit_paper_write (paper, surface, export->cancellable, show_step, (gpointer) export);
  done = finish (surface, done, error);
  return done && !g_cancellable_set_error_if_cancelled (export->cancellable, error);
}
