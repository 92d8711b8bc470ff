/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A style sheet for reports: where it is, and what it may do. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exchange.h"
#include "exchange/remit-output.h"

/** The style sheet that is used if no other one is named. */
#define REMIT_REPORT_STYLE "report"

/** A style sheet in XSLT 1.0, ready to be run. */
typedef struct _RemitReportStyle RemitReportStyle;

/**
 * remit_report_style_load:
 * @name: (nullable): the name of a file NAME.xsl in `remit/stylesheets` of the user's data folder,
 *   else of everybody's on the machine, or else of the program's own; %NULL for the usual one
 *
 * Reads a style sheet. What stands in its `xsl:text` is translated, where the program's
 * translations have it.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE: there is none of that name;
 *   %REMIT_EXCHANGE_ERROR_REFUSED: it is not valid
 */
RemitReportStyle *remit_report_style_load (const char *name,
                                           GError **error);
void remit_report_style_free (RemitReportStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitReportStyle, remit_report_style_free)

/**
 * remit_report_style_apply:
 *
 * Makes what remit_report_style_run() writes, as a tree.
 *
 * Returns: (transfer full): the tree, or %NULL with @error set
 */
xmlDoc *remit_report_style_apply (RemitReportStyle *self,
                                  xmlDoc *input,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * remit_report_style_run:
 *
 * Writes what the style sheet makes of @input. It reads no other file, nothing from a network, and
 * writes nothing; it ends after a certain number of steps, or when it is cancelled.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED, %G_IO_ERROR_CANCELLED
 */
gboolean remit_report_style_run (RemitReportStyle *self,
                                 xmlDoc *input,
                                 GCancellable *cancellable,
                                 RemitOutput *output,
                                 GError **error);

/** Writes the style sheet itself. Returns: whether it was written, see remit_output_write() */
gboolean remit_report_style_write (RemitReportStyle *self,
                                   RemitOutput *output);

/** Returns: (transfer full): the names of the style sheets that there are, in order */
GStrv remit_report_style_list (void);
