/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what an import has to say, with a heading, to be read and copied. */
#pragma once

#include <adwaita.h>

#define REMIT_TYPE_IMPORT_LIST (remit_import_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportList, remit_import_list, REMIT, IMPORT_LIST, AdwBin)

/**
 * remit_import_list_show:
 * @title: the heading
 * @texts: (element-type utf8): without any, the list is not shown
 */
void remit_import_list_show (RemitImportList *self,
                             const char *title,
                             GPtrArray *texts);
