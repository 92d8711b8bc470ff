/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of an import in an expandable row, with a list that can be copied. */
#pragma once

#include <adwaita.h>

#define REMIT_TYPE_IMPORT_LIST (remit_import_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportList, remit_import_list, REMIT, IMPORT_LIST, AdwBin)

/**
 * remit_import_list_create_row:
 * @title: what all of them are
 * @icon_name: (nullable)
 * @texts: (element-type utf8): without any, the row does not open
 * @n_more: how many there are besides
 *
 * Returns: (transfer floating): a row of a boxed list
 */
GtkWidget *remit_import_list_create_row (const char *title,
                                         const char *icon_name,
                                         GPtrArray *texts,
                                         guint n_more);

/** Returns: (transfer floating): a row that says how many more there are */
GtkWidget *remit_import_list_create_more (guint n_more);
