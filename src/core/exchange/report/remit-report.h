/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan: one file that any browser opens. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exporter.h"

/**
 * remit_report_build:
 *
 * Makes what remit_report_write_html() writes, as a tree.
 *
 * Returns: (transfer full): the tree, or %NULL with @error set
 */
xmlDoc *remit_report_build (const RemitExport *export,
                            GError **error);

/**
 * remit_report_write_html:
 *
 * Writes what a style sheet makes of the plan's XML as the export's audience is given it; see
 * #RemitExporter, and data/stylesheets/README.md for what a style sheet may do.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: the style sheet is not valid, wants what it may not, or
 *   does not come to an end
 */
gboolean remit_report_write_html (const RemitExport *export,
                                  RemitOutput *output,
                                  GError **error);

/**
 * remit_report_write_style:
 * @path: of a plan in XML
 *
 * Writes the export's style sheet as it is in the reader's language beside the plan that names it.
 */
gboolean remit_report_write_style (const RemitExport *export,
                                   const char *path,
                                   GError **error);
