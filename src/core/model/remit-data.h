/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files: where they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
