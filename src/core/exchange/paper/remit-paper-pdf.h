/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan as PDF. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * remit_paper_write_pdf:
 *
 * Writes the report that remit_report_write_html() makes, on pages of the export's paper, with an
 * outline, links and structure.
 *
 * Errors: as that one; %REMIT_EXCHANGE_ERROR_REFUSED: the style sheet makes no page of HTML
 */
gboolean remit_paper_write_pdf (const RemitExport *export,
                                RemitOutput *output,
                                GError **error);
