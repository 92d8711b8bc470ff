/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files: where they are. */
#pragma once

#include <glib.h>

/**
 * remit_data_dup_path:
 * @name: such as `schema/plan.xsd`
 *
 * Finds a file or folder of the program's data: in `$REMIT_DATA_DIR`, for tests; in the source, for
 * a program that runs where it was built; where it is installed.
 *
 * Returns: (transfer full): its path
 */
char *remit_data_dup_path (const char *name);

/**
 * remit_data_list_files:
 *
 * Returns: (transfer full) (element-type filename): the paths of the XML files in a folder, in the
 *   order of their names: "raci-2.xml" before "raci-10.xml"; none when there is no such folder
 */
GPtrArray *remit_data_list_files (const char *folder);

/** Returns: (transfer full): where data of that name is looked for: `remit/NAME` in the user's data
 *   folder and in those of everybody on the machine, and the program's own */
GStrv remit_data_list_folders (const char *name);

/**
 * remit_data_list_with_own:
 * @name: of a folder, such as `templates`
 *
 * Returns: (transfer full) (element-type filename): the same of `remit/NAME` in the user's data
 *   folder, then of the program's data
 */
GPtrArray *remit_data_list_with_own (const char *name);
