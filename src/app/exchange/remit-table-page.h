/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a CSV file are taken: kind, plan, and a column for each target. */
#pragma once

#include <adwaita.h>

#include "exchange/table/remit-table-import.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitTablePage:
 *
 * Signal `changed`: what remit_table_page_get_valid() says may be something else.
 */
#define REMIT_TYPE_TABLE_PAGE (remit_table_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitTablePage, remit_table_page, REMIT, TABLE_PAGE, AdwBin)

/**
 * remit_table_page_show:
 * @import: must live as long as it is shown; its mapping is changed by what the user chooses
 */
void remit_table_page_show (RemitTablePage *self,
                            RemitTableImport *import,
                            RemitWorkspace *workspace);

/** Returns: whether every target that is required has a column */
gboolean remit_table_page_get_valid (RemitTablePage *self);

/** Returns: the plan that seats are to go into, 0 for one that is named as the file */
gint64 remit_table_page_get_plan (RemitTablePage *self);
