/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may have been meant by a word that is not known. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * remit_cli_find_nearest:
 * @known: (element-type utf8)
 *
 * Returns: (transfer none) (nullable): the word that is @word with a few letters changed, or that
 *   begins with it
 */
const char *remit_cli_find_nearest (const char *word,
                                    GPtrArray *known);

G_END_DECLS
