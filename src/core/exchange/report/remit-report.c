/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan: one file that any browser opens. */
#include "remit-report.h"

#include "remit-report-input.h"
#include "remit-report-style.h"

xmlDoc *
remit_report_build (const RemitExport *export,
                    GError **error)
{
  g_autoptr (RemitReportStyle) style = remit_report_style_load (export->stylesheet, error);
  xmlDoc *input;
  xmlDoc *report;

  if (style == NULL)
    return NULL;
  input = remit_report_input_new (export, error);
  if (input == NULL)
    return NULL;
  report = remit_report_style_apply (style, input, export->cancellable, error);
  xmlFreeDoc (input);
  return report;
}

gboolean
remit_report_write_html (const RemitExport *export,
                         RemitOutput *output,
                         GError **error)
{
  g_autoptr (RemitReportStyle) style = remit_report_style_load (export->stylesheet, error);
  xmlDoc *input;
  gboolean done;

  if (style == NULL)
    return FALSE;
  input = remit_report_input_new (export, error);
  if (input == NULL)
    return FALSE;
  done = remit_report_style_run (style, input, export->cancellable, output, error);
  xmlFreeDoc (input);
  return done;
}

gboolean
remit_report_write_style (const RemitExport *export,
                          const char *path,
                          GError **error)
{
  g_autoptr (RemitReportStyle) style = remit_report_style_load (export->stylesheet, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_strconcat (export->stylesheet, ".xsl", NULL);
  g_autofree char *beside = g_build_filename (folder, file, NULL);
  RemitOutput *output;

  if (style == NULL)
    return FALSE;
  output = remit_output_open (beside, export->cancellable, error);
  if (output == NULL)
    return FALSE;
  return remit_output_close (output, remit_report_style_write (style, output), error);
}
