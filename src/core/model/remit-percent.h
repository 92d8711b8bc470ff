/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentages in texts: the number and its sign stay together. */
#pragma once

#include <glib.h>

/**
 * RemitPercentStyle:
 * @REMIT_PERCENT_PLAIN: with a plain space, for terminals and files
 * @REMIT_PERCENT_KEPT: with a space at which no line is broken, for windows
 * @REMIT_PERCENT_ISOLATED: isolated as well, for windows that are read from right to left, where
 *   the sign would change sides: “% 40” (Unicode Standard Annex 9, 2.5: LRI and PDI)
 */
typedef enum {
  REMIT_PERCENT_PLAIN,
  REMIT_PERCENT_KEPT,
  REMIT_PERCENT_ISOLATED,
} RemitPercentStyle;

/** For the whole program, before it has threads; plain until then. */
void remit_percent_set_style (RemitPercentStyle style);

/**
 * remit_percent_keep:
 * @text: (transfer full)
 *
 * Returns: (transfer full): @text with each “40 %” in the program's style
 */
char *remit_percent_keep (char *text);

/** The same, of a text that is made first. Returns: (transfer full) */
char *remit_percent_printf (const char *format,
                            ...) G_GNUC_PRINTF (1, 2);
