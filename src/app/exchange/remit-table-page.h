/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mapping of a table's columns: a column for each field, and how to read it. */
#pragma once

#include <adwaita.h>

#include "exchange/table/remit-table-import.h"
#include "remit-import-file-group.h"

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
 * @week: the workspace's, by which hours are shown as percent
 * @is_remembered: whether its columns are taken as in the last such file
 */
void remit_table_page_show (RemitTablePage *self,
                            RemitTableImport *import,
                            const RemitTableWeek *week,
                            gboolean is_remembered);

/** Returns: (transfer none): what the file itself is taken for */
RemitImportFileGroup *remit_table_page_get_file_group (RemitTablePage *self);

/** Returns: whether slots are reserved for unknown people */
gboolean remit_table_page_get_waiting (RemitTablePage *self);

/** Returns: whether every target that is required has a column */
gboolean remit_table_page_get_valid (RemitTablePage *self);
