/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a CSV file are taken: kind, plan, and a column for each target. */
#pragma once

#include <adwaita.h>

#include "exchange/table/remit-csv-import.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitCsvPage:
 *
 * Signal `changed`: what remit_csv_page_get_valid() says may be something else.
 */
#define REMIT_TYPE_CSV_PAGE (remit_csv_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitCsvPage, remit_csv_page, REMIT, CSV_PAGE, AdwBin)

/**
 * remit_csv_page_show:
 * @import: must live as long as it is shown; its mapping is changed by what the user chooses
 */
void remit_csv_page_show (RemitCsvPage *self,
                          RemitCsvImport *import,
                          RemitWorkspace *workspace);

/** Returns: whether every target that is required has a column */
gboolean remit_csv_page_get_valid (RemitCsvPage *self);

/** Returns: the plan that seats are to go into, 0 for one that is named as the file */
gint64 remit_csv_page_get_plan (RemitCsvPage *self);
