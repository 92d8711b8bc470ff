/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in a row, in words. */
#pragma once

#include <glib.h>

/**
 * remit_period_dup_words:
 * @from: first day, 0 since ever
 * @until: last day, 0 for an open end
 *
 * Says when something is, as one would: "in March", "from March to May 2027", "from 3 to 28 March",
 * "on 3 March", "until the end of March", "from now on". Whole months go by their names; the year
 * is only said when it is another one than today's.
 *
 * Returns: (transfer full): words that end a sentence
 */
char *remit_period_dup_words (gint64 from,
                              gint64 until);
