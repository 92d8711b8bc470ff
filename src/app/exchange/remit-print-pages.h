/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report, for GTK's print dialog. */
#pragma once

#include <gtk/gtk.h>
#include <libxml/tree.h>

/**
 * remit_print_pages_new:
 * @report: (transfer full): what remit_report_build() made
 *
 * Makes an operation that prints the report: laid out for the paper that is chosen, in a thread.
 */
GtkPrintOperation *remit_print_pages_new (xmlDoc *report);
