/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the pages of the help in the user's language. */
#pragma once

#include <glib.h>

/**
 * remit_help_files_dup_path:
 * @name: a page or a picture, such as `staff.page` or `figures/board.png`
 *
 * Finds a file of the help in the first of the user's languages that has it: where the help is
 * installed, in the source, or, for a translation, in the build folder.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *remit_help_files_dup_path (const char *name);

/** Returns: (transfer full): the names of all pages, without their ending, in their order */
char **remit_help_files_list_pages (void);

/** Returns: whether the desktop's help browser finds the pages by `help:remit` */
gboolean remit_help_files_are_installed (void);
