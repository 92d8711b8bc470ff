/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did or would do, and what was left out and why. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-exchange.h"

#define REMIT_TYPE_IMPORT_SUMMARY (remit_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportSummary, remit_import_summary, REMIT, IMPORT_SUMMARY, AdwBin)

/** @title and @description say whether it was done, or would be. */
void remit_import_summary_show (RemitImportSummary *self,
                                const char *title,
                                const char *description,
                                RemitImportResult *result);

/** Returns: whether @result adds, changes or removes anything */
gboolean remit_import_summary_has_changes (const RemitImportResult *result);
