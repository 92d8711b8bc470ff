/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a plan's file in an expandable row, to be chosen one by one. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-import-row.h"

/**
 * RemitImportChoiceRow:
 *
 * Signal `changed`: a row was chosen, or no longer is.
 */
#define REMIT_TYPE_IMPORT_CHOICE_ROW (remit_import_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportChoiceRow, remit_import_choice_row, REMIT,
                      IMPORT_CHOICE_ROW, AdwExpanderRow)

/**
 * remit_import_choice_row_new:
 * @title: what all of them are
 * @rows: (element-type RemitImportRow): which outlive it
 * @n_more: how many there are besides
 * @choices: (element-type utf8 RemitImportChoice): into which choices go
 *
 * Returns: (transfer floating): a row of a boxed list
 */
RemitImportChoiceRow *remit_import_choice_row_new (const char *title,
                                      const char *icon_name,
                                      GPtrArray *rows,
                                      guint n_more,
                                      GHashTable *choices);
