/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of an import: changes, and omissions with reasons. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-exchange.h"

/**
 * RemitImportSummary:
 *
 * Signal `changed`: something else is to become of what it asks about.
 */
#define REMIT_TYPE_IMPORT_SUMMARY (remit_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportSummary, remit_import_summary, REMIT, IMPORT_SUMMARY, AdwBin)

/**
 * remit_import_summary_show:
 * @title: whether it was done, or would be, as @description says
 * @asks: whether to ask about people who are missing and rows that look like nobody; what was
 *   chosen of them stays chosen
 */
void remit_import_summary_show (RemitImportSummary *self,
                                const char *title,
                                const char *description,
                                RemitImportResult *result,
                                gboolean asks);

/** Forgets what was chosen. */
void remit_import_summary_reset (RemitImportSummary *self);

/** Returns: the last day of people who are missing, 0 to leave them; see #RemitImportOptions */
gint64 remit_import_summary_get_end_missing (RemitImportSummary *self);

/** Returns: (transfer none): which rows of a plan are chosen, see #RemitImportOptions */
GHashTable *remit_import_summary_get_choices (RemitImportSummary *self);

/** Returns: (transfer none): the rows that are to be imported, see #RemitImportOptions */
GHashTable *remit_import_summary_get_taken (RemitImportSummary *self);
